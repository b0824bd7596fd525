import { isLine } from '../assessment/lines.ts';
import { standing, type Statement } from '../board/statement.ts';
import type { PersonId } from '../facts.ts';
import { londonDate, type PlainDate } from '../time.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';
import { ownDays, toOwnerThenLead, type OwnDays } from './own-day.ts';

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
  // Another day is another reminder.
  const about = `${statement.id}~${near.review}`;
  return toOwnerThenLead({ kind: 'line-review', about }, near.owner, near, facts);
}

export interface LineReview extends OwnDays {
  readonly owner?: PersonId;
  readonly review: PlainDate;
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
  const days = ownDays(review, since, { isBankHoliday });
  return {
    ...(owner === undefined ? {} : { owner }),
    ...{ review, ...days },
    isLookedAt: stand.some(({ to, on }) => to !== 'kept' && on >= days.first),
  };
}
