import { expect, test } from 'vitest';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, JUNE_10 } from '../support/small-trust.ts';

test('one meeting that fits is one act, done through the same door as a button', async () => {
  const { doors, as, cast } = await houseInMemory();
  const nurse = as(cast.nurse);
  const heard = await doors.hear(nurse, 'I went to the Race Equality Network on 8 April');
  expect(heard).toEqual({
    kind: 'act',
    act: { verb: 'claim', data: { organisation: 'ZPV', meeting: APRIL_8 } },
  });
  if (heard.kind !== 'act') throw new Error('an act');
  expect(await doors.perform(nurse, heard.act)).toMatchObject([{ outcome: { kind: 'done' } }]);
});

test('an assistant’s “I can’t come” is said for their executive', async () => {
  const { doors, as, cast } = await houseInMemory();
  expect(await doors.hear(as(cast.assistant), 'Aoife can’t come on 10 June')).toEqual({
    kind: 'act',
    act: {
      verb: 'intend',
      data: { organisation: 'ZPV', meeting: JUNE_10, for: cast.nurse, answer: 'cannot-come' },
    },
  });
});

test.each([
  ['I went on 31 April', 'no-such-day'],
  ['I went on 8 April and on 10 June', 'two-dates'],
  ['I went to the Pride network on 8 April', 'no-such-network'],
  ['I went to the Race Equality Network on 3 April', 'no-meeting-then'],
])('“%s” is answered with why not, and the meetings that are known', async (text, because) => {
  const { doors, as, cast } = await houseInMemory();
  const heard = await doors.hear(as(cast.nurse), text);
  expect(heard).toMatchObject({ kind: 'none', because });
  expect(heard.kind === 'none' ? heard.knows.map(({ id }) => id) : []).toContain(APRIL_8);
});

test('several that fit are offered to choose from, each with its own act', async () => {
  const { doors, as, cast } = await houseInMemory();
  const heard = await doors.hear(as(cast.nurse), 'I went to a network meeting this week');
  expect(heard).toMatchObject({ kind: 'choose' });
  expect(heard.kind === 'choose' ? heard.choices.map(({ act }) => act.verb) : []).toEqual([
    'claim',
    'claim',
  ]);
});

test('a network is answered by its own name, however it was typed', async () => {
  const { doors, as, cast } = await houseInMemory();
  const heard = await doors.hear(as(cast.nurse), 'I went to the race equalty network in May');
  expect(heard).toMatchObject({ kind: 'none', heard: 'May', networks: ['Race Equality Network'] });
});

test('“I’ll come” of a meeting that was held offers what can still be done about it', async () => {
  const { doors, as, cast } = await houseInMemory();
  const held = { kind: 'about', meetings: [APRIL_8], why: 'over' };
  expect(await doors.hear(as(cast.nurse), 'don’t take me off 8 April')).toMatchObject(held);
  expect(await doors.hear(as(cast.nurse), 'I will come on 8 April')).toMatchObject(held);
});

test('a day without a meeting shows the meetings that come next, and none that is past', async () => {
  const { doors, as, cast } = await houseInMemory();
  const heard = await doors.hear(as(cast.nurse), 'I’ll be there on Wednesday');
  expect(heard).toMatchObject({ kind: 'none', because: 'no-meeting-then', ahead: true });
  const dates = heard.kind === 'none' ? heard.knows.map(({ date }) => date) : [];
  expect(dates).toEqual(['2026-06-10', '2026-10-14', '2026-12-09', '2027-02-10']);
});

test('“Gareth and I went” records the speaker’s alone, and says so', async () => {
  const { doors, as, cast } = await houseInMemory();
  const nurse = as(cast.nurse);
  const heard = await doors.hear(nurse, 'Gareth and I went yesterday');
  if (heard.kind !== 'act') throw new Error(heard.kind);
  expect(heard).toMatchObject({ isTogether: true, act: { verb: 'claim' } });
  expect(heard.act.data).not.toHaveProperty('for');
  await doors.perform(nurse, heard.act);
  const gareth = await doors.progress(as(cast.operating));
  expect(JSON.stringify(gareth)).not.toContain('"claimed"');
});
