import { useState } from 'react';
import type { MyRecord } from '../../../bot/contract/education.ts';
import type { Trouble } from '../../answer.ts';
import { Button } from '../../parts/button.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { shell, troubles } from '../../words.ts';
import { evidence as words } from '../../words-education.ts';
import { saveFile } from './api.ts';

/** What shows a course. A file leaves Teams only after a warning. */
export function EvidenceOf({ record, acts }: { record: Told; acts: Acts }) {
  const { evidence } = record;
  switch (evidence?.kind) {
    case undefined:
      return null;
    case 'register':
      return <span className="soft">{words.register(evidence)}</span>;
    case 'link':
      return (
        <a
          href={evidence.address}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={words.linkFor(record)}
        >
          {words.link}
        </a>
      );
    case 'file':
      return <FileEvidence record={record} file={evidence} acts={acts} />;
  }
}

type Told = Pick<MyRecord, 'id' | 'course' | 'date' | 'evidence'>;
type File = Extract<NonNullable<MyRecord['evidence']>, { kind: 'file' }>;

function FileEvidence({ record, file, acts }: { record: Told; file: File; acts: Acts }) {
  const [saving, setSaving] = useState(false);

  async function save(): Promise<void> {
    setSaving(true);
    const answer = await saveFile(record.id, file.name);
    setSaving(false);
    const text = answer.kind === 'ok' ? words.saved(file.name) : wordsOf(answer);
    acts.tell({ text, problems: [] });
  }

  return (
    <details>
      <summary>{words.file(file)}</summary>
      <p>{words.leaves}</p>
      <p className="soft">
        {words.who} {words.kept}
      </p>
      <div className="buttons">
        <Button busy={saving} onPress={() => void save()}>
          {words.download}
        </Button>
      </div>
    </details>
  );
}

export function wordsOf(trouble: Trouble): string {
  if (trouble.kind === 'refused') return trouble.message;
  if (trouble.kind === 'offline') return shell.unsure;
  const { title, text } = troubles[trouble.because];
  return `${title}. ${text}`;
}
