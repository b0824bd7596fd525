import { goalOutcomes, type GoalOutcome } from '../../domain/goals/goal.ts';
import type { PersonId } from '../../domain/facts.ts';

/** A goal's id outside storage: whose, and of which appraisal year. */
export function goalId({ person, id }: { person: PersonId; id: string }): string {
  return `${person}~${id}`;
}

export interface NamedGoal {
  readonly person: PersonId;
  readonly goal: string;
}

export function parseGoalId(text: string): NamedGoal | undefined {
  const [person, goal, ...rest] = text.split('~');
  if (!person || !goal || rest.length > 0) return undefined;
  return { person: person as PersonId, goal };
}

/** A goal and the version of its text. */
export function parseTextId(text: string): (NamedGoal & { version: number }) | undefined {
  const [named, version] = apart(text);
  return named && /^\d{1,6}$/.test(version) ? { ...named, version: Number(version) } : undefined;
}

/** A goal and what its leader said that it came to. */
export function parseProposalId(text: string): (NamedGoal & { outcome: GoalOutcome }) | undefined {
  const [named, said] = apart(text);
  const outcome = goalOutcomes.find((known) => known === said);
  return named && outcome ? { ...named, outcome } : undefined;
}

function apart(text: string): [NamedGoal | undefined, string] {
  const at = text.lastIndexOf('~');
  return [parseGoalId(text.slice(0, Math.max(0, at))), text.slice(at + 1)];
}
