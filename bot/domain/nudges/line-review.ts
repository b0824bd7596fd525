import { isLine } from '../assessment/lines.ts';
import { standing, type Statement } from '../board/statement.ts';
import type { PersonId } from '../facts.ts';
import { holdersOf } from '../roles.ts';
import { addDays, londonDate, type PlainDate } from '../time.ts';
import { workingDayAfter, workingDayFrom } from '../working-days.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/** [ours] So many days before its review day a line is heard of first. */
const DAYS_AHEAD = 14;

/**
 * A line of the framework that is to be looked at again: whoever looks after it hears two weeks
 * before its review day and once that has gone by; a week later the EDI lead. Of a line that nobody
 * looks after the EDI lead hears alone. Whoever says where it stands has looked at it.
 */
export const lineReview: NudgeRule = {
  kind: 'line-review',
  needs: 'the-person',
  due: (facts) => facts.things.statement.flatMap((statement) => ofLine(statement, facts)),
};

function ofLine(statement: Statement, facts: OrganisationFacts): Nudge[] {
  const near = lineReviewOn(statement, facts);
  if (near === undefined || near.isLookedAt) return [];
  const { owner, review, first, second, support } = near;
  const today = londonDate(facts.now);
  // Another day is another reminder.
  const about = `${statement.id}~${review}`;
  const nudge = (to: PersonId, step: string, from: PlainDate): Nudge[] =>
    today < from ? [] : [{ kind: 'line-review', to, about, step, from }];
  const [step, from]: [string, PlainDate] = today >= second ? ['2', second] : ['1', first];
  const leads = [...new Set(holdersOf(facts.frame.roles, 'edi-lead', today))];
  if (owner === undefined) return leads.flatMap((to) => nudge(to, step, from));
  return [
    ...nudge(owner, step, from),
    ...leads.filter((to) => to !== owner).flatMap((to) => nudge(to, 'support', support)),
  ];
}

export interface LineReview {
  readonly owner?: PersonId;
  readonly review: PlainDate;
  /** None comes before the day was set. */
  readonly first: PlainDate;
  readonly second: PlainDate;
  readonly support: PlainDate;
  /** Somebody has said where it stands since its first reminder. */
  readonly isLookedAt: boolean;
}

/** A line's review day with the days of its reminders, where one is set. */
export function lineReviewOn(
  { id, moves }: Statement,
  { now, isBankHoliday }: Pick<OrganisationFacts, 'now' | 'isBankHoliday'>,
): LineReview | undefined {
  const stand = standing(moves, londonDate(now));
  const kept = stand.filter(({ to }) => to === 'kept');
  const { owner, review } = kept.at(-1) ?? {};
  if (review === undefined || !isLine(id)) return undefined;
  const before = kept.findLastIndex((each) => each.review !== review);
  const since = kept[before + 1]?.on ?? review;
  const ahead = addDays(review, -DAYS_AHEAD);
  const first = workingDayFrom(ahead > since ? ahead : since, isBankHoliday);
  const second = workingDayAfter(review, isBankHoliday);
  return {
    ...(owner === undefined ? {} : { owner }),
    ...{ review, first, second, support: workingDayFrom(addDays(second, 7), isBankHoliday) },
    isLookedAt: stand.some(({ to, on }) => to !== 'kept' && on >= first),
  };
}
