import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SettingsAct } from '../../bot/contract/settings.ts';
import { BY_NOW, frameAsKnown } from '../../bot/domain/known.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { doorsOver } from '../support/house.ts';
import { movableClock, RACE, smallTrust, ZPV } from '../support/small-trust.ts';
import { inMemory, onAzureProtocol, type Place } from '../support/storages.ts';
import { storageOn } from '../support/storage-on.ts';

const because = 'The board decided it.';

describe.each([
  ['memory', inMemory],
  ['Azure Tables protocol', onAzureProtocol],
] as const)('on %s', (_name, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  }, 60_000);
  afterAll(() => place.close());

  test('two people set things through two processes at once: nothing is lost, the ledger verifies', async () => {
    const clock = movableClock();
    const ours = storageOn(await place.tables(clock), { clock });
    const theirs = storageOn(await place.tables(clock), { clock });
    const cast = await smallTrust(ours);
    const known = await ours.records.recordedUntil(ZPV);
    const does = async (act: SettingsAct, mine: boolean) => {
      const { doors } = doorsOver(mine ? ours : theirs, clock);
      const person = mine ? cast.edi : cast.sponsor;
      const [answer] = await doors.perform({ organisation: ZPV, person }, act);
      return answer?.outcome.kind;
    };
    const target = (attendanceTarget: number): SettingsAct => ({
      verb: 'set-target',
      data: { attendanceTarget, from: '2026-05-01', because },
    });
    const network: SettingsAct = {
      verb: 'change-network',
      data: {
        ...{ network: RACE, name: 'Race Equity Network', countsForSilver: true },
        ...{ termsUsed: '', because },
      },
    };
    const grade: SettingsAct = {
      verb: 'set-grade',
      data: { code: 'ZL03', meaning: '8b', from: '2026-04-09', because },
    };
    const told = await Promise.all([
      ...[5, 6, 7].map((meetings) => does(target(meetings), true)),
      ...[8, 9].map((meetings) => does(target(meetings), false)),
      ...[does(network, true), does(network, false), does(grade, true), does(grade, false)],
    ]);
    expect(told.slice(0, 5)).toEqual(['done', 'done', 'done', 'done', 'done']);
    const once = new Set(['already', 'done']);
    expect(new Set(told.slice(5, 7))).toEqual(once);
    expect(new Set(told.slice(7))).toEqual(once);

    const afresh = storageOn(await place.tables(clock), { clock });
    const recorded = await afresh.records.frame(ZPV);
    const { changes = [] } = recorded.settings;
    expect(changes).toHaveLength(6);
    const last = changes.filter(({ what }) => what === 'target').at(-1)?.set.attendanceTarget;
    const on = (day: string, at = BY_NOW) =>
      frameAsKnown(recorded, at, day as PlainDate).settings.attendanceTarget;
    expect([on('2026-04-30'), on('2026-05-01')]).toEqual([4, last]);
    expect(on('2026-05-01', known)).toBe(4);
    const names = (at = BY_NOW) => frameAsKnown(recorded, at).networks.map(({ name }) => name);
    expect(names()).toContain('Race Equity Network');
    expect(names(known)).toContain('Race Equality Network');
    expect((await afresh.auditor.verify(ZPV)).faults).toEqual([]);
  });
});
