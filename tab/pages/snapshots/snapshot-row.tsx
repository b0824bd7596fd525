import { useCallback, useState } from 'react';
import type { Snapshot, SnapshotInBrief } from '../../../bot/contract/snapshot.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Pill, type Tone } from '../../parts/pill.tsx';
import { Shown } from '../../parts/states.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { lineNames } from '../../words-silver.ts';
import { snapshots as words } from '../../words-snapshots.ts';
import { AskForm } from '../board/ask-form.tsx';
import { getSnapshot } from './api.ts';
import { requestOf, stepAsk } from './asks.ts';

const tones: Record<SnapshotInBrief['state'], Tone> = {
  drafted: 'calm',
  approved: 'wait',
  frozen: 'good',
  submitted: 'wait',
  feedback: 'good',
};
/** Shown first; with more behind it than a tap. */
const asking = ['freeze', 'submit', 'record-feedback'] as const;
const tapping = ['approve', 'take-back', 'withdraw'] as const;

/** One snapshot: where it stands, whose turn it is, and what it says once that is asked for. */
export function SnapshotRow(props: {
  one: SnapshotInBrief;
  today: string;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
}) {
  const { one, today, organisation, acts, reload } = props;
  const [open, setOpen] = useState<(typeof asking)[number]>();
  const asks = asking.filter((move) => one.may.includes(move));
  const taps = tapping.filter((move) => one.may.includes(move));
  return (
    <li>
      <div className="row-words">
        <strong>{words.of(one)}</strong>
        <span className="soft">{words.known(one)}</span>
        <Hash one={one} acts={acts} />
        {one.next !== undefined && <span>{words.next(one.next)}</span>}
      </div>
      <Pill tone={tones[one.state]}>{words.steps(one)}</Pill>
      {open === undefined && asks.length + taps.length > 0 && (
        <div className="buttons">
          {asks.map((move) => (
            <Button
              key={move}
              fullLabel={words.buttonFor(words.buttons[move], one)}
              onPress={() => setOpen(move)}
            >
              {words.buttons[move]}
            </Button>
          ))}
          {taps.map((move) => (
            <ActButton
              key={move}
              acts={acts}
              id={`${move} ${one.id}`}
              request={requestOf(move, one.id, organisation)}
              look={move === 'approve' ? 'plain' : 'quiet'}
              fullLabel={words.buttonFor(words.buttons[move], one)}
            >
              {words.buttons[move]}
            </ActButton>
          ))}
        </div>
      )}
      {open !== undefined && (
        <AskForm
          key={open}
          ask={stepAsk(open, one, today, organisation)}
          acts={acts}
          reload={reload}
          close={() => setOpen(undefined)}
        />
      )}
      {one.feedback !== undefined && (
        <div className="feedback">
          <h4>{words.feedback}</h4>
          <p>{one.feedback.words}</p>
          {one.feedback.lines?.map(({ line, words: said }) => (
            <p key={line}>
              <strong>{lineNames[line]}:</strong> {said}
            </p>
          ))}
        </div>
      )}
      <div className="why">
        <Folded title={words.says}>
          <WhatItSays id={one.id} />
        </Folded>
      </div>
    </li>
  );
}

function Hash({ one, acts }: { one: SnapshotInBrief; acts: Acts }) {
  const copy = (): void => {
    navigator.clipboard.writeText(one.sha256).then(
      () => acts.tell({ text: words.copied, problems: [] }),
      () => acts.tell({ text: words.notCopied, problems: [] }),
    );
  };
  return (
    <span className="soft">
      {words.hash} <code title={one.sha256}>{one.sha256.slice(0, 8)}…</code>{' '}
      <Button look="quiet" fullLabel={words.copyFor(one)} onPress={copy}>
        {words.copy}
      </Button>
    </span>
  );
}

function WhatItSays({ id }: { id: string }) {
  const load = useCallback(() => getSnapshot(id), [id]);
  const { view, reload } = useView(load);
  return (
    <Shown view={view} reload={reload} small>
      {({ content, intact, otherRules, sha256 }) => (
        <>
          {!intact && <p role="alert">{words.altered}</p>}
          <ul>
            {content.lines.map((line) => {
              const other = otherRules.find(({ code }) => code === line.code);
              return (
                <li key={line.code}>
                  {words.line(line)}
                  {other !== undefined && <p className="soft">{words.rules(other)}</p>}
                </li>
              );
            })}
          </ul>
          {content.assessment !== undefined && <Assessed lines={content.assessment} />}
          <p className="soft whole-hash">
            {words.hash} (SHA-256): <code>{sha256}</code>
          </p>
        </>
      )}
    </Shown>
  );
}

/** Where the framework's lines stood, and what spoke for each. */
function Assessed({ lines }: { lines: NonNullable<Snapshot['content']['assessment']> }) {
  return (
    <>
      <h4>{words.assessment}</h4>
      <ul>
        {words.assessed(lines).map((said) => (
          <li key={said}>{said}</li>
        ))}
        {lines
          .filter(({ evidence }) => evidence !== undefined)
          .map((line) => (
            <li key={line.line} className="typed">
              {words.shown(line)}
            </li>
          ))}
      </ul>
    </>
  );
}
