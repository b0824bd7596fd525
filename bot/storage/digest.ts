import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { PersonId } from '../domain/facts.ts';
import { factsIn, type BodyOf, type Fact } from './fact.ts';
import { FRAME } from './keys.ts';
import type { Row, Table } from './table.ts';

/** A digest's text goes on in a further row after this many characters. */
const CHUNK = 30_000;

/** Read with their person alone: pages of many people have no use for them. */
const APART: ReadonlySet<Fact['kind']> = new Set(['link', 'words']);

const FRAME_OF: Partial<Record<Fact['kind'], string>> = {
  network: `${FRAME}networks`,
  role: `${FRAME}holders`,
  series: `${FRAME}series`,
  import: `${FRAME}imports`,
};

/** The first row of a person's digest: all their facts, for pages that show many people. */
export function digestOfPerson(person: PersonId): string {
  return `s|${person}`;
}

/**
 * The digests that repeat a fact, by their first row's key. They say nothing of their own: each can
 * be made anew from the fact rows, and verification does so.
 */
export function digestsOf(fact: Fact, person: PersonId | undefined): string[] {
  const digests: string[] = [];
  if (person !== undefined && !APART.has(fact.kind)) digests.push(digestOfPerson(person));
  if (fact.kind === 'meeting' || fact.kind === 'board-meeting') {
    const { date } = fact.body as BodyOf<'meeting'>;
    digests.push(`${FRAME}calendar|${date.slice(0, 4)}`);
  }
  const frame = FRAME_OF[fact.kind];
  if (frame !== undefined) digests.push(frame);
  return digests;
}

/** The digest that a row belongs to: `s|abc|2` goes on where `s|abc` ends. */
export function digestOfRow(key: string): string {
  return key.includes('|~') ? key.replace(/\|~\d+$/, '') : key;
}

/** The rows of a digest; the first says how many there are, and what the others must say. */
export function encodeDigest(
  base: string,
  facts: readonly Fact[],
): Map<string, Record<string, string>> {
  const text = JSON.stringify(facts.toSorted(byKey));
  const parts = Math.ceil(text.length / CHUNK);
  const rows = new Map<string, Record<string, string>>();
  for (let part = 0; part < parts; part += 1) {
    const body = text.slice(part * CHUNK, (part + 1) * CHUNK);
    if (part === 0) rows.set(base, { body, parts: String(parts), ...restOf(text.slice(CHUNK)) });
    else rows.set(partKey(base, part), { body });
  }
  return rows;
}

function restOf(text: string): { rest?: string } {
  return text === '' ? {} : { rest: createHash('sha256').update(text).digest('base64url') };
}

/** All rows are there, and of one moment: an act may come between two reads. */
export function isWhole([first, ...others]: readonly Row[]): boolean {
  if (first === undefined) return true;
  const { parts, rest } = first.properties;
  return Number(parts) === others.length + 1 && restOf(textOf(others)).rest === rest;
}

/** Acts that come between reads are few; what stays so was altered, and verification names it. */
const READS = 5;

/** Reads until what was read is of one moment. */
export async function readWhole<Read>(
  read: () => Promise<Read>,
  isOfOneMoment: (read: Read) => boolean,
): Promise<Read> {
  for (let left = READS - 1; ; left -= 1) {
    const found = await read();
    if (left === 0 || isOfOneMoment(found)) return found;
    await pause(10);
  }
}

/** One digest's rows: one read, unless it goes on. */
export function readDigest(table: Table, partition: string, base: string): Promise<Row[]> {
  return readWhole(() => readOnce(table, partition, base), isWhole);
}

async function readOnce(table: Table, partition: string, base: string): Promise<Row[]> {
  const first = await table.get(partition, base);
  if (first === undefined) return [];
  // A row that was altered must not send anybody after a million others.
  const parts = Math.min(Number(first.properties['parts']), MOST_PARTS);
  const others = Array.from({ length: parts - 1 }, (_, index) =>
    table.get(partition, partKey(base, index + 1)),
  );
  return [first, ...(await Promise.all(others)).filter((row) => row !== undefined)];
}

/** As many as their keys have figures for. */
const MOST_PARTS = 1_000;

function partKey(base: string, part: number): string {
  return `${base}|~${String(part).padStart(3, '0')}`;
}

/** The facts of one digest, from its rows in order of key. */
export function decodeDigest(rows: readonly Row[]): Fact[] {
  if (rows.length === 0) return [];
  return factsIn(textOf(rows));
}

function textOf(rows: readonly Row[]): string {
  return rows.map((row) => row.properties['body'] ?? '').join('');
}

/** Puts each row of a page with the others of its digest. */
export function groupDigests(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const base = digestOfRow(row.key);
    const group = groups.get(base);
    if (group === undefined) groups.set(base, [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * Each page's digests, whole: the last of a page may go on in the next. What an act changed between
 * two pages is read again.
 */
export async function* wholeDigests(
  pages: AsyncIterable<Row[]>,
  again: (base: string) => Promise<Row[]>,
): AsyncGenerator<Map<string, Row[]>> {
  let open: Row[] = [];
  for await (const page of pages) {
    const groups = groupDigests([...open, ...page]);
    const [last, rows = []] = [...groups].at(-1) ?? [''];
    groups.delete(last);
    open = rows;
    yield await ofOneMoment(groups, again);
  }
  yield await ofOneMoment(groupDigests(open), again);
}

async function ofOneMoment(
  groups: Map<string, Row[]>,
  again: (base: string) => Promise<Row[]>,
): Promise<Map<string, Row[]>> {
  for (const [base, rows] of groups) if (!isWhole(rows)) groups.set(base, await again(base));
  return groups;
}

/** The same fact: an act replaces it; imports add theirs beside it. */
export function sameFact(a: Fact, b: Fact): boolean {
  return a.kind === b.kind && a.id === b.id;
}

function byKey(a: Fact, b: Fact): number {
  const left = `${a.kind}|${a.id}`;
  const right = `${b.kind}|${b.id}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
