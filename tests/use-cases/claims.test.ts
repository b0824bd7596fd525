import { lineOf } from '../support/silver-line.ts';
import { attendanceOf } from '../../bot/contract/views.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import { houseInMemory } from '../support/house.ts';
import {
  APRIL_8,
  AUGUST_12,
  bring,
  JUNE_10,
  RACE,
  smallTrust,
  TENANT,
  ZPV,
} from '../support/small-trust.ts';

type House = Awaited<ReturnType<typeof houseInMemory>>;

async function outcome(house: House, person: PersonId, act: Act) {
  const [answer] = await house.doors.perform(house.as(person), act);
  return answer?.outcome;
}
const claim = (meeting: string, more = {}): Act => ({ verb: 'claim', data: { meeting, ...more } });
const withdraw = (meeting: string): Act => ({ verb: 'withdraw', data: { meeting } });
const confirm = (id: string, reason?: string): Act => ({
  verb: 'confirm',
  data: { claims: [id], reason },
});
const refused = (because: string) => ({ kind: 'refused', because });

test('a claim is refused kindly where there is nothing to claim', async () => {
  const house = await houseInMemory();
  const { nurse, interim, chair } = house.cast;
  expect(await outcome(house, nurse, claim(JUNE_10))).toEqual(refused('not-yet-held'));
  expect(await outcome(house, nurse, claim('elsewhere'))).toEqual(refused('no-such-meeting'));
  expect(await outcome(house, chair, claim(APRIL_8))).toEqual(refused('not-an-executive-that-day'));
  const elsewhere = claim(APRIL_8, { organisation: 'ZQX' });
  expect(await outcome(house, nurse, elsewhere)).toEqual(refused('other-organisation'));
  house.clock.moveTo('2026-10-01T08:30:00.000Z');
  expect(await outcome(house, nurse, claim(AUGUST_12))).toEqual(refused('not-recorded-here'));
  expect(await outcome(house, interim, claim(APRIL_8))).toEqual(
    refused('not-an-executive-that-day'),
  );
  expect(house.changes).toEqual([]);
});

test('a cancelled meeting is told as cancelled, before and after it would have been', async () => {
  const house = await houseInMemory();
  const frame = await house.storage.records.frame(ZPV);
  const meeting = frame.meetings.find(({ id }) => id === APRIL_8);
  if (meeting === undefined) throw new Error('no meeting');
  const { recordedAt: _, ...said } = meeting;
  house.clock.moveTo('2026-04-09T08:31:00.000Z');
  await bring(house.storage, 'meetings', [{ kind: 'meeting', fact: { ...said, cancelled: true } }]);
  expect(await outcome(house, house.cast.nurse, claim(APRIL_8))).toEqual(refused('cancelled'));
});

test('claiming again changes nothing, withdrawing frees it, claiming anew records it', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  expect(await outcome(house, nurse, claim(APRIL_8))).toEqual({ kind: 'done' });
  expect(await outcome(house, nurse, claim(APRIL_8))).toEqual({ kind: 'already' });
  expect(await outcome(house, nurse, withdraw(APRIL_8))).toEqual({ kind: 'done' });
  expect(await house.storage.records.waiting(ZPV, RACE)).toEqual([]);
  expect(await outcome(house, nurse, withdraw(APRIL_8))).toEqual({ kind: 'already' });
  expect(await outcome(house, nurse, claim(APRIL_8))).toEqual({ kind: 'done' });
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('the same tap sent again after an undo does not claim again', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const tapped = claim(APRIL_8, { tap: 'tap-1' });
  expect(await outcome(house, nurse, tapped)).toEqual({ kind: 'done' });
  expect(await outcome(house, nurse, withdraw(APRIL_8))).toEqual({ kind: 'done' });
  expect(await outcome(house, nurse, tapped)).toEqual({ kind: 'already' });
  expect(await house.storage.records.waiting(ZPV, RACE)).toEqual([]);
});

test('nobody confirms their own, and nobody of another network', async () => {
  const house = await houseInMemory();
  const { nurse, chair, operating } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  const id = claimId(nurse, APRIL_8);
  expect(await outcome(house, nurse, confirm(id))).toEqual(refused('own-claim'));
  expect(await outcome(house, operating, confirm(id))).toEqual(refused('not-your-network'));
  expect(await outcome(house, chair, confirm(id))).toEqual({ kind: 'done' });
  expect(await outcome(house, chair, confirm(id))).toEqual({ kind: 'already' });
});

test('an assistant claims for their executive, and it says so', async () => {
  const house = await houseInMemory();
  const { assistant, nurse, operating } = house.cast;
  expect(await outcome(house, assistant, claim(APRIL_8, { for: nurse }))).toEqual({ kind: 'done' });
  expect(await outcome(house, assistant, claim(APRIL_8, { for: operating }))).toEqual(
    refused('not-yours'),
  );
  const waiting = await house.doors.waiting(house.as(house.cast.deputy));
  expect(waiting.waiting).toMatchObject([{ name: 'Aoife Okafor', onBehalf: true }]);
});

test('a queried claim goes back to the executive, who says it again or takes it back', async () => {
  const house = await houseInMemory();
  const { nurse, deputy } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  const id = claimId(nurse, APRIL_8);
  const query: Act = { verb: 'query', data: { claim: id, reason: 'different-meeting' } };
  expect(await outcome(house, deputy, query)).toEqual({ kind: 'done' });
  const progress = await house.doors.progress(house.as(nurse));
  const meetings = progress.kind === 'shown' ? attendanceOf(progress.view)?.meetings : [];
  expect(meetings?.find((meeting) => meeting.id === APRIL_8)).toMatchObject({
    state: 'queried',
    reason: 'different-meeting',
    may: ['claim', 'withdraw'],
  });
  expect(await outcome(house, deputy, confirm(id))).toEqual(refused('not-waiting'));
  expect(await outcome(house, nurse, claim(APRIL_8))).toEqual({ kind: 'done' });
  expect(await outcome(house, deputy, confirm(id))).toEqual({ kind: 'done' });
});

test('a decision is taken back by whoever made it, within a day', async () => {
  const house = await houseInMemory();
  const { nurse, chair, deputy } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  const id = claimId(nurse, APRIL_8);
  const reopen: Act = { verb: 'reopen', data: { claim: id } };
  await outcome(house, chair, confirm(id));
  expect(await outcome(house, deputy, reopen)).toEqual(refused('not-yours'));
  expect(await outcome(house, chair, reopen)).toEqual({ kind: 'done' });
  await outcome(house, chair, confirm(id));
  house.clock.moveTo('2026-04-10T08:31:00.000Z');
  expect(await outcome(house, chair, reopen)).toEqual(refused('too-late-to-undo'));
});

test('after 15 working days the EDI lead may confirm, with a reason', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  const id = claimId(nurse, APRIL_8);
  expect(await outcome(house, edi, confirm(id, 'Seen'))).toEqual(refused('not-your-network'));
  // Claimed on Thursday 9 April; 30 April is the fifteenth working day after it.
  house.clock.moveTo('2026-04-29T08:30:00.000Z');
  expect(await outcome(house, edi, confirm(id, 'Seen'))).toEqual(refused('not-your-network'));
  house.clock.moveTo('2026-04-30T08:30:00.000Z');
  expect(await outcome(house, edi, confirm(id))).toEqual(refused('reason-needed'));
  expect((await house.doors.waiting(house.as(edi))).waiting).toMatchObject([{ needsReason: true }]);
  expect(await outcome(house, edi, confirm(id, 'On the attendance list'))).toEqual({
    kind: 'done',
  });
});

test("where the EDI sponsor's own claim has come to nobody else, the EDI lead decides", async () => {
  const house = await houseInMemory();
  const { sponsor, edi } = house.cast;
  await outcome(house, sponsor, claim(APRIL_8));
  house.clock.moveTo('2026-05-20T08:30:00.000Z');
  const id = claimId(sponsor, APRIL_8);
  expect(await outcome(house, sponsor, confirm(id, 'Mine'))).toEqual(refused('own-claim'));
  expect(await outcome(house, edi, confirm(id, 'On the list'))).toEqual({ kind: 'done' });
});

test('a role that ended yesterday confirms nothing today', async () => {
  const house = await houseInMemory();
  const { nurse, deputy } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  house.clock.moveTo('2026-04-09T09:00:00.000Z');
  await bring(house.storage, 'roles', [
    {
      kind: 'role',
      fact: {
        role: 'network-deputy',
        person: deputy,
        network: RACE,
        on: '2025-04-01' as never,
        to: '2026-04-08' as never,
      },
    },
  ]);
  expect(await outcome(house, deputy, confirm(claimId(nurse, APRIL_8)))).toEqual(
    refused('not-your-network'),
  );
});

test("last year's meeting can be claimed until 30 April, and no longer", async () => {
  const house = await houseInMemory('2027-04-30T08:30:00.000Z');
  const meeting = 'race-equality-network-2027-02-10-1200';
  expect(await outcome(house, house.cast.nurse, claim(meeting))).toEqual({ kind: 'done' });
  await outcome(house, house.cast.nurse, withdraw(meeting));
  house.clock.moveTo('2027-05-01T08:30:00.000Z');
  expect(await outcome(house, house.cast.nurse, claim(meeting))).toEqual(refused('year-closed'));
});

test('a figure as known before a late confirmation stays as it was', async () => {
  const house = await houseInMemory();
  const { nurse, deputy, edi } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  house.clock.moveTo('2026-05-05T08:30:00.000Z');
  const known = house.clock.now();
  house.clock.moveTo('2026-06-01T08:30:00.000Z');
  await outcome(house, deputy, confirm(claimId(nurse, APRIL_8)));
  const on = '2026-04-30' as never;
  const line = async (asAt: object) => {
    const silver = await house.doors.silver(house.as(edi), { on, ...asAt });
    return lineOf(silver, 'S4')?.n;
  };
  expect(await line({})).toBe(1);
  expect(await line({ known })).toBe(0);
});

test('whatever is asked in whatever order, the records add up', async () => {
  const acts = fc.array(
    fc.record({
      who: fc.constantFrom('nurse', 'operating', 'chair', 'deputy', 'assistant', 'edi'),
      whose: fc.constantFrom('nurse', 'operating'),
      verb: fc.constantFrom('claim', 'withdraw', 'confirm', 'query', 'reopen'),
    }),
    { maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (asked) => {
      const house = await houseInMemory();
      await Promise.all(
        asked.map(({ who, whose, verb }) => {
          const owner = house.cast[whose as 'nurse'];
          const id = claimId(owner, APRIL_8);
          const act: Act =
            verb === 'claim' || verb === 'withdraw'
              ? { verb, data: { meeting: APRIL_8, ...(who === 'assistant' ? { for: owner } : {}) } }
              : verb === 'confirm'
                ? confirm(id)
                : verb === 'query'
                  ? { verb, data: { claim: id, reason: 'lets-talk' } }
                  : { verb: 'reopen', data: { claim: id } };
          return house.doors.perform(house.as(house.cast[who as 'nurse']), act);
        }),
      );
      expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
      for (const person of ['nurse', 'operating'] as const) {
        const found = await house.storage.records.person(ZPV, house.cast[person]);
        for (const { moves } of found?.person.claims ?? []) {
          const confirmers = moves.filter(({ to }) => to === 'confirmed').map(({ by }) => by);
          expect(
            confirmers.every((by) => by === house.cast.chair || by === house.cast.deputy),
          ).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('nothing of one organisation is reached from another', async () => {
  const house = await houseInMemory();
  const other = { tenant: TENANT, code: 'ZQX' };
  const theirs = await smallTrust(house.storage, other);
  await outcome(house, house.cast.nurse, claim(APRIL_8));
  const stranger = { organisation: other, person: theirs.deputy };
  const confirming = confirm(claimId(house.cast.nurse, APRIL_8));
  expect(await house.doors.perform(stranger, confirming)).toMatchObject([
    { outcome: refused('no-such-claim') },
  ]);
  expect((await house.doors.waiting(stranger)).waiting).toEqual([]);
  const stolen = { organisation: other, person: house.cast.nurse };
  expect((await house.doors.progress(stolen)).kind).toBe('refused');
});

test('whoever is no executive any more changes nothing of what stands, nor does their assistant', async () => {
  const house = await houseInMemory();
  const { operating, deputy, edi } = house.cast;
  await outcome(house, operating, claim(APRIL_8));
  await outcome(house, deputy, confirm(claimId(operating, APRIL_8)));
  house.clock.moveTo('2026-10-01T08:30:00.000Z');
  expect(await outcome(house, operating, withdraw(APRIL_8))).toEqual(refused('not-an-executive'));
  expect(await outcome(house, operating, claim(JUNE_10))).toEqual(refused('not-an-executive'));
  const attendance = await house.doors.attendance(house.as(edi), { on: '2026-08-31' as never });
  expect(attendance).toMatchObject({
    view: { people: expect.arrayContaining([expect.objectContaining({ confirmed: 1 })]) },
  });
});

test('what can no longer be recorded can no longer be taken back', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  house.clock.moveTo('2027-05-01T08:30:00.000Z');
  expect(await outcome(house, nurse, withdraw(APRIL_8))).toEqual(refused('year-closed'));
});

test('one tap is one act: with another meeting or another verb it is refused', async () => {
  const house = await houseInMemory('2026-06-11T08:30:00.000Z');
  const { nurse } = house.cast;
  const tap = { tap: 'tap-1' };
  expect(await outcome(house, nurse, claim(APRIL_8, tap))).toEqual({ kind: 'done' });
  expect(await outcome(house, nurse, claim(JUNE_10, tap))).toEqual(refused('tap-used-before'));
  const taken: Act = { verb: 'withdraw', data: { meeting: APRIL_8, ...tap } };
  expect(await outcome(house, nurse, taken)).toEqual(refused('tap-used-before'));
});

test('a claim that still waits is not taken out, and nobody reopens what they did not decide', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  const id = claimId(nurse, APRIL_8);
  const taken: Act = { verb: 'void', data: { claim: id, reason: 'Another meeting' } };
  expect(await outcome(house, edi, taken)).toEqual(refused('still-waiting'));
  const reopen: Act = { verb: 'reopen', data: { claim: id } };
  expect(await outcome(house, edi, reopen)).toEqual(refused('not-yours'));
});

test('the deputy sees what the chair decided, and who came to their own network', async () => {
  const house = await houseInMemory();
  const { nurse, chair, deputy } = house.cast;
  await outcome(house, nurse, claim(APRIL_8));
  await outcome(house, chair, confirm(claimId(nurse, APRIL_8)));
  expect((await house.doors.waiting(house.as(deputy))).decided).toMatchObject([
    { name: 'Aoife Okafor', state: 'confirmed', by: 'Leila Kaur', mayReopen: false },
  ]);
  const attendance = await house.doors.attendance(house.as(deputy), {});
  expect(attendance).toMatchObject({ view: { people: [{ name: 'Aoife Okafor', confirmed: 1 }] } });
  expect((await house.doors.attendance(house.as(nurse), {})).kind).toBe('refused');
});

test("a chair sees nothing of another network's meetings", async () => {
  const house = await houseInMemory();
  const { nurse, chair } = house.cast;
  const elsewhere = 'disability-and-wellbeing-network-2026-04-07-1200';
  expect(await outcome(house, nurse, claim(elsewhere))).toEqual({ kind: 'done' });
  const attendance = await house.doors.attendance(house.as(chair), {});
  expect(attendance).toMatchObject({ view: { people: [] } });
});

test('of a meeting kept for members an executive is told the day alone', async () => {
  const house = await houseInMemory();
  const frame = await house.storage.records.frame(ZPV);
  const meeting = frame.meetings.find(({ id }) => id === AUGUST_12);
  if (meeting === undefined) throw new Error('no meeting');
  const { recordedAt: _, ...said } = meeting;
  const joinLink = 'https://teams.microsoft.com/l/meetup-join/members';
  await bring(house.storage, 'meetings', [
    { kind: 'meeting', fact: { ...said, joinLink, title: 'A safe space', location: 'Room 2' } },
  ]);
  const progress = JSON.stringify(await house.doors.progress(house.as(house.cast.nurse)));
  expect(progress).toContain('"state":"members-only"');
  for (const told of [joinLink, 'A safe space', 'Room 2']) expect(progress).not.toContain(told);
});
