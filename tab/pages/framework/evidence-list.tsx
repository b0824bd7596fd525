import { useState } from 'react';
import type { AssessedEvidence } from '../../../bot/contract/assessment.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Pill, type Tone } from '../../parts/pill.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { evidence as fileWords } from '../../words-education.ts';
import { evidence as words } from '../../words-framework.ts';
import { AskForm } from '../board/ask-form.tsx';
import { wordsOf } from '../education/evidence.tsx';
import { saveLineFile } from './api.ts';
import { moveRequest, returnAsk, takeBackEvidence } from './asks.ts';

const tones: Record<AssessedEvidence['state'], Tone> = {
  drafted: 'calm',
  ready: 'wait',
  approved: 'good',
  returned: 'ask',
};

interface Shared {
  item: AssessedEvidence;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
}

/** One item of evidence: what it is, where it has got to, what may be done about it. */
export function EvidenceRow(props: Shared) {
  const { item, organisation, acts, reload } = props;
  const [returning, setReturning] = useState(false);
  const { title, reason, may, takeBack } = item;
  return (
    <li>
      <div className="row-words">
        <strong>{title}</strong>
        <span className="soft">
          {words.of(item)}. {words.moved(item)}
        </span>
        {reason !== undefined && <span>{words.reason(reason)}</span>}
        <Shows item={item} acts={acts} />
      </div>
      <Pill tone={tones[item.state]}>{words.state(item)}</Pill>
      <div className="buttons">
        {(['approve', 'ready'] as const)
          .filter((what) => may.includes(what))
          .map((what) => (
            <Move key={what} {...{ what, item, organisation, acts }} />
          ))}
        {may.includes('return') && !returning && (
          <Button
            fullLabel={words.actFor(words.acts.return, item)}
            onPress={() => setReturning(true)}
          >
            {words.acts.return}
          </Button>
        )}
        {may.includes('withdraw') && <Move what="withdraw" {...{ item, organisation, acts }} />}
        {takeBack !== undefined && (
          <ActButton
            acts={acts}
            id={`back ${takeBack}`}
            request={takeBackEvidence(takeBack, organisation)}
            look="quiet"
            fullLabel={words.actFor(words.acts.takeBack, item)}
          >
            {words.acts.takeBack}
          </ActButton>
        )}
      </div>
      {returning && (
        <AskForm
          ask={returnAsk(item, organisation)}
          acts={acts}
          reload={reload}
          close={() => setReturning(false)}
        />
      )}
    </li>
  );
}

function Move(props: Omit<Shared, 'reload'> & { what: 'approve' | 'ready' | 'withdraw' }) {
  const { what, item, organisation, acts } = props;
  return (
    <ActButton
      acts={acts}
      id={`${what} ${item.id}`}
      request={moveRequest(item, what, organisation)}
      look={what === 'withdraw' ? 'quiet' : 'plain'}
      fullLabel={words.actFor(words.acts[what], item)}
    >
      {words.acts[what]}
    </ActButton>
  );
}

/** A file leaves Teams only after a warning. */
function Shows({ item, acts }: Pick<Shared, 'item' | 'acts'>) {
  const [saving, setSaving] = useState(false);
  const { id, shows } = item;
  if (shows.kind === 'link') {
    return (
      <a
        href={shows.address}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={words.linkFor(item)}
      >
        {words.link}
      </a>
    );
  }
  const { name } = shows;

  async function save(): Promise<void> {
    setSaving(true);
    const answer = await saveLineFile(id, name);
    setSaving(false);
    acts.tell({
      text: answer.kind === 'ok' ? fileWords.saved(name) : wordsOf(answer),
      problems: [],
    });
  }

  return (
    <details>
      <summary>{fileWords.file(shows)}</summary>
      <p>{fileWords.leaves}</p>
      <p className="soft">
        {words.who} {words.kept}
      </p>
      <div className="buttons">
        <Button busy={saving} onPress={() => void save()}>
          {fileWords.download}
        </Button>
      </div>
    </details>
  );
}
