import type { Item } from './agenda.ts';

/** Whether it waits for whoever looks: what they may merely undo or change doesn't. */
export function isForMe({ may, awaited, state }: Item): boolean {
  if (awaited === 'board' || (awaited === 'nobody' && state === 'deferred')) return false;
  return may.some((act) => !['take-back', 'edit', 'withdraw', 'ask-review'].includes(act));
}
