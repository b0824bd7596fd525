import type { GoalReminder } from '../../contract/goals.ts';
import type { Person } from '../../domain/facts.ts';
import { appraisalYear } from '../../domain/goals/goal.ts';
import { isOpen } from '../../domain/nudges/own-goal.ts';
import { teamQueueOf } from '../../domain/nudges/team-goals.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { londonDate } from '../../domain/time.ts';

type Told = { due: boolean; goals?: GoalReminder };

/** A leader's own reminder as it stands now. */
export function ownGoalReminder(about: string, person: Person, facts: OrganisationFacts): Told {
  const what = about.startsWith('midyear') ? 'midyear' : 'needed';
  const { start } = appraisalYear(facts.frame.settings, londonDate(facts.now));
  const isAsked = about === `${what}~${start}` && isOpen(person, what, start, facts);
  return { due: isAsked, goals: { what, whose: 'own', count: 1, since: start } };
}

/** A manager's, or the EDI lead's in support of managers. */
export function teamGoalsReminder(about: string, person: Person, facts: OrganisationFacts): Told {
  const queue = teamQueueOf(person.id, about, facts);
  if (queue === undefined) return { due: false };
  const { what, count, since, supporting } = queue;
  return { due: true, goals: { what, whose: supporting ? 'everybody' : 'team', count, since } };
}
