import { useCallback, useState } from 'react';
import type { Calendar, Followed, KeptMeeting } from '../../bot/contract/calendar.ts';
import type { Me } from '../../bot/contract/views.ts';
import { getCalendar } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { ByYear } from '../parts/by-year.tsx';
import { Shown } from '../parts/states.tsx';
import { StatusMessage } from '../parts/status-message.tsx';
import { useActs, type Acts } from '../parts/use-acts.ts';
import { useView } from '../parts/use-view.ts';
import { calendar as words, follow } from '../words-calendar.ts';
import type { Keeping } from './calendar-acts.ts';
import { FollowCalendar } from './follow-calendar.tsx';
import { KeptMeetingRow } from './kept-meeting.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingsFile } from './meetings-file.tsx';

/** The calendars of the networks that somebody chairs, or is deputy of. */
export function NetworkCalendar({ me, changed }: { me: Me; changed: () => Promise<void> }) {
  const load = useCallback(() => getCalendar(), []);
  const { view, reload } = useView(load);
  const reloadAll = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  const acts = useActs(reloadAll);
  return (
    <>
      <Shown view={view} reload={reload} small>
        {(value) =>
          value.networks.map((network) => (
            <OneCalendar
              key={network.id}
              network={network}
              calendar={value}
              keeping={{
                organisation: me.organisation.code,
                network: network.id,
                today: value.on,
              }}
              acts={acts}
              reload={reloadAll}
            />
          ))
        }
      </Shown>
      <StatusMessage acts={acts} />
    </>
  );
}

function OneCalendar(props: {
  network: Calendar['networks'][0];
  calendar: Calendar;
  keeping: Keeping;
  acts: Acts;
  reload: () => Promise<void>;
}) {
  const { network, calendar, keeping, acts, reload } = props;
  const [adding, setAdding] = useState(false);
  const coming = network.meetings.filter(({ state }) => state === 'scheduled');
  const before = network.meetings.filter(({ state }) => state !== 'scheduled').toReversed();
  const title = `calendar-${network.id}`;
  const rows = (meetings: readonly KeptMeeting[]) => (
    <ul className="rows">
      {meetings.map((meeting) => (
        <KeptMeetingRow key={meeting.id} {...{ meeting, keeping, acts, reload }} />
      ))}
    </ul>
  );
  return (
    <section className="card" aria-labelledby={title}>
      <div className="card-top">
        <div className="card-words">
          <h2 id={title}>{words.title(network.name)}</h2>
          <p>{words.standing(coming.length)}</p>
        </div>
        <Button expanded={adding} onPress={() => setAdding(!adding)}>
          {words.add}
        </Button>
      </div>
      {adding && <MeetingForm {...{ keeping, acts, reload }} close={() => setAdding(false)} />}
      {coming.length > 0 && rows(coming)}
      {before.length > 0 && (
        <details>
          <summary>{words.before}</summary>
          <ByYear of={before} year={calendar.year}>
            {rows}
          </ByYear>
        </details>
      )}
      <MeetingsFile keeping={keeping} acts={acts} />
      <Follows
        follows={calendar.follows.filter(({ of }) => of === network.id)}
        organisation={keeping.organisation}
        acts={acts}
      />
    </section>
  );
}

/** Unfolded on request; for the network page and for an executive's own. */
export function Follows(props: { follows: readonly Followed[]; organisation: string; acts: Acts }) {
  const { follows, organisation, acts } = props;
  if (follows.length === 0) return null;
  return (
    <details>
      <summary>{follow.ask}</summary>
      {follows.map((followed) => (
        <FollowCalendar key={followed.of} {...{ followed, organisation, acts }} />
      ))}
    </details>
  );
}
