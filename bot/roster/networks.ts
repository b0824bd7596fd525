import * as z from 'zod';
import type { Network, NetworkId } from '../domain/facts.ts';
import { networkId } from '../domain/network-id.ts';
import type { KnownNetworks, Reading, RowsSummary } from '../use-cases/readers.ts';
import { optionalText, parseRow, text, yesNoCell } from './cells.ts';
import type { ParsedRow } from './cells.ts';
import { compare, isOlderFile, latestBy, readRows } from './rows.ts';
import type { Part } from './rows.ts';
import { rowKey, settler } from './settle.ts';
import type { Row } from './table.ts';

const columns = ['Network', 'Counts for Silver', 'Terms Used'] as const;

const schema = z.object({
  Network: text,
  'Counts for Silver': yesNoCell,
  'Terms Used': optionalText,
});

interface NetworkRow {
  readonly parsed: ParsedRow<z.output<typeof schema>>;
  readonly cells: Row<(typeof columns)[number]>['cells'];
}

/** Staff networks; a network's id comes from its name. */
export async function readNetworks(
  bytes: Uint8Array,
): Promise<Reading<KnownNetworks, RowsSummary>> {
  const parse = (row: Row<(typeof columns)[number]>): NetworkRow => ({
    parsed: parseRow(schema, row),
    cells: row.cells,
  });
  return readRows(bytes, columns, parse, hold);
}

function* hold(rows: readonly NetworkRow[], known: KnownNetworks): Generator<Part> {
  const settle = settler('networks', known.fileName);
  const isOlder = isOlderFile(known);
  const networks = latestBy(known.networks, ({ id }) => id);
  const seen = new Set<string>();
  for (const { parsed, cells } of rows) {
    if (parsed.kind === 'fault') {
      const detail = `${parsed.column || 'The row'} ${parsed.what}. The row was not imported.`;
      const { number: row, problem } = parsed;
      const about = `${parsed.column}|${networkId(cells.Network) || rowKey(cells)}`;
      // The network is named, if badly: it is not missing from the file.
      seen.add(networkId(cells.Network));
      yield { facts: [settle({ problem, about, row, detail })] };
      continue;
    }
    const name = parsed.value.Network;
    const id = networkNamed(name, known.networks);
    const row = parsed.number;
    if (id === '') {
      const detail = `A network’s name needs letters: “${name}”. The row was not imported.`;
      yield { facts: [settle({ problem: 'bad-value', about: name, row, detail })] };
    } else if (seen.has(id)) {
      const detail = `${name} is in the file already; the first row was imported.`;
      yield { facts: [settle({ problem: 'listed-twice', about: id, row, detail })] };
    } else {
      seen.add(id);
      const terms = parsed.value['Terms Used'];
      const fact = {
        ...{ id, name, countsForSilver: parsed.value['Counts for Silver'] },
        ...(terms === '' ? {} : { termsUsed: terms }),
        // When it ends was said here: a file has no column for it.
        ...endOf(networks.get(id)),
      };
      const change = compare(networks.get(id), fact, isOlder);
      yield { change, facts: change === 'unchanged' ? [] : [{ kind: 'network', fact }] };
    }
  }
  for (const { id, name, endsOn } of isOlder ? [] : networks.values()) {
    if (seen.has(id) || (endsOn !== undefined && endsOn < known.asAt)) continue;
    const detail = `${name} is no longer in the list of networks.`;
    yield { facts: [settle({ problem: 'network-no-longer-listed', about: id, detail })] };
  }
}

function endOf(network: Network | undefined): Pick<Network, 'endsOn'> {
  return network?.endsOn === undefined ? {} : { endsOn: network.endsOn };
}

/** The network that a file means: by its first name, or by one that it was given here since. */
export function networkNamed(
  name: string,
  networks: readonly { readonly id: NetworkId; readonly name: string }[],
): NetworkId {
  const id = networkId(name);
  if (networks.some((known) => known.id === id)) return id;
  return networks.find((known) => networkId(known.name) === id)?.id ?? id;
}
