import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAnswerSchema } from '../../bot/contract/acts.ts';
import { attendanceOf, progressSchema } from '../../bot/contract/views.ts';
import { runningTrust, type RunningTrust } from '../support/running-trust.ts';

const executives = [
  'nadia.greenhalgh',
  'aoife.okafor',
  'claire.schofield',
  'marcus.hussain',
  'michael.heaton',
  'meera.entwistle',
];
const meetings = ['2026-04-08', '2026-06-10', '2026-10-14', '2026-12-09', '2027-02-10'].map(
  (day) => `race-equality-network-${day}-1200`,
);

let trust: RunningTrust;
beforeAll(async () => {
  trust = await runningTrust('2027-03-01T10:00:00.000Z');
});
afterAll(() => trust.stop());

/** What the app acknowledged: done or already, before the bot died. */
async function claim(executive: string, meeting: string): Promise<boolean> {
  try {
    const answer = await trust.call(executive, '/api/acts', { verb: 'claim', data: { meeting } });
    if (answer.status !== 200) return false;
    const [first] = actAnswerSchema.parse(answer.body).outcomes;
    return first?.outcome.kind === 'done' || first?.outcome.kind === 'already';
  } catch {
    // The connection broke with the bot: nothing was acknowledged.
    return false;
  }
}

async function stateOf(executive: string, meeting: string): Promise<string | undefined> {
  const { body } = await trust.call(executive, '/api/me/progress');
  const commitment = attendanceOf(progressSchema.parse(body));
  return commitment?.meetings.find(({ id }) => id === meeting)?.state;
}

test('the bot killed again and again between tap and answer loses nothing it acknowledged', async () => {
  const acknowledged: [executive: string, meeting: string][] = [];
  const [first = '', ...others] = meetings;
  for (const executive of executives) {
    if (await claim(executive, first)) acknowledged.push([executive, first]);
  }
  expect(acknowledged).toHaveLength(executives.length);
  await trust.killAndStart();

  for (const [round, meeting] of others.entries()) {
    const claims = executives.map(async (executive, index) => {
      await pause(index * 4);
      if (await claim(executive, meeting)) acknowledged.push([executive, meeting]);
    });
    await pause(5 + round * 6);
    await trust.killAndStart();
    await Promise.all(claims);
  }
  for (const [executive, meeting] of acknowledged) {
    expect([executive, meeting, await stateOf(executive, meeting)]).toEqual([
      executive,
      meeting,
      'claimed',
    ]);
  }
  expect(await trust.admin('verify-ledger', '--org', 'ZPV')).toMatchObject({ code: 0 });

  // Whoever heard nothing taps again, and it is one claim all the same.
  for (const meeting of meetings) {
    for (const executive of executives) expect(await claim(executive, meeting)).toBe(true);
  }
  const { body } = await trust.call('oluwaseun.moyo', '/api/me/waiting');
  expect(body).toMatchObject({ waiting: { length: executives.length * meetings.length } });
  expect(await trust.admin('verify-ledger', '--org', 'ZPV')).toMatchObject({ code: 0 });
}, 120_000);
