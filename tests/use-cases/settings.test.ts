import { expect, test } from 'vitest';
import type { SettingsAct } from '../../bot/contract/settings.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { Instant, PlainDate } from '../../bot/domain/time.ts';
import { remindersCard } from '../../bot/cards/reminders.ts';
import { viewer } from '../../infra/local/gallery/facts.ts';
import { houseInMemory } from '../support/house.ts';
import { RACE, ZPV } from '../support/small-trust.ts';

const because = 'The board decided it on 2 April.';
const day = (text: string) => text as PlainDate;

async function trust(start?: string) {
  const house = await houseInMemory(start);
  const { doors, cast, as, storage } = house;
  const does = async (act: SettingsAct, by: PersonId = cast.edi) => {
    const [answer] = await doors.perform(as(by), act);
    const outcome = answer?.outcome;
    return outcome?.kind === 'refused' ? outcome.because : outcome?.kind;
  };
  const view = async (by: PersonId = cast.edi) => {
    const shown = await doors.settings(as(by));
    if (shown.kind !== 'shown') throw new Error(shown.because);
    return shown.view;
  };
  const silver = async (code: string, asAt: { on?: PlainDate; known?: Instant } = {}) => {
    const shown = await doors.silver(as(cast.edi), asAt);
    if (shown.kind !== 'shown') throw new Error(shown.because);
    const { n, of } = shown.view.lines.find((line) => line.code === code) ?? {};
    return { n, of };
  };
  const target = async () => {
    const shown = await doors.progress(as(cast.nurse));
    if (shown.kind !== 'shown') throw new Error(shown.because);
    const found = shown.view.commitments.find(({ code }) => code === 'S4.own');
    return found !== undefined && 'target' in found ? found.target : undefined;
  };
  const ledger = async () => (await storage.auditor.verify(ZPV)).faults;
  return { ...house, does, view, silver, target, ledger };
}

test('a target holds from its day on, and says who set it and why', async () => {
  const { does, view, target, clock, ledger, cast } = await trust();
  const act = {
    verb: 'set-target',
    data: { attendanceTarget: 6, from: '2026-05-01', because },
  } as const;
  expect(await does(act)).toBe('done');
  expect(await does(act)).toBe('already');
  expect(await view()).toMatchObject({
    attendanceTarget: 4,
    changes: [{ what: 'target', from: '2026-05-01', ahead: true, by: 'Zainab Khan', because }],
  });
  expect(await target()).toBe(4);
  clock.moveTo('2026-05-01T08:30:00.000Z');
  expect(await view()).toMatchObject({ attendanceTarget: 6, changes: [{ ahead: false }] });
  expect(await target()).toBe(6);
  expect(await does({ verb: 'set-target', data: { ...act.data, attendanceTarget: 3 } })).toBe(
    'below-the-framework',
  );
  expect(await does(act, cast.chair)).toBe('not-allowed');
  expect(await ledger()).toEqual([]);
});

test('another grade map changes figures from its day on, and none as known before', async () => {
  const { does, silver, clock, view, storage } = await trust('2026-06-10T08:30:00.000Z');
  const before = await silver('S2');
  expect(before.of).toBeGreaterThan(0);
  const known = await storage.records.recordedUntil(ZPV);
  clock.moveTo('2026-06-11T08:30:00.000Z');
  const [grade] = (await view()).grades;
  expect(grade).toMatchObject({ code: 'VSM', meaning: 'VSM', listed: true });
  const data = { code: 'VSM', meaning: '7', from: '2026-06-01', because } as const;
  expect(await does({ verb: 'set-grade', data })).toBe('done');
  expect(await silver('S2')).toEqual({ n: 0, of: 0 });
  expect(await silver('S2', { on: day('2026-05-31') })).toEqual(before);
  expect(await silver('S2', { on: day('2026-06-10'), known })).toEqual(before);
  expect((await view()).grades).toMatchObject([{ code: 'VSM', meaning: '7' }]);
  // Said again, it is as it was; the days between stay as they were said.
  const back = { ...data, meaning: 'VSM', from: '2026-06-11' } as const;
  expect(await does({ verb: 'set-grade', data: back })).toBe('done');
  expect(await silver('S2')).toEqual(before);
  expect(await silver('S2', { on: day('2026-06-05') })).toEqual({ n: 0, of: 0 });
});

test('a preview says what would change by the same measures, and writes nothing', async () => {
  const { doors, as, cast, storage } = await trust();
  const head = await storage.records.recordedUntil(ZPV);
  const act = {
    verb: 'set-grade',
    data: { code: 'VSM', meaning: '7', from: '2026-04-01', because },
  } as const;
  const seen = await doors.previewSettings(as(cast.sponsor), act);
  const lines = seen.kind === 'shown' ? seen.view.lines : [];
  expect(lines.map(({ code }) => code)).toContain('S2');
  expect(lines.find(({ code }) => code === 'S2')?.after.of).toBe(0);
  const no = await doors.previewSettings(as(cast.chair), act);
  expect(no).toEqual({ kind: 'refused', because: 'not-allowed' });
  expect(await storage.records.recordedUntil(ZPV)).toBe(head);
});

test('two people set the same thing at once: each is on record, and the later word stands', async () => {
  const { does, view, cast, ledger } = await trust();
  const set = (attendanceTarget: number, by: PersonId) =>
    does({ verb: 'set-target', data: { attendanceTarget, from: '2026-04-09', because } }, by);
  expect(await Promise.all([set(5, cast.edi), set(6, cast.sponsor)])).toEqual(['done', 'done']);
  const { attendanceTarget, changes } = await view();
  expect(attendanceTarget).toBe(6);
  expect(changes.map(({ by }) => by)).toEqual(['Claire Schofield', 'Zainab Khan']);
  expect(await Promise.all([set(7, cast.edi), set(7, cast.sponsor)])).toEqual(['done', 'already']);
  expect(await ledger()).toEqual([]);
});

test('a year to come may begin in another month; the year under way and closed ones stay', async () => {
  const { does, view, clock } = await trust();
  const year = (from: string, yearStartMonth = 1) =>
    does({
      verb: 'set-year',
      data: { yearStartMonth, appraisalStartMonth: 4, from, because },
    });
  expect(await year('2026-04-01')).toBe('year-under-way');
  expect(await year('2026-12-31')).toBe('not-the-first-of-the-year');
  expect(await year('2030-01-01')).toBe('setting-too-far-ahead');
  expect(await year('2027-01-01')).toBe('done');
  expect(await view()).toMatchObject({ yearStartMonth: 4 });
  clock.moveTo('2027-01-01T09:00:00.000Z');
  expect(await view()).toMatchObject({ yearStartMonth: 1, appraisalStartMonth: 4 });
});

test('networks are added, renamed and ended; one that ends keeps what was attended there', async () => {
  const { does, view, silver, clock, ledger, doors, as, cast } = await trust();
  const described = { countsForSilver: true, termsUsed: '', because };
  const add = { verb: 'add-network', data: { name: 'South Asian Network', ...described } } as const;
  expect(await does(add)).toBe('done');
  expect(await does(add)).toBe('already');
  expect(
    await does({
      verb: 'add-network',
      data: { ...add.data, name: 'Race Equality Network', countsForSilver: false },
    }),
  ).toBe('network-name-taken');
  const change = { ...described, network: RACE, name: 'Race Equity Network' };
  expect(await does({ verb: 'change-network', data: change })).toBe('done');
  expect((await view()).networks.map(({ name }) => name)).toEqual([
    'Disability and Wellbeing Network',
    'Race Equity Network',
    'South Asian Network',
  ]);
  const end = (network: string, lastDay: string) =>
    does({ verb: 'end-network', data: { network, lastDay, because } });
  expect(await end(RACE, '2026-12-31')).toBe('meetings-after-its-end');
  expect(await end(RACE, '2024-12-31')).toBe('closed-year');
  expect(await silver('S4')).toEqual({ n: 0, of: 4 });
  expect(await end('south-asian-network', '2026-04-30')).toBe('done');
  expect(await end('no-such-network', '2026-04-30')).toBe('no-such-network');
  clock.moveTo('2026-05-02T08:30:00.000Z');
  const shown = await doors.silver(as(cast.edi), {});
  const s4 = shown.kind === 'shown' && shown.view.lines.find(({ code }) => code === 'S4');
  expect(s4 && s4.networks?.map(({ name }) => name)).toEqual(['Race Equity Network']);
  expect(await ledger()).toEqual([]);
});

test('the same tap sent again, however late, is the same act; with other words it is refused', async () => {
  const { does, view } = await trust();
  const data = { opens: '10:00', closes: '16:00', because, tap: 'tap-1' };
  expect(await does({ verb: 'set-hours', data })).toBe('done');
  const other = { opens: '09:30', closes: '16:00', because, tap: 'tap-2' };
  expect(await does({ verb: 'set-hours', data: other })).toBe('done');
  expect(await does({ verb: 'set-hours', data })).toBe('already');
  expect(await does({ verb: 'set-hours', data: { ...data, opens: '11:00' } })).toBe(
    'tap-used-before',
  );
  expect(await view()).toMatchObject({ opens: '09:30', closes: '16:00' });
  const wide = { opens: '06:00', closes: '21:00', because };
  expect(await does({ verb: 'set-hours', data: wide })).toBe('hours-too-wide');
  const turned = { opens: '16:00', closes: '10:00', because };
  expect(await does({ verb: 'set-hours', data: turned })).toBe('closes-before-it-opens');
});

test('“why this, and when next” tells the hours that the organisation set', async () => {
  const { does, doors, as, cast } = await trust();
  const hours = async () => (await doors.reminders(as(cast.nurse), undefined, 'ahead')).hours;
  expect(await hours()).toBeUndefined();
  await does({ verb: 'set-hours', data: { opens: '08:00', closes: '16:30', because } });
  const { hours: said } = await doors.reminders(as(cast.nurse), [], 'ahead');
  expect(said).toEqual({ opens: '08:00', closes: '16:30' });
  const card = JSON.stringify(
    remindersCard(viewer, { on: '2026-04-09', reminders: [], muted: [], hours: said }),
  );
  expect(card).toContain('on working days, 8am to 4:30pm.');
});
