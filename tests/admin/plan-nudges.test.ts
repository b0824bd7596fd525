import { beforeEach, expect, test } from 'vitest';
import { nudgeLog } from '../nudges/nudge-log.ts';
import { runAdmin } from '../../bot/admin/main.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, JUNE_10, TENANT, ZPV } from '../support/small-trust.ts';
import { mentoringHouse } from '../use-cases/mentoring-house.ts';

type House = Pick<Awaited<ReturnType<typeof houseInMemory>>, 'storage' | 'clock'>;
let house = await houseInMemory();
beforeEach(async () => {
  // June is no month of the appraisal year in which anybody hears of goals.
  house = await houseInMemory();
  const { settings } = await house.storage.records.frame(ZPV);
  await house.storage.organisations.add(ZPV, { ...settings, appraisalStartMonth: 1 });
  await house.doors.perform(house.as(house.cast.nurse), {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'will-come' },
  });
  await house.doors.perform(house.as(house.cast.sponsor), {
    verb: 'claim',
    data: { meeting: APRIL_8 },
  });
});

const admin = (...argv: string[]) => adminOf(house, ...argv);
async function adminOf({ storage, clock }: House, ...argv: string[]) {
  const lines: string[] = [];
  const code = await runAdmin(['plan-nudges', ...argv], {
    clock,
    packs: openPacks('0.0.0'),
    print: (line) => lines.push(line),
    open: () => Promise.resolve({ ...storage, readers }),
  });
  return { code, lines, text: lines.join('\n') };
}
const planned = () => house.storage.nudges.ofOrganisation(ZPV);

/** The bot's own look and its workers, with a sender that notes who hears. */
async function botRuns(): Promise<string[]> {
  const heard: string[] = [];
  await createNudging({
    ...house.storage,
    clock: house.clock,
    queue: memoryQueue(),
    isBankHoliday: englandsBankHolidays(),
    sender: {
      reaches: async () => true,
      async send({ person }, _view, { nudges }) {
        heard.push(`${person} ${nudges}`);
        return { kind: 'sent' };
      },
    },
    log: nudgeLog(),
    ...{ tenants: [TENANT], perSecond: 500, realNow: () => Date.now() },
    ...{ leaseMs: 120_000, tickMs: 60_000 },
  }).settle();
  return heard;
}

test('it says what would go to whom and why, with a count, and changes nothing', async () => {
  const { code, lines } = await admin('--org', 'ZPV', '--at', '2026-06-11T09:30');
  const { nurse, edi } = house.cast;
  expect(code).toBe(0);
  expect(lines[0]).toBe('ZPV, Pennine Vale NHS Foundation Trust, at 11 June 2026, 9:30am');
  const asked = `were-you-there, the first, about ${JUNE_10}: they said that they would come; due since 11 June 2026: would go`;
  expect(lines[lines.indexOf(asked) + 1]).toBe(`  ${nurse} executive-director`);
  const supporting = lines.findIndex((line) => line.startsWith('claims-waiting, in support, '));
  expect(lines[supporting + 1]).toBe(`  ${edi} edi-lead`);
  expect(lines).toContainEqual(expect.stringMatching(/^\d reminders to \d people:$/));
  expect(lines).toContain('  were-you-there  1');
  expect(lines.at(-1)).toBe('Nothing was changed. Run it again with --apply to plan them.');
  expect(await planned()).toEqual([]);
});

test('a meeting that nobody has booked, and a network behind its pace, have their reasons too', async () => {
  await house.doors.perform(house.as(house.cast.nurse), {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'cannot-come' },
  });
  const { text } = await admin('--org', 'ZPV', '--at', '2026-07-08T09:30');
  expect(text).toMatch(
    /^coverage-pace, .*: a network has had executives .*; due since 8 July 2026/m,
  );
  const before = await admin('--org', 'ZPV', '--at', '2026-06-08T09:30');
  expect(before.text).toMatch(/^meeting-unbooked, .*: no executive .*; due since /m);
});

test('no name and no word of a reminder stands in what it says', async () => {
  const { text } = await admin('--org', 'ZPV', '--at', '2026-06-11T09:30');
  expect(text).not.toMatch(/Okafor|Khan|Kaur|Moyo|Were you able|@/);
});

test('facts are as they are now: what is answered today is not asked about then', async () => {
  const before = await admin('--org', 'ZPV', '--at', '2026-06-11T09:30');
  expect(before.text).toContain('were-you-there');
  await house.doors.perform(house.as(house.cast.nurse), {
    verb: 'intend',
    data: { meeting: JUNE_10, answer: 'cannot-come' },
  });
  const after = await admin('--org', 'ZPV', '--at', '2026-06-11T09:30');
  expect(after.text).not.toContain('were-you-there');
});

test('out of hours it says that they would wait', async () => {
  const { text } = await admin('--org', 'ZPV', '--at', '2026-06-11T20:00');
  expect(text).toContain('would wait for office hours');
});

test('--apply plans them once, and the bot’s own look finds nothing to add', async () => {
  house.clock.moveTo('2026-06-11T08:30:00.000Z');
  const { lines } = await admin('--org', 'ZPV', '--apply');
  const rows = await planned();
  expect(rows.every(({ state }) => state.kind === 'planned')).toBe(true);
  expect(lines.at(-1)).toBe(
    `Planned ${rows.length}. Nothing was sent: that is the workers’ to do.`,
  );
  const again = await admin('--org', 'ZPV', '--apply');
  expect(again.lines).toContain('No reminder is due that was not planned before.');
  expect(again.lines).toContain(`${rows.length} were planned before.`);
  const heard = await botRuns();
  expect(heard).toContain(`${house.cast.nurse} were-you-there:${JUNE_10}`);
  expect(await planned()).toHaveLength(rows.length);
});

test('what is planned for a later day waits for it, and then goes once', async () => {
  await admin('--org', 'ZPV', '--at', '2026-06-11T09:30', '--apply');
  const asked = `${house.cast.nurse} were-you-there:${JUNE_10}`;
  expect(await botRuns()).not.toContain(asked);
  house.clock.moveTo('2026-06-11T08:30:00.000Z');
  expect((await botRuns()).filter((each) => each === asked)).toHaveLength(1);
  house.clock.moveTo('2026-06-12T08:30:00.000Z');
  expect(await botRuns()).not.toContain(asked);
});

test('nothing of a mentoring pair is listed or counted, and it is planned all the same', async () => {
  const { propose, ...mentoring } = await mentoringHouse();
  const without = await adminOf(mentoring, '--org', 'ZPV');
  await propose();
  expect((await adminOf(mentoring, '--org', 'ZPV')).lines).toEqual(without.lines);
  const { lines } = await adminOf(mentoring, '--org', 'ZPV', '--apply');
  const rows = await mentoring.storage.nudges.ofOrganisation(ZPV);
  expect(rows.filter(({ nudge }) => nudge.kind === 'in-private')).toHaveLength(1);
  expect(lines.at(-1)).toBe(
    `Planned ${rows.length - 1}. Nothing was sent: that is the workers’ to do.`,
  );
});

test('--all counts by organisation and kind; one in trouble is named and holds up no other', async () => {
  const { code, lines } = await admin('--all', '--at', '2026-06-11T09:30');
  expect(code).toBe(0);
  expect(lines[0]).toMatch(/^ZPV, Pennine Vale NHS Foundation Trust: \d reminders$/);
  expect(lines).toContain('1 organisation, at 11 June 2026, 9:30am');
  expect(lines).not.toContainEqual(expect.stringContaining(house.cast.nurse));

  await house.storage.organisations.add(
    { tenant: TENANT, code: 'AAA' },
    {
      name: 'Another Trust',
      yearStartMonth: 4,
      attendanceTarget: 4,
      gradeMap: {},
    },
  );
  await house.tables.records.write(`${TENANT}|AAA`, [{ kind: 'delete', key: 'r|settings' }]);
  const troubled = await admin('--all', '--at', '2026-06-11T09:30', '--apply');
  expect(troubled.code).toBe(1);
  expect(troubled.lines[0]).toMatch(/^AAA: could not be looked at: /);
  expect(troubled.lines).toContainEqual(expect.stringMatching(/^ZPV, .*: \d reminders$/));
  expect(await planned()).not.toEqual([]);
});

test.each([
  [[], 'either --org is needed, the organisation’s ODS code, or --all'],
  [['--org', 'ZPV', '--all'], 'either --org is needed'],
  [['--org', 'XYZ'], 'XYZ is not known here'],
  [['--org', 'ZPV', '--at', '2026-06-11'], '--at is a moment in London such as 2026-04-09T09:30'],
  [['--org', 'ZPV', '--at', 'tomorrow'], '--at is a moment'],
  [['--org', 'ZPV', '--at', '2026-06-31T09:30'], '--at is a moment'],
  [['--org', 'ZPV', '--at', '2027-03-28T01:30'], '--at is a moment'],
  [['--org', 'ZPV', '--at', '2031-06-11T09:30'], 'is more than a year ahead'],
  [['--org', 'ZPV', '--file', 'x.csv'], 'Unknown option'],
])('plan-nudges %s is refused in one line', async (argv, why) => {
  const { code, lines } = await admin(...argv);
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining(why)]);
  expect(await planned()).toEqual([]);
});

test('a moment with an offset is that moment', async () => {
  const { lines } = await admin('--org', 'ZPV', '--at', '2026-06-11T08:30:00Z');
  expect(lines[0]).toContain('at 11 June 2026, 9:30am');
});
