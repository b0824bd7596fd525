import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import {
  snapshotSchema,
  snapshotsSchema,
  type Snapshot,
  type Snapshots,
} from '../../bot/contract/snapshot.ts';
import { frameworkLines } from '../../bot/domain/assessment/lines.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { figureBy } from '../../bot/domain/measures/rules.ts';
import { canonical, inParts } from '../../bot/domain/snapshots/snapshot.ts';
import { thingKinds } from '../../bot/domain/things.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { partitionOf } from '../../bot/storage/keys.ts';
import { houseInMemory } from '../support/house.ts';
import { APRIL_8, bring, personFacts, RACE, ZPV } from '../support/small-trust.ts';

const done = { kind: 'done' };
const refused = (because: string) => ({ kind: 'refused', because });

async function trust() {
  const house = await houseInMemory();
  house.clock.moveTo('2026-04-20T08:30:00.000Z');
  const act = async (who: PersonId, asked: Act) => {
    const [answer] = await house.doors.perform(house.as(who), asked);
    if (answer === undefined) throw new Error('an act has an outcome');
    return answer;
  };
  const outcome = async (who: PersonId, asked: Act) => (await act(who, asked)).outcome;
  const list = async (who: PersonId): Promise<Snapshots> => {
    const shown = await house.doors.snapshots(house.as(who));
    if (shown.kind === 'refused') throw new Error(shown.because);
    expect(snapshotsSchema.parse(shown.view)).toEqual(shown.view);
    return shown.view;
  };
  const one = async (who: PersonId, id: string): Promise<Snapshot> => {
    const shown = await house.doors.snapshot(house.as(who), id);
    if (shown.kind === 'refused') throw new Error(shown.because);
    expect(snapshotSchema.parse(shown.view)).toEqual(shown.view);
    return shown.view;
  };
  const silverAt = async (on: string, known: Snapshot['known']) => {
    const shown = await house.doors.silver(house.as(house.cast.boardChair), {
      on: on as PlainDate,
      known: known as never,
    });
    if (shown.kind === 'refused') throw new Error(shown.because);
    return shown.view.lines;
  };
  const draft = async (on = '2026-04-19') => {
    const { subject } = await act(house.cast.edi, { verb: 'draft-snapshot', data: { on } });
    return subject;
  };
  return { ...house, act, outcome, list, one, silverAt, draft };
}

const approve = (snapshot: string): Act => ({ verb: 'approve-snapshot', data: { snapshot } });
const freeze = (snapshot: string): Act => ({ verb: 'freeze-snapshot', data: { snapshot } });
const back = (snapshot: string): Act => ({ verb: 'take-back-snapshot', data: { snapshot } });
const withdraw = (snapshot: string): Act => ({ verb: 'withdraw-snapshot', data: { snapshot } });
const submit = (snapshot: string, date = '2026-04-20'): Act => ({
  verb: 'submit-snapshot',
  data: { snapshot, date },
});
const feedback = (snapshot: string, words = 'Well evidenced.', date = '2026-04-20'): Act => ({
  verb: 'record-feedback',
  data: { snapshot, date, words, lines: [{ line: 'S4', words: 'Show the minutes.' }] },
});

test('a snapshot goes from draft to feedback, and each step is on record', async () => {
  const { draft, outcome, list, one, cast, storage } = await trust();
  const id = await draft();
  expect((await list(cast.edi)).snapshots).toMatchObject([
    { id, on: '2026-04-19', state: 'drafted', next: { move: 'approve', whose: 'edi-sponsor' } },
  ]);
  expect(await outcome(cast.sponsor, approve(id))).toEqual(done);
  expect((await list(cast.sponsor)).snapshots[0]?.next).toEqual({
    ...{ move: 'freeze', whose: 'edi-sponsor', yours: true },
  });
  expect(await outcome(cast.sponsor, freeze(id))).toEqual(done);
  expect(await outcome(cast.sponsor, freeze(id))).toEqual({ kind: 'already' });
  expect(await outcome(cast.edi, submit(id))).toEqual(done);
  expect(await outcome(cast.edi, feedback(id))).toEqual(done);
  expect(await outcome(cast.edi, feedback(id))).toEqual({ kind: 'already' });
  expect(await outcome(cast.sponsor, feedback(id, 'Well evidenced, and clear.'))).toEqual(done);
  const shown = await one(cast.boardChair, id);
  expect(shown).toMatchObject({ state: 'feedback', intact: true, otherRules: [] });
  expect(shown.feedback?.words).toBe('Well evidenced, and clear.');
  expect(shown.steps.map(({ state }) => state)).toEqual([
    ...['drafted', 'approved', 'frozen', 'submitted', 'feedback'],
  ]);
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([]);
});

test('what was recorded later never moves it, and its day and moment give the same figures again', async () => {
  const { draft, one, act, silverAt, cast, clock } = await trust();
  await act(cast.nurse, { verb: 'claim', data: { meeting: APRIL_8 } });
  const id = await draft();
  const before = await one(cast.edi, id);
  const attendance = (lines: Snapshot['content']['lines']) =>
    lines.find(({ code }) => code === 'S4')?.n;
  expect(attendance(before.content.lines)).toBe(0);

  clock.moveTo('2026-04-21T08:30:00.000Z');
  const claim = `${cast.nurse}~${APRIL_8}`;
  expect((await act(cast.chair, { verb: 'confirm', data: { claims: [claim] } })).outcome).toEqual(
    done,
  );
  expect((await one(cast.edi, id)).content).toEqual(before.content);
  expect(await silverAt('2026-04-19', before.known)).toEqual(before.content.lines);
  expect(attendance(await silverAt('2026-04-19', '2026-04-21T22:59:59.999Z'))).toBe(1);
});

test('it says where each of the framework’s lines stood, with what spoke for it that day', async () => {
  const { draft, one, act, cast, clock } = await trust();
  const drafting = async (title: string, address: string) => {
    const data = { line: 'B2', title, date: '2026-03-03', evidence: address };
    const { subject } = await act(cast.edi, { verb: 'draft-evidence', data });
    return subject.split('~')[0] ?? '';
  };
  const statement = await drafting('Anti-racism statement', 'https://trust.example/statement');
  await drafting('Still a draft', 'https://trust.example/draft');
  await act(cast.edi, { verb: 'ready-evidence', data: { entries: [statement] } });
  const data = { line: 'B2', state: 'in-place', evidence: 'Board minute 14/26' } as const;
  await act(cast.edi, { verb: 'say-line', data });
  clock.moveTo('2026-04-21T08:30:00.000Z');
  const id = await draft('2026-04-20');
  await act(cast.edi, { verb: 'withdraw-evidence', data: { entry: statement } });

  const { content } = await one(cast.edi, id);
  expect(content.assessment?.map(({ line }) => line)).toEqual(
    frameworkLines.map(({ code }) => code),
  );
  const line = (code: string) => content.assessment?.find((each) => each.line === code);
  expect(line('B2')).toEqual({
    ...{ line: 'B2', state: 'in-place' },
    evidence: ['Board minute 14/26', 'Anti-racism statement'],
  });
  expect(line('S4')).toEqual({ line: 'S4', state: 'development-area' });
  expect(line('G1')).toEqual({ line: 'G1', state: 'not-looked-at' });
});

test('whatever was recorded in the same instant as it was drafted is either before it or after it', async () => {
  const { draft, one, act, silverAt, cast } = await trust();
  // The clock stands still: the book's own moments go on by themselves.
  const [id] = await Promise.all([
    draft(),
    act(cast.nurse, { verb: 'claim', data: { meeting: APRIL_8 } }),
    act(cast.sponsor, { verb: 'claim', data: { meeting: APRIL_8 } }),
  ]);
  const { content, known } = await one(cast.edi, id);
  expect(await silverAt('2026-04-19', known)).toEqual(content.lines);
});

test('nobody approves or freezes their own, and nobody freezes what was not approved', async () => {
  const { draft, outcome, cast, storage, list } = await trust();
  const id = await draft();
  expect(await outcome(cast.edi, approve(id))).toEqual(refused('own-snapshot'));
  expect(await outcome(cast.boardChair, approve(id))).toEqual(refused('another-decides'));
  expect(await outcome(cast.sponsor, freeze(id))).toEqual(refused('not-approved'));
  expect(await outcome(cast.edi, freeze(id))).toEqual(refused('not-allowed'));
  expect(await outcome(cast.edi, submit(id))).toEqual(refused('not-frozen'));
  expect(await outcome(cast.edi, feedback(id))).toEqual(refused('not-submitted'));

  // With a second EDI lead it is theirs to approve, and no longer the sponsor's.
  const second = storage.imports.newPersonId();
  await bring(storage, 'roster', personFacts(second, ['Meera', 'Schofield']));
  const on = '2026-04-01' as PlainDate;
  await bring(storage, 'roles', [{ kind: 'role', fact: { role: 'edi-lead', person: second, on } }]);
  expect(await outcome(cast.sponsor, approve(id))).toEqual(refused('another-decides'));
  expect((await list(second)).snapshots[0]?.may).toEqual(['approve', 'withdraw']);
  expect(await outcome(second, approve(id))).toEqual(done);
});

test('where the EDI sponsor drafted it as EDI lead, the board chair freezes it', async () => {
  const { act, outcome, cast, storage } = await trust();
  const on = '2026-04-01' as PlainDate;
  await bring(storage, 'roles', [
    { kind: 'role', fact: { role: 'edi-lead', person: cast.sponsor, on } },
  ]);
  const data = { on: '2026-04-19' };
  const { subject: id } = await act(cast.sponsor, { verb: 'draft-snapshot', data });
  expect(await outcome(cast.sponsor, approve(id))).toEqual(refused('own-snapshot'));
  expect(await outcome(cast.edi, approve(id))).toEqual(done);
  expect(await outcome(cast.sponsor, freeze(id))).toEqual(refused('own-snapshot'));
  expect(await outcome(cast.boardChair, freeze(id))).toEqual(done);
});

test('what is frozen can be neither withdrawn, approved again nor taken back', async () => {
  const { draft, outcome, one, cast, clock } = await trust();
  const id = await draft();
  await outcome(cast.sponsor, approve(id));
  expect(await outcome(cast.sponsor, back(id))).toEqual(done);
  expect((await one(cast.edi, id)).state).toBe('drafted');
  await outcome(cast.sponsor, approve(id));
  await outcome(cast.sponsor, freeze(id));
  for (const asked of [withdraw(id), approve(id), back(id)]) {
    for (const who of [cast.edi, cast.sponsor, cast.boardChair]) {
      expect((await outcome(who, asked)).kind).toBe('refused');
    }
  }
  await outcome(cast.edi, submit(id));
  expect((await one(cast.sponsor, id)).may).not.toContain('take-back');
  expect(await outcome(cast.edi, back(id))).toEqual(done);
  expect((await one(cast.edi, id)).state).toBe('frozen');
  await outcome(cast.edi, submit(id));
  clock.moveTo('2026-04-21T08:31:00.000Z');
  expect(await outcome(cast.edi, back(id))).toEqual(refused('too-late-to-undo'));
});

test('days out of order, to come or before anything was on record are refused', async () => {
  const { draft, outcome, cast } = await trust();
  const of = (on: string): Act => ({ verb: 'draft-snapshot', data: { on } });
  expect(await outcome(cast.edi, of('2026-04-21'))).toEqual(refused('day-to-come'));
  expect(await outcome(cast.edi, of('2025-03-31'))).toEqual(refused('before-first-day'));
  const id = await draft();
  await outcome(cast.sponsor, approve(id));
  await outcome(cast.sponsor, freeze(id));
  expect(await outcome(cast.edi, submit(id, '2026-04-19'))).toEqual(refused('before-that-step'));
  expect(await outcome(cast.edi, submit(id, '2026-04-21'))).toEqual(refused('day-to-come'));
  await outcome(cast.edi, submit(id));
  expect(await outcome(cast.edi, feedback(id, 'Early.', '2026-04-19'))).toEqual(
    refused('before-that-step'),
  );
  expect(await outcome(cast.edi, approve('20260420083000000-9'))).toEqual(
    refused('no-such-snapshot'),
  );
});

test('a day has one draft at a time; a withdrawn one makes room for another', async () => {
  const { draft, outcome, list, cast } = await trust();
  const id = await draft();
  expect(await draft()).toBe(id);
  const again: Act = { verb: 'draft-snapshot', data: { on: '2026-04-19' } };
  expect(await outcome(cast.edi, again)).toEqual({ kind: 'already' });
  expect(await outcome(cast.edi, withdraw(id))).toEqual(done);
  expect((await list(cast.edi)).snapshots).toEqual([]);
  expect(await outcome(cast.sponsor, approve(id))).toEqual(refused('snapshot-withdrawn'));
  expect(await draft()).not.toBe(id);
});

test('network chairs, executives and everybody else see none, and may do nothing', async () => {
  const { draft, doors, as, outcome, cast } = await trust();
  const id = await draft();
  for (const who of [cast.chair, cast.deputy, cast.nurse, cast.assistant]) {
    expect(await doors.snapshots(as(who))).toMatchObject({ kind: 'refused', because: 'not-yours' });
    expect(await doors.snapshot(as(who), id)).toMatchObject({ because: 'not-yours' });
    for (const asked of [approve(id), freeze(id), submit(id), feedback(id), withdraw(id)]) {
      expect(await outcome(who, asked)).toEqual(refused('not-allowed'));
    }
  }
});

test('the same tap is the same act, and no other', async () => {
  const { act, outcome, cast } = await trust();
  const drafted: Act = { verb: 'draft-snapshot', data: { on: '2026-04-19', tap: 'one' } };
  const { subject: id } = await act(cast.edi, drafted);
  expect((await act(cast.edi, drafted)).outcome).toEqual({ kind: 'already' });
  const other: Act = { verb: 'withdraw-snapshot', data: { snapshot: id, tap: 'one' } };
  expect(await outcome(cast.edi, other)).toEqual(refused('tap-used-before'));
});

test('the ledger names its hash and ids alone; a rewritten figure is found', async () => {
  const { draft, outcome, one, cast, tables, storage } = await trust();
  const id = await draft();
  await outcome(cast.sponsor, approve(id));
  await outcome(cast.sponsor, freeze(id));
  await outcome(cast.edi, submit(id));
  await outcome(cast.edi, feedback(id, 'Words of the Assembly.'));
  const { sha256 } = await one(cast.edi, id);
  const partition = partitionOf(ZPV);
  const entries: string[] = [];
  for await (const rows of tables.records.range(partition, 'l|', 'l~')) {
    entries.push(...rows.map(({ properties }) => properties['body'] ?? ''));
  }
  const frozen = entries.find((entry) => entry.includes('"freeze-snapshot"'));
  expect(frozen).toContain(`"about":{"snapshot":"${id}","sha256":"${sha256}"}`);
  expect(entries.join('\n')).not.toContain('Words of the Assembly');

  const key = `t|snapshot-part|${id}.000`;
  const row = await tables.records.get(partition, key);
  const body = row?.properties['body']?.replace('\\"n\\":0', '\\"n\\":4') ?? '';
  expect(body).not.toBe(row?.properties['body']);
  const properties = { ...row?.properties, body };
  await tables.records.write(partition, [{ kind: 'put', key, properties }]);
  expect((await one(cast.edi, id)).intact).toBe(false);
  expect((await storage.auditor.verify(ZPV)).faults).toEqual([`${key} was altered`]);
});

test('a yearly review and earlier feedback set when the next is due, and can be taken back', async () => {
  const { act, outcome, list, draft, cast, clock } = await trust();
  const due = async () =>
    Object.fromEntries((await list(cast.edi)).reviews.map((review) => [review.line, review.due]));
  expect(await due()).toEqual({ R1: '2027-04-09', R2: '2028-04-09' });
  const record = (line: 'R1' | 'R2', date: string): Act => ({
    verb: 'record-review',
    data: { line, date, document: 'Board minute 14/26' },
  });
  const { subject } = await act(cast.edi, record('R1', '2026-03-20'));
  expect(await outcome(cast.sponsor, record('R1', '2026-03-20'))).toEqual({ kind: 'already' });
  expect(await outcome(cast.sponsor, record('R2', '2025-06-12'))).toEqual(done);
  expect(await outcome(cast.boardChair, record('R2', '2025-06-12'))).toEqual(
    refused('not-allowed'),
  );
  expect(await outcome(cast.edi, record('R2', '2026-06-12'))).toEqual(refused('day-to-come'));
  expect(await due()).toEqual({ R1: '2027-03-20', R2: '2027-06-12' });
  const takeBack: Act = { verb: 'take-back-review', data: { move: subject } };
  expect(await outcome(cast.edi, takeBack)).toEqual(done);
  expect(await outcome(cast.edi, takeBack)).toEqual({ kind: 'already' });
  expect(await due()).toMatchObject({ R1: '2027-04-09' });

  // The Assembly's answer to a snapshot is feedback like any other.
  const id = await draft();
  await outcome(cast.sponsor, approve(id));
  await outcome(cast.sponsor, freeze(id));
  await outcome(cast.edi, submit(id));
  expect((await list(cast.edi)).reviews[1]?.applied).toBe('2026-04-20');
  clock.moveTo('2026-05-20T08:30:00.000Z');
  await outcome(cast.edi, feedback(id, 'Well evidenced.', '2026-05-19'));
  expect((await list(cast.edi)).reviews[1]).toMatchObject({
    ...{ last: { on: '2026-05-19' }, due: '2028-05-19' },
  });
});

test('where a line’s rule has changed since, both figures are shown for the same day and moment', async () => {
  const { draft, one, act, cast, clock, tables } = await trust();
  const history = { what: 'attendance', network: RACE, document: 'minutes.docx' } as const;
  const { subject } = await act(cast.nurse, {
    verb: 'enter-history',
    data: { ...history, date: '2026-03-11' },
  });
  await act(cast.edi, { verb: 'verify-history', data: { entries: [subject] } });
  clock.moveTo('2026-04-20T09:30:00.000Z');
  const id = await draft();
  const { content } = await one(cast.edi, id);

  // As a version from before S4/2 would have left it.
  const lines = content.lines.map((line) =>
    line.code === 'S4' ? { ...line, rule: 'S4/1', n: 0, before: 0 } : line,
  );
  const text = canonical({ ...content, lines });
  const key = `t|snapshot-part|${id}.000`;
  const row = await tables.records.get(partitionOf(ZPV), key);
  const part = JSON.parse(row?.properties['body'] ?? '') as object;
  const properties = { ...row?.properties, body: JSON.stringify({ ...part, text }) };
  await tables.records.write(partitionOf(ZPV), [{ kind: 'put', key, properties }]);

  clock.moveTo('2026-06-20T09:30:00.000Z');
  expect((await one(cast.edi, id)).otherRules).toEqual([
    {
      code: 'S4',
      then: { rule: 'S4/1', n: 0, of: 4, ready: false },
      now: { rule: 'S4/2', n: 1, of: 4, ready: false },
    },
  ]);
});

test('every earlier version of a rule can still be computed, and is another than today’s', async () => {
  const { one, draft, cast, storage } = await trust();
  const { content } = await one(cast.edi, await draft());
  const { people, frame } = await storage.records.people(ZPV);
  const things = await storage.records.things(ZPV, thingKinds);
  const known = { people, frame, things, on: '2026-04-19' as PlainDate };
  for (const { rule, code } of content.lines) {
    const version = Number(rule.split('/')[1]);
    for (let each = 1; each <= version; each += 1) {
      expect(figureBy(`${code}/${each}`, known)?.rule).toBe(`${code}/${each}`);
    }
    expect(figureBy(`${code}/${version + 1}`, known)).toBeUndefined();
  }
});

test('a text in parts is the same text again, and each part fits into a row', () => {
  const text = canonical({ b: '"'.repeat(40_000), a: [1, 'é', null], c: undefined });
  expect(text.startsWith('{"a":[1,"é",null],"b":"')).toBe(true);
  const parts = inParts(text);
  expect(parts.join('')).toBe(text);
  for (const part of parts) expect(JSON.stringify({ text: part }).length).toBeLessThan(31_000);
});
