import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import type { AssessedLine, Assessment } from '../../bot/contract/assessment.ts';
import { frameworkLines } from '../../bot/domain/assessment/lines.ts';
import { BY_NOW, frameAsKnown, thingsAsKnown } from '../../bot/domain/known.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { thingKinds } from '../../bot/domain/things.ts';
import { endOfDay, type PlainDate } from '../../bot/domain/time.ts';
import { partitionOf } from '../../bot/storage/keys.ts';
import { assessmentOf, developmentAreas } from '../../bot/use-cases/assessment/assessment-of.ts';
import type { AsAt } from '../../bot/use-cases/doors.ts';
import { ORGANISATION_OWNS } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { samples } from '../support/sample-files.ts';
import { bring, personFacts, ZPV } from '../support/small-trust.ts';

const date = (text: string) => text as PlainDate;
const refused = (because: string) => ({ kind: 'refused', because });

function unpacked(packed: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  return Readable.from(packed).pipe(createGunzip()).setEncoding('utf8');
}

/** The small trust with a board secretary. */
async function trust() {
  const house = await houseInMemory('2026-04-09T08:30:00.000Z');
  const secretary = house.storage.imports.newPersonId();
  await bring(house.storage, 'roster', personFacts(secretary, ['Meera', 'Schofield']));
  await bring(house.storage, 'roles', [
    { kind: 'role', fact: { role: 'board-secretary', person: secretary, on: date('2025-04-01') } },
  ]);
  const act = async (who: PersonId, asked: Act) => {
    const [answer] = await house.doors.perform(house.as(who), asked);
    if (answer === undefined) throw new Error('an act has an outcome');
    return answer;
  };
  const outcome = async (who: PersonId, asked: Act) => (await act(who, asked)).outcome;
  const seen = async (who: PersonId, asAt: AsAt = {}): Promise<Assessment> => {
    const shown = await house.doors.assessment(house.as(who), asAt);
    if (shown.kind === 'refused') throw new Error(shown.because);
    return shown.view;
  };
  const line = async (who: PersonId, code: string, asAt: AsAt = {}): Promise<AssessedLine> => {
    const { levels } = await seen(who, asAt);
    const found = levels.flatMap(({ lines }) => lines).find((each) => each.line === code);
    if (found === undefined) throw new Error(`there is no line ${code}`);
    return found;
  };
  /** A link for a line; its id. */
  const draft = async (who: PersonId, of: string, title: string): Promise<string> => {
    const { subject, outcome: drafted } = await act(who, drafting(of, title));
    expect(drafted).toEqual({ kind: 'done' });
    return subject.split('~')[0] ?? '';
  };
  return { ...house, cast: { ...house.cast, secretary }, act, outcome, seen, line, draft };
}

const drafting = (line: string, title: string): Act => ({
  verb: 'draft-evidence',
  data: { line, title, date: '2026-03-03', evidence: `https://trust.example/${title.length}` },
});
const ready = (...entries: string[]): Act => ({ verb: 'ready-evidence', data: { entries } });
const approve = (...entries: string[]): Act => ({ verb: 'approve-evidence', data: { entries } });
const giveBack = (entry: string, reason: string): Act => ({
  verb: 'return-evidence',
  data: { entry, reason },
});
const takeBack = (move: string): Act => ({ verb: 'take-back-evidence', data: { move } });
const inPlace = (line: string, evidence = ''): Act => ({
  verb: 'say-line',
  data: { line, state: 'in-place', evidence },
});

test('all seventeen lines stand there in the framework’s own words, none of them looked at yet', async () => {
  const { seen, cast } = await trust();
  const { levels } = await seen(cast.secretary);
  expect(levels.map(({ level, n, of }) => [level, n, of])).toEqual([
    ['bronze', 0, 5],
    ['silver', 0, 5],
    ['gold', 0, 5],
    ['regular-review', 0, 2],
  ]);
  const lines = levels.flatMap((level) => level.lines);
  expect(lines.map(({ line, framework }) => [line, framework])).toEqual(
    frameworkLines.map(({ code, words }) => [code, words]),
  );
  expect(lines.filter(({ deliverable }) => deliverable)).toHaveLength(17);
  const lead = lines.find(({ line }) => line === 'B1');
  expect(lead?.checklist).toContain('senior director level EDI lead');
  expect(lines.find(({ line }) => line === 'B2')?.checklist).toBeUndefined();
  expect(lines.filter(({ state }) => state === 'development-area').map(({ line }) => line)).toEqual(
    // What the app measures needs nobody to look at it.
    ['S1', 'S2', 'S3', 'S3.b', 'S4', 'S4.a', 'S5'],
  );
});

test('a line is in place once evidence for it is ready, and no longer when that is taken off', async () => {
  const { outcome, line, draft, cast } = await trust();
  expect(await outcome(cast.edi, inPlace('B2'))).toEqual(refused('evidence-needed'));
  const entry = await draft(cast.edi, 'B2', 'Anti-racism statement');
  expect(await outcome(cast.edi, inPlace('B2'))).toEqual(refused('evidence-needed'));
  expect(await outcome(cast.edi, ready(entry))).toEqual({ kind: 'done' });
  expect(await outcome(cast.edi, inPlace('B2'))).toEqual({ kind: 'done' });
  expect(await line(cast.edi, 'B2')).toMatchObject({
    state: 'in-place',
    evidence: [{ state: 'ready', awaits: 'edi-sponsor', may: ['withdraw'] }],
  });
  const withdraw: Act = { verb: 'withdraw-evidence', data: { entry } };
  expect(await outcome(cast.edi, withdraw)).toEqual({ kind: 'done' });
  expect(await outcome(cast.edi, withdraw)).toEqual({ kind: 'already' });
  expect(await line(cast.edi, 'B2')).toMatchObject({ state: 'development-area', evidence: [] });
  // Undone, both stand again.
  expect(await outcome(cast.edi, takeBack(`${entry}~2`))).toEqual({ kind: 'done' });
  expect(await outcome(cast.edi, takeBack(`${entry}~2`))).toEqual({ kind: 'already' });
  expect((await line(cast.edi, 'B2')).state).toBe('in-place');
});

test('a document named in words is evidence as it always was, for every line that is not measured', async () => {
  const { outcome, line, cast } = await trust();
  for (const code of ['B5.a', 'S1.b', 'S2.a', 'G1', 'R2.a']) {
    expect(await outcome(cast.sponsor, inPlace(code, 'Policy 12'))).toEqual({ kind: 'done' });
    expect(await line(cast.edi, code)).toMatchObject({
      state: 'in-place',
      said: { evidence: 'Policy 12', date: '2026-04-09' },
    });
  }
  expect(await outcome(cast.edi, inPlace('B9', 'Policy 12'))).toEqual(refused('no-such-line'));
});

test('of a measured line the figure stands; a note and evidence may be added', async () => {
  const { outcome, line, draft, cast } = await trust();
  for (const code of ['S1', 'S2', 'S3', 'S3.b', 'S4', 'S4.a', 'S5']) {
    expect(await outcome(cast.edi, inPlace(code, 'Policy 12'))).toEqual(refused('figure-stands'));
  }
  const note: Act = { verb: 'keep-line', data: { line: 'S4', note: 'Two more are booked.' } };
  expect(await outcome(cast.edi, note)).toEqual({ kind: 'done' });
  await draft(cast.edi, 'S4', 'Minutes');
  expect(await line(cast.edi, 'S4')).toMatchObject({
    ...{ measured: true, state: 'development-area', note: 'Two more are booked.' },
    figure: { n: 0, of: 4, ready: false, rule: expect.stringMatching(/^S4/) },
    evidence: [{ state: 'drafted' }],
  });
});

test('S5.a needs the paper as well as the word: with the word alone its figure is 1 of 2', async () => {
  const { outcome, line, cast } = await trust();
  await outcome(cast.edi, inPlace('S5.a', 'Survey report'));
  expect(await line(cast.edi, 'S5.a')).toMatchObject({
    ...{ measured: false, state: 'development-area', said: { state: 'in-place' } },
    figure: { n: 1, of: 2, ready: false },
  });
});

test('nobody approves their own: the EDI lead, then the EDI sponsor, then the board chair', async () => {
  const { outcome, line, draft, cast } = await trust();
  const { secretary, edi, sponsor, boardChair } = cast;
  const theirs = await draft(secretary, 'B3', 'Stretch goal');
  expect(await outcome(edi, approve(theirs))).toEqual(refused('evidence-not-ready'));
  await outcome(secretary, ready(theirs));
  expect(await outcome(sponsor, approve(theirs))).toEqual(refused('not-allowed'));
  expect((await line(edi, 'B3')).evidence[0]).toMatchObject({
    awaits: 'edi-lead',
    may: ['approve', 'return', 'withdraw'],
  });
  expect(await outcome(edi, approve(theirs))).toEqual({ kind: 'done' });
  expect(await outcome(edi, approve(theirs))).toEqual({ kind: 'already' });
  expect(await outcome(edi, ready(theirs))).toEqual(refused('evidence-approved'));

  const own = await draft(edi, 'B3', 'Board paper');
  await outcome(edi, ready(own));
  expect(await outcome(edi, approve(own))).toEqual(refused('own-evidence'));
  expect((await line(sponsor, 'B3')).evidence[0]?.may).toContain('approve');

  // Drafted by one of the two and called ready by the other: neither may.
  const both = await draft(sponsor, 'B3', 'Annual report');
  await outcome(edi, ready(both));
  for (const who of [edi, sponsor]) {
    expect(await outcome(who, approve(both))).toEqual(refused('own-evidence'));
  }
  expect(await outcome(boardChair, approve(own))).toEqual(refused('not-allowed'));
  expect(await outcome(boardChair, approve(both))).toEqual({ kind: 'done' });
});

test('what is returned says why, and comes back once it is ready again', async () => {
  const { outcome, line, draft, act, clock, cast } = await trust();
  const { secretary, edi } = cast;
  const entry = await draft(secretary, 'B4', 'Annual report');
  await outcome(secretary, ready(entry));
  const returned = await act(edi, giveBack(entry, 'It is last year’s.'));
  expect(returned.outcome).toEqual({ kind: 'done' });
  expect((await line(secretary, 'B4')).evidence[0]).toMatchObject({
    ...{ state: 'returned', reason: 'It is last year’s.', may: ['ready', 'withdraw'] },
    by: 'Zainab Khan',
  });
  // Taken back within a day, it waits again; a day later it stays.
  expect(await outcome(secretary, takeBack(returned.subject))).toEqual(refused('not-yours'));
  clock.moveTo('2026-04-10T09:30:00.000Z');
  expect(await outcome(edi, takeBack(returned.subject))).toEqual(refused('too-late-to-undo'));
  expect(await outcome(secretary, ready(entry))).toEqual({ kind: 'done' });
  const approved = await act(edi, approve(entry));
  expect((await line(edi, 'B4')).evidence[0]).toMatchObject({
    ...{ state: 'approved', takeBack: approved.subject },
  });
  expect(await outcome(edi, takeBack(approved.subject))).toEqual({ kind: 'done' });
  expect((await line(edi, 'B4')).evidence[0]?.state).toBe('ready');
  expect((await line(edi, 'B4')).history.map(({ what }) => what)).toEqual([
    ...(['taken-back', 'approved', 'ready', 'returned', 'ready', 'drafted'] as const),
  ]);
});

test('what can’t be evidence is refused, and nothing is kept', async () => {
  const { outcome, line, cast } = await trust();
  const data = { line: 'B2', title: 'Statement', date: '2026-03-03' };
  const evidence = 'https://trust.example/s';
  const tries: [Partial<typeof data> & { evidence?: string }, string][] = [
    [{ line: 'B7' }, 'no-such-line'],
    [{ title: '\u202E' }, 'title-needed'],
    [{ title: 'Ask aoife.okafor@pennine-vale.example' }, 'may-name-people'],
    [{ date: '2026-04-10' }, 'day-to-come'],
    [{ evidence: 'http://trust.example/s' }, 'evidence-not-a-link'],
    [{ evidence: 'javascript:alert(1)' }, 'evidence-not-a-link'],
  ];
  for (const [wrong, because] of tries) {
    const asked: Act = { verb: 'draft-evidence', data: { ...data, evidence, ...wrong } };
    expect(await outcome(cast.edi, asked)).toEqual(refused(because));
  }
  const file: Act = {
    verb: 'draft-evidence',
    data: { ...data, evidence: { file: 'a'.repeat(32) } },
  };
  expect(await outcome(cast.edi, file)).toEqual(refused('no-such-file'));
  expect(await outcome(cast.chair, file)).toEqual(refused('not-allowed'));
  expect((await line(cast.edi, 'B2')).history).toEqual([]);
});

test('a line has an owner, a review day and a note; what is left out stays, nothing takes it away', async () => {
  const { outcome, act, line, cast, doors, as } = await trust();
  const keep = (data: Omit<Extract<Act, { verb: 'keep-line' }>['data'], 'line'>): Act => {
    return { verb: 'keep-line', data: { line: 'G2', ...data } };
  };
  expect(await outcome(cast.edi, keep({ owner: 'nobody' }))).toEqual(refused('no-such-person'));
  expect(await outcome(cast.edi, keep({ review: '2026-04-09' }))).toEqual(
    refused('review-not-ahead'),
  );
  expect(await outcome(cast.edi, keep({ review: '2028-04-10' }))).toEqual(
    refused('review-too-far'),
  );
  await outcome(cast.edi, keep({ owner: cast.nurse, review: '2026-10-01' }));
  const noted = await act(cast.sponsor, keep({ note: 'The dashboard is being built.' }));
  const whole = {
    owner: { id: cast.nurse, name: 'Aoife Okafor' },
    ...{ review: '2026-10-01', note: 'The dashboard is being built.', state: 'not-looked-at' },
  };
  expect(await line(cast.edi, 'G2')).toMatchObject(whole);
  expect(await outcome(cast.edi, keep({ review: '2026-10-01' }))).toEqual({ kind: 'already' });
  await outcome(cast.edi, keep({ review: '' }));
  expect(await line(cast.edi, 'G2')).not.toHaveProperty('review');
  const back: Act = { verb: 'take-back-line', data: { move: noted.subject } };
  expect(await outcome(cast.edi, back)).toEqual({ kind: 'done' });
  const owners = await doors.lineOwners(as(cast.edi));
  const names = owners.kind === 'shown' ? owners.view.people.map(({ name }) => name) : [];
  // Leaders and whoever holds a role, by family name.
  expect(names).toContain('Meera Schofield');
  expect(names.indexOf('Gareth Hargreaves')).toBeLessThan(names.indexOf('Aoife Okafor'));
});

test('a file is kept for the organisation, and opened by those who see the assessment', async () => {
  const { doors, as, act, cast, outcome, storage, clock } = await trust();
  const given = { name: 'statement.pdf', bytes: samples.pdf };
  expect(await doors.sendLineFile(as(cast.chair), given)).toEqual(refused('not-allowed'));
  const sent = await doors.sendLineFile(as(cast.edi), given);
  const file = sent.kind === 'sent' ? sent.file.id : '';
  const data = { line: 'B2', title: 'Statement', date: '2026-03-03', evidence: { file } };
  const { subject } = await act(cast.edi, { verb: 'draft-evidence', data });
  const [entry = ''] = subject.split('~');
  // The same again is the same.
  expect(await outcome(cast.edi, { verb: 'draft-evidence', data })).toEqual({ kind: 'already' });
  for (const who of [cast.boardChair, cast.secretary]) {
    expect(await doors.lineFile(as(who), entry)).toMatchObject({
      ...{ kind: 'file', name: 'statement.pdf', type: 'application/pdf' },
    });
  }
  expect(await doors.lineFile(as(cast.nurse), entry)).toEqual(refused('not-allowed'));
  // A backup has it, under the organisation's own name.
  let lines = '';
  for await (const chunk of unpacked(storage.backups.read(ZPV, clock.now()))) lines += chunk;
  expect(lines).toContain('statement.pdf');
  expect(lines).toContain(Buffer.from(samples.pdf).toString('base64'));
  expect(await doors.lineFile(as(cast.edi), 'none')).toEqual(refused('no-such-evidence'));
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('the organisation has twenty files that no item names, whoever sent them, and no more', async () => {
  const { doors, as, act, cast, clock } = await trust();
  const send = (who: PersonId, name: string) =>
    doors.sendLineFile(as(who), { name: `${name}.pdf`, bytes: samples.pdf });
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    const sent = await send(n % 2 === 0 ? cast.edi : cast.secretary, `${n}`);
    ids.push(sent.kind === 'sent' ? sent.file.id : sent.because);
  }
  expect(await send(cast.edi, 'more')).toEqual(refused('too-many-files'));
  // The same one again is the same file, and one that an item names is no longer counted.
  expect(await send(cast.edi, '7')).toMatchObject({ kind: 'sent', file: { id: ids[7] } });
  const data = {
    line: 'B2',
    title: 'Statement',
    date: '2026-03-03',
    evidence: { file: ids[0] ?? '' },
  };
  await act(cast.edi, { verb: 'draft-evidence', data });
  expect(await send(cast.edi, 'more')).toMatchObject({ kind: 'sent' });
  expect(await send(cast.edi, 'one too many')).toEqual(refused('too-many-files'));
  clock.moveTo('2026-04-10T08:31:00.000Z');
  expect(await send(cast.edi, 'next day')).toMatchObject({ kind: 'sent' });
});

test('a file of the organisation’s that was altered is not given out', async () => {
  const { doors, as, act, cast, storage } = await trust();
  const sent = await doors.sendLineFile(as(cast.edi), { name: 'a.pdf', bytes: samples.pdf });
  const file = sent.kind === 'sent' ? sent.file.id : '';
  const data = { line: 'B2', title: 'Statement', date: '2026-03-03', evidence: { file } };
  const { subject } = await act(cast.edi, { verb: 'draft-evidence', data });
  const owner = as(ORGANISATION_OWNS);
  const kept = await storage.files.find(owner, file);
  if (kept === undefined) throw new Error('no file');
  await storage.files.put(owner, kept, samples.html);
  const [entry = ''] = subject.split('~');
  await expect(doors.lineFile(as(cast.edi), entry)).rejects.toThrow('not the one');
});

test('the assessment of a day is had as it was known then', async () => {
  const { outcome, line, seen, draft, clock, cast, storage } = await trust();
  const entry = await draft(cast.secretary, 'B2', 'Anti-racism statement');
  await outcome(cast.secretary, ready(entry));
  clock.moveTo('2026-05-04T08:30:00.000Z');
  await outcome(cast.edi, inPlace('B2'));
  await outcome(cast.edi, approve(entry));
  clock.moveTo('2026-06-01T08:30:00.000Z');
  const april = { on: date('2026-04-30'), known: endOfDay(date('2026-04-30')) };
  const was = await line(cast.edi, 'B2', april);
  expect(was).toMatchObject({ state: 'not-looked-at', evidence: [{ state: 'ready', may: [] }] });
  expect(await seen(cast.edi, april)).toMatchObject({ mayAssess: false, mayDraft: false });
  expect(await line(cast.edi, 'B2', { on: date('2026-05-04') })).toMatchObject({
    ...{ state: 'in-place', evidence: [{ state: 'approved' }] },
  });
  // The same from one function, as a pack or an action plan reads it.
  const things = await storage.records.things(ZPV, thingKinds);
  const { people, frame } = await storage.records.people(ZPV);
  const known = { people, frame: frameAsKnown(frame, BY_NOW), on: date('2026-06-01') };
  const lines = assessmentOf({ ...known, things: thingsAsKnown(things, BY_NOW) });
  expect(lines.find(({ code }) => code === 'B2')?.state).toBe('in-place');
  expect(developmentAreas(lines).map(({ code }) => code)).toContain('S4');
});

test('the ledger names ids alone, never a title, a reason or an owner', async () => {
  const { outcome, draft, cast, tables } = await trust();
  const entry = await draft(cast.secretary, 'B2', 'Zqtitle');
  await outcome(cast.secretary, ready(entry));
  await outcome(cast.edi, giveBack(entry, 'Zqreason'));
  await outcome(cast.edi, {
    verb: 'keep-line',
    data: { line: 'B2', owner: cast.nurse, note: 'Zqnote' },
  });
  const rows: string[] = [];
  for await (const page of tables.records.range(partitionOf(ZPV), 'l|', 'l|~')) {
    rows.push(...page.map(({ properties }) => JSON.stringify(properties)));
  }
  expect(rows.join('\n')).toContain(entry);
  expect(rows.join('\n')).not.toMatch(/Zq(?:title|reason|note)/);
  expect(rows.at(-1)).not.toContain(cast.nurse);
});
