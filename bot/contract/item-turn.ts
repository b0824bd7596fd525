import type { Item } from './agenda.ts';

/** Whether it waits for whoever looks: what they may merely undo or change doesn't. */
export function isForMe({ may, awaited, state }: Item): boolean {
  if (awaited === 'board' || (awaited === 'nobody' && state === 'deferred')) return false;
  // The board secretary may still place what they passed on; it is the chair's turn.
  if (awaited === 'board-chair') return may.includes('decline');
  return may.some((act) => !['take-back', 'edit', 'withdraw', 'ask-review'].includes(act));
}
