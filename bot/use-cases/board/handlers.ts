import type { BoardVerb } from '../../contract/board.ts';
import type { Handlers } from '../handlers.ts';
import { planPaper, presentPaper, recordPaper, reopenPaper, withdrawPaper } from './move-paper.ts';
import { recordCouncil, sayLine, takeBackCouncil, takeBackLine } from './say-line.ts';

export const boardHandlers: Handlers<BoardVerb> = {
  'plan-paper': planPaper,
  'present-paper': presentPaper,
  'record-paper': recordPaper,
  'reopen-paper': reopenPaper,
  'withdraw-paper': withdrawPaper,
  'say-line': sayLine,
  'take-back-line': takeBackLine,
  'approve-terms': (house, caller, data) => recordCouncil(house, caller, data, 'terms-approved'),
  'record-council-meeting': (house, caller, data) => recordCouncil(house, caller, data, 'met'),
  'take-back-council': takeBackCouncil,
};
