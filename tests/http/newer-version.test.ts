import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { PersonId } from '../../bot/domain/facts.ts';
import { digestOfPerson } from '../../bot/storage/digest.ts';
import { matrixApi, type MatrixHouse } from './support/matrix-house.ts';

let api: Awaited<ReturnType<typeof matrixApi>>;
beforeAll(async () => {
  api = await matrixApi();
});
afterAll(() => api.close());

/** What a version to come may have written: a kind of record that nobody knows here yet. */
const fact = { kind: 'coaching', id: 'c1', body: { on: '2026-04-01' } };

async function writtenByANewer(house: MatrixHouse, where: 'person' | 'digest' | 'things') {
  const { tenant, code } = house.callerOf('edi').organisation;
  const partition = `${tenant}|${code}`;
  const { records } = house.tables;
  const nurse: PersonId = house.cast.nurse;
  const properties = { body: JSON.stringify(fact.body) };
  const put = (key: string, given: Record<string, string>) =>
    records.write(partition, [{ kind: 'put', key, properties: given }]);
  if (where === 'things') return put(`t|${fact.kind}|${fact.id}`, properties);
  if (where === 'person') return put(`p|${nurse}|${fact.kind}|${fact.id}`, properties);
  const before = await records.get(partition, digestOfPerson(nurse));
  const facts = z.array(z.unknown()).parse(JSON.parse(before?.properties['body'] ?? ''));
  return put(digestOfPerson(nurse), { body: JSON.stringify([...facts, fact]), parts: '1' });
}

test.each([
  ['person', 'nurse', '/api/me/progress'],
  ['digest', 'edi', '/api/organisation/silver?on=2026-04-09'],
  ['things', 'edi', '/api/organisation/silver?on=2026-04-09'],
] as const)(
  'what a newer version wrote (%s) is left out of nothing: the page says that the app needs updating',
  async (where, who, path) => {
    const house = await api.afresh();
    expect((await api.read(who, path)).status).toBe(200);
    await writtenByANewer(house, where);
    const before = api.lines().length;
    const answer = await api.read(who, path);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('"code":"newer-version"');
    expect(answer.text).toContain('"message":"In kind words: newer-version."');
    expect(api.lines().slice(before)).toMatchObject([
      { level: 'error', msg: 'request faulted', because: 'newer-version' },
    ]);
    // Another organisation is as it was.
    expect((await api.read('stranger', '/api/me')).status).toBe(200);
  },
);

test('nothing is recorded on what a newer version wrote, and verify-ledger says so', async () => {
  const house = await api.afresh();
  await writtenByANewer(house, 'digest');
  const entries = await house.entries();
  const claim = { verb: 'claim', data: { meeting: 'race-equality-network-2026-04-08-1200' } };
  expect(await api.act('nurse', claim)).toMatchObject({ status: 503, said: 'newer-version' });
  expect(await house.entries()).toEqual(entries);

  await writtenByANewer(house, 'person');
  const { faults } = await house.storage.auditor.verify(house.callerOf('edi').organisation);
  expect(faults).toContainEqual(
    expect.stringMatching(/\|coaching\|c1 was written by a newer version of the app$/),
  );
});
