import type { Papers } from '../../../bot/contract/board.ts';
import { paperNames, quarterName } from '../../../bot/contract/board-words.ts';
import { shortDate } from '../../../bot/contract/dates.ts';
import { papers as words } from '../../words-board.ts';
import '../../parts/board.css';

type Quarter = Papers['covered']['quarters'][number];

/** Four quarters side by side, each with what the board saw in it. */
export function QuarterBoxes(props: { quarters: readonly Quarter[]; today: string }) {
  const { quarters, today } = props;
  return (
    <ol className="quarters">
      {quarters.map((quarter) => (
        <li key={quarter.start} className={classOf(quarter)}>
          <h3>{quarterName(quarter)}</h3>
          {quarter.seen.length === 0 && (
            <p className="soft">{quarter.current ? words.notYet : words.notSeen}</p>
          )}
          {quarter.seen.map(({ kind, date }) => (
            <p key={kind + date}>
              <span aria-hidden="true">✓ </span>
              {paperNames[kind]}, {shortDate(date, today)}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function classOf({ seen, current }: Quarter): string {
  const covered = seen.length > 0 ? 'covered' : '';
  return `${covered} ${current ? 'current' : ''}`.trim();
}
