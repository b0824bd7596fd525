import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrganisationRef } from '../../bot/domain/facts.ts';
import type { Storage, Tables } from '../../bot/storage/open.ts';
import { collect, RowRefused } from '../../bot/storage/table.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import { doorsOver } from '../support/house.ts';
import { APRIL_8, movableClock, RACE, smallTrust, TENANT } from '../support/small-trust.ts';
import { inMemory, onAzureProtocol, type Place } from '../support/storages.ts';
import { storageOn } from '../support/storage-on.ts';

const places = [
  ['memory', inMemory],
  ['the Azure Tables protocol', onAzureProtocol],
] as const;

const byText = (a = '', b = '') => (a < b ? -1 : 1);

describe.each(places)('storage on %s', (_name, open) => {
  let place: Place;
  let tables: Tables;
  let storage: Storage;
  const clock = movableClock();
  const newOrganisation = (): OrganisationRef => ({
    tenant: TENANT,
    code: randomUUID().slice(0, 8),
  });

  beforeAll(async () => {
    place = await open();
    tables = await place.tables(clock);
    storage = storageOn(tables, { clock });
  });
  afterAll(() => place.close());

  test('a transaction is written wholly or not at all', async () => {
    const { records } = tables;
    const partition = randomUUID();
    const one = { kind: 'insert', key: 'a', properties: { body: '1' } } as const;
    expect((await records.write(partition, [one])).kind).toBe('written');
    const two = { kind: 'insert', key: 'b', properties: { body: '2' } } as const;
    expect((await records.write(partition, [two, one])).kind).toBe('conflict');
    expect(await records.get(partition, 'b')).toBeUndefined();
  });

  test('a row that changed since it was read is not overwritten', async () => {
    const { records } = tables;
    const partition = randomUUID();
    await records.write(partition, [{ kind: 'put', key: 'a', properties: { body: '1' } }]);
    const read = await records.get(partition, 'a');
    await records.write(partition, [{ kind: 'put', key: 'a', properties: { body: '2' } }]);
    const etag = read?.etag ?? '';
    const stale = { kind: 'replace', key: 'a', properties: { body: '3' }, etag } as const;
    expect((await records.write(partition, [stale])).kind).toBe('conflict');
    expect((await records.get(partition, 'a'))?.properties).toEqual({ body: '2' });
  });

  test('the etags that a write returns are those of the rows', async () => {
    const { records } = tables;
    const partition = randomUUID();
    const put = { kind: 'put', key: 'a', properties: { body: '1' } } as const;
    const written = await records.write(partition, [put]);
    const etag = written.kind === 'written' ? written.etags.get('a') : undefined;
    expect(etag).toBe((await records.get(partition, 'a'))?.etag);
  });

  test('a range comes in order of key, page after page', async () => {
    const { records } = tables;
    const partition = randomUUID();
    const keys = Array.from({ length: 1_050 }, (_, index) => `k${String(index).padStart(5, '0')}`);
    for (let start = 0; start < keys.length; start += 100) {
      const some = keys.slice(start, start + 100);
      await records.write(
        partition,
        some.map((key) => ({ kind: 'insert', key, properties: { body: key } })),
      );
    }
    const rows = await collect(records.range(partition, 'k00010', 'k01045'));
    expect(rows.map(({ key }) => key)).toEqual(keys.slice(10, 1_045));
    const versions = await collect(records.etags(partition, 'k00010', 'k01045'));
    expect(versions.map(({ key, etag }) => ({ key, etag }))).toEqual(
      rows.map(({ key, etag }) => ({ key, etag })),
    );
  });

  test.each([
    ['a slash in a key', [{ kind: 'put', key: 'a/b', properties: {} }]],
    ['40,000 characters', [{ kind: 'put', key: 'a', properties: { body: 'x'.repeat(40_000) } }]],
    [
      '101 rows',
      Array.from({ length: 101 }, (_, index) => ({
        kind: 'put' as const,
        key: `k${index}`,
        properties: {},
      })),
    ],
  ] as const)('%s is refused before it gets to the service', async (_what, changes) => {
    await expect(tables.records.write(randomUUID(), changes)).rejects.toThrow(RowRefused);
  });

  test('what two processes do at once is decided one after the other, and once', async () => {
    const organisation = newOrganisation();
    const cast = await smallTrust(storage, organisation);
    const other = storageOn(await place.tables(clock), { clock });
    const here = doorsOver(storage, clock).doors;
    const there = doorsOver(other, clock).doors;
    const nurse = { organisation, person: cast.nurse };

    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        (index % 2 === 0 ? here : there).perform(nurse, {
          verb: 'claim',
          data: { meeting: APRIL_8 },
        }),
      ),
    );
    const kinds = outcomes.map((answer) => answer[0]?.outcome.kind).toSorted(byText);
    expect(kinds).toEqual(['already', 'already', 'already', 'already', 'already', 'done']);
    const { entries, faults } = await storage.auditor.verify(organisation);
    expect(faults).toEqual([]);
    // settings, four imports, one claim
    expect(entries).toBe(6);
  });

  test('a chair and a deputy who decide differently at once leave one outcome', async () => {
    const organisation = newOrganisation();
    const cast = await smallTrust(storage, organisation);
    const { doors } = doorsOver(storage, clock);
    await doors.perform(
      { organisation, person: cast.nurse },
      { verb: 'claim', data: { meeting: APRIL_8 } },
    );
    const claim = claimId(cast.nurse, APRIL_8);
    const [confirmed, queried] = await Promise.all([
      doors.perform(
        { organisation, person: cast.chair },
        { verb: 'confirm', data: { claims: [claim] } },
      ),
      doors.perform(
        { organisation, person: cast.deputy },
        { verb: 'query', data: { claim, reason: 'lets-talk' } },
      ),
    ]);
    expect([confirmed?.[0]?.outcome, queried?.[0]?.outcome]).toEqual([
      { kind: 'done' },
      { kind: 'refused', because: 'already-confirmed' },
    ]);
    expect(await storage.records.waiting(organisation, RACE)).toEqual([]);
    expect((await storage.auditor.verify(organisation)).faults).toEqual([]);
  });

  test('an account is linked once, by its address; another account with it is refused', async () => {
    const organisation = newOrganisation();
    const cast = await smallTrust(storage, organisation);
    const nurse = { organisation, person: cast.nurse };
    const address = 'Aoife.Okafor@pennine-vale.example';
    const found = await storage.directory.byAddress(TENANT, address);
    expect(found).toContainEqual(nurse);

    const link = { tenant: TENANT, address: `${randomUUID()}@pennine-vale.example` };
    await storage.directory.note(organisation, [{ person: cast.nurse, address: link.address }]);
    const objectId = randomUUID();
    expect(await storage.directory.link(nurse, { ...link, objectId })).toBe('linked');
    expect(await storage.directory.link(nurse, { ...link, objectId })).toBe('linked');
    expect(await storage.directory.linked(TENANT, objectId)).toEqual([nurse]);
    expect(await storage.directory.link(nurse, { ...link, objectId: randomUUID() })).toBe('taken');
    expect((await storage.auditor.verify(organisation)).faults).toEqual([]);
  });
});
