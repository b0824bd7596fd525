import type { Answer, Trouble } from '../answer.ts';

/** What a page shows of something read: `stale` when reading it again failed. */
export type View<T> =
  | { kind: 'loading' }
  | { kind: 'shown'; value: T; stale: boolean }
  | { kind: 'trouble'; trouble: Trouble };

/** What is shown stays when a later reading fails for the moment; a refusal takes it away. */
export function after<T>(before: View<T>, answer: Answer<T>): View<T> {
  if (answer.kind === 'ok') return { kind: 'shown', value: answer.value, stale: false };
  if (before.kind === 'shown' && answer.kind !== 'refused') return { ...before, stale: true };
  return { kind: 'trouble', trouble: answer };
}
