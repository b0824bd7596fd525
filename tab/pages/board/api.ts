import {
  councilSchema,
  papersSchema,
  type Council,
  type Papers,
} from '../../../bot/contract/board.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getPapers = (): Promise<Answer<Papers>> => get('board/papers', {}, papersSchema);

export const getCouncil = (): Promise<Answer<Council>> =>
  get('organisation/council', {}, councilSchema);
