import type { SettleList } from '../../bot/contract/views.ts';
import { organisation as words, problemWords } from '../words-organisation.ts';

/** What imports left to settle: each with where it stands in its file. */
export function SettleItems({ items }: SettleList) {
  if (items.length === 0) return <p>{words.settleEmpty}</p>;
  return (
    <>
      <p>{words.settleStanding(items.length)}</p>
      <ul className="rows">
        {items.map(({ id, problem, name, detail, file, row }) => (
          <li key={id}>
            <div className="row-words">
              <strong>{problemWords(problem)}</strong>
              <span>{name ? `${name}: ${detail}` : detail}</span>
              {file && <span className="soft">{words.row(file, row)}</span>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
