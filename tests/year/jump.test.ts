import { expect, test } from 'vitest';
import { londonMoment, londonWall } from './calendar.ts';
import { yearHouse } from './house.ts';
import { brokenLimits } from './limits.ts';

const leaders = ['aoife.okafor', 'leila.kaur', 'meera.entwistle', 'zainab.khan', 'meera.schofield'];

test('a clock that jumps a month ahead catches up one a day, and tells no news that is old', async () => {
  const house = await yearHouse(londonMoment('2026-04-09', '08:30'));
  try {
    for (const name of leaders) await house.install(house.account(name));
    const aoife = house.account('aoife.okafor');
    const meeting = 'race-equality-network-2026-04-08-1200';
    await house.does(aoife, 'claim', { meeting });
    await house.moveTo(londonMoment('2026-04-10', '10:30'));

    const before = house.received.length;
    for (const day of ['11', '12', '13', '14', '15', '16', '18', '19']) {
      await house.moveTo(londonMoment(`2026-05-${day}`, '09:00'));
      await house.moveTo(londonMoment(`2026-05-${day}`, '16:59'));
    }
    const since = house.received.slice(before);
    const first = since.filter(({ at }) => londonWall(at).day === '2026-05-11');
    expect(first.map(({ to }) => to).toSorted()).toEqual(
      leaders.map((name) => house.account(name).email).toSorted(),
    );
    expect(brokenLimits(house.received, house.said)).toEqual([]);
    // That meeting has been.
    expect(since.flatMap(({ nudges }) => nudges).join(' ')).not.toContain('2026-04-21');
    expect(house.faults).toEqual([]);
  } finally {
    await house.close();
  }
}, 60_000);
