import { useState } from 'react';
import { download, type AsAt } from '../../api.ts';
import { Button } from '../../parts/button.tsx';
import { saveAs } from '../../parts/save-file.ts';
import { pack as words } from '../../words-evidence.ts';
import { wordsOf } from '../education/evidence.tsx';

/** What goes to the assessors, to download after a warning: of the page's own day. */
export function EvidencePack({ asAt, today }: { asAt: AsAt; today: string }) {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const on = asAt.on ?? today;

  async function save(): Promise<void> {
    setBusy(true);
    const days = new URLSearchParams({ on, ...(asAt.known && { known: asAt.known }) });
    const answer = await download(`organisation/evidence?${days}`);
    setBusy(false);
    if (answer.kind === 'ok') saveAs(answer.value, `silver-evidence-${on}.zip`);
    setTold(answer.kind === 'ok' ? words.saved : wordsOf(answer));
  }

  return (
    <section className="card" aria-labelledby="evidence-pack">
      <h2 id="evidence-pack">{words.title}</h2>
      <p>{words.what}</p>
      <p className="soft">{words.asAt(on, asAt.known)}</p>
      <details>
        <summary>{words.download(on)}</summary>
        <p>{words.leaves}</p>
        <p className="soft">
          {words.who} {words.kept}
        </p>
        <div className="buttons">
          <Button busy={busy} onPress={() => void save()}>
            {words.go}
          </Button>
        </div>
      </details>
      <p role="status">{told}</p>
    </section>
  );
}
