import { fullDate } from '../contract/dates.ts';
import { londonDate } from '../domain/time.ts';
import type { Erased } from '../use-cases/ports.ts';
import { refused, type Command, type Ending, type Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { count } from './words.ts';

export const eraseDueCommand: Command = {
  purpose: 'erases what has been kept for its time',
  usage: '--org CODE [--tenant ID] [--as-at DAY] [--apply]',
  help: [
    '--org CODE    the organisation’s ODS code',
    '--tenant ID   its Microsoft 365 tenant, where the code is known in several',
    '--as-at DAY   as if it were that day, to see what will be due; not with --apply',
    '--apply       erases it; without this the command only says what is due',
    'Facts are kept for 4 years after they end, mentoring pairs for 3 years and 3 months.',
    'What an import staged and never committed is kept for a week after it was last run.',
    'Reminders and cards are kept as long, from their own day; of mentoring as long as pairs.',
    'A person goes with the last of their facts, from the directory, reminders and files too.',
    'The ledger keeps keys and hashes, and still verifies. What is erased can’t be brought back.',
    'Figures of days before that are answered by snapshots alone.',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'as-at', 'apply']);
  if (read.kind === 'refused') return read;
  const { org, tenant, apply = false, 'as-at': asAt } = read.options;
  const today = londonDate(given.clock.now());
  if (apply && asAt !== undefined && asAt > today) {
    return refused(`nothing is erased before its day; today is ${fullDate(today)}`);
  }
  const on = asAt ?? today;
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;
  const { organisation } = found;
  const { erasures } = ports;
  const erased = apply
    ? await erasures.erase(organisation, on, 'operator', (facts) => {
        if (facts % 1_000 < 40) given.print(`… ${facts} facts`);
      })
    : await erasures.due(organisation, on);
  given.print(`${org}, ${fullDate(on)}`);
  if (erased.length === 0) given.print('nothing is due');
  for (const line of erasedLines(erased)) given.print(line);
  if (erased.length > 0) {
    given.print(apply ? 'Erased.' : 'Nothing was changed. Run it again with --apply to erase it.');
  }
  return { kind: 'done' };
}

export function erasedLines(erased: readonly Erased[]): string[] {
  return erased
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
    .map(({ kind, facts }) => `  ${kind}: ${count(facts, 'fact', 'facts')}`);
}
