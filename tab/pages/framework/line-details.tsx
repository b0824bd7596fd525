import { useState } from 'react';
import type { AssessedLine, Assessment } from '../../../bot/contract/assessment.ts';
import { Button } from '../../parts/button.tsx';
import { Pill, type Tone } from '../../parts/pill.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import {
  evidence as evidenceWords,
  framework as words,
  lineName,
  stateNames,
} from '../../words-framework.ts';
import { AskForm } from '../board/ask-form.tsx';
import { sayAsk } from './asks.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceRow } from './evidence-list.tsx';
import { KeepForm } from './keep-form.tsx';

const tones: Record<AssessedLine['state'], Tone> = {
  'in-place': 'good',
  'development-area': 'ask',
  'not-looked-at': 'calm',
};

export interface LineParts {
  line: AssessedLine;
  assessment: Pick<Assessment, 'on' | 'mayAssess' | 'mayDraft'>;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
}

/** A line as a row: its name or words, and where it stands. */
export function LineSummary({ line }: { line: AssessedLine }) {
  const count = words.evidenceCount(line);
  const told = [
    ...(count === undefined ? [] : [count]),
    ...(line.owner === undefined ? [] : [words.owner(line.owner.name)]),
    ...(line.review === undefined ? [] : [words.review(line.review)]),
  ];
  return (
    <summary>
      <span className="assessed-words">
        {line.deliverable ? line.keyDriver : line.framework}
        {told.length > 0 && <span className="soft">{told.join('. ')}</span>}
      </span>
      <Pill tone={tones[line.state]}>{stateNames[line.state]}</Pill>
    </summary>
  );
}

/** What lies behind a line's state: the framework's words, the figure or what was said, evidence. */
export function LineDetails(props: LineParts) {
  const { line, assessment, organisation, acts, reload } = props;
  return (
    <>
      {line.deliverable && <blockquote>{line.framework}</blockquote>}
      {line.checklist !== undefined && (
        <>
          <p className="soft">{words.checklist}</p>
          <blockquote>{line.checklist}</blockquote>
        </>
      )}
      <Standing line={line} on={assessment.on} />
      {line.evidence.length > 0 && (
        <ul className="rows" aria-label={evidenceWords.title}>
          {line.evidence.map((item) => (
            <EvidenceRow key={item.id} {...{ item, organisation, acts, reload }} />
          ))}
        </ul>
      )}
      <Doing {...props} />
      {line.history.length > 0 && (
        <details>
          <summary>{words.history(line.history.length)}</summary>
          <ul className="bare">
            {line.history.map((step, index) => (
              <li key={`${step.at} ${index}`}>{words.step(step)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Standing({ line, on }: { line: AssessedLine; on: string }) {
  const { figure, said, note, measured, state } = line;
  const isUnshown = said?.state === 'in-place' && state !== 'in-place' && figure === undefined;
  return (
    <>
      {figure !== undefined && (
        <p>
          {words.figure(line, on)} {measured ? words.stands : words.beside}
        </p>
      )}
      {said !== undefined && <p>{words.said(line)}</p>}
      {isUnshown && <p>{words.unshown}</p>}
      {note !== undefined && <p>{words.note(note)}</p>}
    </>
  );
}

/** The three things that may be done about a line; one form at a time. */
function Doing({ line, assessment, organisation, acts, reload }: LineParts) {
  const [open, setOpen] = useState<'say' | 'keep' | 'add'>();
  const { on, mayAssess, mayDraft } = assessment;
  const shared = { line, organisation, acts, reload, close: () => setOpen(undefined) };
  const offered = [
    ...(mayAssess && !line.measured ? (['say'] as const) : []),
    ...(mayDraft ? (['add'] as const) : []),
    ...(mayAssess ? (['keep'] as const) : []),
  ];
  if (open === 'say') return <AskForm ask={sayAsk(line, organisation)} {...shared} />;
  if (open === 'keep') return <KeepForm {...shared} />;
  if (open === 'add') return <EvidenceForm today={on} {...shared} />;
  if (offered.length === 0) return null;
  return (
    <div className="buttons after">
      {offered.map((what) => (
        <Button
          key={what}
          look={what === 'keep' ? 'quiet' : 'plain'}
          fullLabel={`${words[what]}: ${lineName(line)}`}
          onPress={() => setOpen(what)}
        >
          {words[what]}
        </Button>
      ))}
    </div>
  );
}
