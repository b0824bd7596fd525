import type { House } from '../context.ts';
import type { AsAt } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { evidencePack, type PackOutcome } from './pack.ts';

export interface EvidenceDoors {
  /** The evidence of a day as one zip: the EDI lead's. */
  evidencePack(caller: Caller, asAt: AsAt): Promise<PackOutcome>;
}

export function openEvidenceDoors(house: House): EvidenceDoors {
  return { evidencePack: (caller, asAt) => evidencePack(house, caller, asAt) };
}
