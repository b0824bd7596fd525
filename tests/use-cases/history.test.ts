import { lineOf } from '../support/silver-line.ts';
import { attendanceOf } from '../../bot/contract/views.ts';
import { expect, test } from 'vitest';
import { runAdmin } from '../../bot/admin/main.ts';
import { actSchema, type Act } from '../../bot/contract/acts.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { endOfDay, type PlainDate } from '../../bot/domain/time.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { claimId } from '../../bot/use-cases/doors.ts';
import { openDoors } from '../../bot/use-cases/open-doors.ts';
import { trustImports } from '../../infra/local/first-import.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { houseInMemory, memoryTables } from '../support/house.ts';
import { APRIL_8, bring, movableClock, RACE, WELLBEING, ZPV } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

type House = Awaited<ReturnType<typeof houseInMemory>>;

async function outcome(house: House, person: PersonId, act: Act) {
  const [answer] = await house.doors.perform(house.as(person), act);
  return answer?.outcome;
}
const refused = (because: string) => ({ kind: 'refused', because });
type ToEnter = Extract<Act, { verb: 'enter-history' }>['data'];
const enter = (more: Partial<ToEnter> = {}): Act => ({
  verb: 'enter-history',
  data: {
    what: 'attendance',
    date: '2026-03-11',
    network: RACE,
    document: 'minutes.docx',
    ...more,
  },
});

async function entered(house: House, by: PersonId, more: Partial<ToEnter> = {}): Promise<string> {
  const [answer] = await house.doors.perform(house.as(by), enter(more));
  if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
  return answer.subject;
}
const verify = (...entries: string[]): Act => ({ verb: 'verify-history', data: { entries } });
const reopen = (...entries: string[]): Act => ({ verb: 'reopen-history', data: { entries } });
const withdraw = (entry: string): Act => ({ verb: 'withdraw-history', data: { entry } });

async function silverOf(house: House, on?: string, known?: string) {
  const shown = await house.doors.silver(house.as(house.cast.edi), {
    ...(on === undefined ? {} : { on: on as PlainDate }),
    ...(known === undefined ? {} : { known: endOfDay(known as PlainDate) }),
  });
  const line = lineOf(shown, 'S4');
  return line && { n: line.n, before: line.before, rule: line.rule };
}

test('on the trust’s data S4 is 5 on 8 April once history is verified, and 6 with 8 April confirmed', async () => {
  const clock = movableClock();
  const trust = { tenant: practice.tenant, code: practice.organisation.code };
  const storage = storageOn(memoryTables(), { clock });
  for (const argv of trustImports) {
    const lines: string[] = [];
    const open = () => Promise.resolve({ ...storage, readers });
    const code = await runAdmin(argv, {
      ...{ clock, packs: openPacks('0.0.0'), print: (line) => lines.push(line), open },
    });
    expect(code, lines.join('\n')).toBe(0);
  }
  const doors = openDoors({
    ...storage,
    queue: memoryQueue(),
    clock,
    isBankHoliday: englandsBankHolidays(),
    readers,
    packs: openPacks('0.0.0'),
    changed: () => undefined,
    tenants: [practice.tenant],
  });
  const { people } = await storage.records.people(trust);
  const as = (name: string) => {
    const found = people.find((person) => `${person.givenName} ${person.familyName}` === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return { organisation: trust, person: found.id };
  };
  const zainab = as('Zainab Khan');
  const on = '2026-04-08' as PlainDate;
  const figure = async () => {
    const shown = await doors.silver(zainab, { on });
    const line = lineOf(shown, 'S4');
    return line && [line.n, line.of, line.ready, line.before];
  };
  expect(await figure()).toEqual([0, 4, false, 0]);

  const list = await doors.history(zainab);
  if (list.kind !== 'shown') throw new Error('the EDI lead sees what waits');
  // Zainab leads the mentoring programme too.
  expect(list.view.waiting).toHaveLength(34);
  const outcomes = await doors.perform(zainab, verify(...list.view.waiting.map(({ id }) => id)));
  expect(outcomes.every((each) => each.outcome.kind === 'done')).toBe(true);
  expect(await figure()).toEqual([5, 4, true, 5]);

  const aoife = as('Aoife Okafor');
  await doors.perform(aoife, { verb: 'claim', data: { meeting: APRIL_8 } });
  const claims = [claimId(aoife.person, APRIL_8)];
  await doors.perform(as('Oluwaseun Moyo'), { verb: 'confirm', data: { claims } });
  expect(await figure()).toEqual([6, 4, true, 5]);
  expect((await storage.auditor.verify(trust)).faults).toEqual([]);
});

test('what an executive enters counts once the EDI lead has verified it, and from then on only', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const id = await entered(house, nurse);
  expect(await silverOf(house)).toMatchObject({ n: 0, before: 0 });
  house.clock.moveTo('2026-04-13T08:30:00.000Z');
  expect(await outcome(house, edi, verify(id))).toEqual({ kind: 'done' });
  expect(await silverOf(house)).toEqual({ n: 1, before: 1, rule: 'S4/2' });
  expect(await silverOf(house, '2026-04-09', '2026-04-12')).toMatchObject({ n: 0 });
  expect(await silverOf(house, '2026-04-09', '2026-04-13')).toMatchObject({ n: 1 });
  expect(await silverOf(house, '2026-03-10')).toMatchObject({ n: 0 });
  house.clock.moveTo('2027-03-11T08:30:00.000Z');
  expect(await silverOf(house, '2027-03-11')).toMatchObject({ n: 0 });
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('two executives at one meeting before the app, and the app’s own record of it, count once', async () => {
  const house = await houseInMemory('2026-04-09T08:30:00.000Z');
  const { nurse, sponsor, edi, deputy } = house.cast;
  const ids = [await entered(house, nurse), await entered(house, sponsor)];
  await outcome(house, edi, verify(...ids));
  expect(await silverOf(house)).toMatchObject({ n: 1, before: 1 });
  await outcome(house, nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  await outcome(house, deputy, {
    verb: 'confirm',
    data: { claims: [claimId(nurse, APRIL_8)] },
  });
  // A file may tell of a day that the calendar has, too.
  const fact = { person: sponsor, what: 'attendance', on: '2026-04-08', network: RACE } as const;
  await bring(house.storage, 'history', [
    {
      kind: 'history',
      row: 2,
      fact: { ...fact, on: fact.on as PlainDate, document: 'minutes-april.docx' },
    },
  ]);
  const list = await house.doors.history(house.as(edi));
  const waits = list.kind === 'shown' ? list.view.waiting.map(({ id }) => id) : [];
  expect(waits).toHaveLength(1);
  await outcome(house, edi, verify(...waits));
  expect(await silverOf(house)).toMatchObject({ n: 2, before: 1 });
  const attendance = await house.doors.attendance(house.as(edi), {});
  expect(attendance).toMatchObject({
    view: {
      people: [
        { name: 'Aoife Okafor', confirmed: 1 },
        {
          name: 'Claire Schofield',
          confirmed: 0,
          before: 1,
          history: [{ date: '2026-04-08', state: 'verified', countsForSilver: true }],
        },
        { name: 'Gareth Hargreaves' },
      ],
    },
  });
});

test('history of other networks, or of somebody who was no executive that day, never moves the figure', async () => {
  const house = await houseInMemory();
  const { nurse, interim, edi } = house.cast;
  const ids = [
    await entered(house, nurse, { network: WELLBEING }),
    await entered(house, interim),
    await entered(house, nurse, { date: '2025-03-31' }),
  ];
  await outcome(house, edi, verify(...ids));
  expect(await silverOf(house)).toMatchObject({ n: 0 });
  expect(await silverOf(house, '2025-04-01')).toMatchObject({ n: 0 });
});

test('a leader’s own history of this year counts once verified, and is told apart', async () => {
  const house = await houseInMemory('2026-06-20T08:30:00.000Z');
  const { nurse, edi } = house.cast;
  const own = async () => {
    const shown = await house.doors.progress(house.as(nurse));
    const [commitment] = shown.kind === 'shown' ? [attendanceOf(shown.view)] : [];
    return commitment && [commitment.done, commitment.before, commitment.why.rule];
  };
  const id = await entered(house, nurse, { date: '2026-05-06' });
  expect(await own()).toEqual([0, undefined, 'S4.own/2']);
  await outcome(house, edi, verify(id));
  expect(await own()).toEqual([1, 1, 'S4.own/2']);
  const shown = await house.doors.progress(house.as(nurse));
  expect(shown).toMatchObject({
    view: { history: [{ date: '2026-05-06', state: 'verified', mayWithdraw: true }] },
  });
});

test('nobody verifies their own: the EDI lead’s goes to the sponsor, the sponsor’s to the EDI lead', async () => {
  const house = await houseInMemory();
  const { edi, sponsor, boardChair, chair } = house.cast;
  const course = { what: 'education', network: undefined, document: 'certificate.pdf' } as const;
  const leads = await entered(house, edi, course);
  const sponsors = await entered(house, sponsor, course);
  expect(await outcome(house, edi, verify(leads))).toEqual(refused('own-history'));
  expect(await outcome(house, boardChair, verify(leads))).toEqual(refused('not-allowed'));
  expect(await outcome(house, chair, verify(leads))).toEqual(refused('not-allowed'));
  expect(await outcome(house, sponsor, verify(sponsors))).toEqual(refused('own-history'));
  expect(await outcome(house, sponsor, verify(leads))).toEqual({ kind: 'done' });
  expect(await outcome(house, edi, verify(sponsors))).toEqual({ kind: 'done' });
});

test('once a programme lead is named, mentoring is theirs to see and verify, and nobody else’s', async () => {
  const house = await houseInMemory();
  const { nurse, edi, interim, assistant } = house.cast;
  const session = { what: 'mentoring-session', network: undefined, document: 'register' } as const;
  const id = await entered(house, nurse, session);
  const seen = async (person: PersonId) => {
    const list = await house.doors.history(house.as(person));
    return list.kind === 'shown' ? list.view.waiting.length : list.because;
  };
  expect(await seen(edi)).toBe(1);
  expect(await seen(interim)).toBe('not-yours');
  const lead = { role: 'programme-lead', person: interim, on: '2026-04-01' as PlainDate } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: lead }]);
  expect(await seen(edi)).toBe(0);
  expect(await seen(interim)).toBe(1);
  expect((await house.doors.me(house.as(interim))).pages).toContain('organisation');
  expect(await outcome(house, edi, verify(id))).toEqual(refused('not-allowed'));
  expect(await outcome(house, interim, verify(id))).toEqual({ kind: 'done' });
  const theirs = await house.doors.progress(house.as(assistant), nurse);
  expect(theirs.kind).toBe('shown');
  expect(JSON.stringify(theirs)).not.toContain('mentoring');
  const own = await house.doors.progress(house.as(nurse));
  expect(own).toMatchObject({ view: { history: [{ what: 'mentoring-session' }] } });
});

test('whoever verifies other history can’t tell of whom there is mentoring', async () => {
  const house = await houseInMemory();
  const { nurse, operating, edi, interim } = house.cast;
  const lead = { role: 'programme-lead', person: interim, on: '2026-04-01' as PlainDate } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: lead }]);
  const session = { what: 'mentoring-session', network: undefined, document: 'register' } as const;
  const id = await entered(house, nurse, session);
  const other = id.replace(nurse, operating);
  for (const act of [verify, reopen, withdraw]) {
    expect(await outcome(house, edi, act(id))).toEqual(refused('not-allowed'));
    expect(await outcome(house, edi, act(other))).toEqual(refused('not-allowed'));
  }
  expect(await outcome(house, operating, withdraw(other))).toEqual(refused('no-such-history'));
});

test('the ledger says nothing of what an entry is', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const session = { what: 'mentoring-session', network: undefined, document: 'register' } as const;
  await outcome(house, edi, verify(await entered(house, nurse, session)));
  const entries: unknown[] = [];
  for await (const page of house.tables.records.range(`${ZPV.tenant}|ZPV`, 'l|', 'l|~')) {
    entries.push(...page);
  }
  expect(JSON.stringify(entries)).toContain('verify-history');
  expect(JSON.stringify(entries)).not.toMatch(/mentoring|register|2026-03-11/);
});

test('entering the same again, or the same tap after it was withdrawn, changes nothing', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  const id = await entered(house, nurse, { tap: 'tap-1' });
  expect(await house.doors.perform(house.as(nurse), enter({ document: 'other.docx' }))).toEqual([
    { subject: id, outcome: { kind: 'already' } },
  ]);
  expect(await outcome(house, nurse, withdraw(id))).toEqual({ kind: 'done' });
  expect(await outcome(house, nurse, withdraw(id))).toEqual({ kind: 'already' });
  expect(await outcome(house, nurse, enter({ tap: 'tap-1' }))).toEqual({ kind: 'already' });
  expect(await outcome(house, house.cast.edi, verify(id))).toEqual(refused('already-withdrawn'));
  expect(await entered(house, nurse)).not.toBe(id);
});

test('a verification can be taken back within 24 hours by whoever made it', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const id = await entered(house, nurse);
  await outcome(house, edi, verify(id));
  expect(await outcome(house, edi, reopen(id))).toEqual({ kind: 'done' });
  expect(await silverOf(house)).toMatchObject({ n: 0 });
  expect(await outcome(house, edi, verify(id))).toEqual({ kind: 'done' });
  house.clock.moveTo('2026-04-12T08:30:00.000Z');
  expect(await outcome(house, edi, reopen(id))).toEqual(refused('too-late-to-undo'));
  expect(await outcome(house, edi, withdraw(id))).toEqual({ kind: 'done' });
  expect(await silverOf(house)).toMatchObject({ n: 0 });
});

test('an entry is refused kindly where it can’t be right', async () => {
  const house = await houseInMemory();
  const { nurse, operating, edi } = house.cast;
  expect(await outcome(house, nurse, enter({ date: '2026-04-09' }))).toEqual(
    refused('not-in-the-past'),
  );
  expect(await outcome(house, nurse, enter({ network: undefined }))).toEqual(
    refused('network-needed'),
  );
  expect(await outcome(house, nurse, enter({ network: 'chess' }))).toEqual(
    refused('no-such-network'),
  );
  expect(await outcome(house, nurse, enter({ date: '2026-04-08' }))).toEqual(
    refused('claim-instead'),
  );
  expect(await outcome(house, nurse, enter({ for: operating }))).toEqual(refused('not-yours'));
  expect(await outcome(house, edi, enter({ for: 'nobody' }))).toEqual(refused('no-such-person'));
  expect(await outcome(house, nurse, verify('nobody~at-all'))).toEqual(refused('no-such-history'));
  expect(await outcome(house, edi, enter({ for: operating }))).toEqual({ kind: 'done' });
});

test('what the EDI lead entered by mistake they take back, also where another verifies it', async () => {
  const house = await houseInMemory();
  const { nurse, edi, interim, sponsor } = house.cast;
  const lead = { role: 'programme-lead', person: interim, on: '2026-04-01' as PlainDate } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: lead }]);
  const session = { what: 'mentoring-session', network: undefined, document: 'register' } as const;
  const id = await entered(house, edi, { ...session, for: nurse });
  expect(await outcome(house, sponsor, withdraw(id))).toEqual(refused('not-allowed'));
  expect(await outcome(house, edi, withdraw(id))).toEqual({ kind: 'done' });
  const again = await entered(house, edi, { ...session, for: nurse });
  await outcome(house, interim, verify(again));
  expect(await outcome(house, edi, withdraw(again))).toEqual(refused('not-allowed'));
});

test('who may enter for others is told what: the EDI lead anything, the programme lead mentoring', async () => {
  const house = await houseInMemory();
  const { edi, interim, sponsor } = house.cast;
  const lead = { role: 'programme-lead', person: interim, on: '2026-04-01' as PlainDate } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: lead }]);
  const kinds = async (person: PersonId) => {
    const list = await house.doors.history(house.as(person));
    return list.kind === 'shown' ? list.view.mayEnter?.kinds : list.because;
  };
  expect(await kinds(edi)).toEqual(['attendance', 'mentoring-session', 'education']);
  expect(await kinds(interim)).toEqual(['mentoring-session']);
  expect(await kinds(sponsor)).toBeUndefined();
});

test('what a file brought and somebody verified, the person can’t take off alone; what waits, they can', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const fact = { person: nurse, what: 'attendance', network: RACE, document: 'minutes' } as const;
  await bring(
    house.storage,
    'history',
    ['2026-01-14', '2026-03-11'].map((on, at) => ({
      kind: 'history',
      row: at + 2,
      fact: { ...fact, on: on as PlainDate },
    })),
  );
  const list = await house.doors.history(house.as(edi));
  const [march = '', january = ''] =
    list.kind === 'shown' ? list.view.waiting.map(({ id }) => id) : [];
  await outcome(house, edi, verify(march));
  const shown = await house.doors.progress(house.as(nurse));
  expect(shown).toMatchObject({
    view: {
      history: [
        { id: march, mayWithdraw: false },
        { id: january, mayWithdraw: true },
      ],
    },
  });
  expect(await outcome(house, nurse, withdraw(march))).toEqual(refused('not-allowed'));
  expect(await outcome(house, nurse, withdraw(january))).toEqual({ kind: 'done' });
  expect(await outcome(house, edi, withdraw(march))).toEqual({ kind: 'done' });
  expect(await silverOf(house)).toMatchObject({ n: 0 });
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test.each([
  { date: '2026-02-30' },
  { date: '14/05/2025' },
  { date: '1025-05-14' },
  { document: ' ' },
  { document: 'm'.repeat(201) },
  { what: 'council' },
])('%j is no entry that the contract takes', (wrong) => {
  const act = enter();
  expect(actSchema.safeParse(act).success).toBe(true);
  expect(actSchema.safeParse({ ...act, data: { ...act.data, ...wrong } }).success).toBe(false);
});
