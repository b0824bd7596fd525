import type { Meeting, Network } from '../facts.ts';
import { isHeld, isOpen, startOf } from '../meeting.ts';
import type { Instant, PlainDate } from '../time.ts';
import type { Piece } from './piece.ts';
import type { When } from './when.ts';

/** What a meeting must be for what was said to fit; the first of them that finds one decides. */
export type Fit = (meeting: Meeting) => boolean;

export const isToCome =
  (now: Instant): Fit =>
  (meeting) =>
    startOf(meeting) > now && meeting.cancelled !== true;
export const wasHeld =
  (now: Instant): Fit =>
  (meeting) =>
    isHeld(meeting, now);
/** Whatever became of it: for a day that was named. */
export const anyMeeting: Fit = () => true;

/**
 * The meetings that are meant. One that is named by its day is found whatever became of it, so that
 * it can be said why not; else it is one that an executive may come to.
 */
export function candidates(
  pieces: readonly Piece[],
  meetings: readonly Meeting[],
  when: Exclude<When, { kind: 'none' }>,
  fits: readonly Fit[],
): Meeting[] {
  const named = meetings.filter(isNamedBy(pieces));
  const timed = atThatTime(named, pieces);
  if (when.kind === 'unsaid') return counted(timed, pieces, fits);
  for (const fit of fits) {
    for (const tier of when.tiers) {
      const days = new Set<PlainDate>(tier);
      const found = timed.filter((meeting) => days.has(meeting.date) && fit(meeting));
      if (found.length > 0) return found.sort(byStart);
    }
  }
  return [];
}

const byStart = (one: Meeting, other: Meeting): number =>
  startOf(one) < startOf(other) ? -1 : startOf(one) > startOf(other) ? 1 : 0;

/** Of a network that was named, and of a title. */
function isNamedBy(pieces: readonly Piece[]): Fit {
  const networks = networksNamed(pieces);
  const titled = pieces.filter((piece) => piece.kind === 'title');
  return ({ id, network }) =>
    (networks.length === 0 || networks.some((named) => named.id === network)) &&
    titled.every(({ meetings }) => meetings.includes(id));
}

export function networksNamed(pieces: readonly Piece[]): Network[] {
  return [...new Set(pieces.flatMap((piece) => (piece.kind === 'network' ? piece.networks : [])))];
}

/** Running at that time; of a part of the day only where that leaves any. */
function atThatTime(meetings: readonly Meeting[], pieces: readonly Piece[]): Meeting[] {
  let left = [...meetings];
  for (const piece of pieces) {
    if (piece.kind !== 'time') continue;
    const starting = left.filter((meeting) => isWithin(meeting.start, meeting.start, piece));
    const running = left.filter((meeting) => isWithin(meeting.start, meeting.end, piece));
    const fitting = starting.length > 0 ? starting : running;
    if (fitting.length > 0 || !piece.soft) left = fitting;
  }
  return left;
}

type Time = Extract<Piece, { kind: 'time' }>;

function isWithin(start: string, end: string, { spans }: Time): boolean {
  return spans.some(([from, to]) => minutesOf(start) <= to && minutesOf(end) >= from);
}

const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** No day is said: the last ones, the next ones, or all there are. */
function counted(
  meetings: readonly Meeting[],
  pieces: readonly Piece[],
  fits: readonly Fit[],
): Meeting[] {
  const position = pieces.filter(isPosition)[0];
  const real = fits.filter((fit) => fit !== anyMeeting);
  for (const fit of real.flatMap((one) => [openAnd(one), one])) {
    const found = meetings.filter(fit);
    if (found.length === 0) continue;
    found.sort(byStart);
    return position === undefined ? found : outermost(found, position);
  }
  return [];
}

const openAnd =
  (fit: Fit): Fit =>
  (meeting) =>
    isOpen(meeting) && fit(meeting);

type Position = Extract<Piece, { kind: 'last' | 'next' }>;

const isPosition = (piece: Piece): piece is Position =>
  piece.kind === 'last' || piece.kind === 'next';

/** So many from that end, with those that start together. */
function outermost(meetings: readonly Meeting[], { kind, count }: Position): Meeting[] {
  const starts = [...new Set(meetings.map(startOf))];
  const kept = new Set(kind === 'last' ? starts.slice(-count) : starts.slice(0, count));
  return meetings.filter((meeting) => kept.has(startOf(meeting)));
}
