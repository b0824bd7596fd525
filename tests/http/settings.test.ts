import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingsActs, type SettingsAct } from '../../bot/contract/settings.ts';
import { settingsPreviewSchema } from '../../bot/contract/settings.ts';
import { WELLBEING } from '../support/small-trust.ts';
import { everybody, matrixApi } from './support/matrix-house.ts';

let api: Awaited<ReturnType<typeof matrixApi>>;
beforeAll(async () => {
  api = await matrixApi();
});
afterAll(() => api.close());

const because = 'Zqbecause: the board decided it.';
const network = { countsForSilver: true, termsUsed: '', because };
const from = '2026-05-01';
const acts: SettingsAct[] = [
  {
    verb: 'set-year',
    data: { yearStartMonth: 1, appraisalStartMonth: 4, from: '2027-01-01', because },
  },
  { verb: 'set-target', data: { attendanceTarget: 6, from, because } },
  { verb: 'set-reading', data: { assistantsCount: true, from, because } },
  { verb: 'set-grade', data: { code: 'ZL03', meaning: '8b', from, because } },
  { verb: 'set-hours', data: { opens: '10:00', closes: '16:00', because } },
  {
    verb: 'set-words',
    data: { name: 'Pennine Vale', speakUpLink: 'https://pennine-vale.example/', because },
  },
  { verb: 'add-network', data: { name: 'South Asian Network', ...network } },
  { verb: 'change-network', data: { network: WELLBEING, name: 'Wellbeing Network', ...network } },
  { verb: 'end-network', data: { network: WELLBEING, lastDay: '2026-12-31', because } },
];
const allowed = ['edi', 'sponsor'] as const;

test('every verb of the settings is among these', () => {
  const verbs = settingsActs.flatMap(({ shape }) => shape.verb.def.values);
  expect(acts.map(({ verb }) => verb)).toEqual(verbs);
});

test.each(acts)('$verb: the EDI lead’s and the sponsor’s; all others move nothing', async (act) => {
  const house = await api.afresh();
  const before = await house.rows();
  for (const who of everybody.filter((each) => !allowed.some((one) => one === each))) {
    expect([who, await api.act(who, act)]).toMatchObject([
      who,
      { status: 403, said: 'not-allowed' },
    ]);
  }
  const named = { ...act, data: { ...act.data, organisation: 'ZPV' } };
  expect((await api.act('stranger', named)).said).toBe('other-organisation');
  expect(await house.rows()).toEqual(before);
  for (const who of allowed) {
    const fresh = await api.afresh();
    const { length } = await fresh.entries();
    expect((await api.act(who, act)).said).toBe('done');
    expect((await api.act(who, act)).said).toBe('already');
    const entries = await fresh.entries();
    expect(entries).toHaveLength(length + 1);
    expect(entries.join()).not.toContain('Zqbecause');
  }
});

test('a look ahead is refused as the act would be, and says which figures it moves', async () => {
  const house = await api.afresh();
  const before = await house.rows();
  const doors = house.doors;
  const edi = house.callerOf('edi');
  for (const act of acts) {
    const seen = await doors.previewSettings(edi, act);
    expect(seen.kind, act.verb).toBe('shown');
    if (seen.kind === 'shown') settingsPreviewSchema.parse(seen.view);
  }
  const chair = await doors.previewSettings(house.callerOf('chair'), { ...acts[1] } as SettingsAct);
  expect(chair).toMatchObject({ kind: 'refused', because: 'not-allowed' });
  expect(await house.rows()).toEqual(before);
});
