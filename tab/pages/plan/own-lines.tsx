import type { OwnPlan, PlanLine } from '../../../bot/contract/plan.ts';
import { targetWords } from '../../../bot/contract/plan-words.ts';
import { Pill } from '../../parts/pill.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { levelNames, ownPlan as words, stateNames } from '../../words-plan.ts';
import { getOwnPlan } from './api.ts';
import { LineWork } from './line-work.tsx';

/** The lines that somebody carries; nothing where there are none. */
export function OwnLines({ organisation }: { organisation: string }) {
  return <OwnPart of="lines" organisation={organisation} />;
}

/** The lines that name a network of theirs: its part waits for their yes. */
export function OwnInvolvements({ organisation }: { organisation: string }) {
  return <OwnPart of="involvements" organisation={organisation} />;
}

function OwnPart({ of, organisation }: { of: 'lines' | 'involvements'; organisation: string }) {
  const { view, reload } = useView(getOwnPlan);
  const acts = useActs(reload);
  // Most people have no part in the plan: for them there is nothing to wait for, nor to mend.
  const own = view.kind === 'shown' ? view.value : undefined;
  const lines = own?.[of] ?? [];
  const waiting = lines.filter(waits).length;
  return (
    <>
      {own !== undefined && lines.length > 0 && (
        <section className="card" aria-labelledby={`plan-${of}`}>
          <h2 id={`plan-${of}`}>{words[of]}</h2>
          <p className="soft">{of === 'lines' ? words.note : words.ask(waiting)}</p>
          <ul className="rows">
            {lines.map((line) => (
              <Row key={line.id} {...{ of, line, own, organisation, acts }} />
            ))}
          </ul>
        </section>
      )}
      <StatusMessage acts={acts} />
    </>
  );
}

function Row(props: {
  of: 'lines' | 'involvements';
  line: PlanLine;
  own: OwnPlan;
  organisation: string;
  acts: Acts;
}) {
  const { of, line, own, organisation, acts } = props;
  const { state, involvement } = line;
  const tone = state === 'done' ? 'good' : state === 'open' ? 'ask' : 'wait';
  return (
    <li>
      <div className="row-words">
        <strong className="typed">{line.action}</strong>
        <span className="soft">
          {levelNames[line.framework.level]}. {targetWords(line, own.on)}
        </span>
        {of === 'lines' && line.progress !== undefined && (
          <span className="typed">{line.progress.text}</span>
        )}
      </div>
      <Pill tone={involvement !== undefined && waits(line) ? 'ask' : tone}>
        {waits(line) ? words.waits : stateNames[state]}
      </Pill>
      <div className="whole-row">
        <LineWork
          line={line}
          networks={own.networks}
          today={own.on}
          organisation={organisation}
          acts={acts}
        />
      </div>
    </li>
  );
}

function waits({ involvement, may }: PlanLine): boolean {
  return involvement?.state === 'waiting' && may.includes('confirm');
}
