import type { PersonId } from '../facts.ts';
import type { Assisted } from './names.ts';
import { isOrdinary } from './ordinary.ts';
import { wordAt, type Piece } from './piece.ts';
import * as words from './words.ts';

/** Whose attendance is spoken of. */
export type Whose =
  | { kind: 'speaker' }
  | { kind: 'executive'; person: PersonId }
  /** One of those whom the speaker assists: which, is to be asked. */
  | { kind: 'unclear'; people: readonly PersonId[] }
  /** Nobody whom the speaker may speak for. */
  | { kind: 'somebody-else'; heard: string };

export type Subject =
  Whose | { kind: 'pronoun'; heard: string } | { kind: 'thing' } | { kind: 'unsaid' };

/** Who stands before a verb, looking back to the last stop. */
export function subjectBefore(pieces: readonly Piece[], verbAt: number): Subject {
  let isApart = false;
  for (let at = verbAt - 1; at >= 0; at -= 1) {
    const piece = pieces[at];
    if (piece === undefined || isBreak(piece)) break;
    if (piece.kind === 'stop' || words.joining.has(wordAt(pieces, at))) isApart = true;
    if (piece.kind === 'person') return whoseOf(piece.people, piece.raw);
    if (piece.kind !== 'word') continue;
    // `me and my PA`.
    const isMine = ['my', 'our'].includes(wordAt(pieces, at - 1));
    const found = subjectWord(piece.word, piece.raw, wordAt(pieces, isMine ? at - 2 : at - 1));
    // `Network meeting: attended on 8 April`, `I was at a meeting and can't come`.
    if (found?.kind === 'thing' && isApart) break;
    if (found?.kind === 'pronoun') return strangerBefore(pieces, at) ?? found;
    if (found !== undefined) return found;
  }
  return { kind: 'unsaid' };
}

/** A colon breaks nothing: `Leila: was there on 8 April`. */
const isBreak = (piece: Piece): boolean => piece.kind === 'stop' && piece.mark !== ':';

function subjectWord(word: string, raw: string, before: string): Subject | undefined {
  if (words.own.has(word)) return { kind: 'speaker' };
  if (words.theirs.has(word)) return { kind: 'pronoun', heard: raw };
  if (word === 'you') return { kind: 'unsaid' };
  if (word === 'one' && before === 'no') return { kind: 'somebody-else', heard: 'no one' };
  if (words.somebody.has(word)) return { kind: 'somebody-else', heard: raw };
  if (words.linking.has(word)) return undefined;
  if (words.things.has(word)) return { kind: 'thing' };
  if (isOrdinary(word)) return { kind: 'unsaid' };
  // `me and Leila`.
  if (before === 'and') return undefined;
  // `on behalf of`, `with Leila`: not who came.
  if (['of', 'with', 'to', 'at'].includes(before)) return { kind: 'unsaid' };
  return strangerNamed(raw);
}

export function strangerNamed(raw: string): Subject {
  return { kind: 'somebody-else', heard: raw.replace(/['’]s$/, '') };
}

/** `Leila said she was there`: she is Leila. */
function strangerBefore(pieces: readonly Piece[], pronounAt: number): Subject | undefined {
  for (let at = pronounAt - 1; at >= 0; at -= 1) {
    const piece = pieces[at];
    if (piece === undefined || isBreak(piece) || piece.kind === 'person') return undefined;
    if (piece.kind !== 'word' || isOrdinary(piece.word)) continue;
    if (/^\p{Lu}/u.test(piece.raw)) return { kind: 'somebody-else', heard: piece.raw };
  }
  return undefined;
}

/** The subject, helped by whoever else is named: `for Aoife`, `book her in`, `Aoife's claim`. */
export function whose(
  subject: Subject,
  pieces: readonly Piece[],
  people: readonly Assisted[],
): Whose {
  const named = pieces.find(
    (piece, at) => piece.kind === 'person' && !companions.has(wordAt(pieces, at - 1)),
  );
  const meant = named?.kind === 'person' ? named.people : people.map(({ id }) => id);
  switch (subject.kind) {
    case 'pronoun':
      return whoseOf(meant, subject.heard);
    case 'speaker':
      return isForSomebody(pieces) ? whoseOf(meant) : subject;
    case 'unsaid':
    case 'thing': {
      const isTheirs = named !== undefined || pieces.some((_, at) => isTheirsAt(pieces, at));
      return isTheirs ? whoseOf(meant) : { kind: 'speaker' };
    }
    default:
      return subject;
  }
}

/** `I'd like to claim it for Aoife`. */
function isForSomebody(pieces: readonly Piece[]): boolean {
  return pieces.some(
    (piece, at) => piece.kind === 'person' && ['for', 'of'].includes(wordAt(pieces, at - 1)),
  );
}

function isTheirsAt(pieces: readonly Piece[], at: number): boolean {
  return words.theirs.has(wordAt(pieces, at)) && !companions.has(wordAt(pieces, at - 1));
}

const companions = new Set(['with', 'and', 'from', 'by']);

function whoseOf(people: readonly PersonId[], heard = ''): Whose {
  const [first, ...others] = people;
  if (first === undefined) return { kind: 'somebody-else', heard };
  return others.length === 0 ? { kind: 'executive', person: first } : { kind: 'unclear', people };
}
