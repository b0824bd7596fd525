import type { Told } from './run.ts';

/** People of whom rows or page say what isn't so, by what is wrong; and how many are in doubt. */
export function judged({ people, taken, kept, delivery, fateOf, seen, inFlight }: Told) {
  const asked = kept.filter(({ nudge }) => nudge.kind === 'were-you-there');
  const states = new Map(asked.map(({ nudge, state }) => [nudge.to, state.kind]));
  const heard = (person: string): number => taken.get(person) ?? 0;
  const shown = new Map(delivery.people.map(({ person, counts }) => [person, counts]));
  const isAway = (person: string) => ['blocked', 'removed', 'lost'].includes(fateOf(person));
  const where = (is: (person: (typeof people)[number]) => boolean): string[] => people.filter(is);
  const unknown = where((person) => states.get(person) === 'unknown');
  return {
    twice: where((person) => heard(person) > 1),
    /** Shown as sent, by row or page, and never taken. */
    untrue: where(
      (person) =>
        heard(person) !== 1 && (states.get(person) === 'sent' || shown.get(person)?.sent === 1),
    ),
    /** Shown as not reached, and taken all the same. */
    denied: where(
      (person) => heard(person) > 0 && !['sent', 'unknown'].includes(states.get(person) ?? 'none'),
    ),
    /** Could be reached, heard nothing, and nobody is told. */
    lost: where(
      (person) =>
        !isAway(person) && heard(person) === 0 && !['unknown'].includes(states.get(person) ?? ''),
    ),
    /** Can't be reached, and is not shown so. */
    unseen: where(
      (person) =>
        isAway(person) && !['undeliverable', 'unknown'].includes(states.get(person) ?? 'none'),
    ),
    unknown,
    /** Answers that tell nothing, and whatever was claimed when a bot was killed. */
    atMostUnknown: seen.unclear + inFlight,
    counts: delivery.kinds.find(({ kind }) => kind === 'were-you-there')?.counts,
    states,
  };
}
