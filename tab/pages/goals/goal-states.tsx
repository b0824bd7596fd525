import { useCallback, useId, useState } from 'react';
import type { Act } from '../../../bot/contract/acts.ts';
import type { GoalStates as States } from '../../../bot/contract/goals.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { FormField } from '../../parts/form-field.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { WordsForm } from '../../parts/words-form.tsx';
import { own, standingWords, states as words } from '../../words-goals.ts';
import { getGoalStates } from './api.ts';

type Leader = States['people'][number];

/** Each leader's goal by its state, never its words; managers named, last year's figure reported. */
export function GoalStates(props: {
  organisation: string;
  /** The page's figures are to be read again. */
  changed: () => Promise<void>;
}) {
  const { organisation, changed } = props;
  const load = useCallback(() => getGoalStates(), []);
  const { view, reload } = useView(load);
  const both = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  const acts = useActs(both);
  return (
    <>
      <section aria-label={words.title}>
        <Shown view={view} reload={reload} small>
          {(states) => (
            <>
              <Leaders people={states.people} organisation={organisation} acts={acts} />
              <LastYear states={states} organisation={organisation} acts={acts} />
            </>
          )}
        </Shown>
      </section>
      <StatusMessage acts={acts} />
    </>
  );
}

function Leaders(props: { people: readonly Leader[]; organisation: string; acts: Acts }) {
  const { people, organisation, acts } = props;
  const counted = people.filter(({ outside }) => outside === undefined);
  const agreed = counted.filter(({ standing }) => hasGoal(standing)).length;
  const stuck = people.filter(({ manager }) => manager === undefined);
  return (
    <>
      <p>{words.lead(agreed, counted.length)}</p>
      {stuck.length > 0 && (
        <>
          <p>{words.noManager(stuck.length)}</p>
          <LeaderTable people={stuck} organisation={organisation} acts={acts} />
        </>
      )}
      <details>
        <summary>{words.all(people.length)}</summary>
        <LeaderTable people={people} organisation={organisation} acts={acts} />
      </details>
    </>
  );
}

function hasGoal(standing: Leader['standing']): boolean {
  return ['agreed', 'paused', 'proposed', 'answered', 'concluded'].includes(standing);
}

function LeaderTable(props: { people: readonly Leader[]; organisation: string; acts: Acts }) {
  return (
    <ul className="rows" aria-label={words.caption}>
      {props.people.map((leader) => (
        <LeaderRow key={leader.person} leader={leader} {...props} />
      ))}
    </ul>
  );
}

function LeaderRow(props: { leader: Leader; organisation: string; acts: Acts }) {
  const { leader, organisation, acts } = props;
  const { name, standing, outside, manager, managerBy } = leader;
  const request = (chosen?: string): ActRequest => {
    const act: Act = {
      verb: 'name-manager',
      data: { organisation, for: leader.person, manager: chosen },
    };
    return { acts: [act], done: () => ({ text: words.named(name) }) };
  };
  return (
    <li>
      <span className="row-words">
        <strong>{name}</strong>
        <span className="soft">{leader.directorate}</span>
      </span>
      <span className="row-figure">
        {standing === 'none' && outside !== undefined
          ? words.outside[outside]
          : standingWords[standing]}
      </span>
      <span className="row-figure">{manager?.name ?? words.nobody}</span>
      <details className="whole-row">
        <summary aria-label={words.nameFor(name)}>{words.name}</summary>
        <WordsForm
          id={`name ${leader.person}`}
          label={words.managerLabel}
          missing={own.problem.address}
          most={120}
          submit={words.set}
          line
          acts={acts}
          requestFor={request}
        />
        {(managerBy === 'edi-lead' || manager === undefined) && (
          <ActButton
            acts={acts}
            id={`listed ${leader.person}`}
            look="quiet"
            request={request()}
            fullLabel={words.listedFor(name)}
          >
            {words.listed}
          </ActButton>
        )}
      </details>
    </li>
  );
}

function LastYear(props: { states: States; organisation: string; acts: Acts }) {
  const { states, organisation, acts } = props;
  const { n, of, reported, year } = states.lastYear;
  return (
    <>
      <h3>{words.reportTitle}</h3>
      <p>{words.figure(n, of)}</p>
      <p className="soft">
        {reported === undefined
          ? words.notReported
          : words.reported(reported.n, reported.of, reported.on, reported.document)}
      </p>
      <details key={reported?.on}>
        <summary>{words.report}</summary>
        <ReportForm
          today={states.on}
          acts={acts}
          send={(date, document) =>
            acts.perform('report', {
              acts: [
                { verb: 'report-goals', data: { organisation, year: year.start, date, document } },
              ],
              done: () => ({ text: words.reportTold }),
            })
          }
        />
      </details>
    </>
  );
}

function ReportForm(props: {
  today: string;
  acts: Acts;
  send: (date: string, document: string) => void;
}) {
  const { today, acts, send } = props;
  const [date, setDate] = useState(today);
  const [document, setDocument] = useState('');
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  return (
    <form
      className="stacked"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(document.trim() === '');
        if (document.trim() !== '') send(date, document.trim());
        else globalThis.document.getElementById(`${id}-document`)?.focus();
      }}
    >
      <FormField id={`${id}-date`} label={words.reportDate} fault={undefined}>
        {(described) => (
          <input
            {...described}
            type="date"
            max={today}
            value={date}
            onChange={(event) => setDate(event.target.value || today)}
          />
        )}
      </FormField>
      <FormField
        id={`${id}-document`}
        label={words.reportDocument}
        hint={words.reportHint}
        fault={isMissing ? words.reportDocument : undefined}
      >
        {(described) => (
          <input
            {...described}
            maxLength={200}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        )}
      </FormField>
      <div className="buttons">
        <Button submits busy={acts.busy === 'report'} held={acts.busy !== undefined}>
          {words.report}
        </Button>
      </div>
    </form>
  );
}
