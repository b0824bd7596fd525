import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { runAdmin } from '../../bot/admin/main.ts';
import type { Act } from '../../bot/contract/acts.ts';
import { silverSchema, type SilverLine } from '../../bot/contract/silver.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { MeetingId } from '../../bot/domain/facts.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { claimId, type Doors } from '../../bot/use-cases/doors.ts';
import { openDoors } from '../../bot/use-cases/open-doors.ts';
import type { Caller } from '../../bot/use-cases/ports.ts';
import { trustImports } from '../../infra/local/first-import.ts';
import { practice, trustFolder } from '../../infra/local/practice-ids.ts';
import { memoryTables } from '../support/house.ts';
import { movableClock, RACE } from '../support/small-trust.ts';
import { errorSchema, startApi, type Api } from './support/api.ts';
import { storageOn } from '../support/storage-on.ts';

const FEBRUARY_10 = 'race-equality-network-2027-02-10-1200' as MeetingId;
const D = '2027-03-31';

const trust = { tenant: practice.tenant, code: practice.organisation.code };
const clock = movableClock('2026-04-09T08:30:00.000Z');
const storage = storageOn(memoryTables(), { clock });
let doors: Doors;
let api: Api;
let who: Caller;

/** What the operator's command does, on the day that it is. */
async function operate(argv: readonly string[]): Promise<void> {
  const lines: string[] = [];
  const open = () => Promise.resolve({ ...storage, readers });
  const code = await runAdmin([...argv], {
    ...{ clock, packs: openPacks('0.0.0'), open },
    print: (line) => lines.push(line),
  });
  if (code !== 0) throw new Error(lines.join('\n'));
}

async function named(name: string): Promise<Caller> {
  const { people } = await storage.records.people(trust);
  const found = people.find((person) => `${person.givenName} ${person.familyName}` === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return { organisation: trust, person: found.id };
}

async function done(name: string, act: Act): Promise<string> {
  const [answer] = await doors.perform(await named(name), act);
  if (answer?.outcome.kind !== 'done') throw new Error(`${act.verb}: ${JSON.stringify(answer)}`);
  return answer.subject;
}

async function silver(query: string): Promise<SilverLine[]> {
  const answer = await api.get(`/api/organisation/silver${query}`);
  expect(answer.status).toBe(200);
  return silverSchema.parse(await answer.json()).lines;
}

const changed = (before: SilverLine[], after: SilverLine[]): string[] =>
  before.flatMap((line) => {
    const now = after.find(({ code }) => code === line.code);
    return JSON.stringify(now) === JSON.stringify(line) ? [] : [line.code];
  });

beforeAll(async () => {
  for (const argv of trustImports) await operate(argv);
  doors = openDoors({
    ...storage,
    ...{ queue: memoryQueue(), clock, isBankHoliday: englandsBankHolidays(), readers },
    ...{ changed: () => undefined, tenants: [practice.tenant], packs: openPacks('0.0.0') },
  });
  who = await named('Zainab Khan');
  api = await startApi({
    doors: { ...doors, identify: async () => ({ kind: 'known', caller: who }) },
  });
});
afterAll(() => api.close());

test('a past day asked later gives today’s figure, and as known then the figure of then, line by line', async () => {
  clock.moveTo('2027-02-11T09:00:00.000Z');
  await done('Aoife Okafor', { verb: 'claim', data: { meeting: FEBRUARY_10 } });
  clock.moveTo('2027-03-31T20:00:00.000Z');
  const then = await silver('');

  // A late confirmation, late papers and minutes, and October's lists, later still.
  clock.moveTo('2027-04-06T09:00:00.000Z');
  const { person: nurse } = await named('Aoife Okafor');
  const claims = [claimId(nurse, FEBRUARY_10)];
  await done('Leila Kaur', { verb: 'confirm', data: { claims } });
  const document = 'Minute 4.2';
  await done('Zainab Khan', { verb: 'approve-terms', data: { date: '2027-01-12', document } });
  await done('Zainab Khan', {
    verb: 'record-council-meeting',
    data: { date: '2027-03-02', document },
  });
  for (const kind of ['wres', 'staff-survey', 'quarterly-review'] as const) {
    await done('Zainab Khan', {
      verb: 'record-paper',
      data: { kind, quarter: '2026-10-01', date: '2027-01-14', minute: 'Item 9', networks: 'yes' },
    });
  }
  const { person: chair } = await named('Leila Kaur');
  await done('Meera Schofield', {
    verb: 'record-contribution',
    data: {
      ...{ network: RACE, body: 'People Committee', date: '2027-02-18' },
      ...{ minute: '4.2', person: chair },
    },
  });
  clock.moveTo('2027-05-04T09:00:00.000Z');
  const { waiting } = await historyOf();
  await doors.perform(who, { verb: 'verify-history', data: { entries: waiting } });
  for (const kind of ['roster', 'roles']) {
    const file = ['--file', join(trustFolder, `${kind}-2026-10-01.csv`)];
    await operate([
      ...[`import-${kind}`, ...file, '--org', trust.code],
      ...['--as-at', '2026-10-01', '--apply'],
    ]);
  }
  // From now on a grade means something else.
  clock.moveTo('2027-06-01T09:00:00.000Z');
  const grade = ['--grade', 'XR10=8c', '--year-start', '1'];
  await operate(['add-organisation', '--org', trust.code, ...grade, '--apply']);

  clock.moveTo('2027-10-04T09:00:00.000Z');
  const asKnownThen = await silver(`?on=${D}&known=${D}`);
  expect(asKnownThen).toEqual(then);
  const today = await silver(`?on=${D}`);
  expect(changed(then, today)).toEqual([
    ...['S1', 'S2', 'S2.met', 'S3', 'S3.b', 'S4', 'S4.a', 'S5', 'S5.a', 'S5.b'],
  ]);
  // Between the two: the confirmation was known, and neither list nor settings.
  expect(changed(then, await silver(`?on=${D}&known=2027-04-06`))).toEqual([
    ...['S1', 'S4', 'S4.a', 'S5', 'S5.a', 'S5.b'],
  ]);
  // K is the end of its day in London: the moment before the confirmation it was not known.
  expect(await silver(`?on=${D}&known=2027-04-05`)).toEqual(then);
  expect(await silver(`?on=${D}&known=2027-04-06T08:59:59.999Z`)).toEqual(then);
  expect((await storage.auditor.verify(trust)).faults).toEqual([]);
});

async function historyOf(): Promise<{ waiting: string[] }> {
  const shown = await doors.history(who);
  if (shown.kind === 'refused') throw new Error(shown.because);
  return { waiting: shown.view.waiting.slice(0, 40).map(({ id }) => id) };
}

test.each([
  ['?on=2027-10-05', 'to come'],
  ['?on=2001-01-01', 'before anything is on record'],
  ['?known=2027-10-05', 'not yet known'],
  ['?known=2026-04-08', 'before the app knew anything'],
])('%s is %s: it is told which days there are', async (query) => {
  const answer = await api.get(`/api/organisation/silver${query}`);
  expect(answer.status).toBe(404);
  const { error } = errorSchema.parse(await answer.json());
  expect(error.code).toBe('no-such-date');
  expect(error.message).toMatch(/choose one from \d+ \w+ \d{4} to 4 October 2027\.$/);
});
