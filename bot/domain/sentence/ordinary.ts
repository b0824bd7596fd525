import { noted, requestWords } from './requests.ts';
import * as verbWords from './verb-words.ts';
import * as words from './words.ts';

/** A word of the grammar's own, and so the name of no network and nobody. */
export function isOrdinary(word: string): boolean {
  return ordinary.has(word);
}

const ordinary: ReadonlySet<string> = new Set<string>([
  ...words.months.keys(),
  ...words.weekdays.keys(),
  ...words.ordinals.keys(),
  ...words.tens.keys(),
  ...words.numbers.keys(),
  ...words.relativeDays.keys(),
  ...words.partsOfDay.keys(),
  ...verbWords.attending.keys(),
  ...verbWords.going.keys(),
  ...verbWords.reaching.keys(),
  ...verbWords.withParticle.keys(),
  ...verbWords.missing.keys(),
  ...words.own,
  ...words.theirs,
  ...words.things,
  ...words.somebody,
  ...words.groupNouns,
  ...words.meetingNouns,
  ...words.listNouns,
  ...words.fillers,
  ...words.colourless,
  ...words.small,
  ...verbWords.auxiliaries,
  ...verbWords.present,
  ...verbWords.away,
  ...verbWords.around,
  ...words.reasons,
  ...verbWords.doubts,
  ...words.plurals,
  ...requestWords,
  ...noted,
]);
