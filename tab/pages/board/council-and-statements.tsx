import { useCallback, useState } from 'react';
import type { Council } from '../../../bot/contract/board.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Pill } from '../../parts/pill.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { Why } from '../../parts/why.tsx';
import { council as words, lines as lineWords } from '../../words-board.ts';
import { getCouncil } from './api.ts';
import { AskForm } from './ask-form.tsx';
import { councilAsk, takeBackRequest } from './council-asks.ts';
import { LineRow } from './line-row.tsx';

interface Keeping {
  council: Council;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
}

interface Shared {
  me: Me;
  /** The page's figures are to be read again. */
  changed: () => Promise<void>;
}

function useCouncil(changed: () => Promise<void>) {
  const { view, reload } = useView(getCouncil);
  const both = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  return { view, reload: both, acts: useActs(both) };
}

/** The leadership council: what is on record of it. */
export function CouncilRecord({ me, changed }: Shared) {
  const { view, reload, acts } = useCouncil(changed);
  const { code } = me.organisation;
  return (
    <>
      <section aria-label={words.title}>
        <Shown view={view} reload={reload} small>
          {(council) => (
            <CouncilRecords council={council} organisation={code} acts={acts} reload={reload} />
          )}
        </Shown>
      </section>
      <StatusMessage acts={acts} />
    </>
  );
}

/** Those supporting actions of one line of which the organisation says itself where they stand. */
export function Statements({ of, me, changed }: Shared & { of: 'S1' | 'S5' }) {
  const { view, reload, acts } = useCouncil(changed);
  const { code } = me.organisation;
  return (
    <>
      <section aria-label={`${lineWords.title}: ${of}`}>
        <p className="soft">{lineWords.note}</p>
        <Shown view={view} reload={reload} small>
          {({ lines, mayKeep }) => (
            <ul className="rows">
              {lines
                .filter(({ line }) => line.startsWith(`${of}.`))
                .map((line) => (
                  <LineRow
                    key={line.line}
                    line={line}
                    mayKeep={mayKeep}
                    organisation={code}
                    acts={acts}
                    reload={reload}
                  />
                ))}
            </ul>
          )}
        </Shown>
      </section>
      <StatusMessage acts={acts} />
    </>
  );
}

function CouncilRecords({ council, organisation, acts, reload }: Keeping) {
  const { terms, meetings, metLately, months, on, mayKeep, why } = council;
  const [open, setOpen] = useState<'met' | 'terms'>();
  const ready = terms !== undefined && metLately;
  const records = [
    ...(terms === undefined ? [] : [{ ...terms, what: words.approved(terms.date) }]),
    ...meetings.map((met) => ({ ...met, what: words.meeting(met.date) })),
  ];
  return (
    <>
      <div className="card-top">
        <div className="card-words">
          <p>{words.terms(council)}</p>
          <p>{words.met(council)}</p>
        </div>
        <Pill tone={ready ? 'good' : 'ask'}>{words.states[ready ? 'ready' : 'to-do']}</Pill>
      </div>
      {records.length > 0 && (
        <details>
          <summary>{words.records(records.length)}</summary>
          <ul className="rows">
            {records.map(({ move, what, document }) => (
              <li key={move}>
                <div className="row-words">
                  <strong>{what}</strong>
                  <span className="soft">{words.document(document)}</span>
                </div>
                {mayKeep && (
                  <ActButton
                    acts={acts}
                    id={`back ${move}`}
                    request={takeBackRequest(move, organisation)}
                    look="quiet"
                    fullLabel={words.takeBackFor(what)}
                  >
                    {words.takeBack}
                  </ActButton>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayKeep && open === undefined && (
        <div className="buttons after">
          <Button onPress={() => setOpen('met')}>{words.recordMeeting}</Button>
          <Button onPress={() => setOpen('terms')}>{words.recordTerms}</Button>
        </div>
      )}
      {open !== undefined && (
        <AskForm
          key={open}
          ask={councilAsk(open, on, organisation)}
          acts={acts}
          reload={reload}
          close={() => setOpen(undefined)}
        />
      )}
      <Why framework={why.framework} rule={why.rule}>
        <p>{words.rule(months)}</p>
      </Why>
    </>
  );
}
