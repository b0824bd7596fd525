import type { View } from '../cards/views.ts';

export type Intent = Exclude<
  View,
  'claim' | 'decided' | 'whose' | 'offer' | 'nudge' | 'about' | 'agenda-item' | 'education-answered'
>;

/** What somebody may ask for in words, each with the ways in which it is said. */
const sayings: readonly (readonly [Intent, readonly string[]])[] = [
  ['welcome', ['hi', 'hello', 'hey', 'hiya', 'good morning', 'good afternoon', 'start']],
  ['help', ['help', 'what can you do', 'what can i do', 'commands', 'menu']],
  ['meetings', ['meetings', 'meeting', 'my meetings', 'network meetings', 'dates', 'calendar']],
  ['progress', ['progress', 'my progress', 'status', 'commitments', 'my commitments']],
  [
    'attended',
    ['i attended', 'attended', 'i was there', 'i joined', 'i came', 'claim', 'they attended'],
  ],
  ['withdraw', ['withdraw', 'i was not there']],
  ['pledge', ['pledge', 'pledges', 'my pledge', 'my pledges', 'make a pledge']],
  ['plan', ['plan', 'plans', 'action plan', 'my plan', 'the plan', 'the action plan']],
  ['agenda', ['agenda', 'items', 'board items', 'agenda items']],
  [
    'raise-item',
    ['raise', 'raise an item', 'raise item', 'raise with the board', 'raise something'],
  ],
  ['mentoring', ['mentoring', 'my mentoring', 'reverse mentoring', 'we met', 'we have met']],
  ['goal', ['goal', 'my goal', 'goals', 'my equality goal', 'equality goal']],
  ['team', ['team', 'my team', 'team goals', 'goals waiting']],
  ['papers', ['papers', 'board papers', 'the boards papers', 'board data']],
  ['council', ['council', 'leadership council', 'the council', 'silver lines']],
  ['silver', ['silver', 'silver figures', 'figures', 'where do we stand']],
  ['board', ['board', 'the board', 'my board']],
  ['pairs', ['pairs', 'mentoring pairs', 'the pairs', 'programme']],
  ['waiting', ['waiting', 'claims', 'what waits', 'confirm', 'waiting claims', 'claims waiting']],
  [
    'education',
    ['education', 'my education', 'training', 'my training', 'course', 'record a course'],
  ],
  [
    'reminders',
    [
      ...['reminders', 'my reminders', 'snooze', 'mute', 'unmute', 'stop', 'stop reminders'],
      ...['stop these reminders', 'turn reminders on', 'turn them on again', 'remind me later'],
      ...['why did i get this', 'why did i get that', 'why am i getting this', 'why this'],
      ...['why did you send this', 'why did you send me this', 'when is the next'],
      ...['when is the next one', 'when is the next reminder', 'when does the next one come'],
    ],
  ],
  [
    'organisations',
    [
      ...['switch', 'switch organisation', 'switch organisations', 'change organisation'],
      ...['which organisation', 'organisation', 'organisations', 'my organisations'],
    ],
  ],
  ['education-waiting', ['verify', 'verify education', 'education waiting', 'what to verify']],
];

/** A command, with the bot's name before it. */
const LONGEST = 500;

const meaning = new Map<string, Intent>(
  sayings.flatMap(([intent, said]) => said.map((words): [string, Intent] => [words, intent])),
);

/** The view that a typed message asks for; `lost` where it isn't understood. */
export function intentOf(text: string): Intent {
  if (text.length > LONGEST) return 'lost';
  const words = wordsOf(text);
  if (words === '' && text.includes('?')) return 'help';
  return meaning.get(words) ?? 'lost';
}

const linking = [
  '',
  ' this',
  ' series',
  ' meeting',
  ' this meeting',
  ' channel',
  ' this channel',
].map((what) => `link${what}`);
const unlinking = linking.map((words) => `un${words}`);

/** What is asked in a meeting's chat; anything else is answered with help. */
export function seriesIntentOf(text: string): 'link' | 'unlink' | undefined {
  const words = wordsOf(text);
  if (linking.includes(words)) return 'link';
  return unlinking.includes(words) ? 'unlink' : undefined;
}

function wordsOf(text: string): string {
  return text
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
