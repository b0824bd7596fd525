import { wordAt, type Piece } from './piece.ts';
import { questions } from './words.ts';

/** What a verb asks for, whoever it is for. */
export type Asked = 'will-come' | 'cannot-come' | 'was-there' | 'take-back' | 'by-day';

interface Request {
  readonly verbs: ReadonlySet<string>;
  /** One of these follows in the same breath; none: the verb alone will do. */
  readonly within: ReadonlySet<string>;
  readonly asked: Asked;
}

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(' ').filter(Boolean));
const request = (verbs: string, within: string, asked: Asked): Request => ({
  verbs: setOf(verbs),
  within: setOf(within),
  asked,
});

/** The day itself, straight after: `log 8 April`. */
const DAY = '(day)';
const booking = 'booking place seat spot space reservation';
const noting =
  'mark put record log note add enter register list show submit confirm tick marked recorded noted';

/** The first that fits. `by-day`: a day behind is a claim, one ahead an intention. */
const requests: readonly Request[] = [
  request('cancel remove delete undo withdraw release free give drop', booking, 'cannot-come'),
  request(
    'cancel remove delete scrap drop void erase clear correct',
    'claim attendance',
    'take-back',
  ),
  request('withdraw withdrawing', 'claim attendance', 'take-back'),
  request('withdraw withdrawing', 'from', 'cannot-come'),
  request('undo withdraw retract revoke rescind unclaim reverse', '', 'take-back'),
  request('take taking took', 'back', 'take-back'),
  request(
    'claim claimed',
    'mistake error wrong wrongly incorrect accidentally accident',
    'take-back',
  ),
  request('claim claiming claimed', '', 'was-there'),
  request('count', 'out', 'cannot-come'),
  request('count counting', 'in', 'will-come'),
  request(noting, 'out unavailable apologies away', 'cannot-come'),
  request(noting, 'attendance attended present there attending here coming', 'by-day'),
  request('count counted', 'attendance attended present there attending', 'by-day'),
  request('put stick pop mark', 'down in', 'by-day'),
  request('tick', 'off', 'by-day'),
  request('log record', DAY, 'by-day'),
  request('add register enrol', 'me us her him them', 'will-come'),
  request('sign signed signing', 'up', 'will-come'),
  request('pencil pencilled', 'in', 'will-come'),
  request('book booked', '', 'will-come'),
  request('reserve save hold keep get want', booking, 'will-come'),
  request('take taking remove cancel', 'off out me her him them', 'cannot-come'),
  request('send sending give giving pass offer accept tender', 'apologies apology', 'cannot-come'),
  request('decline declining declined unbook bail', '', 'cannot-come'),
  request('accept accepting accepted', '', 'will-come'),
  request('confirm expect', 'me us her him them', 'will-come'),
  request('pull pulling pulled drop dropping back backing duck ducking', 'out', 'cannot-come'),
  request('rsvp', 'no', 'cannot-come'),
  request('rsvp', '', 'will-come'),
  request('look looking', 'forward', 'will-come'),
  request('see', 'you everyone everybody there', 'will-come'),
];

/** `could you note that I was there`: it is said politely, not asked. */
export const noted: ReadonlySet<string> = setOf('note noting add record log put mark mind');

/** Every verb of the table, for who asks what is a word of the grammar. */
export const requestWords: readonly string[] = requests.flatMap(({ verbs, within }) => [
  ...verbs,
  ...within,
]);

/** How far apart a verb and its little word may stand: `count Dr Okafor and me in`. */
const REACH = 9;

export interface FoundRequest {
  readonly asked: Asked;
  readonly end: number;
}

export function requestAt(pieces: readonly Piece[], at: number): FoundRequest | undefined {
  const verb = wordAt(pieces, at);
  if (verb === '') return undefined;
  for (const { verbs, within, asked } of requests) {
    if (!verbs.has(verb)) continue;
    const isOfDay = within.has(DAY) && pieces[at + 1]?.kind === 'day';
    if (within.size === 0 || isOfDay) return { asked, end: at + 1 };
    const end = withinReach(pieces, at + 1, within);
    if (end !== undefined) return { asked, end };
  }
  return undefined;
}

const isAsking = (word: string): boolean =>
  questions.has(word) || word === 'if' || word === 'whether';

function withinReach(
  pieces: readonly Piece[],
  from: number,
  words: ReadonlySet<string>,
): number | undefined {
  for (let at = from; at < Math.min(from + REACH, pieces.length); at += 1) {
    // `show who is coming` is asked.
    if (pieces[at]?.kind === 'stop' || isAsking(wordAt(pieces, at))) return undefined;
    if (words.has(wordAt(pieces, at))) return at + 1;
  }
  return undefined;
}
