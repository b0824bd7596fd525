import type { SettleList } from '../../bot/contract/views.ts';
import { organisation as words, problemWords, settleDetail } from '../words-organisation.ts';

type Item = SettleList['items'][number];

/** What imports left to settle: each with where it stands in its file, in the file's order. */
export function SettleItems({ items }: SettleList) {
  if (items.length === 0) return <p>{words.settleEmpty}</p>;
  return (
    <>
      <p>{words.settleStanding(items.length)}</p>
      <ul className="rows">
        {items.toSorted(byPlace).map((item) => (
          <li key={item.id}>
            <div className="row-words">
              <strong>{problemWords(item.problem)}</strong>
              <span>{settleDetail(item)}</span>
              {item.file && <span className="soft">{words.row(item.file, item.row)}</span>}
            </div>
          </li>
        ))}
      </ul>
    </>
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
