import { londonDate } from '../time.ts';
import { anyMeeting, isToCome, wasHeld } from './candidates.ts';
import { statementOf } from './clauses.ts';
import { lookUp, type LookedUp, type Sought } from './look-up.ts';
import { isOrdinary } from './ordinary.ts';
import type { Piece } from './piece.ts';
import { read } from './read.ts';
import type { Given } from './understand.ts';

/** Whoever asks for the next one may want the one after. */
const NEXT = 2;

/** The meetings that a text speaks of, whatever it says of them: `8 April`, `am I booked for June?` */
export function mentionedIn(
  text: string,
  { networks, meetings, now, people = [] }: Given,
): LookedUp {
  const today = londonDate(now);
  const known = { networks, meetings, people };
  const pieces = statementOf(read(text, known, today)).pieces.map(withTheOneAfter);
  if (!pieces.some(({ kind }) => naming.has(kind))) return { kind: 'nothing-named' };
  const sought: Sought = { pieces, meetings, today };
  const has = (kind: Piece['kind']) => pieces.some((piece) => piece.kind === kind);

  const ahead = lookUp(sought, 'future', [isToCome(now), anyMeeting]);
  const behind = lookUp(sought, 'past', [wasHeld(now), anyMeeting]);
  const looked = has('day') ? either(behind, ahead) : has('last') ? behind : soonest(ahead, behind);
  if (looked.kind !== 'none') return looked;
  // `8 May` is answered, a bill due on 8 May is not.
  const isBare = pieces.every((piece) => piece.kind !== 'word' || isOrdinary(piece.word));
  return isBare ? looked : { kind: 'nothing-named' };
}

const naming: ReadonlySet<Piece['kind']> = new Set([
  'day',
  'last',
  'network',
  'next',
  'title',
  'unknown-network',
]);

function withTheOneAfter(piece: Piece): Piece {
  return piece.kind === 'next' ? { ...piece, count: Math.max(piece.count, NEXT) } : piece;
}

/** A day without its year may be behind or ahead. */
function either(behind: LookedUp, ahead: LookedUp): LookedUp {
  if (behind.kind !== 'found') return ahead.kind === 'found' ? ahead : behind;
  if (ahead.kind !== 'found') return behind;
  const [first, ...others] = behind.meetings;
  const more = ahead.meetings.filter(({ id }) => !behind.meetings.some((one) => one.id === id));
  return { kind: 'found', meetings: [first, ...others, ...more] };
}

/** No day was said: the next ones, and where there are none the last. */
function soonest(ahead: LookedUp, behind: LookedUp): LookedUp {
  if (ahead.kind === 'found') {
    const [first, ...others] = ahead.meetings;
    return { kind: 'found', meetings: [first, ...others.slice(0, NEXT - 1)] };
  }
  if (behind.kind !== 'found') return ahead;
  const last = behind.meetings.at(-1) ?? behind.meetings[0];
  return { kind: 'found', meetings: [last] };
}
