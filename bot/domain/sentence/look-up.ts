import type { Meeting, Network } from '../facts.ts';
import type { PlainDate } from '../time.ts';
import { candidates, networksNamed, type Fit } from './candidates.ts';
import type { WhyNone } from './meaning.ts';
import { rawOf, wordAt, type Piece } from './piece.ts';
import { whenOf, type Direction } from './when.ts';
import { groupNouns, listNouns, meetingNouns } from './words.ts';

/** What became of looking for the meetings that were meant. */
export type LookedUp =
  | { kind: 'found'; meetings: readonly [Meeting, ...Meeting[]] }
  | { kind: 'none'; because: WhyNone; heard: string; networks: readonly Network[] }
  | { kind: 'nothing-named' };

export interface Sought {
  readonly pieces: readonly Piece[];
  readonly meetings: readonly Meeting[];
  readonly today: PlainDate;
  /** A place that is neither network nor meeting. */
  readonly elsewhere?: string;
}

/** The first of `fits` that finds a meeting decides. */
export function lookUp(sought: Sought, direction: Direction, fits: readonly Fit[]): LookedUp {
  const { pieces, meetings, today, elsewhere } = sought;
  const networks = networksNamed(pieces);
  const none = (because: WhyNone, heard: string): LookedUp => ({
    kind: 'none',
    because,
    heard,
    networks,
  });
  const unknown = pieces.find(({ kind }) => kind === 'unknown-network')?.raw ?? elsewhere;
  if (unknown !== undefined) return none('no-such-network', unknown);

  const when = whenOf(pieces, today, direction);
  if (when.kind === 'none') return none(when.because, when.heard);
  const isUnsaid = when.kind === 'unsaid';
  if (isUnsaid && has(pieces, 'last') && has(pieces, 'next')) {
    const both = pieces.filter(({ kind }) => kind === 'last' || kind === 'next');
    return none('two-dates', both.map(({ raw }) => raw).join(' and '));
  }
  if (isUnsaid && !namesAnything(pieces)) return { kind: 'nothing-named' };

  const [first, ...others] = candidates(pieces, meetings, when, fits);
  if (first !== undefined) return { kind: 'found', meetings: [first, ...others] };
  const isBare = isUnsaid && !has(pieces, 'time');
  return none(isBare ? 'no-meeting-yet' : 'no-meeting-then', heardOf(pieces));
}

const has = (pieces: readonly Piece[], kind: Piece['kind']): boolean =>
  pieces.some((piece) => piece.kind === kind);

const naming: ReadonlySet<Piece['kind']> = new Set(['network', 'title', 'time', 'last', 'next']);

function namesAnything(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, at) => {
    const word = wordAt(pieces, at);
    const isNoun = meetingNouns.has(word) || groupNouns.has(word) || listNouns.has(word);
    return isNoun || naming.has(piece.kind);
  });
}

/** The day and time as they were typed; a network is told by its name instead. */
function heardOf(pieces: readonly Piece[]): string {
  return rawOf(pieces.filter(({ kind }) => ['day', 'time', 'last', 'next'].includes(kind)));
}
