import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import { instantAt, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { ZPV } from '../support/small-trust.ts';

const isBankHoliday = englandsBankHolidays();
// A Friday.
const review = '2026-10-02';

async function trust(owner: 'nurse' | 'nobody' = 'nurse') {
  const house = await houseInMemory();
  const { cast, storage, clock, doors, as } = house;
  const does = async (who: PersonId, act: Act) => {
    const [answer] = await doors.perform(as(who), act);
    if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
  };
  const keep = (day: string, note = '') =>
    does(cast.edi, {
      verb: 'keep-line',
      data: { line: 'B2', ...(owner === 'nurse' ? { owner: cast.nurse } : {}), review: day, note },
    });
  const heard = async (day: string) => {
    clock.moveTo(instantAt(day as PlainDate, '09:30' as PlainTime, 'Europe/London'));
    const names = Object.fromEntries(Object.entries(cast).map(([name, id]) => [id, name]));
    return dueNudges(await factsOfAll({ ...storage, clock, isBankHoliday }, ZPV))
      .filter(({ kind }) => kind === 'line-review')
      .map(({ to, about, step }) => `${names[to]} ${about} ${step}`);
  };
  const remind = async (who: PersonId) =>
    (await doors.reminders(as(who), [`line-review:B2~${review}`])).reminders[0];
  await keep(review);
  return { ...house, does, keep, heard, remind };
}

test('whoever looks after a line hears before its day and after it, then the EDI lead', async () => {
  const { cast, heard, remind } = await trust();
  expect(await heard('2026-09-17')).toEqual([]);
  expect(await heard('2026-09-18')).toEqual([`nurse B2~${review} 1`]);
  expect(await remind(cast.nurse)).toMatchObject({
    due: true,
    lineReview: { line: 'B2', review, owner: true, seesAll: false, next: '2026-10-05' },
  });
  expect(await heard('2026-10-05')).toEqual([`nurse B2~${review} 2`]);
  expect(await heard('2026-10-12')).toEqual([`nurse B2~${review} 2`, `edi B2~${review} support`]);
  expect((await remind(cast.edi))?.lineReview).toMatchObject({ supporting: true, passed: true });
  // Of a line that is nobody's of theirs, nothing is told.
  expect(await remind(cast.chair)).toMatchObject({ due: false });
  expect(await remind(cast.chair)).not.toHaveProperty('lineReview');
});

test('of a line that nobody looks after the EDI lead hears alone', async () => {
  const { heard } = await trust('nobody');
  expect(await heard('2026-09-18')).toEqual([`edi B2~${review} 1`]);
  expect(await heard('2026-10-12')).toEqual([`edi B2~${review} 2`]);
});

test('saying where it stands, or setting another day, quietens it; a note alone does not', async () => {
  const { cast, does, keep, heard, remind } = await trust();
  await heard('2026-09-18');
  await keep(review, 'Drafting.');
  expect(await heard('2026-09-21')).toEqual([`nurse B2~${review} 1`]);
  await does(cast.edi, { verb: 'say-line', data: { line: 'B2', state: 'development-area' } });
  expect(await heard('2026-10-05')).toEqual([]);
  expect(await remind(cast.nurse)).toMatchObject({ due: false });
  await keep('2026-11-06');
  expect(await heard('2026-10-23')).toEqual(['nurse B2~2026-11-06 1']);
  await keep('2027-01-08');
  expect(await heard('2026-11-09')).toEqual([]);
});
