// For long runs alone: Azurite finds a range of rows through the index that it keeps of their keys.
// It would look at each row of the table for each question, more and more of them as a run goes on;
// Azure goes by its index. What it then answers is worked out by its own code, from fewer rows.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Store } = require('azurite/dist/src/table/persistence/LokiTableMetadataStore.js');

const answer = Store.prototype.queryTableEntities;
const rangeOfKeys = / and RowKey ge '((?:[^']|'')*)' and RowKey lt '((?:[^']|'')*)'$/;

/** @this {{ getEntityCollection(...of: unknown[]): { chain(): { find(query: object): object } } }} */
Store.prototype.queryTableEntities = function (
  /** @type {unknown} */ context,
  /** @type {string} */ account,
  /** @type {string} */ table,
  /** @type {{ filter?: string }} */ options,
  /** @type {unknown[]} */ ...next
) {
  const range = rangeOfKeys.exec(options.filter ?? '');
  if (range === null) return answer.call(this, context, account, table, options, ...next);
  const [from = '', to = ''] = range.slice(1).map((key) => key.replaceAll("''", "'"));
  const rows = this.getEntityCollection(account, table, context);
  const near = { chain: () => rows.chain().find({ RowKey: { $between: [from, to] } }) };
  const narrowed = Object.create(this, { getEntityCollection: { value: () => near } });
  return answer.call(narrowed, context, account, table, options, ...next);
};
