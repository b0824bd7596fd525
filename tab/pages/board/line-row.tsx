import { useState } from 'react';
import type { Line } from '../../../bot/contract/board.ts';
import { stateNames } from '../../../bot/contract/board-words.ts';
import { lineNames } from '../../../bot/contract/silver-words.ts';
import { Button } from '../../parts/button.tsx';
import { Pill, type Tone } from '../../parts/pill.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { lines as words } from '../../words-board.ts';
import { why } from '../../words.ts';
import { AskForm } from './ask-form.tsx';
import { lineAsk } from './council-asks.ts';
import '../../parts/board.css';

const tones: Readonly<Record<keyof typeof stateNames, Tone>> = {
  'in-place': 'good',
  'development-area': 'ask',
  'not-said': 'calm',
};

/** One line: what is said of it, with its evidence, beside the framework's own words. */
export function LineRow(props: {
  line: Line;
  mayKeep: boolean;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
}) {
  const { line, mayKeep, organisation, acts, reload } = props;
  const [open, setOpen] = useState(false);
  const { said, framework } = line;
  const state = said?.state ?? 'not-said';
  return (
    <li>
      <div className="row-words">
        <strong>{lineNames[line.line]}</strong>
        {said !== undefined && <span className="soft">{words.since(said.date)}</span>}
        {said?.evidence !== undefined && <span>{words.evidence(said.evidence)}</span>}
        {line.line.startsWith('S5') && <span className="soft">{words.paper(line)}</span>}
      </div>
      <Pill tone={tones[state]}>{stateNames[state]}</Pill>
      {mayKeep && !open && (
        <Button
          look="quiet"
          fullLabel={said === undefined ? words.sayFor(line) : words.changeFor(line)}
          onPress={() => setOpen(true)}
        >
          {said === undefined ? words.say : words.change}
        </Button>
      )}
      <details className="why">
        <summary>{why.framework}</summary>
        <blockquote>{framework}</blockquote>
      </details>
      {open && (
        <AskForm
          ask={lineAsk(line, organisation)}
          acts={acts}
          reload={reload}
          close={() => setOpen(false)}
        />
      )}
    </li>
  );
}
