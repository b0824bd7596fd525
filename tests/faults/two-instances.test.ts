import { expect, test } from 'vitest';
import { soak } from '../bench/soak/run.ts';

test('two instances restarted in turn under load: every request is answered, every act kept once', async () => {
  const soaked = await soak({
    ...{ seconds: 10, perSecond: 8, executives: 6, restarts: 2 },
    ...{ people: 30, nudgesPerSecond: 10, rosterRows: 50 },
  });
  expect(soaked.load.failed).toEqual([]);
  expect(soaked).toMatchObject({ restarts: 2, imported: true, lost: 0, duplicates: 0 });
  expect(soaked.ledgerFaults).toEqual([]);
  expect(soaked.reminders).toEqual({ heard: 30, lost: 0, twice: 0, unknown: 0 });
  // Both took their share, each of them in two lives.
  expect(soaked.load.sent.tap).toBeGreaterThan(8);
  const ended = soaked.log.filter((line) => line.includes('"msg":"stopped"'));
  expect(ended.length).toBeGreaterThanOrEqual(2);
}, 300_000);
