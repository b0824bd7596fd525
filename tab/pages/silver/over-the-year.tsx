import type { SilverYear } from '../../../bot/contract/silver-year.ts';
import type { SilverCode } from '../../../bot/contract/silver.ts';
import { YearLine } from '../../parts/year-line.tsx';
import { lineNames } from '../../words-silver.ts';

/** The share that a line asks for; left out where the framework has no threshold. */
const marks: Partial<Record<SilverCode, number>> = {
  ...{ S1: 1, S2: 1, S3: 1, 'S3.b': 0.75, S4: 1, S5: 1 },
};

/** One line through the year; nothing where it has no figure. */
export function OverTheYear(props: { code: SilverCode; silver: SilverYear | undefined }) {
  const { code, silver } = props;
  const line = silver?.lines.find((each) => each.code === code);
  if (silver === undefined || line === undefined) return null;
  const mark = marks[code];
  return (
    <YearLine
      line={line}
      year={silver.year}
      label={lineNames[code]}
      {...(mark === undefined ? {} : { mark })}
    />
  );
}
