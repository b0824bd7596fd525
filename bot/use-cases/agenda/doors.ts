import type { Agenda } from '../../contract/agenda.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { boardAgenda, myAgenda } from './read-agenda.ts';

export interface AgendaDoors {
  /** What the networks that somebody chairs or deputises for have raised with the board. */
  agenda(caller: Caller): Promise<Agenda>;
  /** What all networks have raised, for those who bring it to the board. */
  boardAgenda(caller: Caller): Promise<Shown<Agenda>>;
}

export function openAgendaDoors(house: House): AgendaDoors {
  return {
    agenda: (caller) => myAgenda(house, caller),
    boardAgenda: (caller) => boardAgenda(house, caller),
  };
}
