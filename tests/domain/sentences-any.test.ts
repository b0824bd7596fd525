import fc from 'fast-check';
import { expect, test } from 'vitest';
import { split } from '../../bot/domain/sentence/split.ts';
import { isSlipOf } from '../../bot/domain/sentence/slips.ts';
import { LONGEST_SENTENCE, understand } from '../../bot/domain/sentence/understand.ts';
import { addDays, type PlainDate } from '../../bot/domain/time.ts';
import { AOIFE, APRIL_9, meant, meeting, meetings, networks, on } from './sentence-trust.ts';

const given = { networks, meetings, now: APRIL_9, people: [AOIFE] };

const vocabulary = fc.constantFrom(
  ...`i we she aoife leila was were went attended join come can not will cannot claim undo back
   take book me in out for the of on at to and or but race equality disability network ren meeting
   one last next week month year ago two 8 31 10 8th 4/13 2026-04-08 99 april june may february
   wednesday tuesday yesterday tomorrow 12pm noon half past if maybe who did ? . , : ! \${x} <b> 🎉`.split(
    /\s+/,
  ),
);
const anySentence = fc.oneof(
  fc.array(vocabulary, { maxLength: 40 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('whatever is said, the answer is whole: known meetings, each once, and plain words', () => {
  fc.assert(
    fc.property(anySentence, (text) => {
      const meaning = understand(text, given);
      if ('meetings' in meaning) {
        expect(new Set(meaning.meetings).size).toBe(meaning.meetings.length);
        for (const found of meaning.meetings) expect(meetings).toContain(found);
      }
      // What is said back holds nothing that a card could take for markup or a field.
      const heard = 'heard' in meaning ? meaning.heard : undefined;
      expect(heard ?? '').toMatch(/^[\p{L}\p{M}\p{N}\s'’ʼ`´/.:-]*$/u);
    }),
    { numRuns: 3_000 },
  );
});

test('letter case changes nothing', () => {
  fc.assert(
    fc.property(fc.array(vocabulary, { maxLength: 12 }), (words) => {
      const text = words.filter((word) => word !== 'leila').join(' ');
      const short = (of: string) => {
        const meaning = understand(of, { ...given, people: [] });
        return 'meetings' in meaning ? [meaning.kind, meaning.meetings] : meaning.kind;
      };
      expect(short(text.toUpperCase())).toEqual(short(text));
    }),
    { numRuns: 1_000 },
  );
});

const monthNames = `January February March April May June July August September October November
  December`.split(/\s+/);

/** Ways to write a day, as people in the UK do. */
function written(date: PlainDate): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = monthNames[Number(month) - 1] ?? '';
  const d = Number(day);
  const ending = d > 3 && d < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][d % 10] ?? 'th');
  return [
    `${d} ${name} ${year}`,
    `${d}${ending} of ${name}, ${year}`,
    `${name} the ${d}${ending} ${year}`,
    `${name.slice(0, 3)} ${d}, ${year}`,
    `${d}/${Number(month)}/${year}`,
    `${day}.${month}.${year.slice(2)}`,
    `${day}-${month}-${year}`,
    date,
  ];
}

const anyDay = fc
  .integer({ min: 0, max: 700 })
  .map((days) => addDays('2025-06-01' as PlainDate, days));

test('any day that had a meeting is found, however it is written', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const now = on(addDays(date, 1));
      const held = { now, meetings: [meeting('REN', date), meeting('REN', addDays(date, 7))] };
      for (const day of written(date)) {
        expect(meant(`I went to the race network on ${day}`, held)).toBe(`claim: REN ${date}`);
      }
      expect(meant("I was at yesterday's meeting", held)).toBe(`claim: REN ${date}`);
    }),
  );
});

test('no meeting is claimed by a day on which there was none', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (date, apart) => {
      const other = { now: on('2027-06-01'), meetings: [meeting('REN', addDays(date, apart))] };
      for (const day of written(date)) {
        expect(meant(`I went to the network on ${day}`, other)).toMatch(/^claim: no-meeting-then/);
      }
    }),
  );
});

test('one slip is a slip, and two are another word', () => {
  expect(isSlipOf('equalty', 'equality')).toBe(true);
  expect(isSlipOf('eqaulity', 'equality')).toBe(true);
  expect(isSlipOf('equalityy', 'equality')).toBe(true);
  expect(isSlipOf('equalitx', 'equality')).toBe(true);
  expect(isSlipOf('eqalty', 'equality')).toBe(false);
  expect(isSlipOf('quality', 'equality')).toBe(false);
  expect(isSlipOf('rade', 'race')).toBe(false);
});

test('a text too long to be a sentence is said to be, and not read', () => {
  const sentence = 'I went to the Race Equality Network on 8 April. ';
  expect(meant(sentence.repeat(104).slice(0, 5_000))).toBe('nothing: too-long');
  expect(meant(sentence.padEnd(LONGEST_SENTENCE, 'x'))).toBe('claim: REN 2026-04-08');
  expect(meant(sentence.padEnd(LONGEST_SENTENCE + 1, 'x'))).toBe('nothing: too-long');
});

// Reading that took the square of the length would not end in its time.
test.each([
  '8',
  '8/',
  'a',
  "a'",
  'a-',
  '<',
  '<a',
  ' -',
  '&',
  '&nbsp;',
  '\u0301',
  '8.8:',
  '?',
  'ß',
  '’',
])('however many “%s” are read in one pass', (part) => {
  const text = `${part.repeat(100_000)} `;
  expect(split(text + text)).toHaveLength(split(text).length * 2);
});
