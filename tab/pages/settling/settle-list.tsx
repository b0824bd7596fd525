import { useCallback } from 'react';
import type { SettleList as View } from '../../../bot/contract/settle.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { organisation as words, problemWords, settleDetail } from '../../words-organisation.ts';
import { correctionWords, leaveWords, reasonWords, settling } from '../../words-settling.ts';
import { getSettleList } from './api.ts';
import { reopenRequest, takeBackRequest } from './settle-acts.ts';
import { SettleForm } from './settle-form.tsx';

type Item = View['items'][number];

/** What imports left to settle, and what was settled. */
export function SettleList(props: { organisation: string; changed: () => Promise<void> }) {
  const { organisation, changed } = props;
  const { view, reload } = useView(getSettleList);
  const both = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  const acts = useActs(both);
  return (
    <>
      <section className="card" aria-labelledby="settle">
        <h2 id="settle">{words.settle}</h2>
        <Shown view={view} reload={reload} small>
          {(list) => (
            <>
              <Items list={list} organisation={organisation} acts={acts} />
              <Corrections list={list} organisation={organisation} acts={acts} />
              <Left list={list} organisation={organisation} acts={acts} />
            </>
          )}
        </Shown>
      </section>
      <StatusMessage acts={acts} />
    </>
  );
}

interface Part {
  list: View;
  organisation: string;
  acts: Acts;
}

/** Each with where it stands in its file, in the file's order. */
function Items({ list, organisation, acts }: Part) {
  if (list.items.length === 0) return <p>{words.settleEmpty}</p>;
  return (
    <>
      <p>{words.settleStanding(list.items)}</p>
      <ul className="rows">
        {list.items.toSorted(byPlace).map((item) => (
          <li key={item.id}>
            <div className="row-words">
              <strong>{problemWords(item.problem)}</strong>
              <span>{settleDetail(item)}</span>
              {item.file && <span className="soft">{words.row(item.file, item.row)}</span>}
            </div>
            {item.ways.length === 0 ? (
              <span className="soft">{settling.own}</span>
            ) : (
              <details className="whole-row">
                <summary aria-label={settling.settleFor(item)}>{settling.settle}</summary>
                <SettleForm item={item} today={list.on} organisation={organisation} acts={acts} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Corrections({ list: { corrections }, organisation, acts }: Part) {
  if (corrections.length === 0) return null;
  return (
    <details>
      <summary>{settling.corrections(corrections.length)}</summary>
      <ul className="rows">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <div className="row-words">
              <strong>{correction.name}</strong>
              <span>{correctionWords(correction)}</span>
              <span className="soft">
                {reasonWords[correction.because]}. {settling.onDay(correction.on)}.
              </span>
            </div>
            {correction.mayTakeBack && (
              <ActButton
                acts={acts}
                id={`back ${correction.id}`}
                request={takeBackRequest(correction.id, organisation)}
                look="quiet"
                fullLabel={settling.takeBackFor(correction.name)}
              >
                {settling.takeBack}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Left({ list: { left }, organisation, acts }: Part) {
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{settling.left(left.length)}</summary>
      <ul className="rows">
        {left.map((item) => (
          <li key={item.id}>
            <div className="row-words">
              <strong>{problemWords(item.problem)}</strong>
              <span>{settleDetail(item)}</span>
              <span className="soft">
                {leaveWords[item.because]}. {settling.onDay(item.on)}.
              </span>
            </div>
            <ActButton
              acts={acts}
              id={`reopen ${item.id}`}
              request={reopenRequest(item.id, organisation)}
              look="quiet"
              fullLabel={settling.reopenFor(item.name ?? item.detail)}
            >
              {settling.reopen}
            </ActButton>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** By file and row; what stands in no row comes after a file's rows, what is of no file last. */
function byPlace(a: Item, b: Item): number {
  if (a.file !== b.file) {
    if (a.file === undefined || b.file === undefined) return a.file === undefined ? 1 : -1;
    return a.file.localeCompare(b.file, 'en-GB');
  }
  if (a.row !== b.row) return (a.row ?? Infinity) - (b.row ?? Infinity);
  return a.detail.localeCompare(b.detail, 'en-GB');
}
