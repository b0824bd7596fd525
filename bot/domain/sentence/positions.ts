import { rawOf, wordAt, type Found, type Piece } from './piece.ts';
import { numbers } from './words.ts';

const last = ['last', 'latest', 'previous', 'recent', 'past'];
const next = ['next', 'upcoming', 'following'];

/** `the last one`, `the next two meetings`: counted from today. Read after the days. */
export function readPosition(pieces: readonly Piece[], at: number): Found | undefined {
  const word = wordAt(pieces, at);
  const isComing = word === 'coming' && wordAt(pieces, at - 1) === 'the';
  const kind = last.includes(word) ? 'last' : next.includes(word) || isComing ? 'next' : undefined;
  // `at last`.
  if (kind === undefined || wordAt(pieces, at - 1) === 'at') return undefined;
  const counted = countAt(pieces, at + 1);
  const length = counted === undefined ? 1 : 2;
  return {
    piece: { kind, count: counted ?? 1, raw: rawOf(pieces.slice(at, at + length)) },
    length,
  };
}

function countAt(pieces: readonly Piece[], at: number): number | undefined {
  const piece = pieces[at];
  if (piece?.kind === 'number') return /^[1-9]$/.test(piece.text) ? Number(piece.text) : undefined;
  const count = numbers.get(wordAt(pieces, at));
  return count === undefined || count === 1 ? undefined : count;
}
