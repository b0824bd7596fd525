import { unzipSync } from 'fflate';
import type { ServedHouse } from './served-house.ts';
import type { Marked } from './marked.ts';

/** What tells that something is of an organisation: its words, names, addresses and ids. */
export interface Marks {
  /** Words, names and addresses. */
  readonly words: RegExp;
  /** Ids that no other organisation has. */
  readonly ids: ReadonlySet<string>;
}

/** Long enough that two random ones never agree. */
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}/g;

export async function marksOf(
  house: ServedHouse,
  of: Marked,
  others: readonly Marked[],
): Promise<Marks> {
  const mine = await idsOf(house, of);
  for (const other of others) for (const id of await idsOf(house, other)) mine.delete(id);
  for (const { id } of Object.values(of.accounts)) mine.delete(id);
  const { mark } = of;
  return {
    words: new RegExp(`Zq${mark}|Marker${mark}|(?:Leader |leader\\.|L\\. )${mark}0\\d{3}`, 'g'),
    ids: mine,
  };
}

/** Everything that could name a thing of an organisation: what its rows' keys and contents have. */
async function idsOf(house: ServedHouse, { organisation, cast }: Marked): Promise<Set<string>> {
  const ids = new Set<string>(Object.values(cast));
  for (const key of (await rowsOf(house, { organisation })).keys()) {
    for (const id of key.match(ID) ?? []) ids.add(id);
  }
  return ids;
}

/** All that an organisation's partition holds. */
export async function rowsOf(
  house: ServedHouse,
  { organisation: { tenant, code } }: Pick<Marked, 'organisation'>,
): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for await (const page of house.tables.records.range(`${tenant}|${code}`, '!', '~')) {
    for (const { key, properties } of page) rows.set(key, JSON.stringify(properties));
  }
  return rows;
}

/** What of another organisation stands in a text; but for what its reader had brought themselves. */
export function leaksIn(text: string, { words, ids }: Marks, brought = ''): string[] {
  const found = [
    ...(text.match(words) ?? []),
    ...(text.match(ID) ?? []).filter((id) => ids.has(id)),
  ];
  return [...new Set(found)].filter((each) => !brought.includes(each));
}

/** Bytes as text; of a zip all that is in it, however deep. */
export function textIn(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return new TextDecoder().decode(bytes);
  return Object.values(unzipSync(bytes)).map(textIn).join('\n');
}
