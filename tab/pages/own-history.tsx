import { historyKindSchema } from '../../bot/contract/acts.ts';
import type { MyHistory } from '../../bot/contract/history.ts';
import { attendanceOf, type Progress } from '../../bot/contract/views.ts';
import { ActButton } from '../parts/act-button.tsx';
import { FoldedWhenMany } from '../parts/folded.tsx';
import { Pill } from '../parts/pill.tsx';
import type { Acts } from '../parts/use-acts.ts';
import { entryWords, own as words, standingBefore, stateOf } from '../words-history.ts';
import { ownWithdrawRequest } from './history-acts.ts';
import { HistoryForm } from './history-form.tsx';

/** What happened before the app, apart from what it saw happen; and a form to add to it. */
export function OwnHistory(props: { progress: Progress; organisation: string; acts: Acts }) {
  const { progress, organisation, acts } = props;
  const { history = [], mayEnter, on } = progress;
  if (history.length === 0 && mayEnter === undefined) return null;
  const thisYear = attendanceOf(progress)?.before ?? 0;
  return (
    <section className="card" aria-labelledby="before">
      <h2 id="before">{words.title}</h2>
      {history.length > 0 && <p>{standingBefore(history, thisYear)}</p>}
      <p className="soft">{words.note}</p>
      <FoldedWhenMany count={history.length} title={words.all(history.length)}>
        <ul className="rows">
          {history.map((entry) => (
            <Row key={entry.id} entry={entry} organisation={organisation} acts={acts} />
          ))}
        </ul>
      </FoldedWhenMany>
      {mayEnter && (
        // A new entry makes a new, empty form.
        <HistoryForm
          key={history.map(({ id }) => id).join(' ')}
          kinds={historyKindSchema.options}
          networks={mayEnter.networks}
          organisation={organisation}
          today={on}
          acts={acts}
        />
      )}
    </section>
  );
}

function Row(props: { entry: MyHistory; organisation: string; acts: Acts }) {
  const { entry, organisation, acts } = props;
  return (
    <li>
      <div className="row-words">
        <strong>{entryWords(entry)}</strong>
        <span className="soft">{words.document(entry.document)}</span>
      </div>
      <Pill tone={entry.state === 'verified' ? 'good' : 'wait'}>{stateOf(entry)}</Pill>
      {entry.mayWithdraw && (
        <ActButton
          acts={acts}
          id={`withdraw ${entry.id}`}
          request={ownWithdrawRequest(entry, organisation)}
          look="quiet"
          fullLabel={words.takeBackFor(entry)}
        >
          {words.takeBack}
        </ActButton>
      )}
    </li>
  );
}
