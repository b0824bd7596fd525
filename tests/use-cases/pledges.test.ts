import { expect, test } from 'vitest';
import { actSchema, type Act } from '../../bot/contract/acts.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { partitionOf } from '../../bot/storage/keys.ts';
import type { Row } from '../../bot/storage/table.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, personFacts, ZPV } from '../support/small-trust.ts';

type House = Awaited<ReturnType<typeof houseInMemory>>;

const words = 'I will ask who is not in the room';
const make = (more: object = {}): Act =>
  actSchema.parse({ verb: 'make-pledge', data: { text: words, review: '2026-07-09', ...more } });
const refused = (because: string) => ({ kind: 'refused', because });

async function answer(house: House, person: PersonId, act: Act) {
  const [first] = await house.doors.perform(house.as(person), act);
  if (first === undefined) throw new Error('no outcome');
  return first;
}
const outcome = async (house: House, person: PersonId, act: Act) =>
  (await answer(house, person, act)).outcome;

async function own(house: House, person: PersonId) {
  const shown = await house.doors.pledges(house.as(person));
  if (shown.kind === 'refused') throw new Error(shown.because);
  return shown.view;
}

async function shared(house: House, person: PersonId) {
  const shown = await house.doors.sharedPledges(house.as(person));
  return shown.kind === 'refused' ? shown.because : shown.view.pledges;
}

async function made(house: House, person: PersonId) {
  const { subject } = await answer(house, person, make());
  return (verb: string, data: object = {}) =>
    outcome(house, person, actSchema.parse({ verb, data: { pledge: subject, ...data } }));
}

/** Every row of the organisation's. */
async function rowsOf(house: House): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of house.tables.records.range(partitionOf(ZPV), '', '~'))
    rows.push(...page);
  return rows;
}
const everything = async (house: House) => JSON.stringify(await rowsOf(house));

test('a leader makes a pledge in their own words, and it is theirs alone', async () => {
  const house = await houseInMemory();
  const { nurse, sponsor, edi, assistant } = house.cast;
  expect(await outcome(house, nurse, make())).toEqual({ kind: 'done' });
  expect((await own(house, nurse)).pledges).toMatchObject([
    { text: words, madeOn: '2026-04-09', review: '2026-07-09', due: false, shared: false },
  ]);
  for (const other of [sponsor, edi, assistant]) {
    expect((await own(house, other)).pledges).toEqual([]);
    expect(await shared(house, other)).toEqual([]);
  }
});

test('the same tap makes one pledge, however often it comes', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => answer(house, nurse, make({ tap: 'tap-1' }))),
  );
  expect(outcomes.map(({ outcome: { kind } }) => kind).toSorted()).toEqual([
    ...Array.from({ length: 4 }, () => 'already'),
    'done',
  ]);
  expect(new Set(outcomes.map(({ subject }) => subject)).size).toBe(1);
  expect((await own(house, nurse)).pledges).toHaveLength(1);
});

test('a review day is ahead, within two years; ten pledges are enough', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const on = (review: string) => outcome(house, nurse, make({ review }));
  expect(await on('2026-04-09')).toEqual(refused('review-not-ahead'));
  expect(await on('2028-04-10')).toEqual(refused('review-too-far'));
  expect(await on('2028-04-09')).toEqual({ kind: 'done' });
  for (let each = 1; each < 10; each += 1) expect(await on('2026-05-01')).toEqual({ kind: 'done' });
  expect(await on('2026-05-01')).toEqual(refused('too-many-pledges'));
});

test('somebody below band 8a makes none, and is told whose it is', async () => {
  const house = await houseInMemory();
  const person = house.storage.imports.newPersonId();
  const facts = personFacts(person, ['Leader', '00017']).map((fact) =>
    fact.kind === 'assignment' ? { ...fact, fact: { ...fact.fact, grade: 'XR05|Band 5' } } : fact,
  );
  await bring(house.storage, 'roster', facts);
  expect(await outcome(house, person, make())).toEqual(refused('not-a-leader'));
  const note = { verb: 'keep-note', data: { zone: 'FEAR', text: 'a' } } as const;
  expect(await outcome(house, person, note)).toEqual(refused('not-a-leader'));
  expect(await house.doors.pledges(house.as(person))).toMatchObject(refused('not-yours'));
  expect(await shared(house, person)).toBe('not-yours');
});

test('on its day it is due, until what changed is written or another day set', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const move = await made(house, nurse);
  house.clock.moveTo('2026-07-09T08:30:00.000Z');
  const [due] = (await own(house, nurse)).pledges;
  expect(due?.due).toBe(true);
  expect(await move('extend-pledge', { review: '2026-10-09' })).toEqual({ kind: 'done' });
  expect(await move('extend-pledge', { review: '2026-10-09' })).toEqual({ kind: 'already' });
  expect((await own(house, nurse)).pledges).toMatchObject([{ review: '2026-10-09', due: false }]);
  house.clock.moveTo('2026-10-09T08:30:00.000Z');
  expect(await move('review-pledge', { text: 'Panels look different' })).toEqual({ kind: 'done' });
  const [done] = (await own(house, nurse)).pledges;
  expect(done).toMatchObject({
    due: false,
    reviews: [{ on: '2026-10-09', text: 'Panels look different' }],
  });
  expect(done?.review).toBeUndefined();
});

test('what is shared is read by leaders here, with a name, until it is kept private again', async () => {
  const house = await houseInMemory();
  const { nurse, sponsor } = house.cast;
  const move = await made(house, nurse);
  expect(await move('share-pledge')).toEqual({ kind: 'done' });
  expect(await shared(house, sponsor)).toEqual([
    expect.objectContaining({ name: 'Aoife Okafor', text: words, madeOn: '2026-04-09' }),
  ]);
  // One's own stands above, with everything that can be done about it.
  expect(await shared(house, nurse)).toEqual([]);
  expect(await move('unshare-pledge')).toEqual({ kind: 'done' });
  expect(await move('unshare-pledge')).toEqual({ kind: 'already' });
  expect(await shared(house, sponsor)).toEqual([]);
});

test('a pledge taken back leaves no words behind', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const move = await made(house, nurse);
  await move('review-pledge', { text: 'What came of it' });
  expect(await everything(house)).toContain(words);
  expect(await move('withdraw-pledge')).toEqual({ kind: 'done' });
  expect(await move('withdraw-pledge')).toEqual({ kind: 'already' });
  expect(await move('share-pledge')).toEqual(refused('pledge-withdrawn'));
  const left = await everything(house);
  expect(left).not.toContain(words);
  expect(left).not.toContain('What came of it');
  expect((await own(house, nurse)).pledges).toEqual([]);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('nobody moves a pledge of somebody else', async () => {
  const house = await houseInMemory();
  const { nurse, edi, assistant } = house.cast;
  const { subject } = await answer(house, nurse, make());
  for (const other of [edi, assistant]) {
    const share = { verb: 'share-pledge', data: { pledge: subject } } as const;
    expect(await outcome(house, other, share)).toEqual(refused('no-such-pledge'));
  }
});

test('a note to oneself is in words alone, and its zone is nowhere else', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const keep = (text: string, tap: string, zone = 'FEAR') =>
    outcome(house, nurse, actSchema.parse({ verb: 'keep-note', data: { zone, text, tap } }));
  expect(await keep('I fear getting it wrong', 'a')).toEqual({ kind: 'done' });
  expect(await keep('I fear saying nothing', 'b')).toEqual({ kind: 'done' });
  expect(await keep('I fear getting it wrong', 'a')).toEqual({ kind: 'already' });
  expect(await keep('I read and listen', 'c', 'LEARNING')).toEqual({ kind: 'done' });
  expect((await own(house, nurse)).notes).toEqual([
    { zone: 'FEAR', text: 'I fear saying nothing' },
    { zone: 'LEARNING', text: 'I read and listen' },
    { zone: 'GROWTH', text: '' },
  ]);
  const rows = await rowsOf(house);
  const others = rows.filter(({ key }) => !key.startsWith(`p|${nurse}|words|`));
  expect(others.length).toBeLessThan(rows.length);
  expect(JSON.stringify(others)).not.toMatch(/FEAR|LEARNING|I fear|I read/);
  expect(rows.some(({ key }) => /FEAR|LEARNING/.test(key))).toBe(false);
  expect(JSON.stringify(rows)).not.toContain('I fear getting it wrong');
  expect(JSON.stringify(await own(house, edi))).not.toContain('I fear');

  const forget = actSchema.parse({ verb: 'forget-note', data: { zone: 'FEAR', tap: 'd' } });
  expect(await outcome(house, nurse, forget)).toEqual({ kind: 'done' });
  expect(await keep('I fear saying nothing', 'b')).toEqual({ kind: 'already' });
  expect(await everything(house)).not.toContain('I fear');
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('notes of two zones written at the same moment are both kept', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  await Promise.all(
    (['FEAR', 'LEARNING', 'GROWTH'] as const).map((zone) =>
      outcome(house, nurse, {
        verb: 'keep-note',
        data: { zone, text: zone.toLowerCase(), tap: zone.slice(0, 1) },
      }),
    ),
  );
  expect((await own(house, nurse)).notes.map(({ text }) => text)).toEqual([
    'fear',
    'learning',
    'growth',
  ]);
});
