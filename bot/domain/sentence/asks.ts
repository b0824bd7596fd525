import { isOrdinary } from './ordinary.ts';
import { isSlipOf } from './slips.ts';
import { split } from './split.ts';

/** What people type beside sentences about a meeting. */
export type Ask =
  | 'thanks'
  /** `ok`, `no thanks`, a thumb: nothing more is wanted. */
  | 'fine'
  /** An answer, and nobody knows to what. */
  | 'answer'
  | 'welcome'
  | 'waiting'
  /** Of others: a chair sees what waits. */
  | 'who-came'
  /** Has the chair confirmed it? */
  | 'own-claim'
  | 'reminders'
  | 'keep-calendar'
  | 'withdraw'
  | 'progress'
  | 'meetings'
  | 'help';

/** Nobody asks in more words. */
const MOST_WORDS = 14;

const whole = (words: string): RegExp => new RegExp(`^(?:${words})$`);
const within = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`);

const kind = 'thanks|thank you|thx|ty|ta|cheers|much appreciated|appreciated|bless you';
const good = 'great|perfect|brilliant|lovely|fab|super|excellent|good|nice one|wonderful|amazing';
const settled = `ok|okay|k|fine|noted|got it|understood|no worries|no problem|will do|sure|cool|bye|goodbye|done|all good|good bot|${good}`;
const yes =
  'yes|yep|yeah|yup|y|aye|yes please|correct|right|that is right|agreed|indeed|absolutely';
const no = 'no|nope|nah|n|not me|no sorry|sorry no|no i was not|no i did not';

/** The first that fits; said in lower case, contractions written out, slips mended, no marks. */
const asks: readonly (readonly [Ask, RegExp])[] = [
  ['fine', whole(`no (?:${kind})|(?:${settled})(?: (?:${settled}))?`)],
  [
    'thanks',
    whole(
      `(?:(?:${settled}|many|so|oh|yes) )*(?:${kind})(?: (?:so much|very much|a lot|again|all|you|for .*|silver|${settled}))*`,
    ),
  ],
  ['answer', whole(`${yes}|${no}|maybe|not sure|i think so|no idea|perhaps|both|neither`)],
  [
    'welcome',
    whole(
      '(?:hi|hello|hey|hiya|morning|afternoon|evening|good (?:morning|afternoon|evening))(?: (?:there|silver|bot|again|everyone|all|commitments))*',
    ),
  ],
  [
    'reminders',
    /^(?:please )?stop\b|\b(?:unsubscribe|mute|unmute|snooze|remind|reminders?|nudges?)\b/,
  ],
  [
    'who-came',
    /^(?:who(?: is| has| was)? (?:came|come|went|attended|joined|coming|booked|there)|(?:did|was|is|has|will) (?!i |we )\w+ (?:come|go|there|attend|join|coming|booked|been))\b/,
  ],
  ['own-claim', within('my claims?|(?:been|is it|are they) confirmed')],
  [
    'waiting',
    within(
      'waiting|waits|outstanding|pending|queue|confirm|confirms|confirming|approve|approvals?|sign off|accept all|claims',
    ),
  ],
  [
    'keep-calendar',
    within(
      '(?:cancel|move|add|postpone|reschedule|change|create|schedule|rearrange|delete).* (?:meeting|session|date|dates|meetings|event|one|time)',
    ),
  ],
  ['withdraw', within('oops|whoops|mistake|wrong (?:one|meeting|date|day)|did not mean')],
  [
    'progress',
    within(
      'progress|how many|how much|how am i|how are (?:we|things)|how is (?:she|he|it)|on track|target|score|status|enough|where do i stand|where am i|still need|left to do|more do i|commitments?|my (?:four|4)|how far|what is (?:due|left)|what do i need',
    ),
  ],
  [
    'meetings',
    within(
      'meetings|dates|calendar|diary|schedule|coming up|upcoming|booked|when (?:do|does|is|are)|what did i|did i|have i|am i|sessions|list (?:them|all)|what is (?:on|next)|networks?',
    ),
  ],
  [
    'help',
    within(
      'help|how do|how does|how can|what can|what is|what are|who are you|who is this|what do you|commands|menu|options|stuck|confused|explain|how to|what now|start',
    ),
  ],
];

const askWords: readonly string[] = [
  ...['thanks', 'cheers', 'appreciated', 'waiting', 'pending', 'outstanding', 'confirm', 'approve'],
  ...['progress', 'target', 'status', 'enough', 'commitments', 'reminders', 'calendar', 'upcoming'],
  ...['meetings', 'sessions', 'claims', 'schedule', 'mistake', 'perfect', 'brilliant', 'great'],
];

/** What a text asks for that says nothing of anybody's attendance. */
export function askOf(text: string): Ask | undefined {
  const words = split(text).flatMap((piece) => {
    if (piece.kind === 'number') return [piece.text];
    return piece.kind === 'word' ? [mended(piece.word)] : [];
  });
  if (words.length === 0) return isPictures(text) ? 'fine' : undefined;
  if (words.length > MOST_WORDS) return undefined;
  const said = words.join(' ').replace(/ (?:please|pls|plz)$/, '');
  return asks.find(([, pattern]) => pattern.test(said))?.[0];
}

function mended(word: string): string {
  if (isOrdinary(word)) return word;
  return askWords.find((meant) => isSlipOf(word, meant)) ?? word;
}

/** A thumb, a heart, a smile. */
function isPictures(text: string): boolean {
  return /\p{Extended_Pictographic}/u.test(text);
}
