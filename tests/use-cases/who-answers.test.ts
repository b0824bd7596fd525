import { expect, test } from 'vitest';
import { claimCard } from '../../bot/cards/attendance.ts';
import { commitmentsCard } from '../../bot/cards/commitments.ts';
import type { Act } from '../../bot/contract/acts.ts';
import { attendanceOf } from '../../bot/contract/views.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import { viewer } from '../../infra/local/gallery/facts.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring, JUNE_10, RACE } from '../support/small-trust.ts';
import { nextStep, standing, stateWords } from '../../tab/words.ts';

const elsewhere = 'disability-and-wellbeing-network-2026-04-07-1200';
const from = '2025-04-01' as PlainDate;

async function trust() {
  const house = await houseInMemory('2026-06-11T08:30:00.000Z');
  const { nurse } = house.cast;
  const does = async (who: PersonId, act: Act) => {
    const [answer] = await house.doors.perform(house.as(who), act);
    expect(answer?.outcome).toEqual({ kind: 'done' });
  };
  const claims = (meeting: string) => does(nurse, { verb: 'claim', data: { meeting } });
  const asks = (who: PersonId) =>
    does(who, {
      verb: 'query',
      data: { claim: claimId(nurse, APRIL_8), reason: 'lets-talk' },
    });
  const progress = async () => {
    const shown = await house.doors.progress(house.as(nurse));
    if (shown.kind !== 'shown') throw new Error('their own progress');
    const attendance = attendanceOf(shown.view);
    if (attendance === undefined) throw new Error('an executive');
    const meeting = (id: string) => {
      const found = attendance.meetings.find((one) => one.id === id);
      if (found === undefined) throw new Error('no such meeting');
      return found;
    };
    return { view: shown.view, attendance, meeting };
  };
  const endRoles = (to: string, ...ended: ('network-chair' | 'network-deputy')[]) =>
    bring(
      house.storage,
      'roles',
      ended.map((role) => {
        const person = role === 'network-chair' ? house.cast.chair : house.cast.deputy;
        const fact = { role, person, network: RACE, on: from, to: to as PlainDate };
        return { kind: 'role', fact };
      }),
    );
  return { ...house, does, claims, asks, progress, endRoles };
}

test('each meeting says whose answer it waits for, whatever another waits for', async () => {
  const { claims, progress, endRoles } = await trust();
  await endRoles('2026-06-10', 'network-chair', 'network-deputy');
  await claims(APRIL_8);
  const before = await progress();
  // Not claimed yet: whom it would go to.
  expect(before.meeting(JUNE_10)).toMatchObject({ state: 'not-recorded', awaits: 'edi-lead' });
  await claims(elsewhere);
  const { view, meeting } = await progress();
  expect(meeting(APRIL_8)).toMatchObject({ state: 'claimed', awaits: 'edi-lead' });
  expect(stateWords(meeting(APRIL_8))).toBe('With the EDI lead');
  const card = JSON.stringify(claimCard(viewer, view, APRIL_8));
  expect(card).toContain('The EDI lead will confirm it.');
});

test('waiting with one role, it is named; with several, none is', async () => {
  const { claims, progress, clock } = await trust();
  await claims(APRIL_8);
  // Sixteen working days on, the first is for the EDI lead, and one claimed today for the chair.
  clock.moveTo('2026-07-03T08:30:00.000Z');
  expect((await progress()).attendance.awaits).toBe('edi-lead');
  await claims(JUNE_10);
  const { attendance, meeting } = await progress();
  expect(meeting(APRIL_8).awaits).toBe('edi-lead');
  expect(meeting(JUNE_10).awaits).toBe('network-chair');
  expect(attendance.awaits).toBeUndefined();
  expect(standing(attendance, { self: true })).toContain('2 wait to be confirmed.');
});

test('who asked is told by their role: the deputy', async () => {
  const { cast, claims, asks, progress } = await trust();
  await claims(APRIL_8);
  await asks(cast.deputy);
  const { view, meeting } = await progress();
  expect(meeting(APRIL_8)).toMatchObject({ reason: 'lets-talk', askedBy: 'network-deputy' });
  expect(nextStep.queried(meeting(APRIL_8))).toBe("The deputy asks: “let's talk”");
  const card = JSON.stringify(claimCard(viewer, view, APRIL_8));
  expect(card).toContain('The deputy would like a word about it.');
  expect(card).not.toMatch(/the chair/i);
  expect(JSON.stringify(commitmentsCard(viewer, view))).toContain('The deputy asks: “let’s talk”');
});

test('the EDI lead who asked in the chair’s place is named, and stays so once the role has ended', async () => {
  const { cast, storage, claims, asks, progress, endRoles, clock } = await trust();
  await endRoles('2026-06-10', 'network-chair', 'network-deputy');
  await claims(APRIL_8);
  await asks(cast.edi);
  expect((await progress()).meeting(APRIL_8).askedBy).toBe('edi-lead');
  clock.moveTo('2026-06-15T08:30:00.000Z');
  const fact = {
    role: 'edi-lead',
    person: cast.edi,
    on: from,
    to: '2026-06-12' as PlainDate,
  } as const;
  await bring(storage, 'roles', [{ kind: 'role', fact }]);
  expect((await progress()).meeting(APRIL_8).askedBy).toBe('edi-lead');
});
