import { useId, useState } from 'react';
import type { Pledges, Zone } from '../../../bot/contract/pledges.ts';
import { ActButton } from '../../parts/act-button.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { notes as words, pledges } from '../../words-pledges.ts';
import { noteRequest } from './pledge-acts.ts';

/** Notes to oneself, one for each of the framework's zones. Nobody else is shown them. */
export function Notes(props: { notes: Pledges['notes']; organisation: string; acts: Acts }) {
  return (
    <details>
      <summary>{pledges.notes}</summary>
      <p>{words.intro}</p>
      {props.notes.map(({ zone, text }) => (
        // Written elsewhere meanwhile: the field shows what stands.
        <Note key={zone + text} zone={zone} before={text} {...props} />
      ))}
    </details>
  );
}

function Note(props: { zone: Zone; before: string; organisation: string; acts: Acts }) {
  const { zone, before, organisation, acts } = props;
  const [text, write] = useState(before);
  const field = useId();
  const written = text.trim();
  const request = (wanted: string) => noteRequest(zone, { text: wanted, before }, organisation);
  return (
    <div className="note">
      <label htmlFor={field}>{words.zone(zone)}</label>
      <textarea
        id={field}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      <div className="buttons">
        {written !== before && written !== '' && (
          <ActButton
            acts={acts}
            id={`keep ${zone}`}
            request={request(written)}
            fullLabel={words.keep + words.save(zone)}
          >
            {words.keep}
          </ActButton>
        )}
        {before !== '' && (
          <ActButton
            acts={acts}
            id={`forget ${zone}`}
            request={request('')}
            look="quiet"
            fullLabel={words.forget + words.save(zone)}
          >
            {words.forget}
          </ActButton>
        )}
      </div>
    </div>
  );
}
