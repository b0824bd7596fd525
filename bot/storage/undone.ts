import type { Undone } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import { factsOf, type BodyOf, type Fact, type FactKind } from './fact.ts';

/** Imports that were undone: when each was committed, and until when its facts were known. */
export type UndoneImports = ReadonlyMap<string, { at: Instant; undoneAt: Instant }>;

/** What undone imports brought: it counts no more, and was known until then. */
export interface UndoneFacts {
  readonly facts: readonly Fact[];
  /** When it was recorded. */
  readonly committed: ReadonlyMap<string, Instant>;
  readonly imports: UndoneImports;
}

const none: UndoneImports = new Map();

/** Sets aside what undone imports brought, with what acts made of their entries since. */
export function partUndone(
  facts: readonly Fact[],
  imports: UndoneImports = none,
): { counting: readonly Fact[]; undone: UndoneFacts } {
  const committed = new Map([...imports].map(([id, { at }]) => [id, at] as const));
  if (imports.size === 0) return { counting: facts, undone: { facts: [], committed, imports } };
  const isUndone = (fact: Fact): boolean => imports.has(fact.import ?? importOfEntry(fact.id));
  const parts = Map.groupBy(facts, isUndone);
  return {
    counting: parts.get(false) ?? [],
    undone: { facts: parts.get(true) ?? [], committed, imports },
  };
}

/** The facts of one kind, each with when it was recorded and undone. */
export function undoneOf<Kind extends FactKind>(
  { facts, committed, imports }: UndoneFacts,
  kind: Kind,
): Undone<BodyOf<Kind> & { recordedAt: Instant }>[] {
  return facts.flatMap((fact) => {
    const brought = imports.get(fact.import ?? '');
    if (brought === undefined) return [];
    return factsOf([fact], kind, committed).map(({ body }) => ({
      ...body,
      recordedAt: brought.at,
      undoneAt: brought.undoneAt,
    }));
  });
}

/** Until when an entry of an undone import was known; its id begins with the import's. */
export function undoneEntries<Entry extends { id: string }>(
  entries: readonly Entry[],
  imports: UndoneImports,
): Undone<Entry>[] {
  return entries.flatMap((entry) => {
    const undoneAt = imports.get(importOfEntry(entry.id))?.undoneAt;
    return undoneAt === undefined ? [] : [{ ...entry, undoneAt }];
  });
}

/** Of `0d3c…-29` or, as an act left it, `0d3c…-29.acts`. */
function importOfEntry(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}
