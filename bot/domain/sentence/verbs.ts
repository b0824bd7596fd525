import { isStop, wordAt, type Piece } from './piece.ts';
import { requestAt, type FoundRequest } from './requests.ts';
import * as verbWords from './verb-words.ts';
import * as words from './words.ts';
import type { Form } from './verb-words.ts';

/** What a group of verbs says: who was or will be where. */
export interface Verb {
  readonly form: Form | 'be' | 'away' | 'miss' | 'left-out' | 'asked';
  readonly past?: true;
  readonly request?: FoundRequest;
  readonly isAttending?: true;
  readonly end: number;
  /** What follows is where: it may be somewhere else. */
  readonly takesPlace: boolean;
}

/** The verb after its auxiliaries, which `said` holds. */
export function verbAt(
  pieces: readonly Piece[],
  at: number,
  said: readonly string[],
): Verb | undefined {
  const request = requestAt(pieces, at);
  if (request !== undefined) {
    return { form: 'asked', request, end: request.end, takesPlace: false };
  }
  return goingAt(pieces, at) ?? beingAt(pieces, at, said) ?? leftOutAt(pieces, at, said);
}

function goingAt(pieces: readonly Piece[], at: number): Verb | undefined {
  const word = wordAt(pieces, at);
  const next = wordAt(pieces, at + 1);
  const attends = verbWords.attending.get(word);
  if (attends !== undefined)
    return { form: attends, isAttending: true, end: at + 1, takesPlace: true };
  const goes = verbWords.going.get(word);
  // `went the week before last`, `went too the race network`: and no other object.
  const isDayNext = next === 'the' && isFoundAt(pieces, at + 2);
  if (goes !== undefined && (next === '' || isDayNext || verbWords.afterGoing.has(next))) {
    return { form: goes, end: at + 1, takesPlace: true };
  }
  const reaches = verbWords.reaching.get(word);
  if (reaches !== undefined && isReached(pieces, at + 1)) {
    return { form: reaches, end: at + 1, takesPlace: next !== 'it' };
  }
  const { form, particles } = verbWords.withParticle.get(word) ?? {};
  if (form !== undefined && particles?.has(next) === true) {
    return { form, end: at + 2, takesPlace: next !== 'there' };
  }
  const misses = verbWords.missing.get(word);
  if (misses === undefined) return undefined;
  const past = misses === 'past' ? { past: true as const } : {};
  return { form: 'miss', ...past, end: at + 1, takesPlace: false };
}

/** A day or a network. */
function isFoundAt(pieces: readonly Piece[], at: number): boolean {
  const kind = pieces[at]?.kind;
  return kind === 'day' || kind === 'network';
}

/** The meeting, or its day. */
function isReached(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind === 'word') {
    return verbWords.reached.has(piece.word) || words.groupNouns.has(piece.word);
  }
  return piece !== undefined && piece.kind !== 'stop' && piece.kind !== 'number';
}

function beingAt(pieces: readonly Piece[], at: number, said: readonly string[]): Verb | undefined {
  const word = wordAt(pieces, at);
  const isBeing = said.some((one) => beings.has(one));
  let awayAt = at;
  while (isAwayStep(pieces, awayAt)) awayAt += 1;
  const isAway = verbWords.away.has(wordAt(pieces, awayAt));
  if (isAway && (isBeing || awayAt > at || word === 'away' || word.startsWith('double'))) {
    const end = wordAt(pieces, awayAt + 1) === 'booked' ? awayAt + 2 : awayAt + 1;
    return { form: 'away', end, takesPlace: false };
  }
  if (word === 'present' && wordAt(pieces, at + 1) === 'at') {
    return { form: 'be', end: at + 2, takesPlace: true };
  }
  if (verbWords.around.has(word)) return aroundAt(at, said);
  if (!isBeing) return undefined;
  if (verbWords.present.has(word)) {
    return { form: 'be', end: at + 1, takesPlace: wordAt(pieces, at + 1) === 'at' };
  }
  if (word === 'in' && wordAt(pieces, at + 1) === 'attendance') {
    return { form: 'be', end: at + 2, takesPlace: false };
  }
  if (verbWords.somewhere.has(word)) return { form: 'be', end: at + 1, takesPlace: true };
  if (word === 'to' && said.includes('been')) return { form: 'be', end: at + 1, takesPlace: true };
  const isOnCall = word === 'on' && ['call', 'the', 'teams'].includes(wordAt(pieces, at + 1));
  const isPart = word === 'part' && wordAt(pieces, at + 1) === 'of';
  const isUp = word === 'up' && wordAt(pieces, at + 1) === 'for';
  if (word === 'with' && [1, 2].some((step) => pieces[at + step]?.kind === 'network')) {
    return { form: 'be', end: at + 1, takesPlace: true };
  }
  return isOnCall || isPart || isUp ? { form: 'be', end: at + 2, takesPlace: true } : undefined;
}

/** `not free on the 21st`, `I'm around on 10 June`; to have been around is not to have come. */
function aroundAt(at: number, said: readonly string[]): Verb | undefined {
  const isAhead = said.some((word) => ['am', 'are', 'is', 'will', 'not'].includes(word));
  return isAhead ? { form: 'be', end: at + 1, takesPlace: false } : undefined;
}

const beings = new Set(['am', 'is', 'are', 'was', 'were', 'be', 'been', 'being']);

/** On the way to `leave` in `on annual leave`. */
function isAwayStep(pieces: readonly Piece[], at: number): boolean {
  const word = wordAt(pieces, at);
  return ['on', 'annual', 'study', 'sick', 'a'].includes(word) && !isStop(pieces[at + 1]);
}

/** `but I can't`, `can't on Wednesday`, `I did`: the verb was said before, or goes without saying. */
function leftOutAt(
  pieces: readonly Piece[],
  at: number,
  said: readonly string[],
): Verb | undefined {
  const piece = pieces[at];
  const isEnd = isStop(piece) || ['and', 'but', 'so'].includes(wordAt(pieces, at));
  const last = said.filter((word) => word !== 'not' && word !== 'never').at(-1);
  const found: Verb = { form: 'left-out', end: at, takesPlace: false };
  if (last === 'can' || last === 'will' || (last === 'could' && said.includes('not'))) {
    const isDay = piece?.kind === 'day' || piece?.kind === 'next';
    const isOnDay = ['on', 'for'].includes(wordAt(pieces, at)) && pieces[at + 1]?.kind === 'day';
    return isEnd || isDay || isOnDay ? found : undefined;
  }
  return isEnd && (last === 'was' || last === 'were' || last === 'did') ? found : undefined;
}
