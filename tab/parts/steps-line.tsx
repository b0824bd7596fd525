import { pictures } from '../words-pictures.ts';

export interface Step {
  label: string;
  state: 'done' | 'now' | 'later';
  /** When it was or is due: "9 May", "by 31 March". */
  note?: string | undefined;
}

const signs = { done: '✓ ', now: '• ', later: '' };

/** The steps of a goal or an item: those done, the one now, those to come. `label` names the list. */
export function StepsLine(props: { steps: readonly Step[]; label: string }) {
  return (
    <ol className="steps" aria-label={props.label}>
      {props.steps.map(({ label, state, note }) => (
        <li
          key={label}
          className={`step-${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span>
            <span aria-hidden="true">{signs[state]}</span>
            {label}
            <span className="unseen">, {pictures.step[state]}</span>
          </span>
          {note !== undefined && <span className="step-note">{note}</span>}
        </li>
      ))}
    </ol>
  );
}
