import { expect, test } from 'vitest';
import type { PlainDate } from '../../bot/domain/time.ts';
import { bring, ZPV } from '../support/small-trust.ts';
import { mentoringHouse } from './mentoring-house.ts';

const done = { kind: 'done' };
const already = { kind: 'already' };
const refused = (because: string) => ({ kind: 'refused', because });

test('the mentor is asked first; the director hears only after that yes', async () => {
  const house = await mentoringHouse();
  const pair = await house.propose();
  expect(await house.sees('nurse')).toEqual([]);
  expect(await house.does('nurse', 'accept-pair', pair)).toEqual(refused('no-such-pair'));
  expect(await house.sees('chair')).toMatchObject([
    {
      id: pair,
      side: 'mentor',
      with: 'Aoife Okafor',
      state: 'asked',
      time: '1 hour a month',
      supporter: 'Rosalind Yilmaz',
      may: ['accept', 'decline', 'end'],
    },
  ]);
  expect(await house.does('chair', 'accept-pair', pair)).toEqual(done);
  expect(await house.does('chair', 'accept-pair', pair)).toEqual(already);
  expect(await house.sees('chair')).toMatchObject([{ state: 'waiting' }]);
  const [asked] = await house.sees('nurse');
  expect(asked).toMatchObject({ side: 'director', with: 'Leila Kaur', state: 'asked' });
  // Whom the mentor may turn to is the mentor's.
  expect(asked).not.toHaveProperty('supporter');
  expect(await house.does('nurse', 'accept-pair', pair)).toEqual(done);
  for (const who of ['chair', 'nurse'] as const) {
    expect(await house.sees(who)).toMatchObject([{ state: 'matched' }]);
  }
});

test('a mentor says no: nobody hears but the programme lead, and it can be taken back for a day', async () => {
  const house = await mentoringHouse();
  const pair = await house.propose();
  expect(await house.does('chair', 'decline-pair', pair)).toEqual(done);
  expect(await house.sees('nurse')).toEqual([]);
  expect(await house.does('nurse', 'accept-pair', pair)).toEqual(refused('no-such-pair'));
  expect(await house.doors.programme(house.as(house.cast.edi))).toMatchObject({
    view: { pairs: [{ mentor: 'Leila Kaur', state: 'mentor-declined' }] },
  });
  expect(await house.sees('chair')).toMatchObject([{ state: 'not-going-ahead', may: ['accept'] }]);
  house.clock.moveTo('2026-04-10T08:31:00.000Z');
  expect(await house.does('chair', 'accept-pair', pair)).toEqual(refused('not-open-any-more'));
  const again = await house.propose();
  expect(again).not.toBe(pair);
});

test('a yes can become a no while nobody has answered it', async () => {
  const house = await mentoringHouse();
  const pair = await house.propose();
  await house.does('chair', 'accept-pair', pair);
  expect(await house.does('chair', 'decline-pair', pair)).toEqual(done);
  expect(await house.sees('nurse')).toEqual([]);
  await house.does('chair', 'accept-pair', pair);
  await house.does('nurse', 'accept-pair', pair);
  expect(await house.does('chair', 'decline-pair', pair)).toEqual(refused('not-open-any-more'));
  expect(await house.does('nurse', 'decline-pair', pair)).toEqual(done);
  expect(await house.sees('chair')).toMatchObject([{ state: 'not-going-ahead', may: [] }]);
});

test('both say “we met”, and only then does it count', async () => {
  const house = await mentoringHouse();
  const pair = await house.matched();
  house.clock.moveTo('2026-05-07T08:30:00.000Z');
  expect(await house.met('chair', pair, '2026-05-06')).toEqual(done);
  expect(await house.met('chair', pair, '2026-05-06')).toEqual(already);
  expect(await house.sees('nurse')).toMatchObject([
    { state: 'matched', sessions: [{ date: '2026-05-06', said: 'other' }] },
  ]);
  expect(await house.commitment('nurse')).toMatchObject({ status: 'to-do', done: 0, needed: 1 });
  expect(await house.met('nurse', pair, '2026-05-06')).toEqual(done);
  expect(await house.sees('nurse')).toMatchObject([
    { state: 'active', sessions: [{ date: '2026-05-06', said: 'both' }] },
  ]);
  expect(await house.commitment('nurse')).toMatchObject({
    status: 'met',
    done: 1,
    needed: 0,
    last: { date: '2026-05-06', until: '2029-05-05' },
    lapsing: false,
    why: { line: 'S3.b', ours: false },
  });
  expect(await house.notMet('chair', pair, '2026-05-06')).toEqual(done);
  expect(await house.commitment('nurse')).toMatchObject({ status: 'to-do' });
  expect(await house.sees('nurse')).toMatchObject([
    { state: 'matched', sessions: [{ date: '2026-05-06', said: 'me' }] },
  ]);
});

test('a session in the future, or before the pair existed, is refused kindly', async () => {
  const house = await mentoringHouse();
  const pair = await house.propose();
  expect(await house.met('chair', pair, '2026-04-09')).toEqual(refused('not-open-any-more'));
  await house.does('chair', 'accept-pair', pair);
  await house.does('nurse', 'accept-pair', pair);
  expect(await house.met('nurse', pair, '2026-04-10')).toEqual(refused('not-met-yet'));
  expect(await house.met('nurse', pair, '2026-04-08')).toEqual(refused('before-you-were-paired'));
  expect(await house.met('nurse', pair, '2026-04-09')).toEqual(done);
});

test('a session stops counting after three years, and that it will is announced', async () => {
  const house = await mentoringHouse();
  const pair = await house.matched();
  await house.met('chair', pair, '2026-04-09');
  await house.met('nurse', pair, '2026-04-09');
  for (const [now, status, lapsing] of [
    ['2029-01-08', 'met', false],
    ['2029-01-09', 'met', true],
    ['2029-04-08', 'met', true],
    ['2029-04-09', 'to-do', false],
  ] as const) {
    house.clock.moveTo(`${now}T12:00:00.000Z`);
    expect(await house.commitment('nurse')).toMatchObject({
      status,
      lapsing,
      last: { date: '2026-04-09', until: '2029-04-08' },
    });
  }
});

test('verified history counts too, and whichever side a director was on', async () => {
  const house = await mentoringHouse();
  const { sponsor, nurse, edi, boardChair } = house.cast;
  const [entry] = await house.doors.perform(house.as(edi), {
    verb: 'enter-history',
    data: { what: 'mentoring-session', date: '2024-11-06', document: 'register', for: nurse },
  });
  expect(await house.commitment('nurse')).toMatchObject({ status: 'to-do' });
  await house.doors.perform(house.as(edi), {
    verb: 'verify-history',
    data: { entries: [entry?.subject ?? ''] },
  });
  expect(await house.commitment('nurse')).toMatchObject({
    status: 'met',
    last: { date: '2024-11-06', until: '2027-11-05' },
  });
  const pair = await house.propose({ mentor: sponsor, director: nurse, supporter: boardChair });
  await house.does('sponsor', 'accept-pair', pair);
  await house.does('nurse', 'accept-pair', pair);
  await house.met('sponsor', pair, '2026-04-09');
  await house.met('nurse', pair, '2026-04-09');
  const ofMentor = await house.commitment('sponsor');
  expect({ ...ofMentor }).toEqual({ ...(await house.commitment('nurse')) });
});

test('either pauses or ends it without a reason; whoever paused goes on; an end can be undone', async () => {
  const house = await mentoringHouse();
  const pair = await house.matched();
  expect(await house.does('chair', 'pause-pair', pair)).toEqual(done);
  expect(await house.sees('nurse')).toMatchObject([{ state: 'paused', may: ['met', 'end'] }]);
  expect(await house.does('nurse', 'resume-pair', pair)).toEqual(refused('paused-by-the-other'));
  expect(await house.does('chair', 'resume-pair', pair)).toEqual(done);
  expect(await house.does('nurse', 'end-pair', pair)).toEqual(done);
  expect(await house.does('chair', 'resume-pair', pair)).toEqual(refused('not-open-any-more'));
  expect(await house.does('nurse', 'resume-pair', pair)).toEqual(done);
  expect(await house.does('nurse', 'complete-pair', pair)).toEqual(refused('meet-first'));
  await house.met('chair', pair, '2026-04-09');
  await house.met('nurse', pair, '2026-04-09');
  expect(await house.does('nurse', 'complete-pair', pair)).toEqual(done);
  expect(await house.sees('chair')).toMatchObject([{ state: 'completed' }]);
  house.clock.moveTo('2026-05-08T08:30:00.000Z');
  expect(await house.sees('chair')).toEqual([]);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('after it has ended, the other can still say that they met before', async () => {
  const house = await mentoringHouse();
  const pair = await house.matched();
  await house.met('chair', pair, '2026-04-09');
  await house.does('chair', 'end-pair', pair);
  house.clock.moveTo('2026-04-20T08:30:00.000Z');
  expect(await house.met('nurse', pair, '2026-04-15')).toEqual(refused('not-open-any-more'));
  expect(await house.met('nurse', pair, '2026-04-09')).toEqual(done);
  expect(await house.commitment('nurse')).toMatchObject({ status: 'met' });
});

test('only the programme lead proposes, of people who are listed, three different ones, a director among them', async () => {
  const house = await mentoringHouse();
  const { chair, nurse, boardChair, deputy } = house.cast;
  const proposal = { mentor: chair, director: nurse, supporter: boardChair } as const;
  const asked = (who: 'edi' | 'chair' | 'sponsor', more: object = {}) =>
    house.outcome(who, { verb: 'propose-pair', data: { ...proposal, ...more } });
  expect(await asked('chair')).toEqual(refused('not-allowed'));
  expect(await asked('sponsor')).toEqual(refused('not-allowed'));
  expect(await asked('edi', { mentor: 'nobody' })).toEqual(refused('no-such-person'));
  expect(await asked('edi', { supporter: chair })).toEqual(refused('three-people'));
  expect(await asked('edi', { director: deputy })).toEqual(refused('not-a-director'));
  expect(await asked('edi', { tap: 'one' })).toEqual(done);
  expect(await asked('edi')).toEqual(already);
  const lead = { role: 'programme-lead', person: deputy, on: '2026-04-01' as PlainDate } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: lead }]);
  expect(await asked('edi', { mentor: house.cast.assistant })).toEqual(refused('not-allowed'));
  expect(await house.doors.programme(house.as(house.cast.edi))).toMatchObject({
    kind: 'refused',
    because: 'not-yours',
  });
  expect(await house.doors.programme(house.as(deputy))).toMatchObject({ kind: 'shown' });
});

test('a proposal can be taken back by the programme lead, and the taking back undone', async () => {
  const house = await mentoringHouse();
  const pair = await house.propose();
  expect(await house.does('edi', 'end-pair', pair)).toEqual(done);
  expect(await house.does('chair', 'accept-pair', pair)).toEqual(refused('not-open-any-more'));
  expect(await house.does('edi', 'resume-pair', pair)).toEqual(done);
  expect(await house.does('chair', 'accept-pair', pair)).toEqual(done);
});

test('a mentor who is nobody else has a page; it goes when the pair is over', async () => {
  const house = await mentoringHouse();
  const { interim, nurse, boardChair } = house.cast;
  const me = () => house.doors.me(house.as(interim));
  expect(await me()).not.toHaveProperty('mentoring');
  const pair = await house.propose({ mentor: interim, director: nurse, supporter: boardChair });
  expect(await me()).toMatchObject({ pages: ['commitments'], mentoring: true });
  await house.does('interim', 'decline-pair', pair);
  house.clock.moveTo('2026-05-08T08:30:00.000Z');
  expect(await me()).not.toHaveProperty('mentoring');
});

test('the same tap again is the same act', async () => {
  const house = await mentoringHouse();
  const pair = await house.matched();
  const said = { verb: 'met', data: { pair, date: '2026-04-09', tap: 'tap-1' } } as const;
  expect(await house.outcome('chair', said)).toEqual(done);
  await house.notMet('chair', pair, '2026-04-09');
  expect(await house.outcome('chair', said)).toEqual(already);
  expect(await house.sees('chair')).toMatchObject([{ sessions: [] }]);
});

test('whoever leads the programme is told so, and nobody else', async () => {
  const house = await mentoringHouse();
  for (const [who, leads] of [
    ['edi', true],
    ['sponsor', undefined],
    ['boardChair', undefined],
    ['chair', undefined],
  ] as const) {
    expect((await house.doors.me(house.as(house.cast[who]))).leadsMentoring, who).toBe(leads);
  }
});
