import type { Refusal } from '../contract/acts.ts';
import goal from './goals/refusals.json' with { type: 'json' };
import mentoring from './mentoring/refusals.json' with { type: 'json' };
import education from './education/refusals.json' with { type: 'json' };
import agenda from './agenda/refusals.json' with { type: 'json' };
import assessment from './assessment/refusals.json' with { type: 'json' };
import board from './board/refusals.json' with { type: 'json' };
import plan from './plan/refusals.json' with { type: 'json' };
import pledge from './pledges/refusals.json' with { type: 'json' };
import snapshot from './snapshots/refusals.json' with { type: 'json' };
import settling from './settling/refusals.json' with { type: 'json' };
import settings from './settings/refusals.json' with { type: 'json' };
import microsoft365 from './microsoft-365/refusals.json' with { type: 'json' };
import refusals from './refusals.json' with { type: 'json' };

export interface RefusalWords {
  /** What happened, without blame. */
  readonly say: string;
  /** What the person can do instead. */
  readonly next: string;
}

const words: Readonly<Record<Refusal, RefusalWords>> = {
  ...refusals,
  ...goal,
  ...mentoring,
  ...education,
  ...agenda,
  ...board,
  ...plan,
  ...assessment,
  ...pledge,
  ...snapshot,
  ...settling,
  ...settings,
  ...microsoft365,
};

/** The words of a refusal, the same in every door. */
export function refusalText(because: Refusal): RefusalWords {
  return words[because];
}
