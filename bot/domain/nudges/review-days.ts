import type { NudgeKind, RoleName } from '../facts.ts';
import { holdersOf } from '../roles.ts';
import { reviewOn, type ReviewLine, type ReviewStanding } from '../snapshots/regular-review.ts';
import { addDays, addMonths, londonDate, type PlainDate } from '../time.ts';
import { workingDayFrom } from '../working-days.ts';
import type { Nudge, OrganisationFacts } from './nudge.ts';

/** [ours] So many months before a review is due its first reminder comes: it takes time to prepare. */
const MONTHS_AHEAD: Readonly<Record<ReviewLine, number>> = { R1: 1, R2: 3 };

/** What is near, by the day on which it is due; not while an application waits for its answer. */
export function reviewNear(line: ReviewLine, facts: OrganisationFacts): ReviewStanding | undefined {
  const today = londonDate(facts.now);
  const review = reviewOn(line, facts, today);
  if (review.applied !== undefined) return undefined;
  return today < reviewDays(line, review.due, facts).first ? undefined : review;
}

/** The days of its reminders: the EDI lead hears twice, a week apart; then the EDI sponsor. */
export function reviewDays(
  line: ReviewLine,
  due: PlainDate,
  { isBankHoliday }: OrganisationFacts,
): { first: PlainDate; second: PlainDate; support: PlainDate } {
  const first = workingDayFrom(addMonths(due, -MONTHS_AHEAD[line]), isBankHoliday);
  const second = workingDayFrom(addDays(first, 7), isBankHoliday);
  return { first, second, support: workingDayFrom(addDays(second, 7), isBankHoliday) };
}

export function reviewNudges(
  kind: Extract<NudgeKind, 'feedback-due' | 'yearly-review'>,
  line: ReviewLine,
  facts: OrganisationFacts,
): Nudge[] {
  const near = reviewNear(line, facts);
  if (near === undefined) return [];
  const today = londonDate(facts.now);
  const days = reviewDays(line, near.due, facts);
  const to = (role: RoleName, step: string, from: PlainDate): Nudge[] =>
    holdersOf(facts.frame.roles, role, today).map((person) => {
      return { kind, to: person, about: near.due, step, from };
    });
  return [
    ...(today < days.second ? to('edi-lead', '1', days.first) : to('edi-lead', '2', days.second)),
    ...(today < days.support ? [] : to('edi-sponsor', 'support', days.support)),
  ];
}
