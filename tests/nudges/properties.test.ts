import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gateFor } from '../../bot/domain/nudges/gates.ts';
import { isUnbooked } from '../../bot/domain/nudges/meeting-unbooked.ts';
import { behindPace } from '../../bot/domain/nudges/coverage-pace.ts';
import { nudgeKey, type Nudge, type OrganisationFacts } from '../../bot/domain/nudges/nudge.ts';
import { dueNudges, nudgeRules } from '../../bot/domain/nudges/rules.ts';
import { isMuted } from '../../bot/domain/judge-reminders.ts';
import { isExecutiveOn } from '../../bot/domain/roles.ts';
import { presenceOn } from '../../bot/domain/standing.ts';
import {
  addDays,
  instantAt,
  londonDate,
  type PlainDate,
  type PlainTime,
} from '../../bot/domain/time.ts';
import { isWorkingDay } from '../../bot/domain/working-days.ts';
import { REMINDER } from '../../bot/teams/sender.ts';
import { anyOrganisation } from './any-organisation.ts';

const runs = { numRuns: 200 };

/** What would leave now: due, and let through. */
function sentNow(
  facts: OrganisationFacts,
  heard: ReadonlyMap<string, readonly SentNudges[]> = new Map(),
): Nudge[] {
  const due = dueNudges(facts);
  const { now, isBankHoliday } = facts;
  return due.filter((nudge) => {
    const person = facts.people.find(({ id }) => id === nudge.to);
    const sent = heard.get(nudge.to) ?? [];
    // A row is written once: what was sent is sent no more.
    const keys = sent.flatMap(({ nudges }) => nudges.map(nudgeKey));
    if (keys.includes(nudgeKey(nudge))) return false;
    return gateFor(nudge, { person, due, sent, now, isBankHoliday }).kind === 'send';
  });
}

/** What was on one day's card. */
interface SentNudges {
  readonly day: PlainDate;
  readonly nudges: readonly Nudge[];
}

test('nothing reaches anybody who is away, has left or switched it off, or out of hours', () => {
  let sent = 0;
  fc.assert(
    fc.property(anyOrganisation, (facts) => {
      const today = londonDate(facts.now);
      for (const nudge of sentNow(facts)) {
        sent += 1;
        const person = facts.people.find(({ id }) => id === nudge.to);
        if (person === undefined) throw new Error('to nobody');
        expect(presenceOn(person, today).kind).toBe('present');
        expect(isMuted(person.mutes.find(({ kind }) => kind === nudge.kind))).toBe(false);
        expect(isWorkingDay(today, facts.isBankHoliday)).toBe(true);
      }
    }),
    runs,
  );
  expect(sent).toBeGreaterThan(20);
});

test('never about a meeting for members, but that it has become one', () => {
  fc.assert(
    fc.property(anyOrganisation, (facts) => {
      const members = new Set<string>(
        facts.frame.meetings.filter((each) => !each.openToExecutives).map(({ id }) => id),
      );
      for (const { kind, about } of dueNudges(facts)) {
        if (kind !== 'meeting-changed') expect(members.has(about)).toBe(false);
      }
    }),
    runs,
  );
});

test('planned twice it is planned once, and nothing is due before its first day', () => {
  fc.assert(
    fc.property(anyOrganisation, (facts) => {
      const due = dueNudges(facts);
      expect(dueNudges(facts)).toEqual(due);
      expect(new Set(due.map(nudgeKey)).size).toBe(due.length);
      const today = londonDate(facts.now);
      if (!isWorkingDay(today, facts.isBankHoliday)) return;
      for (const { from } of due) expect(from <= today).toBe(true);
    }),
    runs,
  );
});

test('over three months one person hears of one thing twice at most, and a supporter once', () => {
  fc.assert(
    fc.property(anyOrganisation, (facts) => {
      const keys = new Map<string, Nudge>();
      for (let ahead = -40; ahead < 60; ahead += 1) {
        const day = addDays(londonDate(facts.now), ahead);
        const now = instantAt(day, '09:30' as PlainTime, 'Europe/London');
        for (const nudge of dueNudges({ ...facts, now })) keys.set(nudgeKey(nudge), nudge);
      }
      const things = Map.groupBy(keys.values(), ({ to, kind, about }) => `${to}|${kind}|${about}`);
      for (const heard of things.values()) {
        const own = heard.filter(({ step }) => step !== 'support');
        expect(own.length).toBeLessThanOrEqual(2);
        expect(heard.length - own.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 15 },
  );
});

test('among the organisations that are made up here, every rule has something to say', () => {
  // Always the same ones, so that none is left out by chance.
  const made = fc.sample(anyOrganisation, { numRuns: 400, seed: 5 });
  const wanted = new Set(made.flatMap((facts) => dueNudges(facts).map(({ kind }) => kind)));
  expect(nudgeRules.map(({ kind }) => kind).filter((kind) => !wanted.has(kind))).toEqual([]);
});

test('day by day, nobody hears more than once a day, three times a week or twice of one thing', () => {
  let told = 0;
  fc.assert(
    fc.property(anyOrganisation, (facts) => {
      const heard = new Map<string, SentNudges[]>();
      for (let ahead = 0; ahead < 42; ahead += 1) {
        const day = addDays(londonDate(facts.now), ahead);
        for (const time of ['06:30', '09:30', '15:30', '22:30']) {
          const now = instantAt(day, time as PlainTime, 'Europe/London');
          const cards = Map.groupBy(sentNow({ ...facts, now }, heard), ({ to }) => to);
          for (const [to, nudges] of cards) {
            expect(['09:30', '15:30']).toContain(time);
            // So many share a card; the others come another day.
            const said = { day, nudges: nudges.slice(0, 2) };
            heard.set(to, [...(heard.get(to) ?? []), said]);
            told += said.nudges.length;
          }
        }
      }
      for (const sent of heard.values()) expectLimits(sent);
    }),
    { numRuns: 40 },
  );
  expect(told).toBeGreaterThan(200);
}, 120_000);

function expectLimits(sent: readonly SentNudges[]): void {
  const days = sent.map(({ day }) => day);
  expect(new Set(days).size).toBe(days.length);
  for (const day of days) {
    expect(days.filter((other) => day <= other && other < addDays(day, 7)).length).toBeLessThan(4);
  }
  const told = sent.flatMap(({ day, nudges }) => nudges.map((nudge) => ({ day, ...nudge })));
  for (const of of Map.groupBy(told, ({ kind, about }) => `${kind}|${about}`).values()) {
    const own = of.filter(({ step }) => step !== 'support');
    expect(own.length).toBeLessThan(3);
    const [first, second] = own;
    if (first && second) expect(second.day >= addDays(first.day, 7)).toBe(true);
  }
}

test('of an unbooked meeting only executives who have not answered are asked, and at most one early', () => {
  let asked = 0;
  fc.assert(
    fc.property(anyOrganisation, (facts) => {
      const today = londonDate(facts.now);
      const due = dueNudges(facts).filter(({ kind }) => kind === 'meeting-unbooked');
      for (const meeting of facts.frame.meetings) {
        const about = due.filter((nudge) => nudge.about === meeting.id);
        if (!isUnbooked(meeting, facts)) expect(about).toEqual([]);
        const own = about.filter(({ step }) => step === '1');
        asked += own.length;
        for (const { to } of own) {
          expect(isExecutiveOn(facts.frame.roles, to, today)).toBe(true);
          const person = facts.people.find(({ id }) => id === to);
          expect(person?.intentions.some((said) => said.meeting === meeting.id)).toBe(false);
        }
        if (today < addDays(meeting.date, -7)) expect(own.length).toBeLessThanOrEqual(1);
      }
    }),
    runs,
  );
  expect(asked).toBeGreaterThan(2);
});

test('pace is asked about only of networks that count and are behind, of sponsor and lead alone', () => {
  fc.assert(
    fc.property(anyOrganisation, (facts) => {
      const behind = new Set<string>(behindPace(facts).map(({ network }) => network.id));
      for (const { kind, about } of dueNudges(facts)) {
        if (kind === 'coverage-pace') expect(behind.has(about.split('~')[0] ?? '')).toBe(true);
      }
    }),
    runs,
  );
});

test('the line on a locked phone is one for all kinds, and says nothing of any', () => {
  expect(REMINDER).toBe('You have a reminder');
  for (const { kind } of nudgeRules) expect(REMINDER).not.toMatch(kind.replaceAll('-', '|'));
});
