import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '../../bot/api/icalendar.ts';
import type { Act } from '../../bot/contract/acts.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { Caller } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, AUGUST_12, JUNE_10, RACE, ZPV } from '../support/small-trust.ts';
import { startApi, type Api } from './support/api.ts';

let house: Awaited<ReturnType<typeof houseInMemory>>;
let api: Api;
let asking: Caller;

beforeAll(async () => {
  house = await houseInMemory();
  const { doors } = house;
  api = await startApi({
    doors: { ...doors, identify: async () => ({ kind: 'known', caller: asking }) },
  });
});
afterAll(() => api.close());

const secretOf = (letter: string) => letter.repeat(43);

async function does(person: PersonId, act: Act): Promise<unknown> {
  const [answer] = await house.doors.perform(house.as(person), act);
  return answer?.outcome;
}
const follow = (calendar: string, secret: string): Act => ({
  verb: 'follow-calendar',
  data: { calendar, secret },
});
const fetched = async (secret: string) => {
  const response = await fetch(`${api.url}/calendar/${secret}.ics`);
  return { response, text: (await response.text()).replaceAll('\r\n ', '') };
};
const eventOf = (text: string, id: string) =>
  text.split('BEGIN:VEVENT').find((event) => event.includes(`UID:${id}.`)) ?? '';

test('an executive follows what is open to executives by an address that nobody can guess', async () => {
  const { nurse } = house.cast;
  expect(await does(nurse, follow('own', secretOf('n')))).toEqual({ kind: 'done' });
  const { response, text } = await fetched(secretOf('n'));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/London');
  expect(eventOf(text, JUNE_10)).toContain('DTSTART;TZID=Europe/London:20260610T120000');
  expect(eventOf(text, JUNE_10)).toContain('SEQUENCE:0');
  // Members' meetings are in no leader's calendar; nobody's name is in any.
  expect(text).not.toContain(AUGUST_12);
  for (const name of ['Aoife', 'Okafor', 'Leila', nurse]) expect(text).not.toContain(name);
  // The log knows neither the address nor whose it is.
  expect(JSON.stringify(api.lines())).not.toContain(secretOf('n'));
});

test('a chair follows the network’s own calendar, members’ meetings too', async () => {
  const { chair, nurse } = house.cast;
  expect(await does(chair, follow(RACE, secretOf('c')))).toEqual({ kind: 'done' });
  const { text } = await fetched(secretOf('c'));
  expect(eventOf(text, AUGUST_12)).toContain('CLASS:PRIVATE');
  expect(text).toContain('X-WR-CALNAME:Race Equality Network');
  expect(await does(nurse, follow(RACE, secretOf('x')))).toEqual({
    kind: 'refused',
    because: 'not-yours',
  });
  expect((await fetched(secretOf('x'))).response.status).toBe(404);
});

test('a calendar follows changes: a moved meeting keeps its id, a cancelled one says so', async () => {
  const { chair } = house.cast;
  house.clock.moveTo('2026-04-10T10:00:00.000Z');
  await does(chair, {
    verb: 'move-meeting',
    data: { meeting: JUNE_10, date: '2026-11-11', start: '17:30', end: '18:30' },
  });
  await does(chair, {
    verb: 'cancel-meeting',
    data: { meeting: APRIL_8, reason: 'Aoife was ill' },
  });
  const { text } = await fetched(secretOf('n'));
  const moved = eventOf(text, JUNE_10);
  expect(moved).toContain('DTSTART;TZID=Europe/London:20261111T173000');
  expect(moved).toContain('SEQUENCE:1');
  expect(moved).toContain('LAST-MODIFIED:20260410T100000Z');
  const cancelled = eventOf(text, APRIL_8);
  expect(cancelled).toContain('STATUS:CANCELLED');
  expect(cancelled).toContain('SUMMARY:Cancelled: Network meeting');
  // The chair's own words stay in the app.
  expect(text).not.toContain('ill');
});

test('a meeting that was open and is for members now leaves leaders’ calendars, naming only its network', async () => {
  const { chair, operating } = house.cast;
  const october = JUNE_10.replace('06-10', '10-14');
  house.clock.moveTo('2026-04-10T11:00:00.000Z');
  await does(chair, { verb: 'open-meeting', data: { meeting: october, openToExecutives: false } });
  house.clock.moveTo('2026-04-10T12:00:00.000Z');
  // What members do with it afterwards is theirs.
  await does(chair, {
    verb: 'move-meeting',
    data: { meeting: october, date: '2026-10-21', start: '12:00', end: '13:00' },
  });
  await does(operating, follow('own', secretOf('k')));
  const { text } = await fetched(secretOf('k'));
  const closed = eventOf(text, october);
  expect(closed).toContain('STATUS:CANCELLED');
  expect(closed).toContain('SUMMARY:Race Equality Network\r\n');
  expect(closed).toContain('DTSTART;TZID=Europe/London:20261014T120000');
  expect(closed).toContain('SEQUENCE:1');
  expect(closed).toContain('LAST-MODIFIED:20260410T110000Z');
  expect(closed).not.toMatch(/Network meeting|LOCATION|URL|20261021/);
  // One that never was open is in no leader's calendar; downloaded, it is the same.
  expect(text).not.toContain(AUGUST_12);
  asking = house.as(operating);
  const downloaded = await (await api.get('/api/me/calendar.ics?of=own')).text();
  expect(eventOf(downloaded.replaceAll('\r\n ', ''), october)).toContain('STATUS:CANCELLED');
  // Opened again, it comes back.
  await does(chair, { verb: 'open-meeting', data: { meeting: october, openToExecutives: true } });
  const again = eventOf((await fetched(secretOf('k'))).text, october);
  expect(again).toContain('STATUS:CONFIRMED');
  expect(again).toContain('SEQUENCE:3');
});

test('an address stops when it is renewed, when it is stopped, and with the role', async () => {
  const { nurse, operating } = house.cast;
  await does(nurse, follow('own', secretOf('m')));
  expect((await fetched(secretOf('n'))).response.status).toBe(404);
  expect((await fetched(secretOf('m'))).response.status).toBe(200);
  await does(nurse, { verb: 'unfollow-calendar', data: { calendar: 'own' } });
  expect((await fetched(secretOf('m'))).response.status).toBe(404);

  await does(operating, follow('own', secretOf('o')));
  expect((await fetched(secretOf('o'))).response.status).toBe(200);
  house.clock.moveTo('2026-09-01T10:00:00.000Z');
  expect((await fetched(secretOf('o'))).response.status).toBe(404);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('the secret is kept nowhere, and is no one else’s to take', async () => {
  const { chair } = house.cast;
  expect(await does(chair, follow(RACE, secretOf('o')))).toMatchObject({ kind: 'refused' });
  for await (const page of house.tables.records.range(`${ZPV.tenant}|${ZPV.code}`, 'a', 'z')) {
    expect(JSON.stringify(page)).not.toContain(secretOf('c'));
  }
  for await (const page of house.tables.directory.range('feeds', '0', 'z')) {
    expect(JSON.stringify(page)).not.toContain(secretOf('c'));
  }
});

test.each(['short.ics', 'a'.repeat(43), `${'z'.repeat(43)}.ics`, '..%2f..%2fapi.ics', ''])(
  'an address that leads nowhere is not found: %s',
  async (name) => {
    expect((await fetch(`${api.url}/calendar/${name}`)).status).toBe(404);
  },
);

test('a calendar is downloaded from the tab by whoever may follow it', async () => {
  asking = house.as(house.cast.chair);
  const mine = await api.get(`/api/me/calendar.ics?of=${RACE}`);
  expect(mine.status).toBe(200);
  expect(mine.headers.get('content-disposition')).toContain('meetings.ics');
  expect((await api.get('/api/me/calendar.ics?of=own')).status).toBe(403);
  expect((await api.get(`/api/me/calendar.ics?of=${RACE}`, null)).status).toBe(401);
});

test('what a file would do is asked over HTTP, and a bad body is told', async () => {
  asking = house.as(house.cast.chair);
  const good = { network: RACE, file: 'Network,Title\nA,B' };
  const response = await api.post('/api/me/calendar/preview', good);
  expect(await response.json()).toMatchObject({ refused: expect.stringContaining('missing') });
  expect((await api.post('/api/me/calendar/preview', { network: RACE })).status).toBe(400);
});

test('lines are folded at 75 octets and never within a character', () => {
  const folded = fold(`SUMMARY:${'é€😀'.repeat(40)}`);
  const lines = folded.split('\r\n');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  for (const line of lines.slice(1)) expect(line.startsWith(' ')).toBe(true);
  expect(lines.map((line, at) => (at === 0 ? line : line.slice(1))).join('')).toBe(
    `SUMMARY:${'é€😀'.repeat(40)}`,
  );
});

test('text with commas, line breaks and property names stays one text', async () => {
  const { chair } = house.cast;
  const title = 'Tea, cake; and\nEND:VEVENT \\o/';
  await does(chair, {
    verb: 'add-meeting',
    data: {
      ...{ network: RACE, date: '2027-03-28', start: '00:30', end: '02:30', title },
      openToExecutives: true,
    },
  });
  await does(chair, follow(RACE, secretOf('d')));
  const event = eventOf((await fetched(secretOf('d'))).text, `${RACE}-2027-03-28-0030`);
  expect(event).toContain('SUMMARY:Tea\\, cake\\; and\\nEND:VEVENT \\\\o/');
  // The night the clocks go forward: half past midnight in winter, half past two in summer.
  expect(event).toContain('DTSTART;TZID=Europe/London:20270328T003000');
  expect(event).toContain('DTEND;TZID=Europe/London:20270328T023000');
});
