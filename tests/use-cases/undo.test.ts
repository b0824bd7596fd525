import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { attendanceOf } from '../../bot/contract/views.ts';
import type { MeetingId, PersonId } from '../../bot/domain/facts.ts';
import type { Caller } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, JUNE_10, ZPV } from '../support/small-trust.ts';

const OCTOBER_14 = 'race-equality-network-2026-10-14-1200' as MeetingId;
type Answer = 'will-come' | 'cannot-come';

const intend = (answer: Answer, more: object = {}): Act => ({
  verb: 'intend',
  data: { meeting: JUNE_10, answer, ...more },
});
const undo = (answer: Answer, more: object = {}): Act => ({
  verb: 'undo-intention',
  data: { meeting: JUNE_10, answer, ...more },
});

async function house() {
  const opened = await houseInMemory();
  const { doors, as, cast } = opened;
  return {
    ...opened,
    nurse: as(cast.nurse),
    assistant: as(cast.assistant),
    async does(caller: Caller, ...acts: Act[]) {
      const outcomes: string[] = [];
      for (const act of acts) {
        for (const { outcome } of await doors.perform(caller, act)) {
          outcomes.push(outcome.kind === 'refused' ? outcome.because : outcome.kind);
        }
      }
      return outcomes;
    },
    async types(caller: Caller, text: string) {
      const heard = await doors.hear(caller, text);
      if (heard.kind === 'act') {
        const [told] = await doors.perform(caller, heard.act);
        expect(told?.outcome.kind).toBe('done');
        return heard.act.verb;
      }
      return heard;
    },
    async meeting(id: string, of: PersonId = cast.nurse) {
      const shown = await doors.progress(as(of));
      const progress = shown.kind === 'shown' ? shown.view : undefined;
      return attendanceOf(progress)?.meetings.find((meeting) => meeting.id === id);
    },
  };
}

/** What the ledger has of one meeting, oldest first: the acts, and never who they are by name. */
async function entriesOf({ records }: Awaited<ReturnType<typeof house>>['tables']) {
  const acts: string[] = [];
  for await (const page of records.range(`${ZPV.tenant}|ZPV`, 'l|', 'l|~')) {
    for (const { properties } of page) {
      const entry = JSON.stringify(properties);
      expect(entry).not.toContain('Okafor');
      const act = /\\?"act\\?":\\?"([a-z-]+)/.exec(entry)?.[1];
      if (entry.includes(JUNE_10) && act !== undefined) acts.push(act);
    }
  }
  return acts;
}

test('an answer that is undone leaves none, or the one before it', async () => {
  const { does, meeting, nurse } = await house();
  await does(nurse, intend('will-come'));
  expect(await meeting(JUNE_10)).toMatchObject({
    state: 'will-come',
    may: ['cannot-come', 'undo-intention'],
  });
  expect(await does(nurse, intend('cannot-come'), undo('cannot-come'))).toEqual(['done', 'done']);
  expect(await meeting(JUNE_10)).toMatchObject({ state: 'will-come' });
  expect(await does(nurse, undo('will-come'))).toEqual(['done']);
  expect(await meeting(JUNE_10)).toMatchObject({
    state: 'upcoming',
    may: ['will-come', 'cannot-come'],
  });
});

test('undone twice, by the same tap or another, one answer is taken back', async () => {
  const { does, meeting, nurse, tables } = await house();
  await does(nurse, intend('will-come'), intend('cannot-come', { tap: 'a' }));
  const acts = [
    undo('cannot-come', { tap: 'b' }),
    undo('cannot-come', { tap: 'b' }),
    undo('cannot-come', { tap: 'c' }),
    // The tap of the answer comes again, late.
    intend('cannot-come', { tap: 'a' }),
  ];
  expect(await does(nurse, ...acts)).toEqual(['done', 'already', 'already', 'already']);
  expect(await meeting(JUNE_10)).toMatchObject({ state: 'will-come' });
  expect(await entriesOf(tables)).toEqual(['will-come', 'cannot-come', 'undo-intention']);
});

test('nothing is undone once the meeting has begun, and nobody else undoes it', async () => {
  const { does, nurse, as, cast, clock } = await house();
  await does(nurse, intend('will-come'));
  expect(await does(as(cast.operating), undo('will-come', { for: cast.nurse }))).toEqual([
    'not-yours',
  ]);
  clock.moveTo('2026-06-10T11:00:00.000Z');
  expect(await does(nurse, undo('will-come'))).toEqual(['already-started']);
});

test('typed “undo” takes back what came last, an answer or an attendance', async () => {
  const { does, types, meeting, nurse } = await house();
  await does(nurse, { verb: 'claim', data: { meeting: APRIL_8 } }, intend('will-come'));
  expect(await types(nurse, 'undo')).toBe('undo-intention');
  expect(await meeting(APRIL_8)).toMatchObject({ state: 'claimed' });

  await does(nurse, { verb: 'withdraw', data: { meeting: APRIL_8 } }, intend('will-come'));
  await does(nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  expect(await types(nurse, 'Take it back please!')).toBe('withdraw');
  expect(await meeting(JUNE_10)).toMatchObject({ state: 'will-come' });
});

test('typed again, nothing more is taken back: what was is shown', async () => {
  const { does, types, meeting, nurse } = await house();
  await does(nurse, { verb: 'claim', data: { meeting: APRIL_8 } }, intend('will-come'));
  await types(nurse, 'Undo that');
  expect(await types(nurse, 'undo')).toMatchObject({
    kind: 'about',
    meetings: [JUNE_10],
    why: 'taken-back',
  });
  expect(await meeting(APRIL_8)).toMatchObject({ state: 'claimed' });
});

test('“I was there” undone opens its question again, and “I wasn’t there” answers it', async () => {
  const { does, meeting, nurse } = await house();
  const about = { data: { meeting: APRIL_8 } };
  await does(nurse, { verb: 'claim', ...about }, { verb: 'withdraw', ...about });
  expect(await meeting(APRIL_8)).toMatchObject({
    state: 'withdrawn',
    undone: true,
    may: ['claim', 'not-there'],
  });
  expect(await does(nurse, { verb: 'not-there', ...about })).toEqual(['done']);
  const answered = await meeting(APRIL_8);
  expect(answered).toMatchObject({ state: 'not-there', may: ['claim', 'undo-not-there'] });
  expect(answered).not.toHaveProperty('undone');
});

test('taken back after the chair had a question, a meeting is asked about no more', async () => {
  const { does, meeting, nurse, as, cast } = await house();
  await does(nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  const claim = `${cast.nurse}~${APRIL_8}`;
  await does(as(cast.chair), { verb: 'query', data: { claim, reason: 'not-on-my-list' } });
  expect(await does(nurse, { verb: 'withdraw', data: { meeting: APRIL_8 } })).toEqual(['done']);
  const shown = await meeting(APRIL_8);
  expect(shown).toMatchObject({ state: 'withdrawn', may: ['claim'] });
  expect(shown).not.toHaveProperty('undone');
});

test('what the chair has confirmed, or is older than a day, is shown and not taken back', async () => {
  const { does, types, nurse, as, cast, clock } = await house();
  const shown = (meeting: string) => ({ kind: 'about', meetings: [meeting], why: 'asked' });
  await does(nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  await does(as(cast.chair), { verb: 'confirm', data: { claims: [`${cast.nurse}~${APRIL_8}`] } });
  expect(await types(nurse, 'undo')).toMatchObject(shown(APRIL_8));
  await does(nurse, intend('will-come'));
  clock.moveTo('2026-04-11T09:00:00.000Z');
  expect(await types(nurse, 'undo')).toMatchObject(shown(JUNE_10));
});

test('an assistant undoes what they did for their executive, and nobody else’s answer', async () => {
  const { does, types, meeting, nurse, assistant, cast } = await house();
  await does(assistant, intend('will-come', { for: cast.nurse }));
  await does(nurse, { verb: 'intend', data: { meeting: OCTOBER_14, answer: 'cannot-come' } });
  expect(await types(assistant, 'undo')).toBe('undo-intention');
  expect(await meeting(JUNE_10)).toMatchObject({ state: 'upcoming', onBehalf: false });
  expect(await meeting(OCTOBER_14)).toMatchObject({ state: 'cannot-come' });
});

test('with nothing done yet, “undo” says so', async () => {
  const { types, nurse } = await house();
  expect(await types(nurse, 'undo')).toMatchObject({ kind: 'view', view: 'withdraw' });
});

test('an answer undone after its meeting moved leaves the lapsed one lapsed', async () => {
  const { does, meeting, nurse, as, cast } = await house();
  await does(nurse, intend('will-come'));
  const times = { date: '2026-06-17', start: '12:00', end: '13:00' };
  await does(as(cast.chair), { verb: 'move-meeting', data: { meeting: JUNE_10, ...times } });
  await does(nurse, intend('cannot-come'), undo('cannot-come'));
  expect(await meeting(JUNE_10)).toMatchObject({ state: 'upcoming' });
});
