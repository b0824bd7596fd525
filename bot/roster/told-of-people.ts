import type { PersonId } from '../domain/facts.ts';
import type { ImportedFact, ImportKind, ListedPerson, SettleItem } from '../use-cases/ports.ts';
import type { ParsedRow } from './cells.ts';
import type { Part } from './rows.ts';
import { rowKey, settler } from './settle.ts';

/** What a row says, of whom; or what to ask about it. */
export type ReadRow<Fact> =
  | { readonly fact: Fact; readonly person: ListedPerson }
  | { readonly problem: SettleItem['problem']; readonly detail: string };

export interface TellingRow<Value> {
  readonly parsed: ParsedRow<Value>;
  readonly cells: Readonly<Record<string, string>>;
}

/** The people listed, by their addresses in small letters. */
export type ByAddress = ReadonlyMap<string, ListedPerson>;

/**
 * What rows tell of people, one thing each: what can't be read or stands twice is asked about, what
 * is known already is left as it is.
 */
export function* toldOfPeople<Value, Held, Fact extends Held>(
  kind: ImportKind,
  rows: readonly TellingRow<Value>[],
  known: { readonly fileName: string; readonly listed: readonly ListedPerson[] },
  how: {
    read(value: Value, byAddress: ByAddress): ReadRow<Fact>;
    isSame(one: Held, other: Held): boolean;
    held(person: ListedPerson): readonly Held[];
    /** Of others nothing is kept. */
    isAsked?(person: ListedPerson): boolean;
    imported(fact: Fact, row: number): ImportedFact;
  },
): Generator<Part> {
  const settle = settler(kind, known.fileName);
  const byAddress: ByAddress = new Map(
    known.listed.flatMap((each) => (each.email === '' ? [] : [[each.email.toLowerCase(), each]])),
  );
  const seen = new Map<PersonId, Fact[]>();
  // One person's facts stand together: they share a digest.
  const perPerson = new Map<PersonId, ImportedFact[]>();
  const changes: Part[] = [];
  for (const { parsed, cells } of rows) {
    const read = readRow(parsed);
    if ('problem' in read) {
      const detail = `${read.detail} The row was not imported.`;
      const question = { problem: read.problem, about: rowKey(cells), detail };
      yield { facts: [settle({ ...question, row: parsed.number })] };
      continue;
    }
    const { fact, person } = read;
    seen.set(person.id, [...(seen.get(person.id) ?? []), fact]);
    if (how.isAsked?.(person) === false) continue;
    // What was withdrawn here stays so, whatever a file says again.
    const isKnown = how.held(person).some((held) => how.isSame(held, fact));
    changes.push({ change: isKnown ? 'unchanged' : 'added', facts: [] });
    if (isKnown) continue;
    const facts = perPerson.get(person.id) ?? [];
    perPerson.set(person.id, [...facts, how.imported(fact, parsed.number)]);
  }
  for (const facts of perPerson.values()) yield { facts };
  yield* changes;

  function readRow(parsed: ParsedRow<Value>): ReadRow<Fact> {
    if (parsed.kind === 'fault') {
      return { problem: parsed.problem, detail: `${parsed.column || 'The row'} ${parsed.what}.` };
    }
    const read = how.read(parsed.value, byAddress);
    if ('problem' in read) return read;
    const before = seen.get(read.person.id) ?? [];
    if (!before.some((fact) => how.isSame(fact, read.fact))) return read;
    return { problem: 'listed-twice', detail: 'The same is in the file already.' };
  }
}
