import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import {
  programmeSchema,
  myMentoringSchema,
  mentoringVerbs,
} from '../../bot/contract/mentoring.ts';
import { openStorage } from '../../bot/storage/open.ts';
import type { Row } from '../../bot/storage/table.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import type { House } from '../../infra/local/house.ts';
import { ownHouse, post } from '../support/browsing.ts';
import { movableClock } from '../support/small-trust.ts';

/** Kwame mentors Marcus, who is an executive; Zainab leads the programme. */
const [mentor, director, lead] = ['kwame.barker', 'marcus.hussain', 'zainab.khan'].map(addressOf);
/** Everybody else, in every role that there is; Leila is Kwame's supporter, Patrick assists Marcus. */
const others = [
  ...['nadia.greenhalgh', 'aoife.okafor', 'claire.schofield', 'rosalind.yilmaz', 'alan.ashworth'],
  ...['meera.schofield', 'leila.kaur', 'oluwaseun.moyo', 'simon.farah', 'shabnam.naylor'],
  ...['patrick.whitworth', 'peter.fielding', 'claire.eze'],
].map(addressOf);
const readings = [
  ...['me', 'me/progress', 'me/waiting', 'me/reminders', 'me/calendar', 'me/mentoring'],
  ...['silver', 'attendance', 'settle', 'history', 'mentoring'].map((of) => `organisation/${of}`),
];

function addressOf(name: string): string {
  return `${name}@pennine-vale.example`;
}

let house: House & { folder: string; close(): Promise<void> };
let ids: { mentor: string; director: string; supporter: string; pair: string };
beforeAll(async () => {
  house = await ownHouse();
}, 120_000);
afterAll(() => house.close());

const tokens = new Map<string | undefined, Promise<string>>();
/** Tokens go by real time, so one serves somebody throughout. */
function tokenOf(person: string | undefined): Promise<string> {
  const token =
    tokens.get(person) ??
    post(house.origin, '/local/token', { person }).then(
      (answer) => z.object({ token: z.string() }).parse(answer).token,
    );
  tokens.set(person, token);
  return token;
}

async function call(person: string | undefined, path: string, body?: unknown) {
  const token = await tokenOf(person);
  const response = await fetch(`${house.origin}/api/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}
const act = (person: string | undefined, verb: string, data: object) =>
  call(person, 'acts', { verb, data });
const idOf = async (person: string | undefined) =>
  z
    .object({ person: z.object({ id: z.string() }) })
    .parse(JSON.parse((await call(person, 'me')).text)).person.id;
const say = (person: string | undefined, text: string) =>
  post(house.origin, '/local/say', { person, text });
const inboxSchema = z.object({
  activities: z.array(z.looseObject({ id: z.string(), summary: z.string().optional() })),
});
async function inbox(person: string | undefined) {
  const response = await fetch(`${house.origin}/local/inbox?person=${person}`);
  return inboxSchema.parse(await response.json()).activities;
}

/** All that everybody else can read; of a moment only that there is one. */
async function seenByOthers(): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const person of others) {
    const paths = [...readings, `me/progress?for=${ids.director}`];
    const read = paths.map(async (path) => {
      const { status, text } = await call(person, path);
      const steady = text
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
        .replaceAll(/"correlationId":"[^"]+"/g, '');
      seen[`${person} ${path}`] = `${status} ${withoutFigure(steady)}`;
    });
    await Promise.all(read);
  }
  return seen;
}

/** The organisation's own count of S3.b may go from no to yes for one director. */
function withoutFigure(text: string): string {
  return text.replaceAll(/\{"code":"S3\.b"[^}]*\}[^}]*\}/g, '');
}

async function rowsOf(table: 'records' | 'directory' | 'conversations' | 'cards' | 'nudges') {
  const running = z.object({ ready: z.object({ storage: z.string() }) });
  const text = readFileSync(join(house.folder, 'running.json'), 'utf8');
  const { storage } = running.parse(JSON.parse(text)).ready;
  const tables = openStorage({ kind: 'connection', text: storage }, { clock: movableClock() });
  const rows: Row[] = [];
  for (const partition of [`${practice.tenant}|ZPV`, practice.tenant]) {
    for await (const page of tables.tables[table].range(partition, '!', '~')) rows.push(...page);
  }
  return rows;
}

async function logs(): Promise<string[]> {
  const files = (await readdir(house.folder)).filter((name) => name.endsWith('.log'));
  return files.flatMap((name) => readFileSync(join(house.folder, name), 'utf8').split('\n'));
}

const names = /Kwame Barker|kwame\.barker/;

test('a programme from asking to meeting changes no answer to anybody else', async () => {
  for (const person of [mentor, director, lead, ...others]) await say(person, 'hello');
  const [mentorId = '', directorId = '', supporterId = ''] = await Promise.all(
    [mentor, director, addressOf('leila.kaur')].map(idOf),
  );
  ids = { mentor: mentorId, director: directorId, supporter: supporterId, pair: '' };
  const before = await seenByOthers();

  const proposed = await act(lead, 'propose-pair', {
    mentor: ids.mentor,
    director: ids.director,
    supporter: ids.supporter,
    time: '1 hour a month',
  });
  expect(proposed.status).toBe(200);
  expect(await seenByOthers()).toEqual(before);
  const programme = programmeSchema.parse(
    JSON.parse((await call(lead, 'organisation/mentoring')).text),
  );
  ids.pair = programme.pairs[0]?.id ?? '';
  expect(programme.pairs).toMatchObject([{ mentor: 'Kwame Barker', state: 'mentor-asked' }]);
  // Nor does the director hear before the mentor's yes.
  const untold = await call(director, 'me/mentoring');
  expect(myMentoringSchema.parse(JSON.parse(untold.text)).pairs).toEqual([]);
  expect(untold.text).not.toMatch(names);

  for (const person of [mentor, director]) {
    expect((await act(person, 'accept-pair', { pair: ids.pair })).status).toBe(200);
  }
  for (const person of [mentor, director]) {
    const met = { pair: ids.pair, date: '2026-04-09' };
    expect((await act(person, 'met', met)).status).toBe(200);
  }
  expect(await seenByOthers()).toEqual(before);
  const own = await call(director, 'me/progress');
  expect(own.text).toContain('"last":{"date":"2026-04-09","until":"2029-04-08"}');
  expect(own.text).not.toMatch(names);
  expect(own.text).not.toContain(ids.pair);
}, 120_000);

test('whoever tries a pair that isn’t theirs is told that there is none, whether there is or not', async () => {
  for (const person of others) {
    for (const verb of mentoringVerbs.filter((each) => each !== 'propose-pair')) {
      const answers = await Promise.all(
        [ids.pair, 'nothing'].map((pair) => act(person, verb, { pair, date: '2026-04-09' })),
      );
      const [theirs, nothing] = answers.map(({ status, text }) => {
        return `${status} ${text.replaceAll(/"correlationId":"[^"]+"/g, '').replaceAll(ids.pair, 'nothing')}`;
      });
      expect(theirs).toContain('404');
      expect(theirs).toBe(nothing);
    }
    const { mentor: one, director: two, supporter } = ids;
    const proposal = await act(person, 'propose-pair', { mentor: one, director: two, supporter });
    expect(proposal.status).toBe(403);
  }
}, 120_000);

test('reminders of a quiet pair say nothing on a locked phone, and come to the two and the lead alone', async () => {
  for (const now of ['2026-05-21T09:30', '2026-05-29T09:30', '2026-06-08T09:30']) {
    await post(house.origin, '/local/clock', { now });
  }
  for (const person of [mentor, director, lead]) {
    const [, ...unprompted] = await inbox(person);
    expect(JSON.stringify(unprompted), person).toMatch(/mentoring/);
    const summaries = new Set(unprompted.map(({ summary }) => summary));
    expect([...summaries], person).toEqual(['You have a reminder']);
  }
  for (const person of others) {
    for (const text of ['mentoring', 'we met', 'help', 'progress']) await say(person, text);
    const read = JSON.stringify(await inbox(person));
    expect(read).not.toMatch(names);
    expect(read).not.toContain(ids.pair);
    expect(read).not.toContain(ids.mentor);
    expect(read).not.toMatch(/Marcus Hussain[^{}]*mentor|mentor[^{}]*Marcus Hussain/i);
  }
}, 120_000);

test('cards answer the two: “we met” is tapped in the chat, and noted nowhere with the pair', async () => {
  await say(mentor, 'we met');
  const shown = (await inbox(mentor)).at(-1);
  expect(JSON.stringify(shown)).toContain('Marcus Hussain');
  const answer = await post(house.origin, '/local/act', {
    person: mentor,
    activityId: shown?.id,
    verb: 'met',
    data: { organisation: 'ZPV', pair: ids.pair, date: '2026-06-03', tap: 'tap-1' },
  });
  expect(JSON.stringify(answer)).toContain('It counts once Marcus Hussain says so too');
}, 60_000);

test('no row but the pair’s own leads from one of them to the other, and no key names it with a person', async () => {
  const { pair } = ids;
  for (const table of ['records', 'directory', 'conversations', 'cards', 'nudges'] as const) {
    const rows = await rowsOf(table);
    expect(rows.length, table).toBeGreaterThan(0);
    for (const { key, properties } of rows) {
      const text = `${key} ${JSON.stringify(properties)}`;
      if (key === `t|pair|${pair}`) {
        expect(key).not.toMatch(new RegExp(`${ids.mentor}|${ids.director}`));
        continue;
      }
      expect(text.includes(ids.mentor) && text.includes(ids.director), key).toBe(false);
      const isPerson = text.includes(ids.mentor) || text.includes(ids.director);
      expect(text.includes(pair) && isPerson, key).toBe(false);
      if (table !== 'records') expect(text, key).not.toContain(pair);
    }
    if (table === 'cards' || table === 'nudges') {
      expect(JSON.stringify(rows)).not.toMatch(/mentor|propose|quiet/i);
    }
  }
  const entries = (await rowsOf('records'))
    .filter(({ key }) => key.startsWith('l|'))
    .map(({ properties }) => JSON.parse(properties['body'] ?? '') as Record<string, unknown>)
    .filter((entry) => JSON.stringify(entry).includes(pair));
  expect(entries.length).toBeGreaterThan(4);
  for (const { act: told, by, about } of entries) {
    expect({ told, by, about }).toEqual({ told: 'mentoring', by: 'pair', about: { pair } });
  }
});

test('no log line names the pair, or a person beside mentoring', async () => {
  const lines = await logs();
  expect(lines.length).toBeGreaterThan(100);
  const ofTheTwo = lines.filter((line) => line.includes(ids.mentor) || line.includes(ids.director));
  expect(ofTheTwo.length).toBeGreaterThan(4);
  expect(ofTheTwo.filter((line) => /mentoring|in-private|pair|met"/.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes(ids.pair))).toEqual([]);
  expect(lines.filter((line) => names.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('"verb":"mentoring"')).length).toBeGreaterThan(4);
  const acts = lines.filter((line) => /"verb":"([^"]*-pair|(not-)?met)"/.test(line));
  expect(acts).toEqual([]);
});
