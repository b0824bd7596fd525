import type { ActContext } from '../../bot/domain/act-context.ts';
import { expect, test } from 'vitest';
import type {
  Claim,
  Frame,
  Intention,
  Meeting,
  MeetingId,
  NetworkId,
  PersonId,
  Role,
} from '../../bot/domain/facts.ts';
import {
  judgeAddMeeting,
  judgeCancelMeeting,
  judgeMoveMeeting,
} from '../../bot/domain/judge-calendar.ts';
import { endOf, standingAnswer, startOf } from '../../bot/domain/meeting.ts';
import type { Instant, PlainDate, PlainTime } from '../../bot/domain/time.ts';

const chair = 'chair' as PersonId;
const nurse = 'nurse' as PersonId;
const network = 'race' as NetworkId;
const why = 'It did not go ahead.';
const recordedAt = '2026-04-01T08:00:00.000Z' as Instant;

function meeting(date: string, start = '12:00', end = '13:00'): Meeting {
  return {
    id: `race-${date}` as MeetingId,
    ...{ network, title: 'Meeting', timeZone: 'Europe/London', openToExecutives: true, recordedAt },
    on: '2026-04-01' as PlainDate,
    date: date as PlainDate,
    start: start as PlainTime,
    end: end as PlainTime,
  };
}

function context(now: string, meetings: readonly Meeting[] = []): ActContext {
  const role: Role = {
    role: 'network-chair',
    person: chair,
    network,
    on: '2025-04-01' as PlainDate,
    recordedAt,
  };
  const frame: Frame = {
    settings: { name: 'Trust', yearStartMonth: 4, attendanceTarget: 4, gradeMap: {} },
    networks: [{ id: network, name: 'Race', countsForSilver: true, recordedAt }],
    meetings,
    boardMeetings: [],
    series: [],
    roles: [role],
  };
  return { actor: chair, now: now as Instant, frame, isBankHoliday: () => false };
}

function claim(to: Claim['moves'][0]['to']): Claim {
  const move = { to, at: recordedAt, by: nurse };
  return { meeting: 'race-2026-04-08' as MeetingId, claimant: nurse, moves: [move] };
}

test('on the night the clocks go back, a time that comes twice is the first one', () => {
  const asked = { network, date: '2026-10-25', start: '00:30', end: '01:30' };
  const verdict = judgeAddMeeting(
    { ...asked, openToExecutives: true },
    context('2026-10-01T08:00:00.000Z'),
  );
  if (verdict.kind !== 'done') throw new Error(verdict.kind);
  expect(startOf(verdict.meeting)).toBe('2026-10-24T23:30:00.000Z');
  expect(endOf(verdict.meeting)).toBe('2026-10-25T00:30:00.000Z');
});

test('a meeting that is under way can still be moved; one that has ended can’t', () => {
  const there = meeting('2026-04-08');
  const asked = { date: '2026-04-15', start: '12:00', end: '13:00' };
  const at = (now: string) => judgeMoveMeeting(there, asked, context(now, [there]));
  expect(at('2026-04-08T11:30:00.000Z')).toMatchObject({
    kind: 'done',
    meeting: { id: there.id, date: '2026-04-15', wasAt: [{ date: '2026-04-08' }] },
  });
  expect(at('2026-04-08T12:00:00.000Z')).toEqual({ kind: 'refused', because: 'already-held' });
});

test.each([
  ['claimed', true],
  ['confirmed', true],
  ['queried', true],
  ['withdrawn', false],
  ['voided', false],
] as const)('cancelling a held meeting voids a claim that is %s: %s', (state, isVoided) => {
  const there = meeting('2026-04-08');
  const now = context('2026-04-09T08:00:00.000Z', [there]);
  const verdict = judgeCancelMeeting(there, why, [claim(state)], now);
  if (verdict.kind !== 'done') throw new Error(verdict.kind);
  expect(verdict.meeting.cancelled).toBe(true);
  expect(verdict.meeting.claimsVoided).toBe(isVoided ? true : undefined);
  expect(verdict.voided.map(({ moves }) => moves.at(-1))).toEqual(
    isVoided ? [{ to: 'voided', at: now.now, by: chair, reason: why }] : [],
  );
});

test('a held meeting is cancelled with a reason, one to come without', () => {
  const held = meeting('2026-04-08');
  const now = context('2026-04-09T08:00:00.000Z', [held]);
  const refused = { kind: 'refused', because: 'cancelling-needs-a-reason' };
  expect(judgeCancelMeeting(held, undefined, [], now)).toEqual(refused);
  expect(judgeCancelMeeting(held, '', [], now)).toEqual(refused);
  const toCome = meeting('2026-06-10');
  expect(judgeCancelMeeting(toCome, undefined, [], now).kind).toBe('done');
});

test('last year’s meetings can be cancelled as long as they can be recorded', () => {
  const there = meeting('2026-02-11');
  const at = (now: string) => judgeCancelMeeting(there, why, [], context(now, [there])).kind;
  expect(at('2026-04-30T10:00:00.000Z')).toBe('done');
  expect(at('2026-05-01T10:00:00.000Z')).toBe('refused');
});

test('an answer stands while the meeting stands where it stood then', () => {
  const intention: Intention = {
    meeting: 'race-2026-06-10' as MeetingId,
    person: nurse,
    answers: [{ answer: 'will-come', at: '2026-04-02T08:00:00.000Z' as Instant, by: nurse }],
  };
  const there = meeting('2026-06-17');
  const { date, start, end } = meeting('2026-06-10');
  const movedOn = (until: string): Meeting => ({
    ...there,
    wasAt: [{ date, start, end, until: until as Instant }],
  });
  expect(standingAnswer(intention, there)).toBe('will-come');
  expect(standingAnswer(intention, movedOn('2026-04-03T08:00:00.000Z'))).toBe(undefined);
  expect(standingAnswer(intention, movedOn('2026-04-01T08:00:00.000Z'))).toBe('will-come');
});
