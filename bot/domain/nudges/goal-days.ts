import { appraisalYear } from '../goals/goal.ts';
import { addDays, addMonths, type PlainDate, type Year } from '../time.ts';
import { workingDayFrom } from '../working-days.ts';
import type { OrganisationFacts } from './nudge.ts';

/** What goals are reminded of, each with the days between which it is. */
export type GoalOccasion = 'needed' | 'midyear' | 'conclude';

/** [ours] A goal is first asked for a week into the year, so that nobody's year begins with it. */
const QUIET_DAYS = 7;
const LAST_WEEKS = 6;
/** [ours] The middle of the year is asked about for two months. */
const MIDYEAR_MONTHS = 2;

/** The occasion of a day, if any, with the days of its two reminders and of the supporting one. */
export function occasionOn(
  { frame, isBankHoliday }: Pick<OrganisationFacts, 'frame' | 'isBankHoliday'>,
  today: PlainDate,
): { what: GoalOccasion; year: Year; days: Steps } | undefined {
  const year = appraisalYear(frame.settings, today);
  const spans: [GoalOccasion, from: PlainDate, until: PlainDate][] = [
    ['needed', addDays(year.start, QUIET_DAYS), addMonths(year.start, 3)],
    ['midyear', addMonths(year.start, 6), addMonths(year.start, 6 + MIDYEAR_MONTHS)],
    ['conclude', addDays(year.end, 1 - 7 * LAST_WEEKS), addDays(year.end, 1)],
  ];
  const open = spans.find(([, from, until]) => from <= today && today < until);
  if (open === undefined) return undefined;
  const [what, from] = open;
  const days = stepsFrom(from, isBankHoliday);
  // Months 1 and 2 are the leader's; then their manager hears.
  const monthThree = workingDayFrom(addMonths(year.start, 2), isBankHoliday);
  return { what, year, days: what === 'needed' ? { ...days, support: monthThree } : days };
}

export interface Steps {
  readonly first: PlainDate;
  readonly second: PlainDate;
  readonly support: PlainDate;
}

/** At most two for one thing, a week apart; a week later a supporting person hears. */
export function stepsFrom(
  from: PlainDate,
  isBankHoliday: OrganisationFacts['isBankHoliday'],
): Steps {
  const first = workingDayFrom(from, isBankHoliday);
  const second = workingDayFrom(addDays(first, 7), isBankHoliday);
  return { first, second, support: workingDayFrom(addDays(second, 7), isBankHoliday) };
}

/** Which of the two is wanted today. */
export function stepOn({ first, second }: Steps, today: PlainDate): Wanted | undefined {
  if (today >= second) return { step: '2', from: second };
  return today >= first ? { step: '1', from: first } : undefined;
}

interface Wanted {
  readonly step: string;
  readonly from: PlainDate;
}
