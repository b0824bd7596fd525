import { Shown } from '../../parts/states.tsx';
import { useView } from '../../parts/use-view.ts';
import { pledges as words } from '../../words-pledges.ts';
import { getSharedPledges } from './api.ts';
import { Reviews } from './reviews.tsx';

/** What colleagues chose to share, with their names, newest first. */
export function SharedPledges() {
  const { view, reload } = useView(getSharedPledges);
  return (
    <Shown view={view} reload={reload}>
      {({ on, pledges, more }) => (
        <>
          {pledges.length === 0 && <p>{words.noneShared}</p>}
          <ul className="rows">
            {pledges.map(({ id, name, text, madeOn, reviews }) => (
              <li key={id}>
                <div className="row-words">
                  <strong>{name}</strong>
                  <p className="typed">“{text}”</p>
                  <span className="soft">{words.made(madeOn, on)}</span>
                  <Reviews reviews={reviews} />
                </div>
              </li>
            ))}
          </ul>
          {more > 0 && <p className="soft">{words.more(more)}</p>}
        </>
      )}
    </Shown>
  );
}
