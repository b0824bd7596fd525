import { afterAll, beforeAll, expect, test } from 'vitest';
import { nudgeKinds } from '../../bot/domain/facts.ts';
import { nudgeId } from '../../bot/domain/nudges/nudge.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { londonWall } from './calendar.ts';
import { afterTheFact } from './done.ts';
import { organisation, type YearHouse } from './house.ts';
import { brokenLimits } from './limits.ts';
import { liveThrough } from './live.ts';
import { awayFromOctober, goneForSummer, left, MEMBERS_ONLY, neverThere, OCTOBER } from './plot.ts';
import { aboutOf, kindOf } from './received.ts';
import { factsIn, replayed } from './replay.ts';

/** Another seed is another year: `YEAR_SEED=7 npm test -- tests/year`. */
const seed = Number(process.env['YEAR_SEED'] ?? 1);

let house: YearHouse;
beforeAll(async () => {
  house = await liveThrough(seed);
}, 180_000);
afterAll(() => house.close());

const reminders = () => house.received.filter(({ unprompted }) => unprompted);
const to = (name: string) => reminders().filter((message) => message.to.startsWith(`${name}@`));
const days = (name: string) => to(name).map(({ at }) => londonWall(at).day);
const daysOf = (name: string, nudge: RegExp) =>
  to(name)
    .filter(({ nudges }) => nudges.some((each) => nudge.test(each)))
    .map(({ at }) => londonWall(at).day);

test('in a year nobody hears out of hours, too often, too soon, or of what they put off or stopped', () => {
  expect(reminders().length).toBeGreaterThan(200);
  expect(brokenLimits(house.received, house.said)).toEqual([]);
  expect(house.faults).toEqual([]);
});

test('in a year nobody is asked for what was done already', async () => {
  const personOf = new Map<string, string>();
  for (const email of new Set(house.received.map((message) => message.to))) {
    if (!email.includes('@pennine')) continue;
    personOf.set(email, (await house.callerOf(house.account(email.split('@')[0] ?? ''))).person);
  }
  const leftOn = new Map(left.map((name) => [house.account(name).email, OCTOBER]));
  expect(afterTheFact(house.received, house.said, { personOf, leftOn })).toEqual([]);
});

test('in a year every reminder of the catalogue comes to somebody', () => {
  const heard = new Set(reminders().flatMap(({ nudges }) => nudges.map(kindOf)));
  expect([...heard].toSorted()).toEqual([...nudgeKinds].toSorted());
});

test('who is away, has left, or was never there hears nothing', () => {
  for (const name of [...awayFromOctober, ...left]) {
    expect(days(name).filter((day) => day >= OCTOBER)).toEqual([]);
    expect(days(name).filter((day) => day < OCTOBER)).not.toEqual([]);
  }
  expect(to(neverThere)).toEqual([]);
});

test('who took the app off is left alone until they write again', async () => {
  const { name, from, until } = goneForSummer;
  expect(days(name).filter((day) => day < from)).not.toEqual([]);
  expect(days(name).filter((day) => day >= from && day < until)).toEqual([]);
  expect(days(name).filter((day) => day >= until)).not.toEqual([]);
});

test('a meeting for members alone is never named', () => {
  for (const { nudges, texts } of reminders()) {
    expect(nudges.map(aboutOf)).not.toContain(MEMBERS_ONLY.id);
    expect(texts.join('\n')).not.toMatch(MEMBERS_ONLY.words);
  }
});

test('every reminder is kind and plain, and tells nobody who lends a hand that it waits for them', () => {
  for (const { to: reader, nudges, texts } of reminders()) {
    const own = texts.filter((text) => !text.includes('“'));
    for (const text of own) {
      expect(text).not.toMatch(/fail|overdue|\blate\b|behind|must|\bBA?ME\b|\$\{|undefined|\?\?/i);
      for (const sentence of text.split(/[.?!] /)) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
      }
    }
    if (nudges.length === 1 && nudges[0]?.startsWith('team-goals:support-')) {
      expect(texts.join('\n'), reader).not.toContain('for you');
    }
  }
});

test('twice, a week apart, and then somebody lends a hand', () => {
  // The Easter Monday before, and the bank holiday of 4 May, are no working days.
  expect(daysOf('leila.kaur', /^claims-waiting:race/).slice(0, 2)).toEqual([
    '2026-04-10',
    '2026-04-17',
  ]);
  expect(daysOf('zainab.khan', /^claims-waiting:race/).slice(0, 1)).toEqual(['2026-04-24']);
  expect(daysOf('meera.schofield', /^item-untriaged/)).toEqual(['2026-04-20', '2026-04-27']);
  expect(daysOf('rosalind.yilmaz', /^item-untriaged/)).toEqual(['2026-05-05']);
  expect(daysOf('meera.schofield', /^item-no-outcome/)).toEqual(['2026-07-23', '2026-07-30']);
  expect(daysOf('rosalind.yilmaz', /^item-no-outcome/)).toEqual(['2026-08-06']);
});

test('what should come does come, on its day', () => {
  expect(daysOf('claire.schofield', /^pledge-review/)).toEqual(['2026-05-20']);
  expect(daysOf('aoife.okafor', /^were-you-there:race.*06-10/)).toEqual(['2026-06-11']);
  expect(daysOf('aoife.okafor', /^attendance-taken-off/)).toEqual(['2026-06-15']);
  expect(daysOf('aoife.okafor', /^meeting-changed/)).toEqual(['2026-11-04']);
  expect(daysOf('aoife.okafor', /^were-you-there:race.*12-09/)).toEqual(['2026-12-17']);
  expect(daysOf('leila.kaur', /^item-answered/)).toEqual(['2026-08-11']);
});

test('what the EDI lead is told was sent is what the connector took', async () => {
  const kept = await house.storage.nudges.ofOrganisation(organisation);
  const people = new Map<string, string>();
  for (const { to: email } of reminders()) {
    people.set(email, (await house.callerOf(house.account(email.split('@')[0] ?? ''))).person);
  }
  const taken = reminders().flatMap((message) =>
    message.nudges.map((nudge) => `${people.get(message.to)} ${nudge}`),
  );
  const sent = kept.filter(({ state }) => state.kind === 'sent').map(({ nudge }) => nudge);
  expect(sent.map((nudge) => `${nudge.to} ${nudgeId(nudge)}`).toSorted()).toEqual(taken.toSorted());

  const lead = await house.callerOf(house.account('zainab.khan'));
  const period = { from: '2026-04-01' as PlainDate, to: '2027-04-30' as PlainDate };
  const shown = await house.doors.delivery(lead, period);
  if (shown.kind === 'refused') throw new Error(shown.because);
  const told = taken.filter((each) => !each.includes(' in-private:'));
  expect(shown.view.counts).toMatchObject({ sent: told.length, unknown: 0, failed: 0 });
  expect(shown.view.reach.unreached.map(({ name }) => name)).toContain('Michael Heaton');
});

test('the year’s ledger stands, entry by entry', async () => {
  expect((await house.storage.auditor.verify(organisation)).faults).toEqual([]);
});

test('the same acts at the same moments on empty storage come to the same facts, one by one', async () => {
  const [once, again] = await Promise.all(
    [house.storage, await replayed(house.taken)].map((storage) => factsIn(storage, organisation)),
  );
  expect(house.taken.steps.length).toBeGreaterThan(100);
  expect(once?.length).toBeGreaterThan(500);
  expect(again).toEqual(once);
}, 120_000);
