import { claimState } from './claim.ts';
import type { IntentionAnswer, Meeting, MeetingId, Person, PersonId } from './facts.ts';
import { isOfLastDay } from './take-back.ts';
import { isOpen, startOf } from './meeting.ts';
import type { Instant } from './time.ts';

/** What somebody did last about attendance, for themselves or their executive. */
export interface LastDone {
  readonly meeting: MeetingId;
  readonly person: PersonId;
  readonly at: Instant;
  /** What would take it back; nothing where it was itself a taking back, or somebody decided since. */
  readonly undo?:
    | { readonly verb: 'withdraw' | 'undo-not-there' }
    | { readonly verb: 'undo-intention'; readonly answer: IntentionAnswer };
}

/** The latest of what `actor` recorded, answered or took back, of those people. */
export function lastDone(people: readonly Person[], actor: PersonId): LastDone | undefined {
  const done = people.flatMap((person) => [
    ...claimed(person, actor),
    ...answered(person, actor),
    ...saidNotThere(person, actor),
  ]);
  return done.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
}

/** At a word only what is a day old at most, and still open; else it is shown first [ours]. */
export function isUndoneAtAWord({ at, undo }: LastDone, meeting: Meeting, now: Instant): boolean {
  if (undo === undefined || !isOfLastDay(at, now) || !isOpen(meeting)) return false;
  return undo.verb !== 'undo-intention' || startOf(meeting) > now;
}

function claimed({ id, claims }: Person, actor: PersonId): LastDone[] {
  return claims.flatMap((claim) => {
    const own = claim.moves.findLast(
      ({ to, by }) => by === actor && (to === 'claimed' || to === 'withdrawn'),
    );
    if (own === undefined) return [];
    // What the chair has confirmed since is theirs too: it is shown, not taken back at a word.
    const isUndone = own !== claim.moves.at(-1) || claimState(claim) !== 'claimed';
    const found = { meeting: claim.meeting, person: id, at: own.at };
    return [isUndone ? found : { ...found, undo: { verb: 'withdraw' as const } }];
  });
}

function answered({ id, intentions }: Person, actor: PersonId): LastDone[] {
  return intentions.flatMap(({ meeting, answers }) => {
    const own = answers.findLast(({ by }) => by === actor);
    if (own === undefined) return [];
    const found = { meeting, person: id, at: own.at };
    const { answer } = own;
    return own !== answers.at(-1) || answer === 'taken-back'
      ? [found]
      : [{ ...found, undo: { verb: 'undo-intention' as const, answer } }];
  });
}

function saidNotThere({ id, notThere }: Person, actor: PersonId): LastDone[] {
  return notThere.flatMap(({ meeting, moves }) => {
    const own = moves.findLast(({ by }) => by === actor);
    if (own === undefined) return [];
    const found = { meeting, person: id, at: own.at };
    return own !== moves.at(-1) || own.to === 'taken-back'
      ? [found]
      : [{ ...found, undo: { verb: 'undo-not-there' as const } }];
  });
}
