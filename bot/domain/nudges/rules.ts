import { snoozedUntil } from '../judge-reminders.ts';
import { londonDate } from '../time.ts';
import { claimsWaiting } from './claims-waiting.ts';
import { nudgeId, type Nudge, type NudgeRule, type OrganisationFacts } from './nudge.ts';
import { quarterPaper } from './quarter-paper.ts';
import { wereYouThere } from './were-you-there.ts';

/** Every reminder that there is, a file each. */
export const nudgeRules: readonly NudgeRule[] = [wereYouThere, claimsWaiting, quarterPaper];

/** All that is wanted now, each put off as its person asked. */
export function dueNudges(facts: OrganisationFacts): Nudge[] {
  const people = new Map(facts.people.map((person) => [person.id, person]));
  const today = londonDate(facts.now);
  return nudgeRules
    .flatMap((rule) => rule.due(facts))
    .flatMap((nudge) => {
      const snooze = people.get(nudge.to)?.snoozes.find((made) => made.nudge === nudgeId(nudge));
      if (snooze === undefined) return [nudge];
      const until = snoozedUntil(snooze);
      if (until <= nudge.from) return [nudge];
      // Asked for again by themselves: another step, so that it comes once more.
      return until > today ? [] : [{ ...nudge, step: `${nudge.step}-${until}`, from: until }];
    });
}
