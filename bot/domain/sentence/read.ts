import type { Meeting, Network } from '../facts.ts';
import type { PlainDate } from '../time.ts';
import { readDate } from './dates.ts';
import { readName, type Assisted } from './names.ts';
import { readNetworks, wordsOfNetworks } from './network-names.ts';
import { isOrdinary } from './ordinary.ts';
import { rewrite, wordAt, type Found, type Piece } from './piece.ts';
import { readPosition } from './positions.ts';
import { readRelativeDay } from './relative-days.ts';
import { mended, split } from './split.ts';
import { readTime } from './times.ts';
import { afterIll, vague } from './words.ts';

export interface Known {
  readonly networks: readonly Network[];
  readonly meetings: readonly Meeting[];
  readonly people?: readonly Assisted[];
}

/** Text → pieces: times, days, people and networks found, so that verbs are left. */
export function read(text: string, known: Known, today: PlainDate): Piece[] {
  const relative = readRelativeDay(today);
  const names = wordsOfNetworks(known.networks);
  const words = mended(rewrite(split(text), ill), (word) => isOrdinary(word) || names.has(word));
  const timed = rewrite(words, readTime);
  const dated = rewrite(timed, (all, at) => relative(all, at) ?? readDate(all, at));
  const placed = rewrite(rewrite(dated, vaguely), readPosition);
  const named = rewrite(placed, readName(known.people ?? []));
  return readNetworks(named, known.networks, known.meetings);
}

/** `ill be there` is `I'll be there`; `I was ill` is not. */
function ill(pieces: readonly Piece[], at: number): Found | undefined {
  const piece = pieces[at];
  if (piece?.kind !== 'word' || piece.word !== 'ill') return undefined;
  if (!afterIll.has(wordAt(pieces, at + 1))) return undefined;
  return { piece: { ...piece, word: 'will' }, length: 1 };
}

/** `away until 10 June`: a day that bounds something else is no meeting's. */
function vaguely(pieces: readonly Piece[], at: number): Found | undefined {
  const piece = pieces[at];
  if (piece?.kind !== 'word' || !vague.has(piece.word)) return undefined;
  return pieces[at + 1]?.kind === 'day' ? { piece, length: 2 } : undefined;
}
