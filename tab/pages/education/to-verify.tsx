import { useCallback, useId, useState, type SyntheticEvent } from 'react';
import { fullDate, londonMoment } from '../../../bot/contract/dates.ts';
import {
  returnReasonSchema,
  type EducationToVerify as ToVerify,
  type ReturnReason,
} from '../../../bot/contract/education.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { FormField } from '../../parts/form-field.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { reasons, toVerify as words } from '../../words-education.ts';
import { reopenRequest, returnRequest, verifyRequest } from './acts.ts';
import { getEducationToVerify } from './api.ts';
import { EvidenceOf } from './evidence.tsx';

type Waiting = ToVerify['waiting'][number];
type Answered = ToVerify['answered'][number];

/** Courses that wait for the EDI lead, or for whoever stands in. For anybody else nothing. */
export function EducationToVerify(props: {
  me: Me;
  /** The page's figures are to be read again. */
  changed: () => Promise<void>;
}) {
  const { me, changed } = props;
  const load = useCallback(() => getEducationToVerify(), []);
  const { view, reload } = useView(load);
  const both = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  const acts = useActs(both);
  if (view.kind === 'trouble' && view.trouble.kind === 'refused') return null;
  const leads = me.roles.some(({ role }) => role === 'edi-lead');
  const empty =
    view.kind !== 'shown' || view.value.waiting.length + view.value.answered.length === 0;
  if (!leads && empty) return null;
  return (
    <>
      <section className="card" aria-labelledby="to-verify">
        <h2 id="to-verify">{words.title}</h2>
        <Shown view={view} reload={reload} small>
          {(toVerify) => (
            <Records toVerify={toVerify} organisation={me.organisation.code} acts={acts} />
          )}
        </Shown>
      </section>
      <StatusMessage acts={acts} />
    </>
  );
}

function Records(props: { toVerify: ToVerify; organisation: string; acts: Acts }) {
  const { toVerify, organisation, acts } = props;
  const { waiting, answered } = toVerify;
  return (
    <>
      <p>{words.waiting(waiting.length)}</p>
      {waiting.length > 0 && (
        <ul className="rows">
          {waiting.map((record) => (
            <WaitingRow
              key={record.id}
              record={record}
              organisation={organisation}
              acts={acts}
              only={waiting.length === 1}
            />
          ))}
        </ul>
      )}
      {waiting.length > 1 && (
        <div className="buttons">
          <ActButton
            acts={acts}
            id="verify all"
            request={verifyRequest(waiting, organisation)}
            look="primary"
          >
            {words.verifyAll(waiting.length)}
          </ActButton>
        </div>
      )}
      {answered.length > 0 && (
        <details>
          <summary>{words.answered(answered.length)}</summary>
          <ul className="rows">
            {answered.map((record) => (
              <AnsweredRow
                key={record.id}
                record={record}
                organisation={organisation}
                acts={acts}
              />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function WaitingRow(props: { record: Waiting; organisation: string; acts: Acts; only: boolean }) {
  const { record, organisation, acts, only } = props;
  const [returning, setReturning] = useState(false);
  return (
    <li>
      <div className="row-words">
        <strong>{record.name}</strong>
        <span>{record.course}</span>
        <span className="soft">{fullDate(record.date)}</span>
        <EvidenceOf record={record} acts={acts} />
      </div>
      <div className="buttons">
        <ActButton
          acts={acts}
          id={`verify ${record.id}`}
          request={verifyRequest([record], organisation)}
          look={only ? 'primary' : 'plain'}
          fullLabel={words.verifyFor(record.name, record)}
        >
          {words.verify}
        </ActButton>
        <Button
          look="quiet"
          expanded={returning}
          fullLabel={words.sendBackFor(record.name, record)}
          onPress={() => setReturning(!returning)}
        >
          {words.sendBack}
        </Button>
      </div>
      {returning && <SendBack record={record} organisation={organisation} acts={acts} />}
    </li>
  );
}

/** A neutral reason from the list, then one tap. */
function SendBack(props: { record: Waiting; organisation: string; acts: Acts }) {
  const { record, organisation, acts } = props;
  const [reason, choose] = useState<ReturnReason>();
  const [fault, setFault] = useState<string>();
  const id = useId();
  const key = `return ${record.id}`;
  function send(event: SyntheticEvent): void {
    event.preventDefault();
    setFault(reason === undefined ? words.needsReason : undefined);
    if (reason === undefined) document.getElementById(id)?.focus();
    else acts.perform(key, returnRequest(record, reason, organisation));
  }
  return (
    <form className="stacked" noValidate onSubmit={send}>
      <FormField id={id} label={words.why} fault={fault}>
        {(described) => (
          <select
            {...described}
            value={reason ?? ''}
            onChange={({ target }) => choose(returnReasonSchema.safeParse(target.value).data)}
          >
            <option value="">{words.choose}</option>
            {returnReasonSchema.options.map((each) => (
              <option key={each} value={each}>
                {reasons[each]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <div className="buttons">
        <Button submits busy={acts.busy === key} held={acts.busy !== undefined}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}

function AnsweredRow(props: { record: Answered; organisation: string; acts: Acts }) {
  const { record, organisation, acts } = props;
  const { name, course, date, state, reason, answeredBy, answeredAt, mayReopen } = record;
  return (
    <li>
      <div className="row-words">
        <strong>{name}</strong>
        <span>{course}</span>
        <span className="soft">{fullDate(date)}</span>
        {reason !== undefined && <span>{reasons[reason]}.</span>}
        <span className="soft">{words.by(state, answeredBy, londonMoment(answeredAt))}</span>
        <EvidenceOf record={record} acts={acts} />
      </div>
      {mayReopen && (
        <ActButton
          acts={acts}
          id={`reopen ${record.id}`}
          request={reopenRequest([record.id], organisation)}
          look="quiet"
          fullLabel={words.takeBackFor(name, record)}
        >
          {words.takeBack}
        </ActButton>
      )}
    </li>
  );
}
