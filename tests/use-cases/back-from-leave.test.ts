import { expect, test } from 'vitest';
import { commitmentsCard } from '../../bot/cards/commitments.ts';
import { progressCard } from '../../bot/cards/progress.ts';
import { attendanceOf } from '../../bot/contract/views.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { viewer } from '../../infra/local/gallery/facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring, JUNE_10, personFacts } from '../support/small-trust.ts';

const words = 'The staff list says that you are away.';

/** The Chief Nurse, away by the list of 1 April. */
async function trust() {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const list = (day: string, away: boolean) => {
    const facts = personFacts(nurse, ['Aoife', 'Okafor'], day as PlainDate).map((one) =>
      one.kind === 'assignment' ? { ...one, fact: { ...one.fact, away } } : one,
    );
    return bring(house.storage, 'roster', facts);
  };
  await list('2026-04-01', true);
  const progress = async (by: PersonId = nurse) => {
    const shown = await house.doors.progress(house.as(by), nurse);
    if (shown.kind !== 'shown') throw new Error('theirs to see');
    const attendance = attendanceOf(shown.view);
    if (attendance === undefined) throw new Error('an executive');
    return { view: shown.view, attendance };
  };
  return { ...house, nurse, list, progress };
}

test('back before the staff list says so, somebody records and answers all the same, and is told whom to tell', async () => {
  const { nurse, doors, as, progress } = await trust();
  const { view, attendance } = await progress();
  expect(attendance.status).toBe('paused');
  expect(JSON.stringify(commitmentsCard(viewer, view))).toContain(words);
  expect(JSON.stringify(progressCard(viewer, view, attendance))).toContain(words);
  for (const act of [
    { verb: 'claim', data: { meeting: APRIL_8 } },
    { verb: 'intend', data: { meeting: JUNE_10, answer: 'will-come' } },
  ] as const) {
    const [answer] = await doors.perform(as(nurse), act);
    expect(answer?.outcome).toEqual({ kind: 'done' });
  }
});

test('that somebody is away by the list is told to them alone: their assistant reads that it is paused', async () => {
  const { cast, progress } = await trust();
  const { view, attendance } = await progress(cast.assistant);
  const card = JSON.stringify(progressCard(viewer, view, attendance));
  expect(card).toContain('You can still record and answer for them.');
  expect(card).not.toMatch(/staff list|away\./);
});

test('the next list that has them back starts it again', async () => {
  const { list, progress } = await trust();
  await list('2026-04-08', false);
  const { view, attendance } = await progress();
  expect(attendance.status).not.toBe('paused');
  expect(JSON.stringify(commitmentsCard(viewer, view))).not.toContain(words);
});
