import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId } from '../../bot/domain/facts.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { openStorage } from '../../bot/storage/open.ts';
import { StorageAway } from '../../bot/storage/table.ts';
import type { Caller, Files, SentFile } from '../../bot/use-cases/ports.ts';
import { startAzurite } from '../../infra/local/azurite.ts';
import { movableClock, TENANT, ZPV } from '../support/small-trust.ts';

interface Place {
  readonly files: Files;
  close(): Promise<void>;
}

async function onBlobs(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'silver-files-'));
  const azurite = await startAzurite({ folder, forgets: true });
  const config = { kind: 'connection', text: azurite.connection } as const;
  const storage = openStorage(config, { clock: movableClock() });
  await storage.prepare();
  return {
    files: storage.files,
    async close() {
      await azurite.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const places = [
  ['memory', async (): Promise<Place> => ({ files: memoryFiles(), close: async () => undefined })],
  ['the Azure Blob protocol', onBlobs],
] as const;

const person = (n: number): Caller => ({
  organisation: ZPV,
  person: String(n).padStart(32, '0') as PersonId,
});
const file = (more: Partial<SentFile> = {}): SentFile => ({
  id: '0123456789abcdef0123456789abcdef',
  name: 'Zertifikat für “Führung”.pdf',
  type: 'application/pdf',
  size: 4,
  sha256: 'a'.repeat(64),
  at: '2026-04-09T08:30:00.000Z' as SentFile['at'],
  ...more,
});

describe.each(places)('files in %s', (_name, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());

  test('what is put is found, read and listed as it is', async () => {
    const { files } = place;
    const bytes = Uint8Array.of(1, 0, 255, 3);
    expect(await files.find(person(1), file().id)).toBeUndefined();
    await files.put(person(1), file(), bytes);
    expect(await files.find(person(1), file().id)).toEqual(file());
    expect([...((await files.read(person(1), file().id)) ?? [])]).toEqual([...bytes]);
    expect(await files.list(person(1))).toEqual([file()]);
  });

  test('the same file again is one file, sent now', async () => {
    const { files } = place;
    const later = file({ at: '2026-04-10T08:30:00.000Z' as SentFile['at'] });
    await files.put(person(2), file(), Uint8Array.of(1, 2, 3, 4));
    await files.put(person(2), later, Uint8Array.of(1, 2, 3, 4));
    expect(await files.list(person(2))).toEqual([later]);
  });

  test('nobody reaches another person’s or another organisation’s file by its id', async () => {
    const { files } = place;
    await files.put(person(3), file(), Uint8Array.of(1, 2, 3, 4));
    const elsewhere: Caller = { ...person(3), organisation: { tenant: TENANT, code: 'ZZ1' } };
    for (const other of [person(4), elsewhere]) {
      expect(await files.find(other, file().id)).toBeUndefined();
      expect(await files.read(other, file().id)).toBeUndefined();
      expect(await files.list(other)).toEqual([]);
    }
    await expect(files.find(person(4), `../${person(3).person}/${file().id}`)).rejects.toThrow();
  });

  test('what is removed is gone, and gone again is no fault', async () => {
    const { files } = place;
    await files.put(person(5), file(), Uint8Array.of(1, 2, 3, 4));
    await files.remove(person(5), file().id);
    await files.remove(person(5), file().id);
    expect(await files.read(person(5), file().id)).toBeUndefined();
    expect(await files.list(person(5))).toEqual([]);
  });
});

test('blob storage that is away is said to be away', async () => {
  const place = await onBlobs();
  await place.close();
  await expect(place.files.find(person(1), file().id)).rejects.toBeInstanceOf(StorageAway);
});
