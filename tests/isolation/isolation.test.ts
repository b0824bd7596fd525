import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRoutes } from '../../bot/api/routes.ts';
import { createLimits } from '../../bot/limits.ts';
import { runAdmin } from '../../bot/admin/main.ts';
import { viewSchema } from '../../bot/cards/views.ts';
import { actSchema } from '../../bot/contract/acts.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { everybody, type Who } from '../http/support/matrix-house.ts';
import { chanceFrom } from '../support/chance.ts';
import { onlyThese } from '../support/only-these.ts';
import { RACE } from '../support/small-trust.ts';
import { leaksIn, marksOf, rowsOf, textIn, type Marks } from './support/search.ts';
import type { ServedHouse } from './support/served-house.ts';
import {
  allVerbs,
  doEverything,
  shuffled,
  threeOrganisations,
  type Side,
} from './support/two-organisations.ts';

const firstSeed = Number(process.env['ISOLATION_SEED'] ?? 1);
const runs = Number(process.env['ISOLATION_RUNS'] ?? 1);
const seeds = Array.from({ length: runs }, (_, run) => firstSeed + run);

/** Every reading that there is: one that is added is searched, too. */
const readings = createRoutes({
  doors: onlyThese({}),
  channel: { refuse: async () => undefined, receive: async () => ({ status: 200 }) },
  health: {},
  identify: async () => ({ kind: 'refused', because: 'no-token' }),
  log: { readinessChanged: () => undefined },
  refusalText: String,
  limits: createLimits(),
  proxies: 0,
  tab: { find: () => undefined, isBuilt: () => false },
})
  .filter(({ method, path }) => method === 'get' && path.startsWith('/api/'))
  .map(({ path }) => path);

test('every verb that there is is tried', () => {
  const verbs = actSchema.def.options.flatMap(({ shape }) => [...shape.verb.def.values]);
  expect(new Set<string>(allVerbs)).toEqual(new Set<string>(verbs));
  expect(readings.length).toBeGreaterThan(30);
});

describe.each(seeds)('after random acts in each, seed %i,', (seed) => {
  const chance = chanceFrom(seed);
  let house: ServedHouse;
  let sides: readonly [Side, Side, Side];
  let marks: Map<Side, Marks>;

  beforeAll(async () => {
    ({ house, sides } = await threeOrganisations());
    for (const side of sides) {
      for (const who of ['nurse', 'chair', 'edi', 'leader'] as const) {
        await house.say(side.accounts[who], 'hello');
      }
    }
    // At the same time, so that their moves lie between each other's.
    await Promise.all(sides.map((side) => doEverything(house, side, chanceFrom(seed))));
    await house.idle();
    marks = new Map();
    for (const side of sides) {
      const others = sides.filter((other) => other !== side);
      marks.set(side, await marksOf(house, side, others));
    }
  }, 120_000);
  afterAll(() => house.close());

  /** What of the other organisations stands in a text. */
  const leaks = (side: Side, text: string, brought = ''): string[] =>
    sides
      .filter((other) => other !== side)
      .flatMap((other) => leaksIn(text, marksFor(other), brought));
  const marksFor = (side: Side): Marks => {
    const found = marks.get(side);
    if (found === undefined) throw new Error('no marks');
    return found;
  };
  const read = (side: Side, who: Who, path: string) =>
    house.call(side.accounts[who], path, { organisation: side.organisation.code });
  /** Somebody of each capacity, and some others. */
  const some = (): Who[] => [
    ...(['edi', 'sponsor', 'chair', 'nurse', 'lead', 'secretary'] as const),
    ...shuffled(everybody, chance).slice(0, 3),
  ];

  test('much was done in each, and the search finds it where it belongs', async () => {
    for (const side of sides) {
      expect(side.done).toBeGreaterThan(40);
      const own = await Promise.all(
        ['/api/organisation/people', '/api/organisation/history', '/api/board/agenda'].map((path) =>
          read(side, 'edi', path),
        ),
      );
      const text = own.map((each) => each.text).join();
      const found = leaksIn(text, marksFor(side));
      // Planted in another's answer, they would be found: names, words and ids.
      for (const kind of [/^Leader \d/, /^Zq/, /^[0-9a-f]{32}$/]) {
        expect(
          found.some((each) => kind.test(each)),
          String(kind),
        ).toBe(true);
      }
      const [other = side] = sides.filter((each) => each !== side);
      expect(leaks(other, text).length).toBeGreaterThan(0);
      expect(leaks(side, text)).toEqual([]);
    }
  });

  test('no reading of anybody’s has anything of another organisation', async () => {
    for (const side of sides) {
      const [other = side] = sides.filter((each) => each !== side);
      const theirs = `id=${[...marksFor(other).ids][0]}&for=${other.cast.nurse}&of=${RACE}`;
      for (const who of new Set(some())) {
        for (const path of readings) {
          // A pack is made once for each, below.
          if (path === '/api/organisation/evidence') continue;
          const asked = chance.happens(0.5) ? path : `${path}?${theirs}`;
          const { status, text } = await read(side, who, asked);
          expect(status, asked).toBeLessThan(500);
          // The one who is in both reads the other's name in her switch, and nothing else.
          const shown = path === '/api/me' && who === 'nurse' ? withoutSwitch(text) : text;
          expect([asked, who, leaks(side, shown, theirs)]).toEqual([asked, who, []]);
        }
      }
    }
  }, 60_000);

  test('no card in anybody’s chat has anything of another organisation', async () => {
    for (const side of sides) {
      for (const who of ['chair', 'edi', 'leader'] as const) {
        for (const text of ['meetings', 'claims', 'silver', 'board', 'agenda', 'goal', 'team']) {
          await house.say(side.accounts[who], text);
        }
        const cards = JSON.stringify(house.cardsOf(side.accounts[who]));
        expect(leaksIn(cards, marksFor(side))).not.toEqual([]);
        expect(leaks(side, cards)).toEqual([]);
      }
    }
    const { nurse } = sides[0].accounts;
    for (const organisation of ['ZQX', 'ZPV']) {
      await house.call(nurse, '/api/me/organisation', { body: {}, organisation });
      for (const text of ['progress', 'meetings', 'goal', 'mentoring'])
        await house.say(nurse, text);
    }
    const cards = house.cardsOf(nurse).map(({ attachments }) => JSON.stringify(attachments));
    const of = (side: Side) => cards.map((card) => leaksIn(card, marksFor(side)).length > 0);
    const [first, second] = [of(sides[0]), of(sides[1])];
    // Each is of the one or of the other.
    expect(first.filter(Boolean).length).toBeGreaterThan(3);
    expect(second.filter(Boolean).length).toBeGreaterThan(3);
    expect(first.filter((isOfFirst, index) => isOfFirst && second[index])).toEqual([]);
  }, 60_000);

  test('no pack, export or operator’s list has anything of another organisation', async () => {
    const packs = openPacks('0.0.0');
    const open = async () => ({ ...house.storage, readers });
    const folder = await mkdtemp(join(tmpdir(), 'silver-isolation-'));
    const side = sides[1];
    const { code } = side.organisation;
    const pack = await house.bytes(side.accounts.edi, '/api/organisation/evidence', code);
    const text = textIn(pack);
    expect(text).toContain(`Marker${side.mark}`);
    expect(leaks(side, text)).toEqual([]);
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    const tenant = ['--tenant', side.organisation.tenant];
    const { email } = side.accounts.nurse;
    for (const argv of [
      ['verify-ledger', '--org', code],
      ['plan-nudges', '--org', code, '--at', '2026-06-11T09:30'],
      ['undo-import', '--org', code],
      ['erase-due', '--org', code],
      ['export-person', '--org', code, '--person', email, '--out', join(folder, 'own')],
    ]) {
      const given = { open, clock: house.clock, packs, print };
      expect([argv[0], await runAdmin([...argv, ...tenant], given)]).toEqual([argv[0], 0]);
    }
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) lines.push(textIn(await readFile(join(entry.parentPath, entry.name))));
    }
    await rm(folder, { recursive: true });
    expect(lines.join('\n')).toContain(`Zq${side.mark}goal`);
    expect(leaks(side, lines.join('\n'))).toEqual([]);
  }, 60_000);

  test('another’s ids, codes and card data move nothing there and tell nothing', async () => {
    for (const [mine, theirs] of [
      [sides[0], sides[1]],
      [sides[1], sides[2]],
      [sides[2], sides[0]],
    ] as const) {
      const before = await rowsOf(house, theirs);
      const { code } = theirs.organisation;
      const isOtherCode = code !== mine.organisation.code;
      for (const { who, act } of shuffled(theirs.asked, chance).slice(0, 60)) {
        const text = JSON.stringify(act).replaceAll(`Zq${theirs.mark}`, `Zq${mine.mark}`);
        const { verb, data } = actSchema.parse(JSON.parse(text));
        const from = mine.accounts[who];
        const send = async (organisation: string | undefined, more: object = {}) => {
          const body = { verb, data: { ...data, ...more } };
          const asked = { body, ...(organisation === undefined ? {} : { organisation }) };
          const answer = await house.call(from, '/api/acts', asked);
          expect(answer.status, verb).toBeLessThan(500);
          expect([verb, leaks(mine, answer.text, text)]).toEqual([verb, []]);
          return answer.status;
        };
        await send(mine.organisation.code);
        // The chief nurse of the first two may name either; nobody else may.
        if (!isOtherCode || who === 'nurse') continue;
        expect(await send(code), verb).toBe(403);
        expect(await send(undefined, { organisation: code }), verb).toBe(403);
      }
      const presser = mine.accounts.edi;
      const [card] = house.cardsOf(presser);
      const activity = card?.id ?? '';
      const [stolen = ''] = [...marksFor(theirs).ids];
      for (const view of viewSchema.options) {
        const params = { about: stolen };
        const asked = { organisation: mine.organisation.code, view, params };
        const { body } = await house.press(presser, activity, 'show', asked);
        expect([view, leaks(mine, JSON.stringify(body), stolen)]).toEqual([view, []]);
        if (!isOtherCode) continue;
        const foreign = { ...asked, organisation: code };
        expect((await house.press(presser, activity, 'show', foreign)).status).toBe(403);
      }
      await house.idle();
      expect(await rowsOf(house, theirs)).toEqual(before);
    }
  }, 60_000);

  test('no line of the log has anybody’s words, or an id of another organisation', () => {
    expect(house.lines.length).toBeGreaterThan(500);
    for (const side of sides) {
      const { tenant, code } = side.organisation;
      const own = house.lines.filter((line) => {
        const said = JSON.parse(line) as { tenant?: string; organisation?: string };
        return said.tenant === tenant && said.organisation === code;
      });
      expect(own.length).toBeGreaterThan(100);
      expect(leaks(side, own.join('\n'))).toEqual([]);
      expect(house.lines.join('\n').match(marksFor(side).words)).toBeNull();
    }
  });
});

function withoutSwitch(text: string): string {
  const { organisations: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(rest);
}
