import { useCallback } from 'react';
import type { History } from '../../bot/contract/history.ts';
import { londonMoment } from '../../bot/contract/dates.ts';
import { getHistory } from '../api.ts';
import { ActButton } from '../parts/act-button.tsx';
import { FoldedWhenMany } from '../parts/folded.tsx';
import { Shown } from '../parts/states.tsx';
import { StatusMessage } from '../parts/status-message.tsx';
import { useActs, type Acts } from '../parts/use-acts.ts';
import { useView } from '../parts/use-view.ts';
import { entryWords, own, toVerify as words } from '../words-history.ts';
import { HistoryForm } from './history-form.tsx';
import { removeRequest, takeBackRequest, verifyRequest } from './history-acts.ts';

type Waiting = History['waiting'][number];
type Verified = History['verified'][number];

/** What happened before the app, by the document that must show it. */
export function HistoryToVerify(props: {
  organisation: string;
  /** For who stands in only: nothing is shown while nothing has come to them. */
  standsIn: boolean;
  /** The page's figures are to be read again. */
  changed: () => Promise<void>;
}) {
  const { organisation, standsIn, changed } = props;
  const load = useCallback(() => getHistory(), []);
  const { view, reload } = useView(load);
  const both = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  const acts = useActs(both);
  const empty =
    view.kind !== 'shown' || view.value.waiting.length + view.value.verified.length === 0;
  if (standsIn && empty) return null;
  return (
    <>
      <section className="card" aria-labelledby="history">
        <h2 id="history">{words.title}</h2>
        <Shown view={view} reload={reload} small>
          {(history) => (
            <>
              <Documents history={history} organisation={organisation} acts={acts} />
              {history.mayEnter && (
                // A new entry makes a new, empty form.
                <HistoryForm
                  key={history.waiting.map(({ id }) => id).join(' ')}
                  kinds={history.mayEnter.kinds}
                  networks={history.mayEnter.networks}
                  forSomebody
                  organisation={organisation}
                  today={history.on}
                  acts={acts}
                />
              )}
            </>
          )}
        </Shown>
      </section>
      <StatusMessage acts={acts} />
    </>
  );
}

function Documents(props: { history: History; organisation: string; acts: Acts }) {
  const { history, organisation, acts } = props;
  const { waiting, verified } = history;
  const documents = [...Map.groupBy(waiting, ({ document }) => document)].toSorted(([a], [b]) =>
    a.localeCompare(b, 'en-GB'),
  );
  return (
    <>
      <p>{words.waiting(waiting.length)}</p>
      <FoldedWhenMany count={documents.length} title={words.documents(documents.length)}>
        {documents.map(([document, entries]) => (
          <details key={document}>
            <summary>{words.document(document, entries.length)}</summary>
            <ul className="rows">
              {entries.map((entry) => (
                <WaitingRow
                  key={entry.id}
                  entry={entry}
                  organisation={organisation}
                  acts={acts}
                  only={entries.length === 1}
                />
              ))}
            </ul>
            {entries.length > 1 && (
              <ActButton
                acts={acts}
                id={`all ${document}`}
                request={verifyRequest(entries, organisation)}
                look="primary"
                fullLabel={words.verifyAllFor(entries.length, document)}
              >
                {words.verifyAll(entries.length)}
              </ActButton>
            )}
          </details>
        ))}
      </FoldedWhenMany>
      {verified.length > 0 && (
        <details>
          <summary>{words.verified(verified.length)}</summary>
          <ul className="rows">
            {verified.map((entry) => (
              <VerifiedRow key={entry.id} entry={entry} organisation={organisation} acts={acts} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function WaitingRow(props: { entry: Waiting; organisation: string; acts: Acts; only: boolean }) {
  const { entry, organisation, acts, only } = props;
  return (
    <li>
      <div className="row-words">
        <strong>{entry.name}</strong>
        <span>{entryWords(entry)}</span>
      </div>
      <div className="buttons">
        <ActButton
          acts={acts}
          id={`verify ${entry.id}`}
          request={verifyRequest([entry], organisation)}
          look={only ? 'primary' : 'plain'}
          fullLabel={words.verifyFor(entry.name, entry)}
        >
          {words.verify}
        </ActButton>
        <ActButton
          acts={acts}
          id={`remove ${entry.id}`}
          request={removeRequest(entry, organisation)}
          look="quiet"
          fullLabel={words.removeFor(entry.name, entry)}
        >
          {words.remove}
        </ActButton>
      </div>
    </li>
  );
}

function VerifiedRow(props: { entry: Verified; organisation: string; acts: Acts }) {
  const { entry, organisation, acts } = props;
  const { name, document, verifiedBy, verifiedAt, mayReopen } = entry;
  return (
    <li>
      <div className="row-words">
        <strong>{name}</strong>
        <span>{entryWords(entry)}</span>
        <span className="soft">{own.document(document)}</span>
        <span className="soft">{words.verifiedBy(verifiedBy, londonMoment(verifiedAt))}</span>
      </div>
      {mayReopen ? (
        <ActButton
          acts={acts}
          id={`reopen ${entry.id}`}
          request={takeBackRequest([entry.id], organisation)}
          look="quiet"
          fullLabel={words.takeBackFor(name, entry)}
        >
          {words.takeBack}
        </ActButton>
      ) : (
        <ActButton
          acts={acts}
          id={`remove ${entry.id}`}
          request={removeRequest(entry, organisation)}
          look="quiet"
          fullLabel={words.removeFor(name, entry)}
        >
          {words.remove}
        </ActButton>
      )}
    </li>
  );
}
