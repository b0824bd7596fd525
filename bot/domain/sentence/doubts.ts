import type { Meaning } from './meaning.ts';

/** Half an attendance, half a promise: nothing that anybody should be held to. */
const unsure = /\b(?:in spirit|probably|possibly)\b/;
/** "Don't withdraw", "never take back", "can I undo": asked not to, or only asked. */
const notAsked =
  /\b(?:don'?t|do not|never|not to|no need to|needn'?t|can i|could i|may i|should i|shall i)\b.*\b(?:withdraw|undo|take|retract|remove|cancel)\b/;
/** "I didn't go to any meeting" names none. */
const anyOfThem = /\bany (?:of|meetings?|network)\b/;

/** Why a sentence is not acted on after all: what it takes back or promises must be meant. */
export function doubtOf(text: string, meaning: Meaning): 'said-no' | 'unsure' | undefined {
  if (meaning.kind === 'not-a-sentence' || meaning.kind === 'nothing-named') return undefined;
  const words = text.toLowerCase().replaceAll(/[’‘]/g, "'");
  if (meaning.kind === 'withdraw' && notAsked.test(words)) return 'said-no';
  if (meaning.kind === 'withdraw' && anyOfThem.test(words)) return 'said-no';
  return unsure.test(words) ? 'unsure' : undefined;
}
