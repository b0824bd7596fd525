import type { MeetingId, Network, PersonId } from '../facts.ts';
import type { PlainDate } from '../time.ts';

/** What the sentence says of a day, before it is held against the calendar. */
export type DayHint =
  | { kind: 'date'; day?: number; month?: number; year?: number; which?: Which }
  | { kind: 'weekday'; weekday: number; which?: Which | 'week-after' }
  | { kind: 'span'; from: PlainDate; to: PlainDate }
  /** `8 and 10 April`. */
  | { kind: 'several' }
  /** `4/13`. */
  | { kind: 'impossible' };

export type Which = 'last' | 'this' | 'next';

/** A sentence is a row of these. It begins as words, numbers and stops; readers put the rest. */
export type Piece = { readonly raw: string } & (
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'number'; readonly text: string; readonly suffix: string }
  | { readonly kind: 'stop'; readonly mark: string }
  | { readonly kind: 'day'; readonly hint: DayHint }
  /** A time of day: the minutes that it may mean; `soft` where it is only a part of the day. */
  | {
      readonly kind: 'time';
      readonly spans: readonly (readonly [number, number])[];
      readonly soft: boolean;
    }
  | { readonly kind: 'last' | 'next'; readonly count: number }
  | { readonly kind: 'person'; readonly people: readonly PersonId[] }
  | { readonly kind: 'network'; readonly networks: readonly Network[] }
  | { readonly kind: 'title'; readonly meetings: readonly MeetingId[] }
  | { readonly kind: 'unknown-network' }
);

/** What `read` finds at a place, and how many pieces it stands for. */
export interface Found {
  readonly piece: Piece;
  readonly length: number;
}

export function rewrite(
  pieces: readonly Piece[],
  read: (pieces: readonly Piece[], at: number) => Found | undefined,
): Piece[] {
  const written: Piece[] = [];
  for (let at = 0; at < pieces.length;) {
    const found = read(pieces, at);
    const piece = found?.piece ?? pieces[at];
    if (piece !== undefined) written.push(piece);
    at += Math.max(found?.length ?? 1, 1);
  }
  return written;
}

/** The word at a place; empty where there is something else, or nothing. */
export function wordAt(pieces: readonly Piece[], at: number): string {
  const piece = pieces[at];
  return piece?.kind === 'word' ? piece.word : '';
}

/** As it was typed, without what stood between. */
export function rawOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ raw }) => raw)
    .filter((raw) => raw !== '')
    .join(' ');
}

export function isStop(piece: Piece | undefined): boolean {
  return piece === undefined || piece.kind === 'stop';
}
