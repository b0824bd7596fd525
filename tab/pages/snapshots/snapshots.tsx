import { useState } from 'react';
import type { Review, Snapshots as View } from '../../../bot/contract/snapshot.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { reviews as reviewWords, snapshots as words } from '../../words-snapshots.ts';
import { why } from '../../words.ts';
import { AskForm } from '../board/ask-form.tsx';
import { getSnapshots } from './api.ts';
import { draftAsk, reviewAsk, takeBackReview } from './asks.ts';
import { SnapshotRow } from './snapshot-row.tsx';
import '../../parts/board.css';
import '../../parts/snapshots.css';

interface Keeping {
  view: View;
  organisation: string;
  acts: Acts;
  reload: () => Promise<void>;
}

/** Snapshots of the figures, each with whose turn it is; and when the regular reviews are due. */
export function Snapshots({ me }: { me: Me }) {
  const { view, reload } = useView(getSnapshots);
  const acts = useActs(reload);
  const organisation = me.organisation.code;
  return (
    <>
      <Shown view={view} reload={reload} small>
        {(shown) => {
          const keeping = { view: shown, organisation, acts, reload };
          return (
            <>
              <List {...keeping} />
              <Reviews {...keeping} />
            </>
          );
        }}
      </Shown>
      <StatusMessage acts={acts} />
    </>
  );
}

function List({ view, organisation, acts, reload }: Keeping) {
  const [drafting, setDrafting] = useState(false);
  return (
    <section aria-labelledby="snapshots">
      <h3 id="snapshots">{words.title}</h3>
      <p className="soft">{words.intro}</p>
      {view.snapshots.length === 0 && <p>{words.none}</p>}
      {view.snapshots.length > 0 && (
        <ul className="rows">
          {view.snapshots.map((one) => (
            <SnapshotRow
              key={one.id}
              one={one}
              today={view.on}
              organisation={organisation}
              acts={acts}
              reload={reload}
            />
          ))}
        </ul>
      )}
      {view.draftFrom !== undefined && !drafting && (
        <div className="buttons after">
          <Button onPress={() => setDrafting(true)}>{words.draft}</Button>
        </div>
      )}
      {drafting && (
        <AskForm
          ask={draftAsk(view.on, organisation)}
          acts={acts}
          reload={reload}
          close={() => setDrafting(false)}
        />
      )}
    </section>
  );
}

function Reviews(keeping: Keeping) {
  return (
    <section aria-labelledby="reviews">
      <h3 id="reviews">{reviewWords.title}</h3>
      <ul className="rows">
        {keeping.view.reviews.map((review) => (
          <ReviewRow key={review.line} review={review} {...keeping} />
        ))}
      </ul>
    </section>
  );
}

function ReviewRow(props: Keeping & { review: Review }) {
  const { review, view, organisation, acts, reload } = props;
  const { line, last, framework } = review;
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="row-words">
        <strong>{reviewWords.names[line]}</strong>
        <span>{`${reviewWords.last(review)} ${reviewWords.due(review, view.on)}`}</span>
        {last?.document !== undefined && (
          <span className="soft">{reviewWords.shown(last.document)}</span>
        )}
      </div>
      {view.mayRecord && !open && (
        <div className="buttons">
          <Button onPress={() => setOpen(true)}>{reviewWords.record[line]}</Button>
          {last?.move !== undefined && (
            <ActButton
              acts={acts}
              id={`back ${last.move}`}
              request={takeBackReview(last.move, organisation)}
              look="quiet"
              fullLabel={reviewWords.takeBackFor(line)}
            >
              {reviewWords.takeBack}
            </ActButton>
          )}
        </div>
      )}
      {open && (
        <AskForm
          ask={reviewAsk(line, view.on, organisation)}
          acts={acts}
          reload={reload}
          close={() => setOpen(false)}
        />
      )}
      <details className="why">
        <summary>{why.framework}</summary>
        <blockquote>{framework}</blockquote>
      </details>
    </li>
  );
}
