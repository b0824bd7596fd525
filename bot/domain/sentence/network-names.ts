import type { Meeting, MeetingId, Network } from '../facts.ts';
import { keptFor } from './kept-for.ts';
import { isOrdinary } from './ordinary.ts';
import { rawOf, rewrite, wordAt, type Piece } from './piece.ts';
import { isSlipOf } from './slips.ts';
import { split } from './split.ts';
import { groupNouns, kin, listNouns, meetingNouns, networkFillers } from './words.ts';

/** How a network may be called. */
interface Called {
  readonly network: Network;
  /** What tells it from others, of its name and of the terms it uses. */
  readonly names: readonly (readonly string[])[];
  readonly words: ReadonlySet<string>;
  /** `REN`, and `RE` before "network". */
  readonly initials: ReadonlySet<string>;
  readonly shortInitials: ReadonlySet<string>;
}

const wordsIn = (text: string): string[] =>
  split(text).flatMap((piece) => (piece.kind === 'word' ? [piece.word] : []));

/** The calendar stays the same from one sentence to the next. */
const callings = keptFor((networks: readonly Network[]): Called[] =>
  networks.map((network) => {
    const all = wordsIn(network.name);
    const names = [network.name, network.termsUsed ?? '']
      .map((name) => wordsIn(name).filter((word) => !networkFillers.has(word)))
      .filter((words) => words.length > 0);
    const main = all.filter((word) => !groupNouns.has(word));
    return {
      network,
      names,
      words: new Set(names.flat()),
      initials: initialsOf(all),
      shortInitials: initialsOf(main),
    };
  }),
);

/** With and without the little words: DAWN and DWN. */
function initialsOf(words: readonly string[]): ReadonlySet<string> {
  const joining = ['and', 'of', 'the', 'for'];
  const letters = (of: readonly string[]) => of.map((word) => word[0] ?? '').join('');
  const both = [letters(words), letters(words.filter((word) => !joining.includes(word)))];
  return new Set(both.filter((initials) => initials.length > 1));
}

/** Every word that names some network: not to be mended into another. */
export const wordsOfNetworks = keptFor(
  (networks: readonly Network[]): ReadonlySet<string> =>
    new Set(networks.flatMap(({ name, termsUsed = '' }) => wordsIn(`${name} ${termsUsed}`))),
);

interface Hit {
  readonly called: Called;
  /** The words of its name that were said; `all` where its initials were. */
  readonly said: string;
}

/**
 * Networks, by name, part of a name, or initials. A name that no network has becomes
 * `unknown-network`, so that it is never taken for another.
 */
export function readNetworks(
  pieces: readonly Piece[],
  networks: readonly Network[],
  meetings: readonly Meeting[],
): Piece[] {
  const called = callings(networks);
  const joined = rewrite(pieces, (all, at) => compound(all, at, called));
  const hits = joined.map((_, at) => hitsAt(joined, at, called));
  const fullyNamed = called.filter((one) => isFullySaid(one, hits.flat()));
  const best = mostSaid(called, hits);
  const marked = joined.map((piece, at): Piece => {
    const here = (hits[at] ?? []).map(({ called: { network } }) => network);
    const named = here.filter((network) => best.has(network));
    if (named.length > 0) return { kind: 'network', raw: piece.raw, networks: named };
    return titleAt(piece, meetings, networks) ?? piece;
  });
  return rewrite(marked, (all, at) => phraseAt(all, at, fullyNamed.length > 0));
}

/** `well being` is `wellbeing`. */
function compound(pieces: readonly Piece[], at: number, called: readonly Called[]) {
  const both = wordAt(pieces, at) + wordAt(pieces, at + 1);
  if (wordAt(pieces, at) === '' || wordAt(pieces, at + 1) === '') return undefined;
  if (!called.some(({ words }) => words.has(both))) return undefined;
  const raw = rawOf(pieces.slice(at, at + 2));
  return { piece: { kind: 'word', word: both, raw } as const, length: 2 };
}

function hitsAt(pieces: readonly Piece[], at: number, called: readonly Called[]): Hit[] {
  const piece = pieces[at];
  if (piece?.kind !== 'word' || networkFillers.has(piece.word)) return [];
  const beforeNoun = isNoun(pieces, at + 1);
  // `CAN` for Carers Action Network, and not `can`: in a sentence that isn't all capitals.
  const isCapital = /^\p{Lu}{2,}$/u.test(piece.raw) && !isShouted(pieces);
  if (isOrdinary(piece.word) && !beforeNoun && !isCapital) return [];
  return called.flatMap((one): Hit[] => {
    if (one.initials.has(piece.word)) return [{ called: one, said: 'all' }];
    if (beforeNoun && one.shortInitials.has(piece.word)) return [{ called: one, said: 'all' }];
    const meant = [...one.words].find(
      (word) => kin.get(piece.word) === word || isSlipOf(piece.word, word),
    );
    return meant === undefined ? [] : [{ called: one, said: meant }];
  });
}

const isShouted = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ raw }) => raw === raw.toUpperCase());

function isNoun(pieces: readonly Piece[], at: number): boolean {
  const word = wordAt(pieces, at);
  return groupNouns.has(word) || meetingNouns.has(word) || listNouns.has(word);
}

function isFullySaid(one: Called, hits: readonly Hit[]): boolean {
  const said = hits.filter(({ called }) => called === one).map((hit) => hit.said);
  if (said.includes('all')) return true;
  return one.names.some((words) => words.every((word) => said.includes(word)));
}

/** Of networks that share a word, those of which no other is said more fully. */
function mostSaid(called: readonly Called[], hits: readonly Hit[][]): ReadonlySet<Network> {
  const places = called.map((one) => ({
    one,
    at: hits.flatMap((here, at) => (here.some((hit) => hit.called === one) ? [at] : [])),
  }));
  const isLess = (less: readonly number[], more: readonly number[]) =>
    less.length < more.length && less.every((at) => more.includes(at));
  return new Set(
    places
      .filter(({ at }) => at.length > 0 && !places.some((other) => isLess(at, other.at)))
      .map(({ one }) => one.network),
  );
}

/** Words of meetings' own titles (`AGM`, `listening event`), and whose they are. */
const titles = keptFor((meetings: readonly Meeting[]): ReadonlyMap<string, MeetingId[]> => {
  const byWord = new Map<string, MeetingId[]>();
  for (const { id, title } of meetings) {
    for (const word of new Set(wordsIn(title))) {
      if (isOrdinary(word) || networkFillers.has(word)) continue;
      byWord.set(word, [...(byWord.get(word) ?? []), id]);
    }
  }
  return byWord;
});

function titleAt(
  piece: Piece,
  meetings: readonly Meeting[],
  networks: readonly Network[],
): Piece | undefined {
  if (piece.kind !== 'word' || wordsOfNetworks(networks).has(piece.word)) return undefined;
  const titled = titles(meetings).get(piece.word);
  return titled === undefined ? undefined : { kind: 'title', raw: piece.raw, meetings: titled };
}

/**
 * `the Pride network`, `the finance meeting`, `gender equality`: a word that nobody knows, in the
 * place of a name. Beside a network's whole name it is only an adjective.
 */
function phraseAt(pieces: readonly Piece[], at: number, isFullyNamed: boolean) {
  let end = at;
  while (isStranger(pieces[end]) || pieces[end]?.kind === 'network') end += 1;
  const phrase = pieces.slice(at, end);
  const strangers = phrase.filter(isStranger).length;
  if (strangers === 0) return undefined;
  const hasNetwork = strangers < phrase.length;
  const beforeNoun = isNoun(pieces, end);
  if (hasNetwork ? isFullyNamed : !beforeNoun) return undefined;
  const length = end - at + (beforeNoun ? 1 : 0);
  const raw = rawOf(pieces.slice(at, at + length));
  return { piece: { kind: 'unknown-network', raw } as const, length };
}

function isStranger(piece: Piece | undefined): boolean {
  return piece?.kind === 'word' && !isOrdinary(piece.word) && !networkFillers.has(piece.word);
}
