import { useCallback, useState } from 'react';
import type { Me } from '../../../bot/contract/views.ts';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { pledges as words } from '../../words-pledges.ts';
import { getPledges } from './api.ts';
import { MakePledge } from './make-pledge.tsx';
import { Notes } from './notes.tsx';
import { OnePledge } from './one-pledge.tsx';
import { SharedPledges } from './shared-pledges.tsx';

/** One's own pledges, one's notes to oneself, and what colleagues chose to share. */
export function OwnPledges({ me }: { me: Me }) {
  const load = useCallback(() => getPledges(), []);
  const { view, reload } = useView(load);
  const acts = useActs(reload);
  const [sharing, setSharing] = useState(false);
  const organisation = me.organisation.code;
  return (
    <>
      <Shown view={view} reload={reload}>
        {({ on, pledges, mayMake, notes }) => (
          <>
            <p>{pledges.length === 0 ? words.none : words.sharing}</p>
            <ul className="rows">
              {pledges.map((pledge) => (
                <OnePledge
                  key={pledge.id}
                  pledge={pledge}
                  today={on}
                  organisation={organisation}
                  acts={acts}
                />
              ))}
            </ul>
            {mayMake && (
              // A new pledge makes a new, empty form.
              <MakePledge
                key={pledges.map(({ id }) => id).join(' ')}
                today={on}
                organisation={organisation}
                acts={acts}
              />
            )}
            <Notes notes={notes} organisation={organisation} acts={acts} />
          </>
        )}
      </Shown>
      <details onToggle={(event) => setSharing(event.currentTarget.open)}>
        <summary>{words.colleagues}</summary>
        {sharing && <SharedPledges />}
      </details>
      <StatusMessage acts={acts} />
    </>
  );
}
