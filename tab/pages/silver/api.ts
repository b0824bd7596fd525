import { silverSchema, type Silver } from '../../../bot/contract/silver.ts';
import type { Answer } from '../../answer.ts';
import { get, type AsAt } from '../../api.ts';

export const getSilver = (asAt: AsAt): Promise<Answer<Silver>> =>
  get('organisation/silver', { ...asAt }, silverSchema);
