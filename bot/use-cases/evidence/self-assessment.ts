import framework from '../../domain/framework.json' with { type: 'json' };
import type { FactsBehind } from '../../domain/evidence/facts-behind.ts';
import type { PlainDate } from '../../domain/time.ts';

export type AssessedState = 'in-place' | 'development-area' | 'not-yet-looked-at';

/** What the organisation says of a line, or of a supporting action. */
export interface Assessed {
  readonly state: AssessedState;
  /** The day on which it said so. */
  readonly on?: PlainDate;
  readonly evidence?: string;
}

export interface AssessedLine extends Assessed {
  readonly id: string;
  readonly keyDriver: string;
  /** Verbatim, as are the actions' words. */
  readonly words: string;
  readonly actions: readonly (Assessed & { readonly id: string; readonly words: string })[];
}

export interface AssessedLevel {
  readonly name: string;
  readonly lines: readonly AssessedLine[];
}

/** An assessor of Silver reads Silver first. */
const order = ['silver', 'bronze', 'gold', 'regular-review'] as const;
const names = {
  silver: 'Silver',
  bronze: 'Bronze',
  gold: 'Gold',
  'regular-review': 'Regular review',
} as const;

/** Every line of the framework with what `said` answers of it, by the line's or the action's id. */
export function assessedLevels(said: (id: string) => Assessed): AssessedLevel[] {
  return order.map((level) => ({
    name: names[level],
    lines: (framework.levels.find((each) => each.level === level)?.items ?? []).map((item) => ({
      id: item.id,
      keyDriver: item.keyDriver,
      words: item.directDeliverable,
      ...said(item.id),
      actions: item.supportingActions.map(({ id, text }) => ({ id, words: text, ...said(id) })),
    })),
  }));
}

/**
 * The one place where the pack reads the self-assessment: today the statements of Silver's
 * supporting actions, and of every other line that nobody has looked at it yet.
 */
export function selfAssessment({ statements }: Pick<FactsBehind, 'statements'>) {
  return (id: string): Assessed => {
    const said = statements.find(({ line }) => line === id);
    if (said === undefined) return { state: 'not-yet-looked-at' };
    const { state, on, evidence } = said;
    return { state, on, ...(evidence === undefined ? {} : { evidence }) };
  };
}
