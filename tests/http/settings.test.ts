import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  settingsActs,
  settingsActSchema,
  settingsPreviewSchema,
} from '../../bot/contract/settings.ts';
import { matrixApi } from './support/matrix-house.ts';
import { readyFor } from './support/matrix-rows.ts';

let api: Awaited<ReturnType<typeof matrixApi>>;
beforeAll(async () => {
  api = await matrixApi();
});
afterAll(() => api.close());

const settingsVerbs = settingsActs.flatMap(({ shape }) => [...shape.verb.def.values]);

test.each(settingsVerbs)(
  '%s: said again without a tap, it is the same, and so already',
  async (verb) => {
    const house = await api.afresh();
    const act = await readyFor(verb, house);
    const { length } = await house.entries();
    const first = await api.act('edi', act);
    const again = await api.act('sponsor', act);
    expect([first.said, again.said]).toEqual(['done', 'already']);
    expect(again.outcomes[0]?.subject).toBe(first.outcomes[0]?.subject);
    expect(await house.entries()).toHaveLength(length + 1);
  },
);

test('a look ahead is refused as the act would be, and says which figures it moves', async () => {
  const house = await api.afresh();
  const before = await house.rows();
  const doors = house.doors;
  const edi = house.callerOf('edi');
  const chair = house.callerOf('chair');
  for (const verb of settingsVerbs) {
    const act = settingsActSchema.parse(await readyFor(verb, house));
    const seen = await doors.previewSettings(edi, act);
    expect(seen.kind, act.verb).toBe('shown');
    if (seen.kind === 'shown') settingsPreviewSchema.parse(seen.view);
    const not = await doors.previewSettings(chair, act);
    expect(not).toMatchObject({ kind: 'refused', because: 'not-allowed' });
  }
  expect(await house.rows()).toEqual(before);
});
