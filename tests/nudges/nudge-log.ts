import { vi } from 'vitest';
import type { NudgeLog } from '../../bot/nudges/parts.ts';

/** What was told of nudges, for tests to look at. */
export function nudgeLog() {
  return {
    nudgePlanned: vi.fn<NudgeLog['nudgePlanned']>(),
    nudgesPlanned: vi.fn<NudgeLog['nudgesPlanned']>(),
    nudgeEnded: vi.fn<NudgeLog['nudgeEnded']>(),
    nudgePutOff: vi.fn<NudgeLog['nudgePutOff']>(),
    nudgeStuck: vi.fn<NudgeLog['nudgeStuck']>(),
    nudgesReconciled: vi.fn<NudgeLog['nudgesReconciled']>(),
    nudgesPutAside: vi.fn<NudgeLog['nudgesPutAside']>(),
    ledgerHead: vi.fn<NudgeLog['ledgerHead']>(),
    ledgerVerified: vi.fn<NudgeLog['ledgerVerified']>(),
    factsErased: vi.fn<NudgeLog['factsErased']>(),
    nudgesFaulted: vi.fn<NudgeLog['nudgesFaulted']>(),
  };
}
