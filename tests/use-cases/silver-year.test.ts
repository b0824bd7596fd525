import { expect, test } from 'vitest';
import { silverYearSchema, type SilverYear } from '../../bot/contract/silver-year.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import type { AsAt } from '../../bot/use-cases/doors.ts';
import { groupedTrust } from '../support/grouped-trust.ts';
import { APRIL_8 } from '../support/small-trust.ts';

const day = (text: string) => text as PlainDate;
type Trust = Awaited<ReturnType<typeof groupedTrust>>;

async function yearOf(house: Trust, who: PersonId, asAt: AsAt = {}): Promise<SilverYear> {
  const shown = await house.doors.silverYear(house.as(who), asAt);
  if (shown.kind !== 'shown') throw new Error(shown.because);
  return shown.view;
}

test('each line has the ends of the year’s months, and the day itself', async () => {
  const house = await groupedTrust();
  house.clock.moveTo('2026-07-15T09:00:00.000Z');
  const view = await yearOf(house, house.cast.edi);
  expect(silverYearSchema.parse(view)).toEqual(view);
  expect(view.year).toEqual({ start: '2026-04-01', end: '2027-03-31' });
  for (const { points } of view.lines) {
    expect(points.map(({ on }) => on)).toEqual([
      ...['2026-04-30', '2026-05-31', '2026-06-30', '2026-07-15'],
    ]);
  }
  const end = await yearOf(house, house.cast.edi, { on: day('2026-06-30') });
  expect(end.lines[0]?.points.map(({ on }) => on)).toEqual([
    ...['2026-04-30', '2026-05-31', '2026-06-30'],
  ]);
});

test('every point is the figure of its day, as the page of that day has it', async () => {
  const house = await groupedTrust();
  const { cast, doors, as } = house;
  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  const claims = [`${cast.nurse}~${APRIL_8}`];
  await doors.perform(as(cast.chair), { verb: 'confirm', data: { claims } });
  house.clock.moveTo('2026-05-10T09:00:00.000Z');
  await house.agree(await house.join('Medicine', 3));
  house.clock.moveTo('2026-06-15T09:00:00.000Z');
  const { lines } = await yearOf(house, cast.edi);
  for (const { code, points } of lines) {
    for (const { on, n, of, ready } of points) {
      const shown = await doors.silver(as(cast.edi), { on: day(on) });
      const line =
        shown.kind === 'shown' ? shown.view.lines.find((each) => each.code === code) : undefined;
      expect(line, `${code} on ${on}`).toMatchObject({ n, of, ready });
    }
  }
  const goals = lines.find(({ code }) => code === 'S2')?.points.map(({ n }) => n);
  expect(goals).toEqual([0, 3, 3]);
});

test('as known at an earlier day, what was recorded later is not in it', async () => {
  const house = await groupedTrust();
  const leaders = await house.join('Medicine', 3);
  const then = house.clock.now();
  house.clock.moveTo('2026-04-20T09:00:00.000Z');
  await house.agree(leaders);
  house.clock.moveTo('2026-06-01T09:00:00.000Z');
  const goals = async (asAt: AsAt) =>
    (await yearOf(house, house.cast.edi, asAt)).lines
      .find(({ code }) => code === 'S2')
      ?.points.map(({ n }) => n);
  expect(await goals({ on: day('2026-05-31') })).toEqual([3, 3]);
  expect(await goals({ on: day('2026-05-31'), known: then })).toEqual([0, 0]);
});

test('executives and network chairs see the five headlines through the year', async () => {
  const house = await groupedTrust();
  for (const who of [house.cast.nurse, house.cast.chair]) {
    const { lines } = await yearOf(house, who);
    expect(lines.map(({ code }) => code)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
  }
  expect(await house.doors.silverYear(house.as(house.cast.deputy), {})).toMatchObject({
    kind: 'refused',
  });
});

test('S4 says what it needs by the year’s end: meetings, those that wait for a chair, and the dates left', async () => {
  const house = await groupedTrust();
  const { cast, doors, as } = house;
  const ahead = async (who: PersonId) => {
    const shown = await doors.silver(as(who), {});
    return shown.kind === 'shown'
      ? shown.view.lines.find(({ code }) => code === 'S4')?.ahead
      : undefined;
  };
  const left = ['2026-06-10', '2026-10-14', '2026-12-09', '2027-02-10'];
  const open = { by: '2027-03-31', more: 4, waiting: 0, left };
  expect(await ahead(cast.edi)).toEqual({ ...open, network: 'Race Equality Network' });
  await doors.perform(as(cast.nurse), { verb: 'claim', data: { meeting: APRIL_8 } });
  await doors.perform(as(cast.operating), { verb: 'claim', data: { meeting: APRIL_8 } });
  expect(await ahead(cast.nurse)).toEqual({ ...open, waiting: 1 });
  const claims = [`${cast.nurse}~${APRIL_8}`];
  await doors.perform(as(cast.chair), { verb: 'confirm', data: { claims } });
  expect(await ahead(cast.chair)).toEqual({ ...open, more: 3 });
});
