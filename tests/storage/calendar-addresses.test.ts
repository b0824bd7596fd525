import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { collect } from '../../bot/storage/table.ts';
import { houseInMemory } from '../support/house.ts';
import { RACE, ZPV } from '../support/small-trust.ts';

const secretOf = (letter: string) => letter.repeat(43);
const follow = (calendar: string, letter: string): Act => ({
  verb: 'follow-calendar',
  data: { calendar, secret: secretOf(letter) },
});
const stop: Act = { verb: 'unfollow-calendar', data: { calendar: 'own' } };

async function followed() {
  const house = await houseInMemory();
  async function does(person: PersonId, act: Act): Promise<string | undefined> {
    const [answer] = await house.doors.perform(house.as(person), act);
    return answer?.outcome.kind;
  }
  /** How many addresses lead to somebody. */
  const leading = async () =>
    (await collect(house.tables.directory.range('feeds', '', '~'))).length;
  return { ...house, does, leading };
}

test('an address that is refused leads nowhere', async () => {
  const { does, leading, cast } = await followed();
  expect(await does(cast.nurse, follow(RACE, 'r'))).toBe('refused');
  expect(await does(cast.edi, follow('own', 'e'))).toBe('refused');
  expect(await leading()).toBe(0);
});

test('an address that was renewed or stopped leads to nobody any more', async () => {
  const { does, leading, cast, doors } = await followed();
  const [first, second] = [follow('own', 'a'), follow('own', 'b')];
  expect(await does(cast.nurse, first)).toBe('done');
  expect(await does(cast.nurse, second)).toBe('done');
  expect(await does(cast.nurse, second)).toBe('already');
  expect(await leading()).toBe(1);
  expect(await doors.followedFeed(secretOf('a'))).toBeUndefined();
  expect(await doors.followedFeed(secretOf('b'))).toBeDefined();
  expect(await does(cast.nurse, stop)).toBe('done');
  expect(await leading()).toBe(0);
  // The one who had it may take it again; an answer that got lost loses nothing.
  expect(await does(cast.nurse, second)).toBe('done');
  expect(await doors.followedFeed(secretOf('b'))).toBeDefined();
});

test('with the organisation goes every address, earlier ones too', async () => {
  const { does, leading, cast, storage } = await followed();
  await does(cast.nurse, follow('own', 'a'));
  await does(cast.nurse, follow('own', 'b'));
  await does(cast.chair, follow(RACE, 'c'));
  await storage.erasures.eraseOrganisation(ZPV, () => undefined);
  expect(await leading()).toBe(0);
});
