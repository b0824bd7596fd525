import type { Readers } from '../use-cases/readers.ts';
import { readBoardMeetings } from './board-meetings.ts';
import { readEducation } from './education.ts';
import { readHistory } from './history.ts';
import { readMeetings } from './meetings.ts';
import { readNetworks } from './networks.ts';
import { readRoles } from './roles.ts';
import { readRoster } from './roster.ts';

export const readers: Readers = {
  roster: readRoster,
  roles: readRoles,
  networks: readNetworks,
  meetings: readMeetings,
  boardMeetings: readBoardMeetings,
  history: readHistory,
  education: readEducation,
};
