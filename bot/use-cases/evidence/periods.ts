import type { SilverCode } from '../../contract/silver.ts';
import { COUNCIL_MONTHS } from '../../domain/board/statement.ts';
import type { Settings } from '../../domain/facts.ts';
import { addDays, addMonths, yearOf, type PlainDate } from '../../domain/time.ts';

const months: Partial<Record<SilverCode, number>> = {
  S1: COUNCIL_MONTHS,
  S3: 36,
  'S3.b': 36,
  S4: 12,
  S5: 12,
  'S5.a': 12,
  'S5.b': 12,
};

/** A figure of D looks at the days after this one; undefined where it looks at what stands on D. */
export function periodAfter(
  code: SilverCode,
  on: PlainDate,
  { yearStartMonth }: Pick<Settings, 'yearStartMonth'>,
): PlainDate | undefined {
  const back = months[code];
  if (back !== undefined) return addMonths(on, -back);
  return code === 'S4.a' ? addDays(yearOf(on, yearStartMonth).start, -1) : undefined;
}
