import type { MyMentoring, Programme } from '../../contract/mentoring.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { myMentoring } from './own.ts';
import { programme } from './programme.ts';

export interface MentoringDoors {
  /** One's own pairs: for each of the two, once they have been asked. */
  mentoring(caller: Caller): Promise<MyMentoring>;
  /** All pairs: for whoever leads the programme. */
  programme(caller: Caller): Promise<Shown<Programme>>;
}

export function openMentoringDoors(house: House): MentoringDoors {
  return {
    mentoring: (caller) => myMentoring(house, caller),
    programme: (caller) => programme(house, caller),
  };
}
