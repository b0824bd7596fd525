import type { View } from '../cards/views.ts';

export type Intent = Exclude<View, 'claim' | 'decided' | 'whose' | 'offer' | 'nudge'>;

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
  ['withdraw', ['withdraw', 'undo', 'take back', 'take it back', 'i was not there']],
  ['papers', ['papers', 'board papers', 'the boards papers', 'board data']],
  ['council', ['council', 'leadership council', 'the council', 'silver lines']],
  ['waiting', ['waiting', 'claims', 'what waits', 'confirm', 'waiting claims', 'claims waiting']],
];

const meaning = new Map<string, Intent>(
  sayings.flatMap(([intent, said]) => said.map((words): [string, Intent] => [words, intent])),
);

/** The view that a typed message asks for; `lost` where it isn't understood. */
export function intentOf(text: string): Intent {
  const words = text
    .replace(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .replace(/&nbsp;/g, ' ')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (words === '' && text.includes('?')) return 'help';
  return meaning.get(words) ?? 'lost';
}
