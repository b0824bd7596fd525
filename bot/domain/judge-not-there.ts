import { refused, wasTapped, type ActContext } from './act-context.ts';
import { claimState } from './claim.ts';
import type { Claim, Meeting, NotThere, NotThereMove, PersonId } from './facts.ts';
import { isHeld } from './meeting.ts';
import { may } from './permissions.ts';
import { isExecutiveOn } from './roles.ts';
import { londonDate } from './time.ts';

export type NotThereVerdict =
  | { kind: 'done'; said: NotThere }
  | { kind: 'already' }
  | {
      kind: 'refused';
      because:
        | 'not-yours'
        | 'not-recorded-here'
        | 'cancelled'
        | 'not-yet-held'
        | 'not-an-executive-that-day'
        | 'recorded-already';
    };

/** "No, I wasn't there": kept, so that nobody asks again. It says nothing against anybody. */
export function judgeNotThere(
  meeting: Meeting,
  person: PersonId,
  known: { said: NotThere | undefined; claim: Claim | undefined },
  to: NotThereMove['to'],
  context: ActContext,
): NotThereVerdict {
  const { actor, frame, now, tap } = context;
  const { said, claim } = known;
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!may('say-not-there', who, { owner: person })) return refused('not-yours');
  if (!meeting.openToExecutives) return refused('not-recorded-here');
  if (wasTapped(said, context)) return { kind: 'already' };
  if (to === 'taken-back') {
    if (!isNotThere(said)) return { kind: 'already' };
  } else {
    if (meeting.cancelled === true) return refused('cancelled');
    if (!isHeld(meeting, now)) return refused('not-yet-held');
    if (!isExecutiveOn(frame.roles, person, meeting.date)) {
      return refused('not-an-executive-that-day');
    }
    const state = claim === undefined ? undefined : claimState(claim);
    if (state === 'claimed' || state === 'confirmed') return refused('recorded-already');
    if (isNotThere(said)) return { kind: 'already' };
  }
  const move: NotThereMove = {
    to,
    at: now,
    by: actor,
    ...(actor === person ? {} : { onBehalf: true as const }),
    ...(tap === undefined ? {} : { tap }),
  };
  const moves = said === undefined ? ([move] as const) : ([...said.moves, move] as const);
  return { kind: 'done', said: { meeting: meeting.id, person, moves } };
}

/** Whether "no" is the answer that stands. */
export function isNotThere(said: NotThere | undefined): boolean {
  return said?.moves.at(-1)?.to === 'not-there';
}
