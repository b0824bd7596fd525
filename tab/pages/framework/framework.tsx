import { useCallback, useState } from 'react';
import type { Assessment } from '../../../bot/contract/assessment.ts';
import { londonMoment } from '../../../bot/contract/dates.ts';
import type { Me } from '../../../bot/contract/views.ts';
import type { AsAt } from '../../api.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { organisation } from '../../words-organisation.ts';
import { framework as words, levelNames } from '../../words-framework.ts';
import { DateChoice } from '../date-choice.tsx';
import { getAssessment } from './api.ts';
import { LineDetails, LineSummary, type LineParts } from './line-details.tsx';
import '../../parts/board.css';
import '../../parts/framework.css';

/** Every line of the framework: where it stands, and what shows it. */
export function Framework({ me }: { me: Me }) {
  const [asAt, setAsAt] = useState<AsAt>({});
  const load = useCallback(() => getAssessment(asAt), [asAt]);
  const { view, reload } = useView(load);
  const acts = useActs(reload);
  const shared = { organisation: me.organisation.code, acts, reload };
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      {view.kind === 'shown' && <Lead assessment={view.value} known={asAt.known} today={me.on} />}
      <DateChoice asAt={asAt} today={me.on} choose={setAsAt} />
      <Shown view={view} reload={reload}>
        {(assessment) => (
          <>
            {assessment.levels.map((level) => (
              <Level key={level.level} {...{ ...shared, level, assessment }} />
            ))}
          </>
        )}
      </Shown>
      <StatusMessage acts={acts} />
    </>
  );
}

function Lead(props: { assessment: Assessment; known: string | undefined; today: string }) {
  const { assessment, known, today } = props;
  const knownAt = known === undefined ? undefined : londonMoment(assessment.known);
  const isNow = assessment.on === today && known === undefined;
  const waiting = assessment.levels.flatMap(({ level, lines }) =>
    lines
      .filter(({ evidence }) => evidence.some(({ may }) => may.includes('approve')))
      .map((line) => ({ level, line })),
  );
  return (
    <div role="status">
      <p className="lead">{words.lead(assessment, isNow)}</p>
      {!isNow && <p className="soft">{organisation.asAt(assessment.on, knownAt)}</p>}
      {waiting.length > 0 && (
        <p className="next">
          <span>
            <strong>{words.next}:</strong> {words.waits(waiting)}
          </span>
        </p>
      )}
    </div>
  );
}

type Shared = Omit<LineParts, 'line'>;

function Level({
  level,
  ...shared
}: Omit<Shared, 'assessment'> & {
  level: Assessment['levels'][number];
  assessment: Assessment;
}) {
  const deliverables = level.lines.filter(({ deliverable }) => deliverable);
  return (
    <details className="card level">
      <summary>
        <h2>{levelNames[level.level]}</h2>
        <span className="soft">{words.inPlace(level)}</span>
      </summary>
      {deliverables.map((line) => (
        <details key={line.line} className="assessed">
          <LineSummary line={line} />
          <LineDetails line={line} {...shared} />
          <h3>{words.supporting}</h3>
          {level.lines
            .filter((each) => each.line.startsWith(`${line.line}.`))
            .map((action) => (
              <details key={action.line} className="assessed">
                <LineSummary line={action} />
                <LineDetails line={action} {...shared} />
              </details>
            ))}
        </details>
      ))}
    </details>
  );
}
