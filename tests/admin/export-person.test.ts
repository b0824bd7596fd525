import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { runAdmin } from '../../bot/admin/main.ts';
import { factInWords } from '../../bot/admin/person-page.ts';
import { fieldWords, kindWords, unsaid } from '../../bot/admin/person-words.ts';
import type { Act } from '../../bot/contract/acts.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { bodies } from '../../bot/storage/fact.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, JUNE_10, RACE, TENANT, ZPV } from '../support/small-trust.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'person-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Kept of the organisation, and of nobody but for the words of whoever changed it. */
const nobodys = ['network', 'meeting', 'board-meeting', 'series', 'settings', 'import'];

test('whatever can be kept on a person has its heading, and each field its words', () => {
  for (const [kind, body] of Object.entries(bodies)) {
    if (nobodys.includes(kind)) continue;
    expect(kindWords, kind).toHaveProperty([kind]);
    if (!(body instanceof z.ZodObject)) throw new Error(`${kind} is no object`);
    const fields = Object.keys(body.shape).filter((name) => !unsaid.has(name));
    for (const field of fields) expect(fieldWords, `${kind}.${field}`).toHaveProperty([field]);
  }
});

test('a fact is told in words, days as people write them, and others by no name', () => {
  const moves = [
    { to: 'claimed', at: '2026-04-09T08:30:00.000Z', by: 'you', tap: 'x' },
    { to: 'queried', at: '2026-04-10T08:30:00.000Z', by: 'somebody', reason: 'lets-talk' },
  ];
  const names = new Map([['m', 'The network, 8 April 2026']]);
  expect(
    factInWords({ kind: 'claim', body: { meeting: 'm', claimant: 'you', moves } }, names),
  ).toBe(
    'The network, 8 April 2026. 9 April 2026, 9:30am: claimed, by you. 10 April 2026, 9:30am: queried, by somebody else, because lets-talk',
  );
});

test('export-person gives all that is kept on one person, and nobody else’s name', async () => {
  const house = await houseInMemory();
  const { cast, as, doors, storage, clock } = house;
  const nurse = as(cast.nurse);
  await doors.perform(nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  await doors.perform(nurse, {
    verb: 'keep-note',
    data: { zone: 'FEAR', text: 'What if I <b>err</b>?' },
  });
  const [listed] = (await storage.records.some(ZPV, [cast.nurse])).people;
  const address = listed?.email ?? '';
  await storage.directory.link(nurse, { tenant: TENANT, objectId: 'object-1', address });

  const lines: string[] = [];
  const out = join(folder, 'nurse');
  const run = (...argv: string[]) =>
    runAdmin(['export-person', '--org', 'ZPV', ...argv], {
      clock,
      packs: openPacks('0.0.0'),
      print: (line) => lines.push(line),
      open: () => Promise.resolve({ ...storage, readers }),
    });
  expect(await run('--person', address.toUpperCase(), '--out', out)).toBe(0);
  expect(await readdir(out)).toEqual(['what-is-kept.html', 'what-is-kept.json']);
  const page = await readFile(join(out, 'what-is-kept.html'), 'utf8');
  for (const part of [
    listed?.givenName ?? '?',
    listed?.familyName ?? '?',
    address,
    'Race Equality Network, 8 April 2026',
    'object-1',
  ]) {
    expect(page).toContain(part);
  }
  expect(page).toContain('What if I &lt;b&gt;err&lt;/b&gt;?');
  expect(page).not.toMatch(/\[object|undefined|<b>/);

  const { people } = await storage.records.people(ZPV);
  const json = await readFile(join(out, 'what-is-kept.json'), 'utf8');
  for (const other of people.filter(({ id }) => id !== cast.nurse)) {
    expect(page + json).not.toContain(other.id);
    expect(page + json).not.toContain(other.familyName);
  }

  expect(await run('--person', address, '--out', out)).toBe(1);
  expect(await run('--person', 'nobody@example.org', '--out', join(folder, 'x'))).toBe(1);
  expect(lines.slice(-2)).toEqual([
    `Not done: ${out} is there already.`,
    'Not done: ZPV has nobody with “nobody@example.org”.',
  ]);
});

test('the words that somebody gave where they changed a meeting, network or setting are theirs', async () => {
  const { cast, as, doors, storage } = await houseInMemory();
  const does = async (person: PersonId, act: Act) =>
    expect(await doors.perform(as(person), act)).toMatchObject([{ outcome: { kind: 'done' } }]);
  const reason = 'The hall is closed.';
  await does(cast.chair, { verb: 'cancel-meeting', data: { meeting: JUNE_10, reason } });
  const described = { name: 'Race Equity Network', countsForSilver: true, termsUsed: 'REN' };
  const because = 'The network asked for it.';
  await does(cast.edi, { verb: 'change-network', data: { network: RACE, ...described, because } });
  const hours = { opens: '10:00', closes: '16:00', because: 'Shifts begin later.' };
  await does(cast.edi, { verb: 'set-hours', data: hours });

  const kept = async (person: PersonId) => {
    const { facts } = await storage.holdings.heldOn(as(person));
    const kinds = ['meeting', 'network', 'settings'];
    return facts.filter(({ kind }) => kinds.includes(kind)).map((fact) => factInWords(fact));
  };
  const recorded = /; recorded: 9 April 2026, 9:30am$/;
  const [cancelled = '', ...more] = await kept(cast.chair);
  expect(cancelled).toContain(`because: ${reason}; recorded: 9 April 2026`);
  expect(more).toEqual([]);
  expect((await kept(cast.edi)).map((line) => line.replace(recorded, ''))).toEqual([
    `name: Race Equity Network; what it calls itself: REN; because: ${because}`,
    'what: hours; set to: 10:00, 16:00; from: 9 April 2026; because: Shifts begin later.',
  ]);
  expect(await kept(cast.deputy)).toEqual([]);
});
