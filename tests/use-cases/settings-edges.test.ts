import { expect, test } from 'vitest';
import { actSchema } from '../../bot/contract/acts.ts';
import type { SettingsAct } from '../../bot/contract/settings.ts';
import { meetingIdAt } from '../../bot/domain/meeting.ts';
import { networkId } from '../../bot/domain/network-id.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate, PlainTime } from '../../bot/domain/time.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, RACE, WELLBEING } from '../support/small-trust.ts';

const because = 'The board decided it on 2 April.';
const network = { countsForSilver: true, termsUsed: '', because };

async function trust() {
  const house = await houseInMemory();
  const { doors, cast, as } = house;
  /** What it is about, and what became of it; read as every door reads it. */
  const told = async (act: unknown, by: PersonId = cast.edi) => {
    const [answer] = await doors.perform(as(by), actSchema.parse(act));
    const outcome = answer?.outcome;
    return [answer?.subject, outcome?.kind === 'refused' ? outcome.because : outcome?.kind];
  };
  const does = async (act: SettingsAct) => (await told(act))[1];
  return { ...house, told, does };
}

test('the same tap gives the same answer, whatever came after it, and only to whoever may', async () => {
  const { told, cast } = await trust();
  const target = (attendanceTarget: number, tap?: string): SettingsAct => {
    const data = { attendanceTarget, from: '2026-05-01', because };
    return { verb: 'set-target', data: { ...data, ...(tap === undefined ? {} : { tap }) } };
  };
  const change = (name: string, tap?: string): SettingsAct => {
    const data = { ...network, network: RACE, name };
    return { verb: 'change-network', data: { ...data, ...(tap === undefined ? {} : { tap }) } };
  };
  for (const [first, second] of [
    [target(6, 'tap-1'), target(7)],
    [change('Race Equity Network', 'tap-2'), change('Race Network')],
  ] as const) {
    const [subject, kind] = await told(first);
    expect(kind).toBe('done');
    expect(await told(first)).toEqual([subject, 'already']);
    const [later] = await told(second);
    // Nothing new without a tap either: it is what was said last.
    expect(await told(second)).toEqual([later, 'already']);
    expect(await told(first)).toEqual([subject, 'already']);
    expect(await told(first, cast.chair)).toEqual([first.verb, 'not-allowed']);
  }
});

test('what can’t be set is refused, and says why', async () => {
  const { does, doors, as, cast, clock } = await trust();
  const from = '2026-04-09';
  const target = (attendanceTarget: number): SettingsAct => ({
    verb: 'set-target',
    data: { attendanceTarget, from, because },
  });
  expect(await does(target(13))).toBe('too-many-meetings');
  for (const code of ['a b', '8b', '8B!']) {
    const data = { code, meaning: '8b', from, because } as const;
    expect(await does({ verb: 'set-grade', data })).toBe('no-such-grade');
  }
  for (const speakUpLink of ['javascript:alert(1)', 'http://speak.example/', 'speak.example']) {
    const data = { name: 'Pennine Vale', speakUpLink, because };
    expect(await does({ verb: 'set-words', data })).toBe('not-an-https-link');
  }
  const nameless = { ...network, name: '—' };
  expect(await does({ verb: 'add-network', data: nameless })).toBe('network-name-needed');
  const renamed = { ...nameless, network: RACE };
  expect(await does({ verb: 'change-network', data: renamed })).toBe('network-name-needed');
  const end = (lastDay: string) =>
    does({ verb: 'end-network', data: { network: WELLBEING, lastDay, because } });
  expect(await end('2027-04-10')).toBe('setting-too-far-ahead');
  expect(await end('2026-04-09')).toBe('done');
  clock.moveTo('2026-04-10T08:30:00.000Z');
  expect(await end('2026-04-10')).toBe('network-ended');
  for (let times = 0; times < 80; times += 1)
    expect(await does(target(5 + (times % 2)))).toBe('done');
  expect(await does(target(5))).toBe('too-many-changes');
  const shown = await doors.settings(as(cast.edi));
  expect(shown.kind === 'shown' && shown.view.changes).toHaveLength(80);
});

test('a network of however long a name has meetings that are claimed and confirmed', async () => {
  const { told, cast, storage, clock } = await trust();
  const name = 'Colleagues and allies '.repeat(5).trim();
  const [id] = await told({ verb: 'add-network', data: { ...network, name } });
  expect(id).toBe(networkId(name));
  const chairs = { role: 'network-chair', person: cast.chair, network: networkId(name) } as const;
  const fact = { ...chairs, on: '2026-04-01' as PlainDate };
  await bring(storage, 'roles', [{ kind: 'role', fact }]);
  const [date, start] = ['2026-04-15' as PlainDate, '12:00' as PlainTime];
  const times = { date, start, end: '13:00', title: 'First meeting', openToExecutives: true };
  const act = { verb: 'add-meeting', data: { network: id, ...times } };
  expect(await told(act, cast.chair)).toEqual([id, 'done']);
  clock.moveTo('2026-04-16T08:30:00.000Z');
  const meeting = meetingIdAt(networkId(name), date, start);
  const claim = `${cast.nurse}~${meeting}`;
  const claimed = await told({ verb: 'claim', data: { meeting } }, cast.nurse);
  expect(claimed).toEqual([meeting, 'done']);
  const confirmed = await told({ verb: 'confirm', data: { claims: [claim] } }, cast.chair);
  expect(confirmed).toEqual([claim, 'done']);
});
