import type { Assessment } from '../../../bot/contract/assessment.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { framework as words, levelNames } from '../../words-framework.ts';
import { getAssessment } from './api.ts';
import { LineDetails, LineSummary, type LineParts } from './line-details.tsx';
import '../../parts/board.css';
import '../../parts/framework.css';

/** Every line of the framework: where it stands, and what shows it. */
export function Framework({ me }: { me: Me }) {
  const { view, reload } = useView(getAssessment);
  const acts = useActs(reload);
  const shared = { organisation: me.organisation.code, acts, reload };
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Shown view={view} reload={reload}>
        {(assessment) => (
          <>
            <Lead assessment={assessment} />
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

function Lead({ assessment }: { assessment: Assessment }) {
  const waiting = assessment.levels.flatMap(({ level, lines }) =>
    lines
      .filter(({ evidence }) => evidence.some(({ may }) => may.includes('approve')))
      .map((line) => ({ level, line })),
  );
  return (
    <div role="status">
      <p className="lead">{words.lead(assessment)}</p>
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
