import { shortDate } from '../../../bot/contract/dates.ts';
import type { SilverLine } from '../../../bot/contract/silver.ts';
import { CoverageBar } from '../../parts/coverage-bar.tsx';
import { ProgressRing } from '../../parts/progress-ring.tsx';
import { StepsLine } from '../../parts/steps-line.tsx';
import { lineNames, silver as words } from '../../words-silver.ts';

/** A line as something to look at; its words say the same numbers. */
export function LinePicture({ line, today }: { line: SilverLine; today: string }) {
  const label = lineNames[line.code];
  switch (line.code) {
    case 'S1':
      return (
        <StepsLine
          label={label}
          steps={[
            {
              label: words.council.terms,
              state: line.council?.terms ? 'done' : 'later',
              note: line.council?.terms ? shortDate(line.council.terms, today) : words.notYetDone,
            },
            {
              label: words.council.met,
              state:
                line.n === line.of || (line.n === 1 && !line.council?.terms) ? 'done' : 'later',
              note: line.council?.lastMet
                ? shortDate(line.council.lastMet, today)
                : words.notYetDone,
            },
          ]}
        />
      );
    case 'S4':
      return <ProgressRing done={line.n} waiting={0} target={line.of} />;
    case 'S5':
      return (
        <StepsLine
          label={words.quarters}
          steps={(line.board?.quarters ?? []).map(({ start, covered }) => ({
            label: `From ${shortDate(start, today)}`,
            state: covered ? 'done' : 'later',
            note: covered ? words.covered : words.notCovered,
          }))}
        />
      );
    case 'S3.b':
      return <CoverageBar n={line.n} of={line.of} mark={0.75} label={label} />;
    case 'S2':
    case 'S2.met':
    case 'S3':
      return line.of === 0 ? null : <CoverageBar n={line.n} of={line.of} label={label} />;
    default:
      return null;
  }
}
