import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intentOf } from '../../bot/teams/intents.ts';
import type { Heard } from '../../bot/use-cases/doors.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, JUNE_10 } from '../support/small-trust.ts';

const { doors, as, cast } = await houseInMemory();

/** An answer in one line, for tables. */
function inShort(heard: Heard): string {
  switch (heard.kind) {
    case 'act':
      return heard.act.verb;
    case 'about':
      return `about ${heard.meetings.join(' ')} (${heard.why})`;
    case 'dates':
      return `dates ${heard.meetings.map(({ id }) => id).join(' ')}`;
    case 'view':
      return heard.view;
    case 'polite':
      return heard.to;
    case 'none':
    case 'lost':
      return `${heard.kind}: ${heard.because}`;
    case 'choose':
    case 'whose':
      return heard.kind;
  }
}

const hear = async (who: keyof typeof cast, text: string) =>
  inShort(await doors.hear(as(cast[who]), text));

const april = `about ${APRIL_8}`;
const june = `about ${JUNE_10}`;
const email = `From: Leila Kaur
Sent: 9 April 2026 09:00
To: Aoife Okafor
Subject: Race Equality Network

Dear Aoife, I attended the Race Equality Network on 8 April and so did you. Leila`;

test.each([
  ['8 April', `${april} (asked)`],
  ['8/4', `${april} (asked)`],
  ['wednesday', `${april} (asked)`],
  ['yesterday?', `${april} (asked)`],
  ['10 june', `${june} (asked)`],
  ['June', `${june} (asked)`],
  ['what did I say for June?', `${june} (asked)`],
  ['am I booked for 10 June', `${june} (asked)`],
  ['did I go on 8 April?', `${april} (asked)`],
  ['has 8 April been confirmed', `${april} (asked)`],
  ['whats happening on 10 june', `${june} (asked)`],
  ['agenda for the June meeting', `${june} (asked)`],
  ['remind me on 10 June', 'reminders'],
  ['when was the last race equality meeting?', `${april} (asked)`],
  ['I might come on 10 June', `${june} (unsure)`],
  ['I didn’t go on 8 April', `${april} (said-no)`],
  ['yes', 'about  (answer)'],
  ['no', 'about  (answer)'],
  ['cheers', 'thanks'],
  ['👍', 'fine'],
  ['how many more do I need?', 'progress'],
  ['has my claim been confirmed?', 'progress'],
  ['am I booked?', 'meetings'],
  ['cancel the June meeting', `${june} (asked)`],
  ['31 April', 'none: no-such-day'],
  ['Tuesday 8 April', 'none: weekday-differs'],
  ['8 April and 10 June', 'none: two-dates'],
  ['6 April', 'none: no-meeting-then'],
  ['when is the pride network?', 'none: no-such-network'],
  ['Marcus went on 8 April', 'lost: somebody-else'],
  ['invoice 4471 falls due on 6 April', 'lost: nothing-said'],
  ['the bus stops running on 6 April', 'lost: nothing-said'],
  ['purple elephants', 'lost: nothing-said'],
  ['who came?', 'lost: question'],
  ['why?', 'lost: question'],
  ['…', 'lost: nothing-said'],
  ['!!! ;;; ---', 'lost: nothing-said'],
  ['x'.repeat(5_000), 'lost: too-long'],
  [email, 'lost: too-long'],
  ['<b>${name}</b>', 'lost: nothing-said'],
  ['I went on \u200F8 Ap\u00ADril\u200F', 'claim'],
  ['\u202EI went on 8 April\u202C', 'claim'],
])('an executive types “%.60s” → %s', async (text, answer) => {
  expect(await hear('nurse', text)).toBe(answer);
});

test.each([
  ['who is waiting?', 'waiting'],
  ['confirm all', 'waiting'],
  ['confirm all claims for 8 April', 'waiting'],
  ['yes', 'waiting'],
  ['confirm Aoife', 'waiting'],
  ['who came on 8 April?', 'waiting'],
  ['did Aoife come on 8 April', 'waiting'],
  ['Aoife was there on 8 April', 'lost: somebody-else'],
  ['8 April', `dates ${APRIL_8}`],
  ['when is the next race network meeting?', `dates ${JUNE_10}`],
  ['cancel the June meeting', 'lost: keep-calendar'],
  ['move 10 June to another date', 'lost: keep-calendar'],
  ['thanks', 'thanks'],
])('a chair types “%s” → %s', async (text, answer) => {
  expect((await hear('chair', text)).slice(0, answer.length)).toBe(answer);
});

test('an assistant’s words are about their executive', async () => {
  const about = { kind: 'about', for: cast.nurse };
  expect(await doors.hear(as(cast.assistant), '8 April')).toMatchObject(about);
  expect(await doors.hear(as(cast.assistant), 'is Aoife booked for June?')).toMatchObject(about);
  expect(await doors.hear(as(cast.assistant), 'yes')).toMatchObject(about);
});

// Days, questions and courtesies; no deed, no network or meeting, and no yes or no.
const deedless = fc.constantFrom(
  ...`i we she aoife leila on of the to and or but who when what how many more 8 31 10
   8th 4/13 99 april june may february wednesday tuesday yesterday tomorrow last week noon 12pm
   thanks please hello confirm all waiting progress maybe if ? . , ! \${x} <b> 🎉 \u200F`.split(
    /\s+/,
  ),
);
const withoutDeed = fc.oneof(
  fc.array(deedless, { maxLength: 20 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

test('no words without a deed change anything, whoever types them', async () => {
  await fc.assert(
    fc.asyncProperty(
      withoutDeed,
      fc.constantFrom('nurse' as const, 'assistant' as const, 'chair' as const),
      async (text, who) => {
        expect((await doors.hear(as(cast[who]), text)).kind).not.toBe('act');
      },
    ),
    { numRuns: 500 },
  );
});

// What took the square of its length, or worse, would not end in the test's time.
test.each([
  '<at>',
  'for ',
  'thanks for ',
  'ok ',
  '8 April ',
  'From: ',
  'who confirmed ',
  ' ',
  '👍',
  '\u200F',
])('however many “%s” are typed, there is an answer', async (part) => {
  for (const length of [499, 100_000]) {
    const text = part.repeat(length).slice(0, length);
    expect(intentOf(text)).toBe('lost');
    expect((await doors.hear(as(cast.nurse), text)).kind).not.toBe('act');
  }
});
