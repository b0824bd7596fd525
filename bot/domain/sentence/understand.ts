import type { Meeting, MeetingId, Network } from '../facts.ts';
import { londonDate, type Instant } from '../time.ts';
import { anyMeeting, isToCome, wasHeld, type Fit } from './candidates.ts';
import { statementOf } from './clauses.ts';
import { decide, type Decided } from './decide.ts';
import { doubtOf } from './doubts.ts';
import { lookUp, type LookedUp, type Sought } from './look-up.ts';
import type { Meaning, Wish } from './meaning.ts';
import type { Assisted } from './names.ts';
import type { Piece } from './piece.ts';
import { read } from './read.ts';

/** A sentence about a meeting is shorter; a longer text isn't read at all. */
export const LONGEST_SENTENCE = 500;

/** What a sentence is held against. */
export interface Given {
  readonly networks: readonly Network[];
  /** All of them: also those for members only or cancelled, so that it can be said why not. */
  readonly meetings: readonly Meeting[];
  readonly now: Instant;
  /** Executives whom the speaker assists. */
  readonly people?: readonly Assisted[];
  /** Where the speaker, or somebody whom they assist, has a claim that stands. */
  readonly claimed?: readonly MeetingId[];
}

/** A sentence → what its author wants recorded, or why nothing is. Days are London's. */
export function understand(text: string, given: Given): Meaning {
  if (text.length > LONGEST_SENTENCE || isForwarded(text)) return notASentence('too-long');
  const { networks, meetings, now, people = [], claimed = [] } = given;
  const today = londonDate(now);
  const statement = statementOf(read(text, { networks, meetings, people }, today));
  const told = decide(statement, people);
  if (told.kind === 'not-a-sentence') return told;
  const { elsewhere } = told;
  const sought: Sought = {
    pieces: statement.pieces,
    meetings,
    today,
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
  const meaning = meaningOf(told, sought, {
    toCome: isToCome(now),
    held: wasHeld(now),
    claimed: ({ id }) => claimed.includes(id),
  });
  const doubt = doubtOf(text, meaning);
  return doubt === undefined ? meaning : notASentence(doubt);
}

/** Somebody else's words, with their heading: `From: …`, `Sent: …`. */
function isForwarded(text: string): boolean {
  const headings = text.match(/^[>\s]*(?:from|sent|to|cc|date|subject):/gim) ?? [];
  return headings.length >= 2 || /^-{3,} ?(?:original|forwarded) message/im.test(text);
}

type Told = Extract<Decided, { kind: 'said' }>;

interface Fits {
  readonly toCome: Fit;
  readonly held: Fit;
  readonly claimed: Fit;
}

const claim: Wish = { kind: 'claim' };
const withdraw: Wish = { kind: 'withdraw' };
const willCome: Wish = { kind: 'intend', answer: 'will-come' };
const cannotCome: Wish = { kind: 'intend', answer: 'cannot-come' };

/** By tense where there is one, by the day where there is none. */
function meaningOf(told: Told, sought: Sought, fits: Fits): Meaning {
  const { toCome, held, claimed } = fits;
  const behind = (...wanted: Fit[]) => lookUp(sought, 'past', wanted);
  const ahead = (...wanted: Fit[]) => lookUp(sought, 'future', wanted);
  const isFound = (looked: LookedUp) => looked.kind === 'found';
  const answer = (wish: Wish, looked: LookedUp) => answered(wish, looked, told);

  // `On Wednesday` is one to come; `on 8 April` may be past, and is told to be.
  const isDated = sought.pieces.some(namesDate);
  const whatever: Fit = isDated ? anyMeeting : ({ date }) => date >= sought.today;

  switch (told.said) {
    case 'was-there': {
      const isOfNext = sought.pieces.some(({ kind }) => kind === 'next');
      return answer(claim, isOfNext ? behind(held, toCome) : behind(held, anyMeeting));
    }
    case 'noted': {
      const looked = behind(held);
      const isAhead = looked.kind === 'none' && isFound(ahead(toCome));
      return isAhead ? notASentence('nothing-said') : answer(claim, looked);
    }
    case 'take-back':
      return answer(withdraw, behind(claimed, held, anyMeeting));
    case 'will-come':
      return answer(willCome, ahead(toCome, whatever));
    case 'cannot-come':
      return answer(cannotCome, ahead(toCome, whatever));
    case 'is-there':
    case 'yes-by-day': {
      const isNow = told.said === 'is-there' && !sought.pieces.some(saysWhen);
      if (isNow)
        return answer(
          claim,
          behind(({ date }) => date === sought.today),
        );
      const isBehind = !isFound(ahead(toCome)) && isFound(behind(held));
      return isBehind ? answer(claim, behind(held)) : answer(willCome, ahead(toCome, whatever));
    }
    case 'no-by-day': {
      const isBehind = !isFound(ahead(toCome)) && isFound(behind(held));
      if (isBehind) return wasNotThere(told, behind, fits);
      return answer(cannotCome, ahead(toCome, whatever));
    }
    case 'was-not-there':
      return wasNotThere(told, behind, fits);
  }
}

const namesDate = (piece: Piece): boolean =>
  piece.kind === 'title' ||
  (piece.kind === 'day' &&
    (piece.hint.kind !== 'date' || piece.hint.month !== undefined) &&
    piece.hint.kind !== 'weekday');

const saysWhen = ({ kind }: Piece): boolean => kind === 'day' || kind === 'next' || kind === 'last';

/** Whoever says so takes a claim back, if there is one; else there is nothing to do. */
function wasNotThere(
  told: Told,
  behind: (...wanted: Fit[]) => LookedUp,
  { held, claimed }: Fits,
): Meaning {
  if (told.isTakenBack) return answered(withdraw, behind(claimed, held, anyMeeting), told);
  const looked = behind(claimed);
  return looked.kind === 'found' ? answered(withdraw, looked, told) : notASentence('said-no');
}

function answered(wish: Wish, looked: LookedUp, told: Told): Meaning {
  const { whose, isTwoThings, isTogether } = told;
  switch (looked.kind) {
    case 'nothing-named':
      return { kind: 'nothing-named', wish, whose };
    case 'found':
      if (!isTwoThings) {
        return { ...wish, meetings: looked.meetings, whose, ...(isTogether ? { isTogether } : {}) };
      }
      return { ...wish, meetings: [], whose, because: 'two-things', heard: '', networks: [] };
    case 'none': {
      const { because, heard, networks } = looked;
      return { ...wish, meetings: [], whose, because, heard, networks };
    }
  }
}

function notASentence(because: Extract<Meaning, { kind: 'not-a-sentence' }>['because']): Meaning {
  return { kind: 'not-a-sentence', because };
}
