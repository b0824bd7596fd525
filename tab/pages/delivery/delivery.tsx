import { useCallback, useId, useState } from 'react';
import type { Delivery as View } from '../../../bot/contract/delivery.ts';
import { Shown } from '../../parts/states.tsx';
import { useView } from '../../parts/use-view.ts';
import { countWords, delivery as words, endings, kindNames, whys } from '../../words-delivery.ts';
import { getDelivery } from './api.ts';
import { Unreached } from './unreached.tsx';
import { WeekBars } from './week-bars.tsx';

/** What became of the organisation's reminders: for the EDI lead, never their words. */
export function Delivery({ today }: { today: string }) {
  const [weeks, setWeeks] = useState(words.periods[0]?.weeks ?? 8);
  const id = useId();
  const load = useCallback(
    () => getDelivery({ from: daysBefore(today, weeks * 7), to: today }),
    [today, weeks],
  );
  const { view, reload } = useView(load);
  return (
    <div className="delivery">
      <label className="field" htmlFor={id}>
        {words.period}
        <select id={id} value={weeks} onChange={(event) => setWeeks(Number(event.target.value))}>
          {words.periods.map((period) => (
            <option key={period.weeks} value={period.weeks}>
              {period.title}
            </option>
          ))}
        </select>
      </label>
      <Shown view={view} reload={reload} small>
        {(shown) => <Told delivery={shown} />}
      </Shown>
    </div>
  );
}

function Told({ delivery }: { delivery: View }) {
  const { counts, from, on, weeks, kinds, reach, aside, people } = delivery;
  const isQuiet = countWords(counts) === '';
  return (
    <>
      <p>{isQuiet ? words.none(from) : words.lead(counts, from)}</p>
      {!isQuiet && <p className="soft">{words.answeredMeans}</p>}
      {aside > 0 && <p>{words.aside(aside)}</p>}
      <Unreached reach={reach} />
      {!isQuiet && (
        <>
          <WeekBars weeks={weeks} today={on} />
          <Whys whys={delivery.whys} />
          <details>
            <summary>{words.byKind}</summary>
            <ul className="rows">
              {kinds.map(({ kind, counts: ofKind }) => (
                <li key={kind}>
                  <span className="row-words">{kind === 'in-private' ? '' : kindNames[kind]}</span>
                  <span className="row-figure">{countWords(ofKind)}</span>
                </li>
              ))}
            </ul>
          </details>
          {people.length > 0 && <ByPerson people={people} today={on} />}
        </>
      )}
      <p className="soft">{words.note}</p>
    </>
  );
}

function Whys(props: Pick<View, 'whys'>) {
  if (props.whys.length === 0) return null;
  return (
    <section aria-labelledby="delivery-whys">
      <h3 id="delivery-whys">{words.notArrived}</h3>
      <ul className="rows">
        {props.whys.map(({ state, why, count }) => (
          <li key={state + why}>
            <span className="row-words">
              <strong>{whys[why].say}</strong>
              <span className="soft">{whys[why].next}</span>
            </span>
            <span className="row-figure">
              {endings[state]}: {words.times(count)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ByPerson({ people, today }: Pick<View, 'people'> & { today: string }) {
  return (
    <details>
      <summary>{words.byPerson}</summary>
      <p className="soft">{words.byPersonNote}</p>
      <ul className="rows">
        {people.map(({ person, name, counts, troubles }) => (
          <li key={person}>
            <div className="row-words">
              <strong>{name}</strong>
              {troubles.map(({ state, why, on, reference }) => (
                <span key={on + state + reference} className="soft">
                  {words.trouble(state, why, on, today)}{' '}
                  {isForServiceDesk(why) && words.reference(reference)}
                </span>
              ))}
            </div>
            <span className="row-figure">{countWords(counts)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What nobody here can mend. */
function isForServiceDesk(why: View['whys'][number]['why']): boolean {
  return why === 'refused' || why === 'ours' || why === 'busy' || why === 'no-answer';
}

function daysBefore(day: string, days: number): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - days);
  return before.toISOString().slice(0, 10);
}
