import { useState } from 'react';
import type { Plan, PlanLine } from '../../../bot/contract/plan.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { WordsForm } from '../../parts/words-form.tsx';
import {
  involvementWords,
  plan as words,
  planActs,
  planForm,
  stepWords,
} from '../../words-plan.ts';
import { InvolvementForm } from './involvement-form.tsx';
import { LineForm } from './line-form.tsx';
import { progressRequest, tapRequest, type PlanTap } from './plan-requests.ts';

/** In the order in which they are wanted; the first that may be done stands out. */
const taps: readonly PlanTap[] = ['confirm', 'close', 'begin'];
const quiet: readonly PlanTap[] = ['question', 'reopen', 'remove', 'take-back'];
const forms = ['progress', 'involve', 'edit'] as const;

export interface Work {
  line: PlanLine;
  networks: Plan['networks'];
  today: string;
  organisation: string;
  acts: Acts;
}

/** The network's part, what whoever looks may do, and how the line came to where it is. */
export function LineWork({ line, networks, today, organisation, acts }: Work) {
  const [asking, ask] = useState<(typeof forms)[number]>();
  const given = { line, organisation, acts, close: () => ask(undefined) };
  const mayTap = (which: readonly PlanTap[]) => which.filter((tap) => line.may.includes(tap));
  const button = (tap: PlanTap, look: 'primary' | 'plain' | 'quiet') => (
    <ActButton
      key={tap}
      acts={acts}
      id={`${tap} ${line.id}`}
      request={tapRequest(tap, line, organisation)}
      look={look}
      fullLabel={`${planActs[tap]}: ${line.action}`}
    >
      {planActs[tap]}
    </ActButton>
  );
  return (
    <>
      <p className="plan-part">{involvementWords(line, today)}</p>
      {line.involvement !== undefined && (
        <p className="soft typed plan-part">“{line.involvement.text}”</p>
      )}
      {line.may.length > 0 && (
        <div className="buttons">
          {mayTap(taps).map((tap, index) => button(tap, index === 0 ? 'primary' : 'plain'))}
          {forms
            .filter((form) => line.may.includes(form))
            .map((form) => (
              <Button
                key={form}
                look="quiet"
                held={acts.busy !== undefined}
                expanded={asking === form}
                fullLabel={`${planActs[form]}: ${line.action}`}
                onPress={() => ask(asking === form ? undefined : form)}
              >
                {planActs[form]}
              </Button>
            ))}
          {mayTap(quiet).map((tap) => button(tap, 'quiet'))}
        </div>
      )}
      {asking === 'progress' && (
        <WordsForm
          id={`progress ${line.id}`}
          label={planForm.progress}
          hint={planForm.progressHint}
          missing={planForm.missing.text}
          most={1000}
          submit={planForm.save}
          acts={acts}
          requestFor={(text) => progressRequest(line, text, organisation)}
          close={given.close}
        />
      )}
      {asking === 'involve' && <InvolvementForm {...given} networks={networks} />}
      {asking === 'edit' && <LineForm {...given} without={[]} today={today} />}
      <details>
        <summary>{words.framework(line)}</summary>
        <blockquote>{line.framework.text}</blockquote>
      </details>
      <details>
        <summary>{words.history}</summary>
        <ul className="bare">
          {line.history.map((step) => (
            <li key={`${step.step} ${step.on} ${step.by} ${step.text ?? ''}`}>
              {stepWords(step)}. <span className="soft">{words.historyDay(step.on)}</span>
              {step.text !== undefined && <blockquote className="typed">{step.text}</blockquote>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
