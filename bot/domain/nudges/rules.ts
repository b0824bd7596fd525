import type { NudgeKind } from '../facts.ts';
import { isClosed } from '../merger.ts';
import { isMuted, snoozedUntil } from '../judge-reminders.ts';
import { londonDate } from '../time.ts';
import { attendanceTakenOff } from './attendance-taken-off.ts';
import { claimsWaiting } from './claims-waiting.ts';
import { feedbackDue } from './feedback-due.ts';
import { yearlyReview } from './yearly-review.ts';
import { coveragePace } from './coverage-pace.ts';
import { meetingChanged } from './meeting-changed.ts';
import { meetingUnbooked } from './meeting-unbooked.ts';
import { inPrivate } from './in-private.ts';
import { nudgeId, type Nudge, type NudgeRule, type OrganisationFacts } from './nudge.ts';
import { pledgeReview } from './pledge-review.ts';
import { itemAnswered } from './item-answered.ts';
import { itemNoOutcome } from './item-no-outcome.ts';
import { itemUntriaged } from './item-untriaged.ts';
import { ownGoal } from './own-goal.ts';
import { teamGoals } from './team-goals.ts';
import { involvementWaiting } from './involvement-waiting.ts';
import { lineReview } from './line-review.ts';
import { planLineDue } from './plan-line-due.ts';
import { quarterPaper } from './quarter-paper.ts';
import { wereYouThere } from './were-you-there.ts';

/** Every reminder that there is, a file each. */
export const nudgeRules: readonly NudgeRule[] = [
  wereYouThere,
  claimsWaiting,
  attendanceTakenOff,
  meetingChanged,
  pledgeReview,
  itemUntriaged,
  itemNoOutcome,
  itemAnswered,
  inPrivate,
  ownGoal,
  teamGoals,
  quarterPaper,
  meetingUnbooked,
  coveragePace,
  feedbackDue,
  yearlyReview,
  planLineDue,
  involvementWaiting,
  lineReview,
];

/** Which go first where not all fit on a card: news of a meeting lapses soon, the rest as listed. */
export const onACard: readonly NudgeKind[] = [
  ...new Set<NudgeKind>([
    ...(['meeting-changed', 'meeting-unbooked', 'were-you-there'] as const),
    ...nudgeRules.map(({ kind }) => kind),
  ]),
];

/** What is due to people who have not switched it off. */
export function wantedNudges(facts: OrganisationFacts): Nudge[] {
  const people = new Map(facts.people.map((person) => [person.id, person]));
  return dueNudges(facts).filter(
    ({ to, kind }) => !isMuted(people.get(to)?.mutes.find((mute) => mute.kind === kind)),
  );
}

/** All that is wanted now, each put off as its person asked. */
export function dueNudges(facts: OrganisationFacts): Nudge[] {
  const people = new Map(facts.people.map((person) => [person.id, person]));
  const today = londonDate(facts.now);
  if (isClosed(facts.frame.settings, facts.now)) return [];
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
