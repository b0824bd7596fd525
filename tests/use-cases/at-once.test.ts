import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import { matrixHouse, type MatrixHouse, type Who } from '../http/support/matrix-house.ts';
import { readyFor } from '../http/support/matrix-rows.ts';
import type { NewVerb } from '../http/support/matrix-ways.ts';
import { doorsOver } from '../support/house.ts';
import { ZPV } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

type One = readonly [who: Who, verb: NewVerb, more?: object];
/** Where the first is ready, both are sent at the same moment, each to another process. */
const pairs: readonly (readonly [One, One, told: readonly string[]])[] = [
  [
    ['chair', 'withdraw-item'],
    ['secretary', 'triage-item'],
    ['item-moved-on', 'triaged-already'],
  ],
  [
    ['chair', 'edit-item', { seen: 1 }],
    ['deputy', 'edit-item', { seen: 1, text: 'Other words.' }],
    ['item-moved-on'],
  ],
  [
    ['secretary', 'refer-item', { seen: 2 }],
    ['boardChair', 'decline-item', { seen: 2, reason: 'In June.' }],
    ['item-moved-on'],
  ],
  [['chair', 'acknowledge-item'], ['deputy', 'acknowledge-item'], ['already']],
  [['chair', 'ask-review'], ['deputy', 'ask-review'], ['already']],
  [
    ['edi', 'verify-education'],
    ['edi', 'return-education', { reason: 'lets-talk' }],
    ['already-verified', 'already-returned'],
  ],
  [['mentor', 'end-pair'], ['lead', 'end-pair'], ['already']],
  [['nurse', 'complete-pair'], ['mentor', 'end-pair'], ['not-open-any-more']],
  [['secretary', 'plan-paper'], ['edi', 'plan-paper'], ['already']],
  [
    ['secretary', 'plan-paper'],
    ['edi', 'plan-paper', { quarter: '2025-10-01' }],
    ['another-paper-that-day'],
  ],
  [
    ['secretary', 'present-paper'],
    ['edi', 'present-paper', { minute: '26/99' }],
    ['presented-already'],
  ],
  [['edi', 'say-line'], ['sponsor', 'say-line'], ['already']],
  [['edi', 'take-back-council'], ['sponsor', 'take-back-council'], ['already']],
  [['secretary', 'record-contribution'], ['secretary', 'record-contribution'], ['already']],
  [['lead', 'propose-pair'], ['lead', 'propose-pair'], ['already']],
  [
    ['leader', 'draft-goal', { was: 0 }],
    ['leader', 'draft-goal', { was: 0, text: 'Other words.' }],
    ['goal-changed'],
  ],
];

async function atOnce(
  house: MatrixHouse,
  acts: readonly (readonly [Who, Act])[],
): Promise<string[]> {
  const answers = await Promise.all(
    acts.map(async ([who, act]) => {
      const process = doorsOver(storageOn(house.tables, { clock: house.clock }), house.clock);
      const [answer] = await process.doors.perform(house.callerOf(who), act);
      const outcome = answer?.outcome;
      return outcome?.kind === 'refused' ? outcome.because : (outcome?.kind ?? 'nothing');
    }),
  );
  return answers.toSorted();
}

test.each(pairs)(
  '%j and %j at the same moment: the second is told what the first did',
  async (one, other, told) => {
    const house = await matrixHouse();
    const ready = await readyFor(one[1], house);
    const entry = 'entries' in ready.data ? { entry: ready.data.entries[0] } : {};
    const acts = [one, other].map(([who, verb, more = {}]): [Who, Act] => [
      who,
      {
        verb,
        data: { ...ready.data, ...(verb === 'return-education' ? entry : {}), ...more },
      } as Act,
    ]);
    const before = (await house.entries()).length;
    const answers = await atOnce(house, acts);
    const second = answers.filter((answer) => told.includes(answer));
    expect(answers).toContain('done');
    expect(second, String(answers)).not.toEqual([]);
    const done = answers.filter((answer) => answer === 'done').length;
    expect(await house.entries()).toHaveLength(before + done);
    expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
  },
);

test('how it went is said anew while the manager confirms: one alone never concludes it', async () => {
  const house = await matrixHouse();
  const confirm = await readyFor('confirm-goal', house);
  const goal = `${house.cast.leader}~2026-04-01`;
  const answers = await atOnce(house, [
    ['manager', confirm],
    ['leader', { verb: 'propose-goal', data: { goal, outcome: 'partly' } }],
  ]);
  expect([
    ['done', 'goal-changed'],
    ['done', 'goal-concluded'],
  ]).toContainEqual(answers);
});

test('a new text at the moment when the manager agrees the old one is never agreed unseen', async () => {
  const house = await matrixHouse();
  const agree = await readyFor('agree-goal', house);
  const draft: Act = { verb: 'draft-goal', data: { text: 'Other words.', was: 1, agree: true } };
  await atOnce(house, [
    ['manager', agree],
    ['leader', draft],
  ]);
  const shown = await house.doors.myGoal(house.callerOf('leader'));
  if (shown.kind !== 'shown') throw new Error(shown.because);
  expect(shown.view.goal).toMatchObject({ version: 2, standing: 'with-manager' });
});
