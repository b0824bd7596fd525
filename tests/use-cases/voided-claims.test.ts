import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { attendanceOf } from '../../bot/contract/views.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { Instant, PlainDate } from '../../bot/domain/time.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring, RACE, ZPV } from '../support/small-trust.ts';

const isDone = { kind: 'done' };
const already = { kind: 'already' };
const refused = (because: string) => ({ kind: 'refused', because });
const reason = 'It was another meeting.';

/** The Chief Nurse's 8 April, confirmed by the chair at half past nine on the day after. */
async function confirmedTrust() {
  const house = await houseInMemory();
  const { nurse, chair, edi } = house.cast;
  const does = async (person: PersonId, act: Act) => {
    const [answer] = await house.doors.perform(house.as(person), act);
    return answer?.outcome;
  };
  const claim = claimId(nurse, APRIL_8);
  const voids = (person: PersonId, tap?: string) =>
    does(person, { verb: 'void', data: { claim, reason, tap } });
  const reopens = (person: PersonId, tap?: string) =>
    does(person, { verb: 'reopen', data: { claim, tap } });
  const seen = async () => {
    const shown = await house.doors.progress(house.as(nurse));
    if (shown.kind !== 'shown') throw new Error('their own progress');
    return attendanceOf(shown.view)?.meetings.find(({ id }) => id === APRIL_8)?.state;
  };
  /** The meeting's line in "Who attended what", as somebody sees it. */
  const row = async (person: PersonId, asAt = {}) => {
    const shown = await house.doors.attendance(house.as(person), asAt);
    if (shown.kind !== 'shown') throw new Error('not theirs to see');
    return shown.view.people.find((one) => one.person === nurse)?.meetings[0];
  };
  expect(await does(nurse, { verb: 'claim', data: { meeting: APRIL_8 } })).toEqual(isDone);
  expect(await does(chair, { verb: 'confirm', data: { claims: [claim] } })).toEqual(isDone);
  house.clock.moveTo('2026-04-09T10:30:00.000Z');
  return { ...house, ...house.cast, claim, does, voids, reopens, seen, row, edi };
}

test('what the EDI lead took off the record by mistake they put back within the day, as it was', async () => {
  const trust = await confirmedTrust();
  expect(await trust.voids(trust.edi)).toEqual(isDone);
  expect(await trust.seen()).toBe('voided');
  expect(await trust.reopens(trust.chair)).toEqual(refused('not-yours'));
  expect(await trust.reopens(trust.nurse)).toEqual(refused('own-claim'));
  expect(await trust.reopens(trust.edi, 'tap-1')).toEqual(isDone);
  expect(await trust.seen()).toBe('confirmed');
  expect((await trust.storage.auditor.verify(ZPV)).faults).toEqual([]);
  // Sent again, and pressed again: it stands as it is.
  expect(await trust.reopens(trust.edi, 'tap-1')).toEqual(already);
  expect(await trust.reopens(trust.edi, 'tap-2')).toEqual(already);
  expect(await trust.seen()).toBe('confirmed');
});

test('put back, it is the chair’s decision again, who may still take it back themselves', async () => {
  const trust = await confirmedTrust();
  await trust.voids(trust.edi);
  await trust.reopens(trust.edi);
  expect((await trust.doors.waiting(trust.as(trust.deputy))).decided).toMatchObject([
    { state: 'confirmed', by: 'Leila Kaur' },
  ]);
  expect((await trust.doors.waiting(trust.as(trust.edi))).decided).toEqual([]);
  trust.clock.moveTo('2026-04-10T08:00:00.000Z');
  expect(await trust.reopens(trust.chair)).toEqual(isDone);
  expect(await trust.seen()).toBe('claimed');
});

test('taken off and put back twice, it is still as the chair left it', async () => {
  const trust = await confirmedTrust();
  for (const time of ['2026-04-09T11:00:00.000Z', '2026-04-09T12:00:00.000Z']) {
    trust.clock.moveTo(time);
    expect(await trust.voids(trust.edi)).toEqual(isDone);
    expect(await trust.reopens(trust.edi)).toEqual(isDone);
  }
  trust.clock.moveTo('2026-04-10T08:00:00.000Z');
  expect(await trust.reopens(trust.chair)).toEqual(isDone);
  expect(await trust.seen()).toBe('claimed');
});

test('a day later it is too late, and a cancelled meeting brings nothing back', async () => {
  const late = await confirmedTrust();
  await late.voids(late.edi);
  late.clock.moveTo('2026-04-10T10:30:00.000Z');
  expect(await late.reopens(late.edi)).toEqual(refused('too-late-to-undo'));

  const cancelled = await confirmedTrust();
  await cancelled.voids(cancelled.edi);
  const cancel = { meeting: APRIL_8, reason: 'It did not go ahead.' };
  await cancelled.does(cancelled.chair, { verb: 'cancel-meeting', data: cancel });
  expect(await cancelled.reopens(cancelled.edi)).toEqual(refused('cancelled'));
});

test('who is EDI lead no more puts nothing back', async () => {
  const trust = await confirmedTrust();
  await trust.voids(trust.edi);
  const on = '2025-04-01' as PlainDate;
  const role = { role: 'edi-lead', person: trust.edi, on, to: '2026-04-08' as PlainDate } as const;
  await bring(trust.storage, 'roles', [{ kind: 'role', fact: role }]);
  expect(await trust.reopens(trust.edi)).toEqual(refused('not-your-network'));
});

test('the EDI lead takes off what is confirmed, and is offered to put it back while they may', async () => {
  const trust = await confirmedTrust();
  expect(await trust.row(trust.edi)).toMatchObject({ state: 'confirmed', may: 'void' });
  // The board chair and the network's own see the row, and have nothing to decide.
  expect((await trust.row(trust.boardChair))?.may).toBeUndefined();
  expect((await trust.row(trust.chair))?.may).toBeUndefined();
  const before = { known: '2026-04-09T10:00:00.000Z' as Instant };
  expect((await trust.row(trust.edi, before))?.may).toBeUndefined();

  await trust.voids(trust.edi);
  expect(await trust.row(trust.edi)).toMatchObject({ state: 'voided', may: 'reopen' });
  expect(await trust.row(trust.chair)).toBeUndefined();
  trust.clock.moveTo('2026-04-10T10:30:00.000Z');
  expect(await trust.row(trust.edi)).toMatchObject({ state: 'voided' });
  expect((await trust.row(trust.edi))?.may).toBeUndefined();
});

test('what was taken off can be entered again with its minutes, and counts once they are verified', async () => {
  const trust = await confirmedTrust();
  const enter = (date: string): Act => ({
    verb: 'enter-history',
    data: { what: 'attendance', date, network: RACE, document: 'minutes.docx' },
  });
  expect(await trust.does(trust.nurse, enter('2026-04-08'))).toEqual(refused('claim-instead'));
  await trust.voids(trust.edi);
  trust.clock.moveTo('2026-04-13T08:30:00.000Z');
  const [entered] = await trust.doors.perform(trust.as(trust.nurse), enter('2026-04-08'));
  expect(entered?.outcome).toEqual(isDone);
  const verify: Act = { verb: 'verify-history', data: { entries: [entered?.subject ?? ''] } };
  expect(await trust.does(trust.edi, verify)).toEqual(isDone);
  expect(await trust.doors.progress(trust.as(trust.nurse))).toMatchObject({
    view: {
      commitments: expect.arrayContaining([expect.objectContaining({ done: 1, before: 1 })]),
    },
  });
  // Somebody else's claim on that meeting still stands to be made: it is no history of theirs.
  expect(await trust.does(trust.operating, enter('2026-04-08'))).toEqual(refused('claim-instead'));
});
