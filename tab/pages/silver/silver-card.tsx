import type { ReactNode } from 'react';
import type { SilverYear } from '../../../bot/contract/silver-year.ts';
import type { SilverLine } from '../../../bot/contract/silver.ts';
import { Folded } from '../../parts/folded.tsx';
import { Why } from '../../parts/why.tsx';
import { inFigures } from '../../words-history.ts';
import { exclusionWords, lineNames, lineStanding, silver as words } from '../../words-silver.ts';
import { LinePicture } from './line-picture.tsx';
import { Networks } from './networks.tsx';
import { OverTheYear } from './over-the-year.tsx';
import { Readiness } from './readiness.tsx';

/** One line of Silver: a picture, a sentence, whether its evidence is ready; the rest on request. */
export function SilverCard(props: {
  line: SilverLine;
  supporting: readonly SilverLine[];
  today: string;
  /** Its supporting actions as the organisation speaks of them: in place of their figures. */
  statements: ReactNode;
  /** How it and its supporting actions went through the year. */
  year: SilverYear | undefined;
  /** What whoever looks may see or do about it. */
  work: ReactNode;
}) {
  const { line, supporting, today, statements, year, work } = props;
  return (
    <section className="card" aria-labelledby={line.code}>
      <div className="card-top">
        {line.code === 'S4' && <LinePicture line={line} today={today} />}
        <div className="card-words">
          <h2 id={line.code}>{lineNames[line.code]}</h2>
          <p>{lineStanding(line, today)}</p>
          {line.before ? <p className="soft">{inFigures.line(line.before)}</p> : null}
        </div>
        <Readiness line={line} />
      </div>
      {line.code !== 'S4' && <LinePicture line={line} today={today} />}
      <OverTheYear code={line.code} silver={year} />
      <Outside line={line} />
      {line.networks !== undefined && line.networks.length > 0 && (
        <Networks networks={line.networks} />
      )}
      {statements !== undefined ? (
        <Folded title={supportingTitle(supporting)}>{statements}</Folded>
      ) : (
        supporting.length > 0 && <Supporting lines={supporting} today={today} year={year} />
      )}
      <div className="work">{work}</div>
      <WhyLine line={line} />
    </section>
  );
}

function Outside({ line }: { line: SilverLine }) {
  const { exclusions = [], excluded, unsettled, flagged } = line;
  return (
    <>
      {exclusions.length > 0 && <p className="soft">{exclusionWords(exclusions)}</p>}
      {excluded !== undefined && (
        <p className="soft">
          {words.excluded(excluded, line.code === 'S2.met' ? 'goals' : 'people')}
        </p>
      )}
      {unsettled !== undefined && <p className="soft">{words.unsettled(unsettled)}</p>}
      {flagged !== undefined && <p className="soft">{words.flagged(flagged)}</p>}
    </>
  );
}

function supportingTitle(lines: readonly SilverLine[]): string {
  const ready = lines.filter((line) => line.ready).length;
  return words.supporting(ready, lines.length);
}

function Supporting(props: {
  lines: readonly SilverLine[];
  today: string;
  year: SilverYear | undefined;
}) {
  const { lines, today, year } = props;
  return (
    <details className="supporting">
      <summary>{supportingTitle(lines)}</summary>
      {lines.map((line) => (
        <section key={line.code} className="sub" aria-labelledby={line.code}>
          <div className="card-top">
            <div className="card-words">
              <h3 id={line.code}>{lineNames[line.code]}</h3>
              <p>{lineStanding(line, today)}</p>
            </div>
            <Readiness line={line} />
          </div>
          <LinePicture line={line} today={today} />
          <OverTheYear code={line.code} silver={year} />
          <Outside line={line} />
          <WhyLine line={line} />
        </section>
      ))}
    </details>
  );
}

function WhyLine({ line }: { line: SilverLine }) {
  return (
    <Why framework={line.framework} rule={line.rule}>
      <p>{line.code === 'S4' ? words.lowest : line.ours ? words.whyOurs : words.whyTheirs}</p>
    </Why>
  );
}
