import type { Statement } from './clauses.ts';
import type { Deed } from './deeds.ts';
import type { Meaning, Meant } from './meaning.ts';
import type { Assisted } from './names.ts';
import type { Said } from './outcome.ts';
import { wordAt, type Piece } from './piece.ts';
import { whose, type Whose } from './subject.ts';
import { isTogether, peopleNamed } from './together.ts';
import { admitting, connecting, groupNouns, meetingNouns } from './words.ts';

export type Decided =
  | Extract<Meaning, { kind: 'not-a-sentence' }>
  | {
      readonly kind: 'said';
      /** `noted`: no verb at all, `yesterday's network meeting`. */
      readonly said: Exclude<Said, 'unsure' | 'unmet'> | 'noted';
      readonly whose: Meant;
      /** Taken back in so many words: `after all`, `by mistake`. */
      readonly isTakenBack: boolean;
      readonly elsewhere?: string;
      /** Something behind and something ahead. */
      readonly isTwoThings: boolean;
      /** They weren't alone: it is recorded of one. */
      readonly isTogether: boolean;
    };

/** Of all that is said, the one thing that is meant. */
export function decide(
  { deeds, hasQuestion, pieces }: Statement,
  people: readonly Assisted[],
): Decided {
  const told = preferred(deeds);
  const last = told.at(-1);
  const said = last?.said ?? (hasQuestion ? undefined : withoutVerb(pieces));
  if (said === undefined) return nothing(hasQuestion ? 'question' : 'nothing-said');
  if (said === 'unsure' || said === 'unmet') return nothing('unsure');
  const meant = ofOne(whose(last?.subject ?? { kind: 'unsaid' }, pieces, people), pieces);
  if (meant.kind === 'somebody-else') {
    // `tell me who attended`.
    if (meant.heard === 'who') return nothing('question');
    return { ...nothing('somebody-else'), heard: meant.heard };
  }
  return {
    kind: 'said',
    said,
    whose: meant,
    isTakenBack: isTakenBack(pieces),
    isTwoThings: isTwoThings(told),
    isTogether: isTogether(pieces, deeds),
    ...(last?.elsewhere === undefined ? {} : { elsewhere: last.elsewhere }),
  };
}

/** `Aoife and Marcus went`, to whoever assists both: of which of them is asked, not guessed. */
function ofOne(meant: Whose, pieces: readonly Piece[]): Whose {
  const people = peopleNamed(pieces);
  return meant.kind === 'executive' && people.length > 1 ? { kind: 'unclear', people } : meant;
}

const nothing = (because: Extract<Meaning, { kind: 'not-a-sentence' }>['because']) =>
  ({ kind: 'not-a-sentence', because }) as const;

/** Plain words before hints, what is said now before what was said, here before elsewhere. */
function preferred(deeds: readonly Deed[]): readonly Deed[] {
  const preferences: ((deed: Deed) => boolean)[] = [
    ({ isPlain }) => isPlain,
    ({ isReported }) => !isReported,
    ({ subject }) => subject.kind !== 'somebody-else',
    ({ elsewhere }) => elsewhere === undefined,
  ];
  return preferences.reduce((left, isBetter) => {
    const better = left.filter(isBetter);
    return better.length > 0 ? better : left;
  }, deeds);
}

function isTwoThings(deeds: readonly Deed[]): boolean {
  const said = new Set(deeds.map((deed) => deed.said));
  const isBehind = said.has('was-there') || said.has('was-not-there') || said.has('take-back');
  return isBehind && (said.has('will-come') || said.has('cannot-come'));
}

/** `yesterday's network meeting`, `REN 8/4`, `no to Wednesday`: a day, a meeting, and no word more. */
function withoutVerb(pieces: readonly Piece[]): 'noted' | 'yes-by-day' | 'no-by-day' | undefined {
  const isOfMeeting = pieces.some(
    ({ kind }, at) =>
      ['network', 'unknown-network', 'title'].includes(kind) ||
      meetingNouns.has(wordAt(pieces, at)) ||
      groupNouns.has(wordAt(pieces, at)),
  );
  const hasDay = pieces.some(({ kind }) => kind === 'day');
  const isAll = pieces.every(({ kind }, at) => {
    const word = wordAt(pieces, at);
    return (
      kind !== 'word' || connecting.has(word) || meetingNouns.has(word) || groupNouns.has(word)
    );
  });
  if (!hasDay || !isAll) return undefined;
  const has = (...words: string[]) => pieces.some((_, at) => words.includes(wordAt(pieces, at)));
  if (has('no', 'nope', 'nah', 'not')) return 'no-by-day';
  if (has(...agreeing)) return 'yes-by-day';
  return isOfMeeting ? 'noted' : undefined;
}

const agreeing = ['yes', 'yep', 'yeah', 'yup', 'attendance', 'works', 'suits', 'fine'];

function isTakenBack(pieces: readonly Piece[]): boolean {
  return pieces.some((_, at) => {
    const word = wordAt(pieces, at);
    return word === 'after' ? wordAt(pieces, at + 1) === 'all' : admitting.has(word);
  });
}
