import type { MyMentoring } from '../../../bot/contract/mentoring.ts';
import { own as words } from '../../words-mentoring.ts';

const averageMonthMs = (365.25 / 12) * 86_400_000;
const countsMonths = 36;

/** How much of its three years a session has left; the words say the same. */
export function CountsFor({ last, on }: { last: NonNullable<MyMentoring['last']>; on: string }) {
  const left = last.counts ? (Date.parse(last.until) - Date.parse(on)) / averageMonthMs : 0;
  const share = Math.min(1, left / countsMonths);
  return (
    <>
      <p>{words.last(last)}</p>
      {last.counts && (
        <figure className="counts-for">
          <svg width="100%" height="8" role="img" aria-label={words.counts}>
            <rect className="counts-track" width="100%" height="8" rx="4" />
            <rect className="counts-left" width={`${share * 100}%`} height="8" rx="4" />
          </svg>
          <figcaption className="soft">{words.left(Math.floor(left))}</figcaption>
        </figure>
      )}
    </>
  );
}
