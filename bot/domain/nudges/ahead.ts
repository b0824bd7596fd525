import { addDays, instantAt, londonDate, LONDON, type PlainDate, type PlainTime } from '../time.ts';
import { isWorkingDay } from '../working-days.ts';
import { nudgeId, type Nudge, type NudgeRule, type OrganisationFacts } from './nudge.ts';

/** Nobody is told of what would come later than this. */
const DAYS_AHEAD = 35;
const OPENS = '09:00' as PlainTime;

/**
 * When somebody would next hear of the same thing if nothing changed; undefined where not, or not
 * for weeks. It asks the rule itself, day by day, so that what is said is what will come.
 */
export function comesNext(
  nudge: Pick<Nudge, 'kind' | 'about' | 'to'>,
  rule: NudgeRule,
  facts: OrganisationFacts,
): PlainDate | undefined {
  const today = londonDate(facts.now);
  const stepsOn = (now: OrganisationFacts['now']): string[] =>
    rule
      .due({ ...facts, now })
      .filter((due) => due.to === nudge.to && nudgeId(due) === nudgeId(nudge))
      .map(({ step }) => step);
  const before = new Set(stepsOn(facts.now));
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isWorkingDay(day, facts.isBankHoliday)) continue;
    if (stepsOn(instantAt(day, OPENS, LONDON)).some((step) => !before.has(step))) return day;
  }
  return undefined;
}
