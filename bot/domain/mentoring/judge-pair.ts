import { refused, wasTapped, type ActContext } from '../act-context.ts';
import type { PersonId } from '../facts.ts';
import { may } from '../permissions.ts';
import { addDays, londonDate, type PlainDate } from '../time.ts';
import { leadsMentoring } from './leading.ts';
import {
  lastTurn,
  matchedOn,
  pairState,
  saidBy,
  sideOf,
  type Pair,
  type PairMove,
  type PairState,
  type PairStep,
  type Side,
} from './pair.ts';
import { isOfLastDay } from '../take-back.ts';

/** [ours] After it has ended, the two see it for four weeks, and can still say when they met. */
const SHOWN_DAYS = 28;

export type PairRefusal =
  | 'no-such-pair'
  | 'not-open-any-more'
  | 'meet-first'
  | 'paused-by-the-other'
  | 'not-met-yet'
  | 'before-you-were-paired';

/** A move is done by adding it; `already` adds nothing. */
export type PairVerdict =
  | { kind: 'done'; pair: Pair }
  | { kind: 'already'; pair: Pair }
  | { kind: 'refused'; because: PairRefusal };

type Judge = (pair: Pair, side: Side, context: ActContext) => PairVerdict | undefined;

/** "Yes, I'd like to": the mentor first; then, and only then, the director. */
export function judgeAccept(pair: Pair, context: ActContext): PairVerdict {
  return byOneOfThem(pair, context, (_, side) => {
    const state = pairState(pair);
    const mine = side === 'mentor' ? 'mentor-accepted' : 'director-accepted';
    if (state === `${side}-asked`) return moved(pair, mine, context);
    if (state === `${side}-declined`) {
      return isRecentOwn(pair, context) ? moved(pair, mine, context) : undefined;
    }
    return pair.moves.some(({ to }) => to === mine) && isOpen(state)
      ? { kind: 'already', pair }
      : undefined;
  });
}

/** "No, thank you": no reason is asked. A yes can become a no until somebody has answered it. */
export function judgeDecline(pair: Pair, context: ActContext): PairVerdict {
  return byOneOfThem(pair, context, (_, side) => {
    const state = pairState(pair);
    const mine = `${side}-declined` as const;
    if (state === mine) return { kind: 'already', pair };
    const justSaidYes = pair.moves.at(-1)?.to === `${side}-accepted` && isOpen(state);
    return state === `${side}-asked` || justSaidYes ? moved(pair, mine, context) : undefined;
  });
}

/** "We met", with a day and nothing more. It counts once the other has said the same day. */
export function judgeMet(pair: Pair, date: PlainDate, context: ActContext): PairVerdict {
  return byOneOfThem(pair, context, () => {
    const from = matchedOn(pair);
    if (from === undefined || !isMatchedState(pairState(pair))) return undefined;
    if (date > londonDate(context.now)) return refused('not-met-yet');
    if (date < from) return refused('before-you-were-paired');
    if (date > lastDayOf(pair, context)) return undefined;
    if (saidBy(pair, context.actor).includes(date)) return { kind: 'already', pair };
    return moved(pair, 'met', context, date);
  });
}

/** Takes back one's own "we met". */
export function judgeNotMet(pair: Pair, date: PlainDate, context: ActContext): PairVerdict {
  return byOneOfThem(pair, context, () =>
    saidBy(pair, context.actor).includes(date)
      ? moved(pair, 'not-met', context, date)
      : { kind: 'already', pair },
  );
}

export function judgePause(pair: Pair, context: ActContext): PairVerdict {
  return byOneOfThem(pair, context, () => {
    const state = pairState(pair);
    if (state === 'paused') return { kind: 'already', pair };
    return state === 'matched' || state === 'active' ? moved(pair, 'paused', context) : undefined;
  });
}

/** Whoever paused it goes on with it; whoever ended or completed it may take that back for a day. */
export function judgeResume(pair: Pair, context: ActContext): PairVerdict {
  const resume: Judge = () => {
    const state = pairState(pair);
    const last = lastTurn(pair);
    if (state === 'paused') {
      return last.by === context.actor
        ? moved(pair, 'resumed', context)
        : refused('paused-by-the-other');
    }
    if (last.to === 'ended' || last.to === 'completed') {
      return isRecentOwn(pair, context) ? moved(pair, 'resumed', context) : undefined;
    }
    return isOpen(state) && last.to === 'resumed' ? { kind: 'already', pair } : undefined;
  };
  return leadOr(pair, context, resume);
}

/** Either ends it at any time, without a reason; the programme lead too, where somebody has left. */
export function judgeEnd(pair: Pair, context: ActContext): PairVerdict {
  return leadOr(pair, context, () => {
    const state = pairState(pair);
    if (state === 'ended') return { kind: 'already', pair };
    return isOpen(state) ? moved(pair, 'ended', context) : undefined;
  });
}

/** The programme is done: only a pair that has met completes it. */
export function judgeComplete(pair: Pair, context: ActContext): PairVerdict {
  return byOneOfThem(pair, context, () => {
    const state = pairState(pair);
    if (state === 'completed') return { kind: 'already', pair };
    if (state === 'matched') return refused('meet-first');
    return state === 'active' ? moved(pair, 'completed', context) : undefined;
  });
}

/** Whether this person sees the pair as one of the two: the director not before the mentor's yes. */
export function isShownTo(pair: Pair, person: PersonId, today: PlainDate): boolean {
  const side = sideOf(pair, person);
  if (side === undefined) return false;
  const state = pairState(pair);
  const { at, to } = lastTurn(pair);
  const isClosed = !isOpen(state);
  if (isClosed && today > addDays(londonDate(at), SHOWN_DAYS)) return false;
  if (isMatchedState(state) && matchedOn(pair) !== undefined) return true;
  if (side === 'mentor') return true;
  return state === 'director-asked' || to === 'director-declined';
}

/** Nobody but the two finds the pair there, and the director only once they have been asked. */
function byOneOfThem(pair: Pair, context: ActContext, judge: Judge): PairVerdict {
  const { actor, frame, now } = context;
  const side = sideOf(pair, actor);
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  const owned = side === undefined ? {} : { owner: pair[side] };
  if (side === undefined || !may('move-own-pair', who, owned)) return refused('no-such-pair');
  if (!isShownTo(pair, actor, who.on)) return refused('no-such-pair');
  if (wasTapped(pair, context)) return { kind: 'already', pair };
  return judge(pair, side, context) ?? refused('not-open-any-more');
}

/** The programme lead does it as they would see it; for everybody else it is the two's own. */
function leadOr(pair: Pair, context: ActContext, judge: Judge): PairVerdict {
  const { actor, frame, now } = context;
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!leadsMentoring(who)) return byOneOfThem(pair, context, judge);
  if (wasTapped(pair, context)) return { kind: 'already', pair };
  return judge(pair, sideOf(pair, actor) ?? 'mentor', context) ?? refused('not-open-any-more');
}

function isOpen(state: PairState): boolean {
  return !['mentor-declined', 'director-declined', 'ended', 'completed'].includes(state);
}

function isMatchedState(state: PairState): boolean {
  return ['matched', 'active', 'paused', 'ended', 'completed'].includes(state);
}

/** Nobody meets as a pair after it has ended. */
function lastDayOf(pair: Pair, { now }: ActContext): PlainDate {
  const { to, at } = lastTurn(pair);
  return londonDate(to === 'ended' || to === 'completed' ? at : now);
}

function isRecentOwn(pair: Pair, { actor, now }: ActContext): boolean {
  const { by, at } = lastTurn(pair);
  return by === actor && isOfLastDay(at, now);
}

function moved(
  pair: Pair,
  to: PairStep,
  { actor, now, tap }: ActContext,
  on?: PlainDate,
): PairVerdict {
  const move: PairMove = {
    to,
    at: now,
    by: actor,
    ...(on === undefined ? {} : { on }),
    ...(tap === undefined ? {} : { tap }),
  };
  return { kind: 'done', pair: { ...pair, moves: [...pair.moves, move] } };
}
