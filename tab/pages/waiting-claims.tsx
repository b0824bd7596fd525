import { useId, useRef, useState } from 'react';
import { queryReasonSchema } from '../../bot/contract/acts.ts';
import type { WaitingClaim } from '../../bot/contract/views.ts';
import { londonMoment, meetingTime } from '../../bot/contract/dates.ts';
import type { ActRequest } from '../parts/act-outcome.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Button } from '../parts/button.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { queryWords } from '../words.ts';
import { network as words } from '../words-organisation.ts';
import { confirmRequest, queryRequest } from './deciding.ts';

interface ClaimsProps {
  claims: readonly WaitingClaim[];
  /** Decided in place of a chair: a reason is kept with each. */
  instead?: boolean;
  organisation: string;
  today: string;
  acts: Acts;
}

/** The claims by name, so that who confirms all sees first whom that means. */
export function WaitingClaims(props: ClaimsProps) {
  const { claims, instead = false, organisation, today, acts } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const title = useId();

  function confirm(key: string, chosen: readonly WaitingClaim[]): void {
    if (instead && reason.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    setMissing(false);
    const given = instead ? reason.trim() : undefined;
    acts.perform(key, confirmRequest(chosen, organisation, given));
  }

  return (
    <section className="card" aria-labelledby={title}>
      <div className="card-top">
        <h2 id={title}>{instead ? words.insteadTitle : words.waitingTitle}</h2>
        {claims.length > 1 && (
          <Button
            look="primary"
            busy={acts.busy === `all ${instead}`}
            held={acts.busy !== undefined}
            onPress={() => confirm(`all ${instead}`, claims)}
          >
            {words.confirmAll(claims.length)}
          </Button>
        )}
      </div>
      {instead && <ReasonField ref={field} value={reason} change={setReason} missing={missing} />}
      <ul className="rows">
        {claims.map((claim) => (
          <Claim
            key={claim.id}
            claim={claim}
            today={today}
            acts={acts}
            primary={claims.length === 1}
            confirm={() => confirm(claim.id, [claim])}
            query={(asked) => queryRequest(claim, asked, organisation)}
          />
        ))}
      </ul>
    </section>
  );
}

function Claim(props: {
  claim: WaitingClaim;
  today: string;
  acts: Acts;
  primary: boolean;
  confirm: () => void;
  query: (reason: keyof typeof queryWords) => ActRequest;
}) {
  const { claim, today, acts, primary, confirm, query } = props;
  const [asking, setAsking] = useState(false);
  return (
    <li>
      <div className="row-words">
        <strong>{claim.name}</strong>
        <span>
          {claim.networkName}, {meetingTime(claim, today)}
        </span>
        <span className="soft">{words.said(londonMoment(claim.claimedAt), claim.onBehalf)}</span>
      </div>
      <div className="buttons">
        <Button
          look={primary ? 'primary' : 'plain'}
          busy={acts.busy === claim.id}
          held={acts.busy !== undefined}
          fullLabel={words.confirmFor(claim)}
          onPress={confirm}
        >
          {words.confirm}
        </Button>
        <Button
          look="quiet"
          expanded={asking}
          fullLabel={words.queryFor(claim)}
          onPress={() => setAsking(!asking)}
        >
          {words.query}
        </Button>
      </div>
      {asking && (
        <div className="asking" role="group" aria-label={words.queryFor(claim)}>
          <p className="soft">{words.queryHint}</p>
          <div className="buttons">
            {queryReasonSchema.options.map((reason) => (
              <ActButton
                key={reason}
                acts={acts}
                id={`${claim.id} ${reason}`}
                request={query(reason)}
              >
                {queryWords[reason]}
              </ActButton>
            ))}
          </div>
        </div>
      )}
    </li>
  );
}
