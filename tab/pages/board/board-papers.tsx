import { useState } from 'react';
import type { Papers } from '../../../bot/contract/board.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { missingWords } from '../../../bot/contract/board-words.ts';
import { Button } from '../../parts/button.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { Why } from '../../parts/why.tsx';
import { papers as words } from '../../words-board.ts';
import { getPapers } from './api.ts';
import { AskForm } from './ask-form.tsx';
import { planAsk, recordAsk } from './paper-asks.ts';
import { PaperRow } from './paper-row.tsx';
import { QuarterBoxes } from './quarter-boxes.tsx';

/** The race data that the board saw by quarter, what the next board needs, and each paper. */
export function BoardPapers(props: {
  me: Me;
  /** Nothing stands above it: it opens the page. */
  opens: boolean;
}) {
  const { me, opens } = props;
  const { view, reload } = useView(getPapers);
  const acts = useActs(reload);
  const { code } = me.organisation;
  return (
    <>
      <Shown view={view} reload={reload} small>
        {(papers) => (
          <>
            {opens && <p className="lead">{words.next(papers)}</p>}
            <Coverage papers={papers} saysNext={!opens} />
            <PaperList papers={papers} organisation={code} acts={acts} reload={reload} />
          </>
        )}
      </Shown>
      <StatusMessage acts={acts} />
    </>
  );
}

function Coverage({ papers, saysNext }: { papers: Papers; saysNext: boolean }) {
  const { covered, missing, next, on, why } = papers;
  return (
    <section className="card" aria-labelledby="race-data">
      <div className="card-top">
        <p className="figure">
          <strong>{covered.n}</strong> {words.figure(covered.of)}
        </p>
        <div className="card-words">
          <h2 id="race-data">{words.title}</h2>
          <p className="soft">{words.figureNote}</p>
        </div>
      </div>
      <QuarterBoxes quarters={covered.quarters} today={on} />
      {next === undefined && saysNext && <p>{words.next(papers)}</p>}
      {next !== undefined && (
        <>
          <h3>{words.missing}</h3>
          {saysNext && <p>{words.next(papers)}</p>}
          {missing.length === 0 && <p>{words.nothingMissing}</p>}
          {missingWords(missing).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      )}
      <Why framework={why.framework} rule={why.rule}>
        <p>{words.rule}</p>
      </Why>
    </section>
  );
}

function PaperList(props: {
  papers: Papers;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
}) {
  const { papers, organisation, acts, reload } = props;
  const [open, setOpen] = useState<'plan' | 'record'>();
  const asks = {
    plan: planAsk(papers, organisation),
    record: recordAsk(papers, organisation),
  };
  const ask = open && asks[open];
  const mayAsk = (asks.plan ?? asks.record) !== undefined;
  return (
    <section className="card" aria-labelledby="papers">
      <h2 id="papers">{words.list}</h2>
      {papers.papers.length === 0 && <p>{words.none}</p>}
      {papers.papers.length > 0 && (
        <ul className="rows">
          {papers.papers.map((paper) => (
            <PaperRow
              key={paper.id}
              paper={paper}
              papers={papers}
              organisation={organisation}
              acts={acts}
              reload={reload}
            />
          ))}
        </ul>
      )}
      {ask === undefined && mayAsk && (
        <div className="buttons after">
          {asks.plan !== undefined && (
            <Button look="primary" onPress={() => setOpen('plan')}>
              {words.plan}
            </Button>
          )}
          {asks.record !== undefined && (
            <Button onPress={() => setOpen('record')}>{words.record}</Button>
          )}
        </div>
      )}
      {ask !== undefined && (
        <AskForm
          key={open}
          ask={ask}
          acts={acts}
          reload={reload}
          close={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
