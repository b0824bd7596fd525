import type { PersonId } from '../facts.ts';
import type { Deed } from './deeds.ts';
import { isOrdinary } from './ordinary.ts';
import { wordAt, type Piece } from './piece.ts';
import { theirs } from './words.ts';

/** `Marcus and I`, `we both`, `with Claire`: somebody else came along, whoever it was. */
export function isTogether(pieces: readonly Piece[], deeds: readonly Deed[]): boolean {
  const isOf = (at: number, ...words: string[]) => words.includes(wordAt(pieces, at));
  return (
    deeds.some(({ subject }) => isOther(subject)) ||
    pieces.some((_, at) => {
      if (isOf(at, 'we', 'us')) return true;
      if (isOf(at, 'with')) return isSomebody(pieces, at + 1);
      if (!isOf(at, 'and')) return false;
      // `and Claire was there too`.
      if (isName(pieces[at + 1])) return true;
      const isMeant = (one: number) =>
        isOf(one, 'i', 'me', 'myself') || pieces[one]?.kind === 'person';
      return (
        (isMeant(at + 1) && isSomebody(pieces, at - 1)) ||
        (isMeant(at - 1) && isSomebody(pieces, isOf(at + 1, 'my', 'our') ? at + 2 : at + 1))
      );
    })
  );
}

function isOther(subject: Deed['subject']): boolean {
  return subject.kind === 'somebody-else' && !['who', 'no one'].includes(subject.heard);
}

/** A name, or a word for a person. */
function isSomebody(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind === 'person') return true;
  if (piece?.kind !== 'word') return false;
  if (theirs.has(piece.word) || /^colleagues?$/.test(piece.word)) return true;
  return /^\p{Lu}/u.test(piece.raw) && !isOrdinary(piece.word);
}

function isName(piece: Piece | undefined): boolean {
  return piece?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(piece.raw) && !isOrdinary(piece.word);
}

/** Not who came: `not Aoife`, `a message from Aoife`. */
const apart = new Set(['not', 'from', 'by']);

/** Those named of whom a sentence may speak: with more than one, which is to be asked. */
export function peopleNamed(pieces: readonly Piece[]): readonly PersonId[] {
  const named = pieces.flatMap((piece, at) =>
    piece.kind === 'person' && !apart.has(wordAt(pieces, at - 1)) ? piece.people : [],
  );
  return [...new Set(named)];
}
