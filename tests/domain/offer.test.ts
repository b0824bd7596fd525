import { expect, test } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { Frame, Meeting, MeetingId, NetworkId, PersonId } from '../../bot/domain/facts.ts';
import { judgeWatch } from '../../bot/domain/offer.ts';
import { judgeLink, meetingNow } from '../../bot/domain/series.ts';
import type { Instant, PlainDate, PlainTime } from '../../bot/domain/time.ts';

const isBankHoliday = englandsBankHolidays();
const at = (text: string) => text as Instant;
const chat = '19:meeting_REN@thread.v2';
const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_REN%40thread.v2/0';

function meeting(date: string, start = '12:00', end = '13:00', differs: Partial<Meeting> = {}) {
  const made: Meeting = {
    id: `ren-${date}-${start}` as MeetingId,
    network: 'ren' as NetworkId,
    title: 'Race Equality Network',
    on: date as PlainDate,
    recordedAt: at('2026-04-01T08:00:00.000Z'),
    date: date as PlainDate,
    start: start as PlainTime,
    end: end as PlainTime,
    timeZone: 'Europe/London',
    openToExecutives: true,
    ...differs,
  };
  return made;
}

function frame(meetings: Meeting[], linked: string | null = 'ren'): Frame {
  const on = '2026-04-01' as PlainDate;
  const recordedAt = at('2026-04-01T08:00:00.000Z');
  const network = linked === null ? {} : { network: linked as NetworkId };
  return {
    settings: { name: 'Trust', yearStartMonth: 4, attendanceTarget: 4, gradeMap: {} },
    networks: [],
    meetings,
    boardMeetings: [],
    series: [{ on, recordedAt, conversation: chat, ...network }],
    roles: [],
  };
}

test.each([
  ['within working hours', '12:00', '13:00', '2026-06-10', 'ask'],
  ['to five o’clock', '16:00', '17:00', '2026-06-10', 'ask'],
  ['past five', '16:15', '17:15', '2026-06-10', 'leave'],
  ['before nine', '08:00', '08:45', '2026-06-10', 'leave'],
  ['on a Saturday', '12:00', '13:00', '2026-06-13', 'leave'],
  ['on a bank holiday', '12:00', '13:00', '2026-08-31', 'leave'],
])('executives are asked about where an offer could follow: %s', (_, start, end, date, kind) => {
  const now = at(`${date}T07:00:00.000Z`);
  expect(judgeWatch(meeting(date, start, end), now, isBankHoliday).kind).toBe(kind);
});

test('hours are London’s in summer and in winter', () => {
  const verdicts = ['2026-10-23', '2026-10-26'].map((date) =>
    judgeWatch(meeting(date, '16:00', '17:00'), at(`${date}T16:30:00.000Z`), isBankHoliday),
  );
  expect(verdicts.map(({ kind }) => kind)).toEqual(['leave', 'ask']);
});

test('a meeting can be recorded from its end, and is let go three hours after', () => {
  const held = meeting('2026-06-10');
  const over = (moment: string) => judgeWatch(held, at(moment), isBankHoliday);
  expect(over('2026-06-10T11:59:00.000Z')).toMatchObject({ kind: 'ask', over: false });
  expect(over('2026-06-10T12:00:00.000Z')).toMatchObject({ kind: 'ask', over: true });
  expect(over('2026-06-10T15:00:01.000Z')).toEqual({ kind: 'leave', because: 'lapsed' });
});

test('of a series, the meeting that is on is meant, or the one about to begin', () => {
  const morning = meeting('2026-06-10', '09:00', '10:00');
  const noon = meeting('2026-06-10', '10:00', '11:00');
  const july = meeting('2026-07-08');
  const now = (moment: string) =>
    meetingNow(frame([morning, noon, july]), { conversation: chat }, at(moment))?.id;
  expect(now('2026-06-10T06:59:00.000Z')).toBeUndefined();
  expect(now('2026-06-10T07:30:00.000Z')).toBe(morning.id);
  expect(now('2026-06-10T08:50:00.000Z')).toBe(noon.id);
  expect(now('2026-06-10T10:00:00.000Z')).toBeUndefined();
});

test('a join link says more than the series', () => {
  const ours = meeting('2026-06-10');
  const guests = meeting('2026-06-10', '11:30', '13:30', {
    id: 'dwn' as MeetingId,
    network: 'dwn' as NetworkId,
    joinLink: link.replace('%3a', '%3A'),
  });
  const found = meetingNow(
    frame([ours, guests]),
    { conversation: chat, joinLink: `${link}?context=%7b%7d` },
    at('2026-06-10T11:05:00.000Z'),
  );
  expect(found?.id).toBe('dwn');
});

test.each([
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_OTHER%40thread.v2/0',
  'https://elsewhere.example/l/meetup-join/19%3ameeting_REN%40thread.v2/0',
  'no link',
  'https://teams.microsoft.com/%E0%A4%A',
])('another link is another meeting: %s', (joinLink) => {
  const found = meetingNow(
    frame([meeting('2026-06-10', '12:00', '13:00', { joinLink: link })], null),
    { conversation: chat, joinLink },
    at('2026-06-10T11:05:00.000Z'),
  );
  expect(found).toBeUndefined();
});

test('a chat that a network’s calendar joins is not another network’s to link', () => {
  const [ren, daw] = ['ren' as NetworkId, 'daw' as NetworkId];
  const [simon, leila] = ['simon' as PersonId, 'leila' as PersonId];
  const recordedAt = at('2026-04-01T08:00:00.000Z');
  const chairs = [
    { role: 'network-chair', person: simon, network: daw },
    { role: 'network-chair', person: leila, network: ren },
  ] as const;
  const known: Frame = {
    ...frame([meeting('2026-06-10', '12:00', '13:00', { joinLink: link })], null),
    networks: [ren, daw].map((id) => ({ id, name: id, countsForSilver: true, recordedAt })),
    roles: chairs.map((role) => ({ ...role, on: '2026-04-01' as PlainDate, recordedAt })),
  };
  const now = at('2026-06-10T09:00:00.000Z');
  const context = { frame: known, now, isBankHoliday };
  expect(judgeLink(daw, chat, { ...context, actor: simon })).toEqual({
    kind: 'refused',
    because: 'linked-elsewhere',
  });
  expect(judgeLink(ren, chat, { ...context, actor: leila }).kind).toBe('done');
});
