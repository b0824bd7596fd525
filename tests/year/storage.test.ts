import { expect, test } from 'vitest';
import { onAzureProtocol } from '../support/storages.ts';
import { brokenLimits } from './limits.ts';
import { liveThrough } from './live.ts';
import { kindOf } from './received.ts';

test('the year’s first days on real storage keep the same limits', async () => {
  const place = await onAzureProtocol();
  try {
    if (place.connection === undefined) throw new Error('no storage');
    const house = await liveThrough(1, {
      ...{ last: '2026-04-14', people: 15 },
      connection: place.connection,
    });
    const alone = house.received.filter(({ unprompted }) => unprompted);
    const heard = alone.flatMap(({ nudges }) => nudges.map(kindOf));
    for (const kind of ['own-goal', 'claims-waiting', 'quarter-paper', 'meeting-unbooked']) {
      expect(heard).toContain(kind);
    }
    expect(brokenLimits(house.received, house.said)).toEqual([]);
    expect(house.faults).toEqual([]);
    await house.close();
  } finally {
    await place.close();
  }
}, 240_000);
