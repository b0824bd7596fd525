import type { ActContext } from '../act-context.ts';
import type { Person, PersonId } from '../facts.ts';
import type { NamedManager } from '../own-facts.ts';
import { may } from '../permissions.ts';
import { holdersOf } from '../roles.ts';
import { londonDate } from '../time.ts';
import { isEmployed } from './managed.ts';

export type NameManagerVerdict =
  | { kind: 'done'; named: NamedManager }
  | { kind: 'already' }
  | {
      kind: 'refused';
      because: 'not-allowed' | 'own-manager' | 'no-such-person' | 'not-with-oneself';
    };

/**
 * Another manager than the staff list's, from today; or, with nobody, the staff list's again. Nobody
 * names their own, or themselves: then the EDI sponsor does, then the board chair.
 */
export function judgeNameManager(
  leader: Person,
  manager: Person | undefined,
  wanted: PersonId | undefined,
  context: ActContext,
): NameManagerVerdict {
  const { actor, frame, now, tap } = context;
  const on = londonDate(now);
  if (!may('name-manager', { person: actor, roles: frame.roles, on })) {
    return { kind: 'refused', because: 'not-allowed' };
  }
  const concerned = [leader.id, wanted];
  if (concerned.includes(actor)) return { kind: 'refused', because: 'own-manager' };
  if (!isTheirTurn(concerned, context)) return { kind: 'refused', because: 'not-allowed' };
  const before = leader.namedManager?.moves ?? [];
  if (tap !== undefined && before.some((known) => known.tap === tap)) return { kind: 'already' };
  if (wanted !== undefined && (manager === undefined || !isEmployed(manager, on))) {
    return { kind: 'refused', because: 'no-such-person' };
  }
  if (wanted === leader.id) return { kind: 'refused', because: 'not-with-oneself' };
  if (before.at(-1)?.manager === wanted) return { kind: 'already' };
  const move = {
    from: on,
    at: now,
    by: actor,
    ...(wanted === undefined ? {} : { manager: wanted }),
    ...(tap === undefined ? {} : { tap }),
  };
  const [first, ...later] = [...before, move];
  return { kind: 'done', named: { id: 'manager', moves: [first ?? move, ...later] } };
}

/** Of those who may act in such matters, whether it is this person's turn: nobody who is concerned. */
export function isTheirTurn(
  concerned: readonly (PersonId | undefined)[],
  { actor, frame, now }: ActContext,
): boolean {
  const on = londonDate(now);
  for (const role of ['edi-lead', 'edi-sponsor', 'board-chair'] as const) {
    const free = holdersOf(frame.roles, role, on).filter((id) => !concerned.includes(id));
    if (free.length > 0) return free.includes(actor);
  }
  return false;
}
