import { outcomeOf, type Said } from './outcome.ts';
import { isStop, rawOf, wordAt, type Piece } from './piece.ts';
import { isOrdinary } from './ordinary.ts';
import { requestAt } from './requests.ts';
import { strangerNamed, subjectBefore, type Subject } from './subject.ts';
import { verbAt, type Verb } from './verbs.ts';
import * as verbWords from './verb-words.ts';
import * as words from './words.ts';

/** One thing that a sentence says somebody did, will do, or asks for. */
export interface Deed {
  readonly said: Said;
  readonly subject: Subject;
  readonly at: number;
  readonly end: number;
  /** Said in so many words; `apologies` and `on leave` only speak where nothing else does. */
  readonly isPlain: boolean;
  /** What was said before (`I said I would come`) gives way. */
  readonly isReported: boolean;
  /** Where, if that is no network or meeting: `at the dentist`. */
  readonly elsewhere?: string;
}

/** Every deed, in the order in which they are said. `pieces` without fillers. */
export function deedsIn(pieces: readonly Piece[]): Deed[] {
  const deeds: Deed[] = [];
  for (let at = 0; at < pieces.length;) {
    const deed = deedAt(pieces, at);
    if (deed !== undefined) deeds.push(withSubject(deed, deeds.at(-1), pieces));
    at = Math.max(deed?.end ?? 0, at + 1);
  }
  return deeds;
}

/** `Leila came and joined in`: one subject for both. */
function withSubject(deed: Deed, before: Deed | undefined, pieces: readonly Piece[]): Deed {
  if (deed.subject.kind !== 'unsaid' || before === undefined) return deed;
  const isApart = pieces.slice(before.end, deed.at).some((piece) => isStop(piece));
  return isApart ? deed : { ...deed, subject: before.subject };
}

function deedAt(pieces: readonly Piece[], at: number): Deed | undefined {
  const auxiliaries = auxiliariesFrom(pieces, at);
  // The longest row of auxiliaries first: `have been to` holds a verb that `have been` lacks.
  for (let count = auxiliaries.length; count >= 0; count -= 1) {
    const said = auxiliaries.slice(0, count);
    const verb = verbAt(pieces, at + count, said);
    if (verb === undefined) continue;
    return deedOf(pieces, at, said, verb);
  }
  return apologyAt(pieces, at);
}

function deedOf(
  pieces: readonly Piece[],
  at: number,
  auxiliaries: readonly string[],
  verb: Verb,
): Deed | undefined {
  const subject = subjectBefore(pieces, at);
  if (isNoun(pieces, at, verb) || isNobodysDeed(subject, auxiliaries, verb)) return undefined;
  // `I was asked to come`, `remind me to come`: nobody says that they will.
  if (verb.request === undefined && wordAt(pieces, at - 1) === 'to') return undefined;
  const denied = isDenied(pieces, at) ? ['not', ...auxiliaries] : auxiliaries;
  const said = outcomeOf(denied, inContext(pieces, verb));
  if (said === undefined) return undefined;
  const elsewhere = verb.takesPlace ? elsewhereAt(pieces, verb.end) : undefined;
  return {
    said: isDoubted(pieces, at) ? 'unsure' : said,
    subject: verb.request === undefined ? subject : objectOf(pieces, at, verb, subject),
    at,
    end: verb.end,
    isPlain: verb.form !== 'away' && said !== 'unmet',
    isReported: isReported(pieces, at),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}

function auxiliariesFrom(pieces: readonly Piece[], from: number): string[] {
  const found: string[] = [];
  for (let at = from; ; at += 1) {
    const word = wordAt(pieces, at);
    const isLink = word === 'to' || word === 'on' || word === 'of';
    if (isLink ? !leadsOn(pieces, at, word) : !verbWords.auxiliaries.has(word)) return found;
    found.push(word);
  }
}

/** `able to come`, `plan on coming`; and not `went to the network`. */
function leadsOn(pieces: readonly Piece[], at: number, link: string): boolean {
  const next = wordAt(pieces, at + 1);
  if (at === 0) return false;
  const before = wordAt(pieces, at - 1);
  if (!verbWords.auxiliaries.has(before)) return false;
  if (link !== 'to') return before.endsWith('ning') || before.startsWith('plan');
  return ['be', 'have', 'not'].includes(next) || isBaseVerb(pieces, at + 1);
}

function isBaseVerb(pieces: readonly Piece[], at: number): boolean {
  const word = wordAt(pieces, at);
  const form =
    verbWords.attending.get(word) ??
    verbWords.going.get(word) ??
    verbWords.reaching.get(word) ??
    verbWords.withParticle.get(word)?.form ??
    verbWords.missing.get(word);
  return form === 'base' || requestAt(pieces, at) !== undefined;
}

/** A meeting's doings are nobody's deed: `the meeting was at 12`, `it went on`. */
function isNobodysDeed(subject: Subject, auxiliaries: readonly string[], verb: Verb): boolean {
  // `10 June is in my diary`.
  if (subject.kind === 'unsaid' && auxiliaries[0] === 'is') return true;
  if (subject.kind !== 'thing' || auxiliaries.includes('to')) return false;
  // `network meeting attended on 8 April`.
  if (verb.isAttending === true && auxiliaries.length === 0) return false;
  return verb.form === 'be' || verb.form === 'left-out' || verb.takesPlace;
}

/** `my claim`, `the claim`: a thing, not a doing. */
function isNoun(pieces: readonly Piece[], at: number, verb: Verb): boolean {
  if (verb.request?.asked !== 'was-there' || wordAt(pieces, at) !== 'claim') return false;
  const before = pieces[at - 1];
  const isOwned = ['my', 'the', 'a', 'her', 'his', 'their', 'this', 'that', 'our', 'your', 'any'];
  return before?.kind === 'person' || isOwned.includes(wordAt(pieces, at - 1));
}

/** `not` may stand inside a request: `mark me as not attending`. */
function inContext(pieces: readonly Piece[], verb: Verb): Verb {
  const { request, end } = verb;
  if (request?.asked !== 'by-day') return verb;
  const isRefusal = pieces
    .slice(Math.max(0, end - 6), end)
    .some((piece) => piece.kind === 'word' && verbWords.negations.has(piece.word));
  return isRefusal ? { ...verb, request: { ...request, asked: 'cannot-come' } } : verb;
}

/** For whom: `book Aoife in`, `count her out`. */
function objectOf(pieces: readonly Piece[], at: number, verb: Verb, subject: Subject): Subject {
  for (const piece of pieces.slice(at, verb.end)) {
    if (piece.kind === 'person') return subjectBefore([piece], 1);
    if (piece.kind !== 'word') continue;
    if (['me', 'us', 'my', 'our', 'myself'].includes(piece.word)) return { kind: 'speaker' };
    if (words.theirs.has(piece.word)) return { kind: 'pronoun', heard: piece.raw };
    if (!isOrdinary(piece.word)) return strangerNamed(piece.raw);
  }
  // `I'd like to book Aoife in`: what follows the verb says it, or else whoever speaks.
  const next = pieces[verb.end];
  if (next?.kind === 'person') return subjectBefore([next], 1);
  if (words.theirs.has(wordAt(pieces, verb.end))) {
    return { kind: 'pronoun', heard: wordAt(pieces, verb.end) };
  }
  return subject.kind === 'thing' ? { kind: 'unsaid' } : subject;
}

function isDoubted(pieces: readonly Piece[], from: number): boolean {
  for (let at = from - 1; at >= 0 && !isStop(pieces[at]); at -= 1) {
    const word = wordAt(pieces, at);
    if (verbWords.doubts.has(word)) return true;
    const isNotSure = word === 'sure' || word === 'certain' || word === 'know';
    if (isNotSure && wordAt(pieces, at - 1) === 'not') return true;
  }
  // `I'll come if I can`.
  for (let at = from; at < pieces.length && !isStop(pieces[at]); at += 1) {
    if (verbWords.conditions.has(wordAt(pieces, at))) return true;
  }
  return false;
}

/** `I don't think I can come`, `none of us can come`, `no longer able to come`. */
function isDenied(pieces: readonly Piece[], from: number): boolean {
  const thoughtAt = wordAt(pieces, from - 2) === 'that' ? from - 3 : from - 2;
  if (words.thinking.has(wordAt(pieces, thoughtAt))) {
    const denying = [wordAt(pieces, thoughtAt - 2), wordAt(pieces, thoughtAt - 1)].join(' ');
    return denying === 'do not' || denying === 'does not';
  }
  for (let at = from - 1; at >= 0 && !isStop(pieces[at]); at -= 1) {
    const word = wordAt(pieces, at);
    if (words.denials.has(word)) return true;
    if (verbWords.auxiliaries.has(word)) return false;
  }
  return false;
}

function isReported(pieces: readonly Piece[], at: number): boolean {
  return pieces
    .slice(Math.max(0, at - 4), at)
    .some((piece) => piece.kind === 'word' && reporting.has(piece.word));
}

const reporting = new Set(['said', 'told', 'thought', 'promised', 'confirmed']);

/** `apologies for 10 June`. */
function apologyAt(pieces: readonly Piece[], at: number): Deed | undefined {
  const word = wordAt(pieces, at);
  const isClash = ['clash', 'conflict', 'clashes'].includes(word);
  if (word !== 'apologies' && word !== 'apology' && !isClash) return undefined;
  const subject = { kind: 'unsaid' } as const;
  return { said: 'no-by-day', subject, at, end: at + 1, isPlain: false, isReported: false };
}

/** Where somebody was, if it is a place that is neither a network nor a meeting. */
function elsewhereAt(pieces: readonly Piece[], from: number): string | undefined {
  let at = from;
  while (leading.has(wordAt(pieces, at))) at += 1;
  const strangers: Piece[] = [];
  for (let piece = pieces[at]; strangers.length < 4; piece = pieces[at]) {
    if (piece?.kind !== 'word' || isOrdinary(piece.word) || piece.word.endsWith('ly')) break;
    strangers.push(piece);
    at += 1;
  }
  if (strangers.length === 0 || isAMeeting(pieces, at)) return undefined;
  return rawOf(strangers);
}

const leading = new Set([
  'to',
  'at',
  'in',
  'into',
  'of',
  'the',
  'a',
  'an',
  'my',
  'our',
  'your',
  'on',
]);

/** `to support the race network`: the place comes after. */
function isAMeeting(pieces: readonly Piece[], from: number): boolean {
  for (const piece of pieces.slice(from, from + 4)) {
    if (isStop(piece)) return false;
    if (piece.kind === 'network' || piece.kind === 'title') return true;
    if (piece.kind === 'word' && (piece.word === 'not' || piece.word === 'but')) return false;
    if (piece.kind === 'word' && words.groupNouns.has(piece.word)) return true;
  }
  return false;
}
