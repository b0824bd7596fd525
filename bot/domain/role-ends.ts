import type { Person, PersonId, Role, RoleName } from './facts.ts';
import { BY_NOW, personAsKnown, rolesAsKnown } from './known.ts';
import { lastDayOf } from './standing.ts';
import type { Instant, PlainDate } from './time.ts';

/** Roles whose holder others wait for: one who left would be waited for for good. */
const awaited: ReadonlySet<RoleName> = new Set<RoleName>([
  'network-chair',
  'network-deputy',
  'board-secretary',
  'board-chair',
  'edi-lead',
  'edi-sponsor',
  'programme-lead',
]);

/** Somebody's last day, and since when it is known. */
export interface Leaving {
  readonly on: PlainDate;
  readonly since: Instant;
}

export type Leavings = ReadonlyMap<PersonId, Leaving>;

/** Those who hold, or held, a role that others wait for. */
export function awaitedHolders(roles: readonly Role[]): ReadonlySet<PersonId> {
  return new Set(roles.flatMap(({ role, person }) => (awaited.has(role) ? [person] : [])));
}

/** Who of them has left, or will on a day that is known. */
export function leavingsOf(people: readonly Person[]): Leavings {
  return new Map(
    people.flatMap((person) => {
      const leaving = leavingOf(person);
      return leaving === undefined ? [] : [[person.id, leaving] as const];
    }),
  );
}

function leavingOf(person: Person): Leaving | undefined {
  const lastDay = (known: Instant) => lastDayOf(personAsKnown(person, known));
  const on = lastDay(BY_NOW);
  if (on === undefined) return undefined;
  const moments = [
    ...(person.listed ?? person.assignments).map(({ recordedAt }) => recordedAt),
    ...(person.corrections ?? []).flatMap(({ moves }) => moves.map(({ at }) => at)),
    ...(person.undone?.listed ?? []).flatMap(({ recordedAt, undoneAt }) => [recordedAt, undoneAt]),
  ].toSorted();
  const since = moments[moments.findLastIndex((known) => lastDay(known) !== on) + 1];
  return since === undefined ? undefined : { on, since };
}

/**
 * A role that others wait for ends with its holder's employment, though nobody ended it [ours]. The
 * end is one more version, recorded when the leaving was: as known before, the role went on.
 */
export function endedWithEmployment(roles: readonly Role[], leavings: Leavings): readonly Role[] {
  const ends = [...leavings].flatMap(([person, { on, since }]) => {
    const held = roles.filter((role) => role.person === person && awaited.has(role.role));
    const stood = rolesAsKnown(held, since);
    const later = held.filter(({ recordedAt }) => recordedAt > since);
    return [...stood, ...later]
      .filter(({ to }) => to === undefined || on < to)
      .map((role) => ({
        ...role,
        to: on,
        recordedAt: later.includes(role) ? role.recordedAt : since,
      }));
  });
  return ends.length === 0 ? roles : [...roles, ...ends];
}
