import type { Pledges, SharedPledges } from '../../contract/pledges.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { ownPledges, sharedPledges } from './pledges.ts';

export interface PledgeDoors {
  /** One's own pledges and notes; nobody else's answer has them. */
  pledges(caller: Caller): Promise<Shown<Pledges>>;
  /** What colleagues chose to share. */
  sharedPledges(caller: Caller): Promise<Shown<SharedPledges>>;
}

export function openPledgeDoors(house: House): PledgeDoors {
  return {
    pledges: (caller) => ownPledges(house, caller),
    sharedPledges: (caller) => sharedPledges(house, caller),
  };
}
