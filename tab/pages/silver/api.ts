import { breakdownSchema, type Breakdown } from '../../../bot/contract/silver-breakdown.ts';
import { silverYearSchema, type SilverYear } from '../../../bot/contract/silver-year.ts';
import { silverSchema, type Silver } from '../../../bot/contract/silver.ts';
import type { Answer } from '../../answer.ts';
import { get, type AsAt } from '../../api.ts';

export const getSilver = (asAt: AsAt): Promise<Answer<Silver>> =>
  get('organisation/silver', { ...asAt }, silverSchema);

export const getSilverYear = (asAt: AsAt): Promise<Answer<SilverYear>> =>
  get('organisation/silver/year', { ...asAt }, silverYearSchema);

export const getBreakdown = (
  line: Breakdown['line'],
  by: Breakdown['by'],
  on: string | undefined,
): Promise<Answer<Breakdown>> =>
  get('organisation/silver/breakdown', { line, by, on }, breakdownSchema);
