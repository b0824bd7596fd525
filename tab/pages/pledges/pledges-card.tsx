import { later } from '../../parts/later.tsx';
import { useState } from 'react';
import type { Me } from '../../../bot/contract/views.ts';
import { pledges as words } from '../../words-pledges.ts';

const OwnPledges = later(async () => (await import('./own-pledges.tsx')).OwnPledges);

/** Pledges and notes, read once they are asked for. */
export function PledgesCard({ me }: { me: Me }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="pledges">
      <h2 id="pledges">{words.title}</h2>
      <p className="soft">{words.line}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.open}</summary>
        {open && <OwnPledges me={me} />}
      </details>
    </section>
  );
}
