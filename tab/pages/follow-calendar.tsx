import { useId, useState } from 'react';
import { londonMoment } from '../../bot/contract/dates.ts';
import type { Followed } from '../../bot/contract/calendar.ts';
import { downloadCalendar } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { messageOf } from '../parts/act-outcome.ts';
import type { Acts } from '../parts/use-acts.ts';
import { calendar, follow as words } from '../words-calendar.ts';

/** One calendar: as a file, or by an address that only its owner has. */
export function FollowCalendar(props: { followed: Followed; organisation: string; acts: Acts }) {
  const { followed, organisation, acts } = props;
  const { of, since } = followed;
  const [address, setAddress] = useState<string>();
  const id = useId();
  const name = of === 'own' ? words.own : words.network(followed.name);

  function make(): void {
    const secret = newSecret();
    acts.perform(`follow ${of}`, {
      acts: [{ verb: 'follow-calendar', data: { organisation, calendar: of, secret } }],
      done: () => {
        setAddress(`${location.origin}/calendar/${secret}.ics`);
        return { text: calendar.told.follow };
      },
    });
  }
  function stop(): void {
    acts.perform(`unfollow ${of}`, {
      acts: [{ verb: 'unfollow-calendar', data: { organisation, calendar: of } }],
      done: () => {
        setAddress(undefined);
        return { text: calendar.told.unfollow };
      },
    });
  }
  async function download(): Promise<void> {
    const answer = await downloadCalendar(of);
    if (answer.kind === 'ok') {
      save(answer.value);
      acts.tell({ text: calendar.told.downloaded, problems: [] });
    } else {
      acts.tell(messageOf({ acts: [], done: () => ({ text: '' }) }, [answer]));
    }
  }

  return (
    <div className="follow" role="group" aria-label={name}>
      <h3>{name}</h3>
      <p className="soft">{words.downloadHint}</p>
      {since !== undefined && address === undefined && (
        <p className="soft">{words.since(londonMoment(since))}</p>
      )}
      {address !== undefined && (
        <div className="field">
          <label htmlFor={id}>{words.address}</label>
          <input id={id} type="text" readOnly value={address} aria-describedby={`${id}-note`} />
          <span className="soft" id={`${id}-note`}>
            {words.once} {words.private}
          </span>
        </div>
      )}
      <div className="buttons">
        {address !== undefined && (
          <Button
            look="primary"
            onPress={() => {
              void navigator.clipboard.writeText(address).then(
                () => acts.tell({ text: calendar.told.copied, problems: [] }),
                // Where a host forbids it, the address is marked for copying by hand.
                () => (document.getElementById(id) as HTMLInputElement | null)?.select(),
              );
            }}
          >
            {words.copy}
          </Button>
        )}
        <Button busy={acts.busy === `follow ${of}`} held={acts.busy !== undefined} onPress={make}>
          {since === undefined ? words.make : words.renew}
        </Button>
        {since !== undefined && (
          <Button look="quiet" held={acts.busy !== undefined} onPress={stop}>
            {words.stop}
          </Button>
        )}
        <Button look="quiet" onPress={() => void download()}>
          {words.download}
        </Button>
      </div>
    </div>
  );
}

/** 256 random bits, as an address may hold them. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.download = 'meetings.ics';
  link.click();
  URL.revokeObjectURL(link.href);
}
