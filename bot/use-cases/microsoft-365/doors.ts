import type { House } from '../context.ts';
import type { Caller, SignedIn } from '../ports.ts';
import { compareWithEntra, type Microsoft365Look } from './compare.ts';

export interface Microsoft365Doors {
  /** Their own manager and address according to Microsoft 365, beside the staff list's. */
  microsoft365(caller: Caller, signedIn: SignedIn): Promise<Microsoft365Look>;
}

export function openMicrosoft365Doors(house: House): Microsoft365Doors {
  return {
    microsoft365: (caller, { token }) => compareWithEntra(house, caller, token),
  };
}
