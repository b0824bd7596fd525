import type { SilverYear, YearLine as Line } from '../../bot/contract/silver-year.ts';
import { year as words } from '../words-year.ts';

const height = 64;
const top = 6;
const room = 52;

/**
 * A figure through the year, against a share that is asked for (`mark`). Its ends stand under it in
 * words, and every month on request; on paper, at once.
 */
export function YearLine(props: {
  line: Line;
  year: SilverYear['year'];
  label: string;
  /** 1: all of them, 0.75: three quarters; left out where nothing is asked for. */
  mark?: number;
}) {
  const { line, year, label, mark } = props;
  // Before anybody was listed there is nothing to draw.
  const points = line.points.filter(({ of }) => of > 0);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) return null;
  const isStill = points.every(({ n, of }) => n === first.n && of === first.of);
  const most = Math.max(...points.map(({ n, of }) => n / of), 1);
  const x = (date: string) => `${100 * shareOf(year, date)}%`;
  const y = (share: number) => top + room * (1 - share / most);
  return (
    <figure className="year" aria-label={words.label(label)}>
      <svg width="100%" height={height} aria-hidden="true">
        <line className="year-floor" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        {mark !== undefined && (
          <line className="year-mark" x1="0" x2="100%" y1={y(mark)} y2={y(mark)} />
        )}
        {points.slice(1).map((point, index) => {
          const before = points[index] ?? first;
          return (
            <line
              key={point.on}
              className="year-way"
              x1={x(before.on)}
              x2={x(point.on)}
              y1={y(before.n / before.of)}
              y2={y(point.n / point.of)}
            />
          );
        })}
        <circle className="year-end" cx={x(last.on)} cy={y(last.n / last.of)} r="4" />
      </svg>
      <p className="year-ends" aria-hidden="true">
        <span>{words.month(year.start)}</span>
        <span>{words.month(year.end)}</span>
      </p>
      <figcaption>{isStill ? words.still(first) : words.words(first, last)}</figcaption>
      {!isStill && <Months points={points} />}
    </figure>
  );
}

function Months({ points }: Pick<Line, 'points'>) {
  return (
    <details className="months">
      <summary>{words.months}</summary>
      <ol>
        {points.map((point) => (
          <li key={point.on}>
            <span>{`${Number(point.on.slice(8))} ${words.month(point.on)}`}</span>{' '}
            <strong>{words.count(point)}</strong>
          </li>
        ))}
      </ol>
    </details>
  );
}

function shareOf({ start, end }: SilverYear['year'], date: string): number {
  const [from, to, at] = [start, end, date].map((day) => Date.parse(day));
  if (from === undefined || to === undefined || at === undefined) return 0;
  // The dot at the end is seen whole.
  return Math.min(0.985, (at - from) / (to - from));
}
