import { deedsIn, type Deed } from './deeds.ts';
import { isStop, wordAt, type Piece } from './piece.ts';
import { noted, requestAt } from './requests.ts';
import * as words from './words.ts';

/** What a sentence says, its questions left out. */
export interface Statement {
  readonly deeds: readonly Deed[];
  readonly hasQuestion: boolean;
  readonly pieces: readonly Piece[];
}

/** `pieces` with everything read but verbs. */
export function statementOf(all: readonly Piece[]): Statement {
  const pieces = withoutReason(politely(all.filter((piece) => !isFiller(piece))));
  const spans = clausesOf(pieces);
  const asking = spans.filter(([from, to]) => isQuestion(pieces, from, to));
  const isAsked = ({ at }: Deed) => asking.some(([from, to]) => at >= from && at < to);
  const deeds = deedsIn(pieces).filter((deed) => !isAsked(deed));
  return { deeds, hasQuestion: asking.length > 0, pieces };
}

function isFiller(piece: Piece): boolean {
  return piece.kind === 'word' && words.fillers.has(piece.word);
}

/** `can you book me in` is `book me in`, and `can I claim` is `claim`. */
function politely(pieces: readonly Piece[]): Piece[] {
  const isAsking = (at: number) =>
    words.requesting.has(wordAt(pieces, at)) &&
    ['you', 'i', 'we'].includes(wordAt(pieces, at + 1)) &&
    (requestAt(pieces, at + 2) !== undefined || noted.has(wordAt(pieces, at + 2)));
  return pieces.filter((_, at) => !isAsking(at) && !isAsking(at - 1));
}

/** Why is nobody's business: `because …`, once something was said. */
function withoutReason(pieces: readonly Piece[]): readonly Piece[] {
  const firstDeed = deedsIn(pieces)[0];
  if (firstDeed === undefined) return pieces;
  const reason = pieces.findIndex(
    (piece, at) => at > firstDeed.end && piece.kind === 'word' && words.reasons.has(piece.word),
  );
  return reason < 0 ? pieces : pieces.slice(0, reason);
}

type Span = readonly [from: number, to: number];

function clausesOf(pieces: readonly Piece[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let at = 0; at <= pieces.length; at += 1) {
    if (!isStop(pieces[at])) continue;
    if (at > from) spans.push([from, at]);
    from = at + 1;
  }
  return spans;
}

function isQuestion(pieces: readonly Piece[], from: number, to: number): boolean {
  if (requestAt(pieces, from) !== undefined || noted.has(wordAt(pieces, from))) return false;
  const end = pieces[to];
  if (end?.kind === 'stop' && end.mark === '?') return true;
  const start = ['and', 'but', 'so', 'or'].includes(wordAt(pieces, from)) ? from + 1 : from;
  if (words.questions.has(wordAt(pieces, start))) return true;
  return words.inverting.has(wordAt(pieces, start)) && isAskedOf(pieces, start + 1);
}

/** `did I`, `was Aoife`, `is there a`. */
function isAskedOf(pieces: readonly Piece[], at: number): boolean {
  const word = wordAt(pieces, at);
  if (pieces[at]?.kind === 'person') return true;
  if (word === 'not') return isAskedOf(pieces, at + 1);
  if (word === 'there') return ['a', 'an', 'any'].includes(wordAt(pieces, at + 1));
  return asked.has(word);
}

const asked = new Set([
  'i',
  'we',
  'she',
  'he',
  'they',
  'you',
  'it',
  'the',
  'my',
  'anyone',
  'everyone',
]);
