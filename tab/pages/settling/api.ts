import { settleListSchema, type SettleList } from '../../../bot/contract/settle.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getSettleList = (): Promise<Answer<SettleList>> =>
  get('organisation/settle', {}, settleListSchema);
