import { levelNames } from '../../contract/plan-words.ts';
import framework from '../../domain/framework.json' with { type: 'json' };
import { evidenceFor } from '../../domain/evidence/facts-behind.ts';
import type { Known } from '../../domain/measures/figure.ts';
import type { PlainDate } from '../../domain/time.ts';
import { assessmentOf } from '../assessment/assessment-of.ts';

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

/** Every line of the framework with what `said` answers of it, by the line's or the action's id. */
export function assessedLevels(said: (id: string) => Assessed): AssessedLevel[] {
  return order.map((level) => ({
    name: levelNames[level],
    lines: (framework.levels.find((each) => each.level === level)?.items ?? []).map((item) => ({
      id: item.id,
      keyDriver: item.keyDriver,
      words: item.directDeliverable,
      ...said(item.id),
      actions: item.supportingActions.map(({ id, text }) => ({ id, words: text, ...said(id) })),
    })),
  }));
}

/** What the organisation says of each line on a day, with all that speaks for it. */
export function selfAssessment(known: Known): (id: string) => Assessed {
  const lines = new Map(assessmentOf(known).map((line) => [line.code, line]));
  return (id) => {
    const line = lines.get(id);
    const evidence = evidenceFor(id, known);
    const shown = evidence.length === 0 ? {} : { evidence: evidence.join('; ') };
    if (line === undefined || line.state === 'not-looked-at') {
      return { state: 'not-yet-looked-at', ...shown };
    }
    return {
      state: line.state,
      ...(line.said === undefined ? {} : { on: line.said.on }),
      ...shown,
    };
  };
}
