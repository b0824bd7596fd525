import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AssessedEvidence } from '../../bot/contract/assessment.ts';
import type { SilverLine } from '../../bot/contract/silver.ts';
import { permissions } from '../../bot/domain/permissions.ts';
import { endsOf, keptUntil } from '../../bot/domain/retention.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { toDoWords } from '../../bot/contract/to-do-words.ts';
import { goal } from '../../infra/local/gallery/goals.ts';
import { goalToDo } from '../../infra/local/gallery/other-commitment.ts';
import { cancelRequest } from '../../tab/pages/calendar-acts.ts';
import { outcomeRequest, ownAgreeRequest } from '../../tab/pages/goals/goal-acts.ts';
import { meetingRequest } from '../../tab/pages/meeting-acts.ts';
import { calendar } from '../../tab/words-calendar.ts';
import { openToDo } from '../../tab/words-commitments.ts';
import { evidence } from '../../tab/words-education.ts';
import { standingLine } from '../../tab/words-goals.ts';
import { framework } from '../../tab/words-framework.ts';
import { lineStanding } from '../../tab/words-silver.ts';
import { commitment } from '../../tab/words.ts';
import { kept, meeting, today } from './trust.ts';

test('the page says of a certificate how long it is kept', () => {
  const course = '2026-03-02' as PlainDate;
  const left = '2026-06-30' as PlainDate;
  const record = { kind: 'education', body: { on: course } } as const;
  const assignment = { assignment: 'a', on: '2020-04-01' as PlainDate };
  const endWhere = (end?: PlainDate) => {
    const job = { kind: 'assignment', body: { ...assignment, ...(end && { end }) } } as const;
    return endsOf([record, job], () => undefined).get(record);
  };
  expect(endWhere()).toBe(course);
  expect(endWhere(left)).toBe(course);
  expect(endWhere('2026-01-31' as PlainDate)).toBe('2026-01-31');
  const years = Number(keptUntil(course, 'education').slice(0, 4)) - Number(course.slice(0, 4));
  expect(evidence.kept).toBe(
    `It is kept for ${years} years after the course, or after leaving if that is sooner. Then it is erased.`,
  );
});

test('of a meeting for members, no executive is said to see anything', () => {
  const closed = kept('2026-08-12', { openToExecutives: false });
  expect(calendar.cancelEffect(closed)).toBe('Executives are not told. You can put it back.');
  expect(calendar.cancelReasonHint(false)).toBe('These words are kept. Please name nobody.');
  const keeping = { organisation: 'RXX', network: 'race', today };
  const told = (one: typeof closed) => cancelRequest(one, '', keeping).done([]).text;
  expect(told(closed)).toBe('The meeting on 12 August is cancelled.');
  expect(told(kept('2026-10-14'))).toBe(
    'The meeting on 14 October is cancelled. Executives see it now.',
  );
});

test('what cancelling takes off the record is counted in attendances', () => {
  const effect = (claims: number) => calendar.cancelEffect(kept('2026-04-08', { claims }));
  expect(effect(1)).toBe(
    '1 attendance is taken off the record, and whoever recorded it is told why. The meeting can’t be put back.',
  );
  expect(effect(3)).toBe(
    '3 attendances are taken off the record, and those who recorded them are told why. The meeting can’t be put back.',
  );
});

test.each([
  ['none', 'Next: agree your equality goal', 'No goal is agreed for this year yet.'],
  ['draft', 'Next: send your draft goal', 'Nobody has agreed it yet.'],
  ['with-leader', 'Next: agree your goal’s text', 'Your manager has agreed it.'],
  [
    'answered',
    'Next: say how your goal went',
    'Your manager sees it differently. Say the same, or talk it over.',
  ],
] as const)(
  'a leader whose goal is “%s” reads what is so, and what comes next',
  (standing, ...said) => {
    const { title, line } = toDoWords(goalToDo(standing));
    expect([title, line]).toEqual(said);
  },
);

test('a goal that is written is opened, not written again', () => {
  expect(openToDo(goalToDo('none'))).toBe('Write my goal');
  expect(openToDo(goalToDo('answered'))).toBe('Open my goal');
});

test('a goal is called concluded only where both have said the same', () => {
  const said = (verb: 'propose-goal' | 'answer-goal', given: Parameters<typeof goal>[0]) =>
    outcomeRequest(verb, goal(given, 'Leader 00017'), 'partly', 'RXX').done([]).text;
  expect(said('propose-goal', {})).toBe('Sent. Your manager confirms it next.');
  expect(said('propose-goal', { answer: 'achieved' })).toBe('Sent. Your manager confirms it next.');
  expect(said('propose-goal', { answer: 'partly' })).toBe(
    'You both say the same. Your goal is concluded.',
  );
  expect(said('answer-goal', { proposed: 'achieved' })).toBe('Sent. Leader 00017 answers next.');
  expect(said('answer-goal', { proposed: 'partly' })).toBe('Confirmed for Leader 00017.');
});

test('before the goal is read, nobody is said to have said nothing', () => {
  for (const standing of ['proposed', 'answered', 'concluded'] as const) {
    expect(standingLine(standing, undefined)).not.toMatch(/: ?\./);
  }
  const given = goal({ proposed: 'achieved', answer: 'partly' });
  expect(standingLine('answered', given, 'Nadia Greenhalgh')).toBe(
    'You said: achieved. Nadia Greenhalgh said: partly achieved. Say the same, or talk it over.',
  );
});

test('a goal is called agreed by both only where both have', () => {
  const said = (given: Parameters<typeof goal>[0]) =>
    ownAgreeRequest(goal(given), 'RXX').done(['a~1']).text;
  expect(said({ agreedByManager: today })).toBe('Agreed by both of you.');
  expect(said({})).toBe('Sent. Your manager agrees it next.');
});

test.each([
  [
    { self: true } as const,
    'Booked for 10 June. The working day after, we ask whether you were able to join.',
    "That's fine. You won't be asked about it again.",
  ],
  [
    { self: false, name: 'Aoife Okafor' } as const,
    'Booked for 10 June. The working day after, we ask Aoife Okafor whether they were able to join.',
    "That's fine. Aoife Okafor won't be asked about it again.",
  ],
])('whoever is asked afterwards is named: %o', (subject, booked, notThere) => {
  const acting = { subject, organisation: 'RXX', forPerson: undefined, today };
  const said = (verb: 'will-come' | 'not-there') =>
    meetingRequest(verb, meeting('2026-06-10'), acting).done([]).text;
  expect(said('will-come')).toBe(booked);
  expect(said('not-there')).toBe(notThere);
});

test('whoever adds meetings is named where none are listed', () => {
  expect(permissions['keep-calendar']).toEqual(['chair-of-the-network', 'deputy-of-the-network']);
  expect(commitment.none).toMatch(/once their network’s chair or deputy has added them/);
});

test('no page or card says that nobody else can read what is stored: operators can', () => {
  const folders = ['tab', 'tab/public', 'bot/cards', 'bot/cards/pledges', 'bot/api'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /words.*\.ts$|\.json$|\.html$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(40);
  const claims =
    /nobody else (can|sees)|no ?one else can|yours alone|you alone|only you (can|see)/i;
  expect(files.filter((file) => claims.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('one of something is not told as several, nor none as a number', () => {
  const line = (code: SilverLine['code'], n: number, of: number): string =>
    lineStanding(
      {
        ...{ code, n, of, title: '', framework: '', deliverable: true, ready: false },
        ...{ rule: `${code}/1`, ours: false },
      },
      today,
    );
  expect(line('S4', 1, 4)).toMatch(/^1 meeting in the last 12 months, 4 needed\./);
  expect(line('S4', 0, 4)).toMatch(/^No meeting in the last 12 months, 4 needed\./);
  expect(line('S2', 1, 82)).toMatch(/^1 of 82 leaders at Band 8a and above has a goal agreed/);
  expect(line('S2.met', 1, 3)).toMatch(/is confirmed as achieved/);
  expect(line('S3', 1, 7)).toMatch(/^1 of 7 executive directors has verified/);
  expect(line('S3', 2, 7)).toMatch(/^2 of 7 executive directors have verified/);

  const drafts = (count: number) => {
    const draft: Pick<AssessedEvidence, 'state'> = { state: 'drafted' };
    const evidenceOf = { evidence: Array.from({ length: count }, () => draft) };
    return framework.evidenceCount(evidenceOf);
  };
  expect([drafts(1), drafts(2)]).toEqual(['Evidence: 1 draft', 'Evidence: 2 drafts']);
});

test.each([
  ['a role', /['"]: ['"]the EDI sponsor['"]/, 'bot/contract/role-words.ts'],
  ['a line', /const lineNames\b/, 'bot/contract/silver-words.ts'],
])('%s has one name, in one place', (_, named, place) => {
  const files = globSync(['bot/**/*.{ts,json}', 'tab/*.ts', 'tab/{pages,parts}/**/*.{ts,tsx}']);
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => named.test(readFileSync(file, 'utf8')))).toEqual([place]);
});
