import { expect, onTestFinished, test, vi } from 'vitest';
import { BY_NOW } from '../../bot/domain/known.ts';
import { ClockOff } from '../../bot/storage/clock-skew.ts';
import { openStorage, storageOver } from '../../bot/storage/open.ts';
import { StorageAway } from '../../bot/storage/table.ts';
import { doorsOver, houseInMemory } from '../support/house.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { APRIL_8, movableClock, smallTrust, ZPV } from '../support/small-trust.ts';
import { onAzureProtocol } from '../support/storages.ts';

const claim = { verb: 'claim', data: { meeting: APRIL_8 } } as const;

test('an instance that knows its clock to be off records nothing, and moves nobody’s time', async () => {
  const { tables, storage, doors, as, cast, clock } = await houseInMemory();
  const ahead = movableClock('2026-05-09T08:30:00.000Z');
  const off = storageOver(tables, {
    clock: ahead,
    files: memoryFiles(),
    clockIsRight: () => {
      throw new ClockOff(2_592_000);
    },
  });
  const before = await storage.auditor.headAt(ZPV, BY_NOW);
  const tapped = doorsOver(off, ahead).doors.perform(as(cast.nurse), claim);
  await expect(tapped).rejects.toThrow(StorageAway);
  expect(await storage.auditor.headAt(ZPV, BY_NOW)).toEqual(before);
  clock.moveTo('2026-04-09T09:00:00.000Z');
  expect(await doors.perform(as(cast.nurse), claim)).toMatchObject([{ outcome: { kind: 'done' } }]);
  expect(await storage.records.recordedUntil(ZPV)).toBe('2026-04-09T09:00:00.000Z');
});

test('what storage’s own answers say of the clock is asked, without a request of its own', async () => {
  const place = await onAzureProtocol();
  onTestFinished(() => place.close());
  const clock = movableClock();
  const storage = openStorage({ kind: 'connection', text: place.connection ?? '' }, { clock });
  await storage.prepare();
  const cast = await smallTrust(storage);
  const { doors } = doorsOver(storage, clock);
  const caller = { organisation: ZPV, person: cast.nurse };
  const machine = Date.now.bind(Date);
  const moved = vi.spyOn(Date, 'now').mockImplementation(() => machine() + 5 * 60_000);
  await expect(doors.perform(caller, claim)).rejects.toThrow(StorageAway);
  moved.mockRestore();
  expect(await doors.perform(caller, claim)).toMatchObject([{ outcome: { kind: 'done' } }]);
});
