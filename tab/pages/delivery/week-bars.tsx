import type { Delivery, DeliveryCounts } from '../../../bot/contract/delivery.ts';
import { countWords, delivery as words } from '../../words-delivery.ts';
import '../../parts/delivery.css';

/** Reminders by week: a bar for the eye, its numbers beside it as text. */
export function WeekBars({ weeks, today }: { weeks: Delivery['weeks']; today: string }) {
  const told = weeks.filter(({ counts }) => countWords(counts) !== '');
  const longest = Math.max(1, ...told.map(({ counts }) => counts.sent + missedOf(counts)));
  return (
    <section aria-labelledby="delivery-weeks">
      <h3 id="delivery-weeks">{words.byWeek}</h3>
      <ul className="bar-key" aria-hidden="true">
        <li className="is-answered">{words.key.answered}</li>
        <li className="is-sent">{words.key.sent}</li>
        <li className="is-missed">{words.key.missed}</li>
      </ul>
      <ol className="week-bars">
        {told.map(({ start, counts }) => (
          <li key={start}>
            <span className="week-name">{words.week(start, today)}</span>
            <Bar counts={counts} longest={longest} />
            <span className="week-counts">{countWords(counts)}</span>
          </li>
        ))}
      </ol>
      {told.length < weeks.length && <p className="soft">{words.quiet}</p>}
    </section>
  );
}

function Bar({ counts, longest }: { counts: DeliveryCounts; longest: number }) {
  const { sent, answered } = counts;
  const share = (count: number): string => `${(100 * count) / longest}%`;
  return (
    <svg className="week-bar" width="100%" height="14" aria-hidden="true">
      <rect className="is-answered" width={share(answered)} height="14" />
      <rect className="is-sent" x={share(answered)} width={share(sent - answered)} height="14" />
      <rect className="is-missed" x={share(sent)} width={share(missedOf(counts))} height="14" />
    </svg>
  );
}

function missedOf({ undeliverable, failed, unknown }: DeliveryCounts): number {
  return undeliverable + failed + unknown;
}
