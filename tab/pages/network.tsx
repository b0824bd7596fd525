import { later } from '../parts/later.tsx';
import { useCallback } from 'react';
import type { DecidedClaim, Me, Waiting } from '../../bot/contract/views.ts';
import { getWaiting } from '../api.ts';
import { shortDate } from '../../bot/contract/dates.ts';
import { ActButton } from '../parts/act-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Pill } from '../parts/pill.tsx';
import { Shown } from '../parts/states.tsx';
import { StatusMessage } from '../parts/status-message.tsx';
import { useActs, type Acts } from '../parts/use-acts.ts';
import { useView } from '../parts/use-view.ts';
import { network as words } from '../words-organisation.ts';
import { reopenRequest } from './deciding.ts';
import { NetworkCalendar } from './network-calendar.tsx';
import { OwnNetworks, ownNetworks } from './own-networks.tsx';
import { WaitingClaims } from './waiting-claims.tsx';

const NetworkAgenda = later(
  async () => (await import('./agenda/network-agenda.tsx')).NetworkAgenda,
);

const OwnInvolvements = later(
  async () => (await import('./plan/own-lines.tsx')).OwnInvolvements,
  null,
);

/** Claims that wait for a chair or deputy, or for who decides in their place. */
export function Network({ me }: { me: Me }) {
  const load = useCallback(() => getWaiting(), []);
  const { view, reload } = useView(load);
  const acts = useActs(reload);
  return (
    <>
      <Shown view={view} reload={reload}>
        {(value) => <Claims me={me} value={value} acts={acts} />}
      </Shown>
      {keepsCalendar(me) && <NetworkAgenda organisation={me.organisation.code} />}
      {keepsCalendar(me) && <OwnInvolvements organisation={me.organisation.code} />}
      {keepsCalendar(me) && <NetworkCalendar me={me} changed={reload} />}
      <StatusMessage acts={acts} />
    </>
  );
}

function keepsCalendar({ roles }: Me): boolean {
  return roles.some(({ role }) => role === 'network-chair' || role === 'network-deputy');
}

/** The network that somebody chairs; who chairs several, or decides instead, has the work named. */
function titleFor({ roles }: Me): string {
  const names = new Set(roles.flatMap(({ network }) => network?.name ?? []));
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : words.title;
}

function Claims({ me, value, acts }: { me: Me; value: Waiting; acts: Acts }) {
  const own = value.waiting.filter(({ needsReason }) => !needsReason);
  const instead = value.waiting.filter(({ needsReason }) => needsReason);
  const networks = ownNetworks(me);
  const shared = { organisation: me.organisation.code, today: value.on, acts };
  return (
    <>
      <PageTitle>{titleFor(me)}</PageTitle>
      <p className="lead">{words.standing(value.waiting.length)}</p>
      {value.waiting.length === 0 && !keepsCalendar(me) && <p className="soft">{words.empty}</p>}
      {own.length > 0 && <WaitingClaims key="own" claims={own} {...shared} />}
      {instead.length > 0 && <WaitingClaims key="instead" claims={instead} instead {...shared} />}
      {value.decided.length > 0 && <Decided claims={value.decided} {...shared} />}
      {networks > 0 && <OwnNetworks networks={networks} claims={value} />}
    </>
  );
}

function Decided(props: {
  claims: readonly DecidedClaim[];
  organisation: string;
  today: string;
  acts: Acts;
}) {
  const { claims, organisation, today, acts } = props;
  return (
    <section className="card" aria-labelledby="decided">
      <h2 id="decided">{words.decided}</h2>
      <ul className="rows">
        {claims.map((claim) => (
          <li key={claim.id}>
            <div className="row-words">
              <strong>{claim.name}</strong>
              <span className="soft">
                {claim.networkName}, {shortDate(claim.date, today)}
              </span>
            </div>
            <Pill tone={claim.state === 'confirmed' ? 'good' : 'wait'}>
              {words.stateBy(claim.state, claim.by)}
            </Pill>
            {claim.mayReopen && (
              <div className="buttons">
                <ActButton
                  acts={acts}
                  id={`${claim.id} reopen`}
                  request={reopenRequest([claim.id], claim.name, organisation)}
                  fullLabel={words.takeBackFor(claim.name)}
                >
                  {words.takeBack}
                </ActButton>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
