import { refused, wasTapped, type ActContext } from '../act-context.ts';
import type { Person } from '../facts.ts';
import { isLeaderOrDirector } from '../leaders.ts';
import { may } from '../permissions.ts';
import { addMonths, londonDate, type PlainDate } from '../time.ts';
import { pledgeState, type Pledge, type PledgeMove } from './pledge.ts';

/** [ours] A review further away than that is one that nobody remembers. */
const FURTHEST_REVIEW_MONTHS = 24;
/** [ours] More than that at once is no pledge but a list. */
const MOST_AT_ONCE = 10;

export type PledgeRefusal =
  | 'not-yours'
  | 'not-a-leader'
  | 'no-such-pledge'
  | 'pledge-withdrawn'
  | 'too-many-pledges'
  | 'review-not-ahead'
  | 'review-too-far';

export type PledgeVerdict =
  | { kind: 'done'; pledge: Pledge }
  | { kind: 'already'; pledge: Pledge }
  | { kind: 'refused'; because: PledgeRefusal };

/** A leader's own words, with a day on which to look at them again. Nobody makes one for them. */
export function judgeMake(
  id: string,
  review: PlainDate,
  owner: Person,
  context: ActContext,
): PledgeVerdict {
  if (!isTheirs(owner, context)) return refused('not-yours');
  const tapped = owner.pledges.find((pledge) => wasTapped(pledge, context));
  if (tapped !== undefined) return { kind: 'already', pledge: tapped };
  if (!isLeader(owner, context)) return refused('not-a-leader');
  const not = whyNotThatDay(review, context);
  if (not !== undefined) return refused(not);
  const standing = owner.pledges.filter((pledge) => !pledgeState(pledge).withdrawn);
  if (standing.length >= MOST_AT_ONCE) return refused('too-many-pledges');
  return { kind: 'done', pledge: { id, moves: [moveTo('made', context, review)] } };
}

export type PledgeStep = Exclude<PledgeMove['to'], 'made'>;

/**
 * A later step of one's own pledge. Whoever leads no longer may still do all of it: what they wrote
 * is theirs. A new review is written each time; anything else done twice is done once.
 */
export function judgeStep(
  pledge: Pledge,
  to: PledgeStep,
  owner: Person,
  context: ActContext,
  review?: PlainDate,
): PledgeVerdict {
  if (!isTheirs(owner, context)) return refused('not-yours');
  if (wasTapped(pledge, context)) return { kind: 'already', pledge };
  const state = pledgeState(pledge);
  if (state.withdrawn) {
    return to === 'withdrawn' ? { kind: 'already', pledge } : refused('pledge-withdrawn');
  }
  const stands = {
    reviewed: false,
    extended: state.review !== undefined && state.review === review,
    shared: state.shared,
    'kept-private': !state.shared,
    withdrawn: false,
  } satisfies Record<PledgeStep, boolean>;
  if (stands[to]) return { kind: 'already', pledge };
  const not = review === undefined ? undefined : whyNotThatDay(review, context);
  if (not !== undefined) return refused(not);
  const moves = [...pledge.moves, moveTo(to, context, review)] as const;
  return { kind: 'done', pledge: { ...pledge, moves } };
}

/** The leaders' own: whether somebody may make pledges, and keep notes to themselves. */
export function mayPledge(owner: Person, context: ActContext): boolean {
  return isTheirs(owner, context) && isLeader(owner, context);
}

function isTheirs(owner: Person, { actor, frame, now }: ActContext): boolean {
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  return may('keep-own-pledges', who, { owner: owner.id });
}

function isLeader(owner: Person, { frame, now }: ActContext): boolean {
  return isLeaderOrDirector(owner, frame.roles, londonDate(now), frame.settings.gradeMap);
}

function whyNotThatDay(
  review: PlainDate,
  { now }: ActContext,
): 'review-not-ahead' | 'review-too-far' | undefined {
  const today = londonDate(now);
  if (review <= today) return 'review-not-ahead';
  return review > addMonths(today, FURTHEST_REVIEW_MONTHS) ? 'review-too-far' : undefined;
}

function moveTo(
  to: PledgeMove['to'],
  { now, tap }: ActContext,
  review: PlainDate | undefined,
): PledgeMove {
  return {
    to,
    at: now,
    ...(review === undefined ? {} : { review }),
    ...(tap === undefined ? {} : { tap }),
  };
}
