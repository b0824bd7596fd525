import type { PersonId } from '../facts.ts';
import { isOrdinary } from './ordinary.ts';
import { rawOf, type Found, type Piece } from './piece.ts';
import { bare, split } from './split.ts';

/** An executive whom the speaker assists. */
export interface Assisted {
  readonly id: PersonId;
  /** Given name and family name. */
  readonly name: string;
}

/** The people whom the speaker may speak for, by any of their names. */
export function readName(people: readonly Assisted[]) {
  const known = people.map(({ id, name }) => ({ id, words: new Set(wordsOf(name)) }));
  return (pieces: readonly Piece[], at: number): Found | undefined => {
    let named: PersonId[] = [];
    let length = 0;
    for (let piece = pieces[at]; piece?.kind === 'word'; piece = pieces[at + length]) {
      const { word, raw } = piece;
      // `Mark was there`, and not `mark me present`.
      if (isOrdinary(word) && !/^\p{Lu}/u.test(raw)) break;
      const called = known.filter(({ words }) => words.has(word)).map(({ id }) => id);
      const still = length === 0 ? called : named.filter((id) => called.includes(id));
      if (still.length === 0) break;
      named = still;
      length += 1;
    }
    if (length === 0) return undefined;
    const raw = rawOf(pieces.slice(at, at + length));
    return { piece: { kind: 'person', people: named, raw }, length };
  };
}

function wordsOf(name: string): string[] {
  return split(name).flatMap((piece) => (piece.kind === 'word' ? [bare(piece.word)] : []));
}
