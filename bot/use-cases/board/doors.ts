import type { Council, Papers } from '../../contract/board.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { council } from './council.ts';
import { papers } from './papers.ts';

export interface BoardDoors {
  /** The board's race data: for who keeps its papers, the board chair and the EDI sponsor. */
  papers(caller: Caller): Promise<Shown<Papers>>;
  /** The leadership council and the lines that the organisation assesses itself. */
  council(caller: Caller): Promise<Shown<Council>>;
}

export function openBoardDoors(house: House): BoardDoors {
  return {
    papers: (caller) => papers(house, caller),
    council: (caller) => council(house, caller),
  };
}
