import { fullDate } from '../../../bot/contract/dates.ts';
import type { Plan, PlanLine } from '../../../bot/contract/plan.ts';
import { Pill, type Tone } from '../../parts/pill.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { levelNames, plan as words, stateNames } from '../../words-plan.ts';
import { LineWork } from './line-work.tsx';

const tones: Readonly<Record<PlanLine['state'], Tone>> = {
  open: 'ask',
  'in-progress': 'wait',
  done: 'good',
};

/** The plan under the framework's own headings; on a phone each line is a card. */
export function PlanTable(props: {
  plan: Plan;
  lines: readonly PlanLine[];
  organisation: string;
  acts: Acts;
}) {
  const { plan, lines, organisation, acts } = props;
  return (
    <table className="plan" aria-label={words.title}>
      <thead>
        <tr>
          {plan.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {lines.map((line) => (
        <tbody key={line.id}>
          <tr>
            {cellsOf(line).map((cell, index) => (
              <td key={plan.columns[index]} data-label={plan.columns[index]}>
                {cell}
              </td>
            ))}
          </tr>
          <tr className="work">
            <td colSpan={plan.columns.length}>
              <details>
                <summary aria-label={words.moreAbout(line)}>{words.more}</summary>
                <LineWork
                  line={line}
                  networks={plan.networks}
                  today={plan.on}
                  organisation={organisation}
                  acts={acts}
                />
              </details>
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/** A cell for each of the framework's columns, in their order. */
function cellsOf(line: PlanLine) {
  const { framework, action, owner, timescale, target, passed, progress, comments, state } = line;
  return [
    <span key="level">
      {levelNames[framework.level]} <span className="soft">{framework.id}</span>
    </span>,
    <strong key="action" className="typed">
      {action}
    </strong>,
    owner.name,
    timescale ?? '',
    <span key="target">
      {fullDate(target)}
      {passed && <span className="soft"> {words.gone}</span>}
    </span>,
    <span key="progress">
      <Pill tone={tones[state]}>{stateNames[state]}</Pill>
      {progress !== undefined && <span className="typed said">{progress.text}</span>}
    </span>,
    <span key="comments" className="typed">
      {comments ?? ''}
    </span>,
  ];
}
