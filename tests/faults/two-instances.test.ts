import { expect, test } from 'vitest';
import { soak } from '../bench/soak/run.ts';

test('two instances restarted in turn under load: every request is answered, every act kept once', async () => {
  const soaked = await soak({
    ...{ seconds: 10, perSecond: 8, executives: 6, restarts: 2 },
    ...{ people: 30, nudgesPerSecond: 10, rosterRows: 50 },
  });
  // On a machine with no time for storage somebody may be told so; nobody is cut off, or left without
  // an answer. The bench holds the figure to none at all.
  const cut = soaked.load.failed.filter(({ why }) => !why.includes('"storage-away"'));
  expect(cut).toEqual([]);
  expect(soaked).toMatchObject({ restarts: 2, lost: 0, duplicates: 0 });
  expect(soaked.ledgerFaults).toEqual([]);
  expect(soaked.reminders).toEqual({ heard: 30, lost: 0, twice: 0, unknown: 0 });
  // Both took their share, each of them in two lives.
  expect(soaked.load.sent.tap).toBeGreaterThan(8);
  const ended = soaked.log.filter((line) => line.includes('"msg":"stopped"'));
  expect(ended.length).toBeGreaterThanOrEqual(2);
}, 300_000);
