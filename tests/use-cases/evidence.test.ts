import { expect, test, vi } from 'vitest';
import { claimId } from '../../bot/use-cases/doors.ts';
import type { AsAt } from '../../bot/use-cases/doors.ts';
import { makePack } from '../../bot/use-cases/evidence/pack.ts';
import type { PackFacts, Packs } from '../../bot/use-cases/evidence/pack-facts.ts';
import { endOfDay, type Instant, type PlainDate } from '../../bot/domain/time.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring, ZPV } from '../support/small-trust.ts';

// Documents take a second or two each.
vi.setConfig({ testTimeout: 60_000 });

type House = Awaited<ReturnType<typeof houseInMemory>>;

async function asked({ doors, as, cast }: House, asAt: AsAt, who: keyof typeof cast = 'edi') {
  return doors.evidencePack(as(cast[who]), asAt);
}

/** What the documents would be made of. */
async function factsOf({ storage, clock }: House, asAt: AsAt): Promise<PackFacts> {
  const seen: PackFacts[] = [];
  const packs: Packs = {
    async make(facts) {
      seen.push(facts);
      return new Uint8Array();
    },
    verify: async () => ({ kind: 'no-pack' }),
  };
  const made = await makePack({ ...storage, clock, packs }, ZPV, asAt);
  const [facts] = seen;
  if (facts === undefined) throw new Error(made.kind === 'refused' ? made.because : made.kind);
  return facts;
}

async function attendance(house: House, asAt: AsAt): Promise<number | undefined> {
  return (await factsOf(house, asAt)).figures.find(({ code }) => code === 'S4')?.n;
}

const on = (text: string) => text as PlainDate;

test('the EDI lead takes the pack, and nobody else', async () => {
  const house = await houseInMemory();
  expect(await asked(house, {})).toMatchObject({
    kind: 'made',
    name: 'silver-evidence-ZPV-2026-04-09.zip',
    unsettled: 'none',
  });
  for (const who of ['nurse', 'chair', 'sponsor', 'boardChair', 'assistant'] as const) {
    expect(await asked(house, {}, who)).toEqual({ kind: 'refused', because: 'not-yours' });
  }
});

test('a right that has ended takes no pack', async () => {
  const house = await houseInMemory();
  const role = { role: 'edi-lead', person: house.cast.edi, on: on('2025-04-01') } as const;
  expect(await asked(house, {})).toMatchObject({ kind: 'made' });
  const fact = { ...role, to: on('2026-04-08') };
  house.clock.moveTo('2026-04-09T08:31:00.000Z');
  await bring(house.storage, 'roles', [{ kind: 'role', fact }]);
  expect(await asked(house, {})).toEqual({ kind: 'refused', because: 'not-yours' });
});

test('a right in one organisation takes no pack of another', async () => {
  const house = await houseInMemory();
  const edi = house.as(house.cast.edi);
  const elsewhere = { ...edi, organisation: { ...ZPV, code: 'ZZZ' } };
  await house.storage.organisations.add(elsewhere.organisation, {
    ...{ name: 'Another trust', yearStartMonth: 4, attendanceTarget: 4, gradeMap: {} },
  });
  expect(await house.doors.evidencePack(elsewhere, {})).toEqual({
    kind: 'refused',
    because: 'not-yours',
  });
});

test.each([
  ['a day to come', { on: on('2026-04-10') }, 'not-in-the-future'],
  ['known on a day to come', { known: endOfDay(on('2026-04-10')) }, 'not-in-the-future'],
  ['before the first list', { on: on('2018-12-31') }, 'before-the-first-fact'],
  ['known before anything was', { known: endOfDay(on('2026-04-08')) }, 'nothing-known-then'],
])('%s is refused', async (_, asAt, because) => {
  expect(await asked(await houseInMemory(), asAt)).toEqual({ kind: 'refused', because });
});

test('a late confirmation moves the pack of a past day, and not the one as it was known', async () => {
  const house = await houseInMemory();
  const { nurse, deputy } = house.cast;
  const day = on('2026-04-09');
  const claims = [claimId(nurse, APRIL_8)];
  await house.doors.perform(house.as(nurse), { verb: 'claim', data: { meeting: APRIL_8 } });

  house.clock.moveTo('2026-04-20T08:30:00.000Z');
  await house.doors.perform(house.as(deputy), { verb: 'confirm', data: { claims } });
  const then = { on: day, known: '2026-04-19T22:00:00.000Z' as Instant };
  expect(await attendance(house, { on: day })).toBe(1);
  expect(await attendance(house, then)).toBe(0);
  const facts = await factsOf(house, then);
  house.clock.moveTo('2026-06-01T08:30:00.000Z');
  expect(await factsOf(house, then)).toEqual(facts);
});

test('the pack names the ledger’s head as it was at K', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const first = await house.storage.auditor.headAt(ZPV, endOfDay(on('2026-04-09')));
  house.clock.moveTo('2026-04-10T08:30:00.000Z');
  await house.doors.perform(house.as(nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  const head = async (known: string) => house.storage.auditor.headAt(ZPV, known as Instant);
  expect(await head('2026-04-09T23:00:00.000Z')).toEqual(first);
  const { head: last, entries } = await house.storage.auditor.verify(ZPV);
  expect(await head('2026-04-10T23:00:00.000Z')).toMatchObject({ sequence: entries, hash: last });
  expect(await head('2020-01-01T00:00:00.000Z')).toMatchObject({ sequence: 0, hash: '' });

  const { ledger } = await factsOf(house, { known: endOfDay(on('2026-04-09')) });
  expect(ledger).toEqual(first);
});
