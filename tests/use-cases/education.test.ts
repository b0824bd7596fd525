import { expect, test } from 'vitest';
import { actSchema, type Act } from '../../bot/contract/acts.ts';
import { BY_NOW, personAsKnown } from '../../bot/domain/known.ts';
import { countingOn } from '../../bot/domain/education/counting.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { endOfDay, type PlainDate } from '../../bot/domain/time.ts';
import { houseInMemory } from '../support/house.ts';
import { samples } from '../support/sample-files.ts';
import { bring, personFacts, ZPV } from '../support/small-trust.ts';

type House = Awaited<ReturnType<typeof houseInMemory>>;
type ToRecord = Extract<Act, { verb: 'record-education' }>['data'];

const day = (text: string) => text as PlainDate;
const refused = (because: string) => ({ kind: 'refused', because });
const done = { kind: 'done' };
const course = (more: Partial<ToRecord> = {}): Act => ({
  verb: 'record-education',
  data: {
    course: 'Inclusive leadership for boards',
    date: '2026-03-02',
    evidence: 'https://learning.pennine-vale.example/certificates/4711',
    ...more,
  },
});
const verify = (...entries: string[]): Act => ({ verb: 'verify-education', data: { entries } });
const reopen = (...entries: string[]): Act => ({ verb: 'reopen-education', data: { entries } });
const withdraw = (entry: string): Act => ({ verb: 'withdraw-education', data: { entry } });
const sendBack = (entry: string): Act => ({
  verb: 'return-education',
  data: { entry, reason: 'cannot-open' },
});

async function outcome(house: House, person: PersonId, act: Act) {
  const [answer] = await house.doors.perform(house.as(person), act);
  return answer?.outcome;
}
async function recorded(house: House, by: PersonId, more: Partial<ToRecord> = {}) {
  const [answer] = await house.doors.perform(house.as(by), course(more));
  if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
  return answer.subject;
}
async function commitmentOf(house: House, person: PersonId) {
  const shown = await house.doors.progress(house.as(person));
  return shown.kind === 'shown'
    ? shown.view.commitments.find(({ code }) => code === 'S3')
    : undefined;
}
async function waitingFor(house: House, person: PersonId) {
  const shown = await house.doors.educationToVerify(house.as(person));
  return shown.kind === 'shown' ? shown.view.waiting.map(({ name }) => name) : shown.because;
}

test('an executive records a course, the EDI lead verifies it, and it counts for three years', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  expect(await commitmentOf(house, nurse)).toMatchObject({ status: 'to-do', done: 0, needed: 1 });
  const id = await recorded(house, nurse);
  expect(await commitmentOf(house, nurse)).toMatchObject({ status: 'waiting', awaits: 'edi-lead' });
  expect(await waitingFor(house, edi)).toEqual(['Aoife Okafor']);
  expect(await outcome(house, edi, verify(id))).toEqual(done);
  expect(await commitmentOf(house, nurse)).toMatchObject({
    ...{ status: 'met', done: 1, needed: 0, until: '2029-03-01', lapsing: false },
    why: { line: 'S3', ours: true },
  });
  house.clock.moveTo('2029-03-01T12:00:00.000Z');
  expect(await commitmentOf(house, nurse)).toMatchObject({ status: 'met', lapsing: true });
  house.clock.moveTo('2029-03-02T12:00:00.000Z');
  expect(await commitmentOf(house, nurse)).toMatchObject({ status: 'to-do' });
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('verified education of before the app counts as well', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const data = { what: 'education', date: '2025-02-11', document: 'certificate.pdf' } as const;
  const [entry] = await house.doors.perform(house.as(nurse), { verb: 'enter-history', data });
  expect(await commitmentOf(house, nurse)).toMatchObject({ status: 'waiting' });
  const entries = [entry?.subject ?? ''];
  await house.doors.perform(house.as(edi), { verb: 'verify-history', data: { entries } });
  expect(await commitmentOf(house, nurse)).toMatchObject({ status: 'met', until: '2028-02-10' });
});

test('it is asked of executive directors alone; a chair who leads may record theirs', async () => {
  const house = await houseInMemory();
  expect(await commitmentOf(house, house.cast.chair)).toBeUndefined();
  await recorded(house, house.cast.chair);
  expect(await house.doors.myEducation(house.as(house.cast.chair))).toMatchObject({
    ...{ asked: false, mayRecord: true, records: [{ state: 'recorded', awaits: 'edi-lead' }] },
  });
  expect((await house.doors.me(house.as(house.cast.chair))).recordsEducation).toBe(true);
});

test('of somebody who doesn’t lead nothing is kept', async () => {
  const house = await houseInMemory();
  await house.storage.organisations.add(ZPV, {
    ...{ name: 'Pennine Vale', yearStartMonth: 4, attendanceTarget: 4 },
    gradeMap: { VSM: 'VSM', XR06: '6' },
  });
  const nurse = house.storage.imports.newPersonId();
  const facts = personFacts(nurse, ['Leader', '00017']).map((fact) =>
    fact.kind === 'assignment'
      ? { ...fact, fact: { ...fact.fact, grade: 'NHS|XR06|Band 6|' } }
      : fact,
  );
  await bring(house.storage, 'roster', facts);
  expect(await outcome(house, nurse, course())).toEqual(refused('leaders-only'));
  const file = { name: 'certificate.pdf', bytes: samples.pdf };
  expect(await house.doors.sendFile(house.as(nurse), file)).toEqual(refused('leaders-only'));
  expect(await house.doors.myEducation(house.as(nurse))).toMatchObject({ mayRecord: false });
  expect(await house.doors.me(house.as(nurse))).not.toHaveProperty('recordsEducation');
});

test('nobody verifies their own: then the EDI sponsor does, then the board chair', async () => {
  const house = await houseInMemory();
  const { edi, sponsor, boardChair, nurse } = house.cast;
  const own = await recorded(house, edi);
  expect(await outcome(house, edi, verify(own))).toEqual(refused('own-education'));
  expect(await outcome(house, boardChair, verify(own))).toEqual(refused('not-allowed'));
  expect(await outcome(house, nurse, verify(own))).toEqual(refused('not-allowed'));
  expect(await waitingFor(house, edi)).toEqual([]);
  expect(await waitingFor(house, sponsor)).toEqual(['Zainab Khan']);
  expect(await outcome(house, sponsor, verify(own))).toEqual(done);
  const sponsors = await recorded(house, sponsor);
  expect(await outcome(house, boardChair, verify(sponsors))).toEqual(refused('not-allowed'));
  expect(await outcome(house, edi, verify(sponsors))).toEqual(done);
  expect(await waitingFor(house, nurse)).toBe('not-yours');
});

test('sent back with a reason, it is recorded again and the first one gives way', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const id = await recorded(house, nurse);
  expect(await outcome(house, edi, sendBack(id))).toEqual(done);
  expect(await outcome(house, edi, verify(id))).toEqual(refused('already-returned'));
  const own = await house.doors.myEducation(house.as(nurse));
  expect(own.records).toMatchObject([{ id, state: 'returned', reason: 'cannot-open' }]);
  await recorded(house, nurse, { date: '2026-03-03', instead: id });
  const mended = await house.doors.myEducation(house.as(nurse));
  expect(mended.records).toMatchObject([{ date: '2026-03-03', state: 'recorded' }]);
  expect(await outcome(house, edi, verify(id))).toEqual(refused('education-withdrawn'));
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('an answer is taken back within 24 hours, by whoever gave it', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const id = await recorded(house, nurse);
  await outcome(house, edi, verify(id));
  expect(await outcome(house, nurse, reopen(id))).toEqual(refused('own-education'));
  house.clock.moveTo('2026-04-10T08:29:00.000Z');
  expect(await outcome(house, edi, reopen(id))).toEqual(done);
  expect(await outcome(house, edi, reopen(id))).toEqual({ kind: 'already' });
  await outcome(house, edi, verify(id));
  house.clock.moveTo('2026-04-11T08:30:00.000Z');
  expect(await outcome(house, edi, reopen(id))).toEqual(refused('too-late-to-undo'));
});

test('withdrawn by the person, it counts no more, and can be recorded anew', async () => {
  const house = await houseInMemory();
  const { nurse, edi, operating } = house.cast;
  const id = await recorded(house, nurse);
  await outcome(house, edi, verify(id));
  expect(await outcome(house, operating, withdraw(id))).toEqual(refused('not-allowed'));
  expect(await outcome(house, nurse, withdraw(id))).toEqual(done);
  expect(await outcome(house, nurse, withdraw(id))).toEqual({ kind: 'already' });
  expect(await commitmentOf(house, nurse)).toMatchObject({ status: 'to-do' });
  expect(await recorded(house, nurse)).not.toBe(id);
});

test('the same tap, and the same course of that day, is one record', async () => {
  const house = await houseInMemory();
  const { nurse } = house.cast;
  await recorded(house, nurse, { tap: 'one' });
  expect(await outcome(house, nurse, course({ tap: 'one' }))).toEqual({ kind: 'already' });
  const shouted = course({ course: ' INCLUSIVE leadership for boards ' });
  expect(await outcome(house, nurse, shouted)).toEqual({ kind: 'already' });
  expect((await house.doors.myEducation(house.as(nurse))).records).toHaveLength(1);
});

test.each([
  [{ date: '2026-04-10' }, 'day-to-come'],
  [{ course: '\u202E\u200B' }, 'course-needed'],
  [{ evidence: 'http://pennine-vale.example/certificate' }, 'evidence-not-a-link'],
  [{ evidence: 'javascript:alert(1)' }, 'evidence-not-a-link'],
  [{ evidence: 'https://someone:secret@pennine-vale.example/' }, 'evidence-not-a-link'],
  [{ evidence: 'certificate.pdf' }, 'evidence-not-a-link'],
  [{ evidence: { file: '0123456789abcdef0123456789abcdef' } }, 'no-such-file'],
  [{ evidence: { file: '../../other' } }, 'no-such-file'],
])('%j is refused: %s', async (wrong, because) => {
  const house = await houseInMemory();
  expect(await outcome(house, house.cast.nurse, course(wrong))).toEqual(refused(because));
  expect((await house.doors.myEducation(house.as(house.cast.nurse))).records).toEqual([]);
});

test('a course completed today is recorded today', async () => {
  const house = await houseInMemory();
  expect(await outcome(house, house.cast.nurse, course({ date: '2026-04-09' }))).toEqual(done);
});

test.each([{ date: '2026-02-30' }, { course: ' ' }, { course: 'm'.repeat(201) }, { evidence: '' }])(
  '%j is no record that the contract takes',
  (wrong) => {
    const act = course();
    expect(actSchema.safeParse(act).success).toBe(true);
    expect(actSchema.safeParse({ ...act, data: { ...act.data, ...wrong } }).success).toBe(false);
  },
);

test('as known on the day before it was verified, it did not count', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const id = await recorded(house, nurse);
  house.clock.moveTo('2026-04-20T10:00:00.000Z');
  await outcome(house, edi, verify(id));
  const found = await house.storage.records.person(ZPV, nurse);
  if (found === undefined) throw new Error('nobody');
  const counting = (known: typeof BY_NOW) =>
    countingOn(personAsKnown(found.person, known), day('2026-04-09'));
  expect(counting(endOfDay(day('2026-04-19')))).toBeUndefined();
  expect(counting(BY_NOW)).toBe('2029-03-01');
});

test('a register’s record waits for the EDI lead, and its person can’t take it off once verified', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const evidence = { kind: 'register', name: 'learning.csv' } as const;
  const fact = { person: nurse, course: 'Inclusive leadership', on: day('2026-02-10'), evidence };
  await bring(house.storage, 'education', [{ kind: 'education', row: 2, fact }]);
  const [record] = (await house.doors.myEducation(house.as(nurse))).records;
  expect(record).toMatchObject({ state: 'recorded', mayWithdraw: true, evidence });
  const id = record?.id ?? '';
  expect(await outcome(house, edi, verify(id))).toEqual(done);
  expect(await outcome(house, nurse, withdraw(id))).toEqual(refused('education-by-register'));
  expect(await outcome(house, edi, withdraw(id))).toEqual(done);
  expect((await house.storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('another organisation’s record is nobody’s here', async () => {
  const house = await houseInMemory();
  const { nurse, edi } = house.cast;
  const id = await recorded(house, nurse);
  const elsewhere = { ...ZPV, code: 'ZZ1' };
  await house.storage.organisations.add(elsewhere, {
    ...{ name: 'Elsewhere', yearStartMonth: 4, attendanceTarget: 4, gradeMap: {} },
  });
  for (const act of [verify(id), sendBack(id), reopen(id), withdraw(id)]) {
    const [answer] = await house.doors.perform(house.as(edi, elsewhere), act);
    // Told as whatever they ask there: whether there is one isn't said.
    expect(answer?.outcome).toEqual(refused('no-longer-listed'));
  }
  expect(await outcome(house, edi, verify('nobody~1', id))).toEqual(refused('no-such-education'));
});
