import type { PersonId } from '../domain/facts.ts';
import type { ImportedFact } from '../use-cases/ports.ts';
import { digestsOf } from './digest.ts';
import type { Fact } from './fact.ts';
import { keys } from './keys.ts';

/** Facts of about this many people go in one transaction of at most 100 rows. */
const ROWS_AT_ONCE = 80;

/** An imported fact and the row that it becomes. */
export interface Placed {
  readonly key: string;
  readonly person: PersonId | undefined;
  readonly fact: Fact;
}

/** Which row a fact becomes; its key carries the import's id, so that nothing is overwritten. */
export function place(
  imported: ImportedFact,
  id: string,
  ordinals: ReadonlyMap<string, string>,
): Placed {
  if (imported.kind === 'person') {
    const { kind: _kind, person, ...body } = imported;
    return ofPerson(person, { kind: 'person', id, body, import: id });
  }
  if (imported.kind === 'assignment') {
    const { person, fact: body } = imported;
    const ordinal = ordinals.get(`${person}|${body.assignment}`) ?? '';
    const factId = `${ordinal}.${body.on}.${id}`;
    return ofPerson(person, { kind: 'assignment', id: factId, body, import: id });
  }
  if (imported.kind === 'role') {
    const { fact: body } = imported;
    // The person too: the frame's digest holds everybody's roles side by side.
    const of = body.network ?? body.for ?? '-';
    const factId = `${body.role}.${body.person}.${of}.${body.on}.${id}`;
    return ofPerson(body.person, { kind: 'role', id: factId, body, import: id });
  }
  if (imported.kind === 'history' || imported.kind === 'education') {
    const { kind, fact, row } = imported;
    const entry = `${id}-${row}`;
    const body = { ...fact, id: entry, moves: [] };
    return ofPerson(fact.person, { kind, id: entry, body, import: id });
  }
  if (imported.kind === 'settle') {
    const { item: body } = imported;
    const fact: Fact = { kind: 'settle', id: body.id, body, import: id };
    return { key: keys.settle(body.id), person: undefined, fact };
  }
  const { kind, fact: body } = imported;
  const fact: Fact = { kind, id: `${body.id}.${id}`, body, import: id };
  return { key: keys.organisationFact(kind, fact.id), person: undefined, fact };
}

function ofPerson(person: PersonId, fact: Fact): Placed {
  return { key: keys.personFact(person, fact.kind, fact.id), person, fact };
}

/** As many facts as fit a transaction with their digests. */
export function* chunksOf(placed: readonly Placed[]): Iterable<Placed[]> {
  let chunk: Placed[] = [];
  let rows = 0;
  let bases = new Set<string>();
  for (const one of placed) {
    const more = digestsOf(one.fact, one.person).filter((base) => !bases.has(base));
    if (rows + 1 + more.length > ROWS_AT_ONCE && chunk.length > 0) {
      yield chunk;
      chunk = [];
      rows = 0;
      bases = new Set();
    }
    chunk.push(one);
    for (const base of digestsOf(one.fact, one.person)) bases.add(base);
    rows += 1 + more.length;
  }
  if (chunk.length > 0) yield chunk;
}
