import { addDays, londonDate, type PlainDate } from '../time.ts';
import { workingDayFrom, type IsBankHoliday } from '../working-days.ts';
import { pairState, saidBy, type Pair, type PairMove, type Side } from './pair.ts';

/** A pair that has not met for so long is offered help. */
const QUIET_DAYS = 42;
const WEEK = 7;

/** What one of the two hears of: a question, the other's yes, the other's "we met", or that it is quiet. */
export const stageKinds = ['asked', 'matched', 'confirm', 'quiet'] as const;
export type StageKind = (typeof stageKinds)[number];

export interface Stage {
  readonly kind: StageKind;
  /** The days of its reminders. */
  readonly days: readonly [PlainDate, ...PlainDate[]];
  /** When the programme lead hears, to lend a hand. */
  readonly lead?: PlainDate;
  /** Tells it from the stages before it, and says nothing: how many moves there were. */
  readonly number: number;
  /** The day on which the other says they met. */
  readonly session?: PlainDate;
}

/** What one side of a pair is to hear of now. */
export function stageOf(
  pair: Pair,
  side: Side,
  today: PlainDate,
  isBankHoliday: IsBankHoliday,
): Stage | undefined {
  const state = pairState(pair);
  const twice = (from: PlainDate): [PlainDate, PlainDate] => {
    const first = workingDayFrom(from, isBankHoliday);
    return [first, workingDayFrom(addDays(first, WEEK), isBankHoliday)];
  };
  const supported = (from: PlainDate): Pick<Stage, 'days' | 'lead'> => {
    const days = twice(from);
    return { days, lead: workingDayFrom(addDays(days[1], WEEK), isBankHoliday) };
  };

  if (state === `${side}-asked`) {
    const asked = last(pair, ({ to }) => to === 'proposed' || to === 'mentor-accepted');
    return { kind: 'asked', number: asked.number, ...supported(asked.day) };
  }
  if (state !== 'matched' && state !== 'active') return undefined;

  const other = side === 'mentor' ? pair.director : pair.mentor;
  const mine = new Set(saidBy(pair, pair[side]));
  const session = saidBy(pair, other).findLast((day) => !mine.has(day));
  if (session !== undefined) {
    const said = last(pair, ({ to, by, on }) => to === 'met' && by === other && on === session);
    return { kind: 'confirm', number: said.number, days: twice(said.day), session };
  }
  const { day, number } = lastSign(pair);
  const quiet = addDays(day, QUIET_DAYS);
  if (today >= quiet) return { kind: 'quiet', number, ...supported(quiet) };
  const matched = last(pair, ({ to }) => to === 'director-accepted');
  return side === 'mentor' && matched.number === pair.moves.length - 1
    ? { kind: 'matched', number, days: [twice(matched.day)[0]] }
    : undefined;
}

/** Quiet: neither has told of a session since, and it was neither matched nor started again. */
export function isQuiet(pair: Pair, today: PlainDate): boolean {
  const state = pairState(pair);
  return (
    (state === 'matched' || state === 'active') && today >= addDays(lastSign(pair).day, QUIET_DAYS)
  );
}

function lastSign(pair: Pair): { day: PlainDate; number: number } {
  const started = last(pair, ({ to }) => to === 'director-accepted' || to === 'resumed');
  const met = [...saidBy(pair, pair.mentor), ...saidBy(pair, pair.director)].toSorted().at(-1);
  if (met === undefined || met <= started.day) return started;
  return { ...last(pair, ({ to, on }) => to === 'met' && on === met), day: met };
}

/** The last such move: its day and its place. */
function last(pair: Pair, is: (move: PairMove) => boolean): { day: PlainDate; number: number } {
  const number = Math.max(0, pair.moves.findLastIndex(is));
  const { at } = pair.moves[number] ?? pair.moves[0];
  return { day: londonDate(at), number };
}
