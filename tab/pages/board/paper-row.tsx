import { useState } from 'react';
import type { Papers } from '../../../bot/contract/board.ts';
import { paperNames } from '../../../bot/contract/board-words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Pill } from '../../parts/pill.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { networksPart, papers as words } from '../../words-board.ts';
import { AskForm } from './ask-form.tsx';
import { presentAsk, reopenRequest, takeOffRequest } from './paper-asks.ts';

/** One paper: what it is of, which board it is for, and what became of it. */
export function PaperRow(props: {
  paper: Papers['papers'][number];
  papers: Papers;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
}) {
  const { paper, papers, organisation, acts, reload } = props;
  const [presenting, setPresenting] = useState(false);
  const { id, kind, state, minute, networks, may } = paper;
  const part = networks ? networksPart[kind] : undefined;
  return (
    <li>
      <div className="row-words">
        <strong>{paperNames[kind]}</strong>
        <span>
          {words[state]} {words.day(paper)}
        </span>
        <span className="soft">{words.of(paper)}</span>
        {minute !== undefined && <span className="soft">{words.minute(minute)}</span>}
        {part !== undefined && <span className="soft">{part}</span>}
      </div>
      <Pill tone={state === 'presented' ? 'good' : 'wait'}>{words[state]}</Pill>
      {may.length > 0 && !presenting && (
        <div className="buttons">
          {may.includes('present') && (
            <Button fullLabel={words.presentFor(paper)} onPress={() => setPresenting(true)}>
              {words.present}
            </Button>
          )}
          {may.includes('reopen') && (
            <ActButton
              acts={acts}
              id={`reopen ${id}`}
              request={reopenRequest(id, organisation)}
              look="quiet"
              fullLabel={words.reopenFor(paper)}
            >
              {words.reopen}
            </ActButton>
          )}
          {may.includes('withdraw') && (
            <ActButton
              acts={acts}
              id={`withdraw ${id}`}
              request={takeOffRequest(paper, papers, organisation)}
              look="quiet"
              fullLabel={words.withdrawFor(paper)}
            >
              {words.withdraw}
            </ActButton>
          )}
        </div>
      )}
      {presenting && (
        <AskForm
          ask={presentAsk(paper, papers, organisation)}
          acts={acts}
          reload={reload}
          close={() => setPresenting(false)}
        />
      )}
    </li>
  );
}
