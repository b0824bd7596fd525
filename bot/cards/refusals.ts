import type { Refusal } from '../contract/acts.ts';
import refusals from './refusals.json' with { type: 'json' };

export interface RefusalWords {
  /** What happened, without blame. */
  readonly say: string;
  /** What the person can do instead. */
  readonly next: string;
}

const words: Readonly<Record<Refusal, RefusalWords>> = refusals;

/** The words of a refusal, the same in every door. */
export function refusalText(because: Refusal): RefusalWords {
  return words[because];
}
