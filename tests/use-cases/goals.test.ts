import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import type { Goal } from '../../bot/contract/goals.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import type { ImportedFact } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, personFacts, ZPV } from '../support/small-trust.ts';

type House = Awaited<ReturnType<typeof trust>>;
type Data<V extends Act['verb']> = Extract<Act, { verb: V }>['data'];

const WORDS = 'From May, panels that I chair have an ethnic minority member.';
const YEAR = '2026-04-01';
const refused = (because: string) => ({ kind: 'refused', because });
const done = { kind: 'done' };
const already = { kind: 'already' };

/** The small trust, and two leaders whom the staff list puts under the chair of the network. */
async function trust() {
  const house = await houseInMemory();
  const leader = house.storage.imports.newPersonId();
  const other = house.storage.imports.newPersonId();
  await supervise(house, leader, ['Leader', '00001'], house.cast.chair);
  await supervise(house, other, ['Leader', '00002'], house.cast.chair);
  return { ...house, leader, other, manager: house.cast.chair };
}

type Assigned = Extract<ImportedFact, { kind: 'assignment' }>['fact'];

async function supervise(
  house: Pick<House, 'storage'>,
  person: PersonId,
  name: [string, string],
  supervisor: PersonId | undefined,
  more: Partial<Assigned> = {},
): Promise<void> {
  const facts = personFacts(person, name).map((fact): ImportedFact => {
    if (fact.kind !== 'assignment') return fact;
    const given = supervisor === undefined ? {} : { supervisor };
    return { ...fact, fact: { ...fact.fact, ...given, ...more } };
  });
  await bring(house.storage, 'roster', facts);
}

async function outcome(house: House, person: PersonId, act: Act) {
  const [answer] = await house.doors.perform(house.as(person), act);
  return answer?.outcome;
}

async function drafted(house: House, person: PersonId, more: Partial<Data<'draft-goal'>> = {}) {
  const act: Act = { verb: 'draft-goal', data: { text: WORDS, ...more } };
  const [answer] = await house.doors.perform(house.as(person), act);
  if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
  return answer.subject;
}
const agree = (...texts: string[]): Act => ({ verb: 'agree-goal', data: { texts } });
const propose = (goal: string, said: Data<'propose-goal'>['outcome']): Act => ({
  verb: 'propose-goal',
  data: { goal, outcome: said },
});
const confirm = (...proposals: string[]): Act => ({ verb: 'confirm-goal', data: { proposals } });
const answer = (goal: string, said: Data<'answer-goal'>['outcome']): Act => ({
  verb: 'answer-goal',
  data: { goal, outcome: said },
});
const name = (person: PersonId, manager?: string): Act => ({
  verb: 'name-manager',
  data: { for: person, ...(manager === undefined ? {} : { manager }) },
});

async function goalOf(house: House, person: PersonId): Promise<Goal | undefined> {
  const shown = await house.doors.myGoal(house.as(person));
  return shown.kind === 'shown' ? shown.view.goal : undefined;
}
async function commitmentOf(house: House, person: PersonId) {
  const shown = await house.doors.progress(house.as(person));
  if (shown.kind !== 'shown') throw new Error(shown.because);
  return shown.view.commitments.find(({ code }) => code === 'S2');
}
async function teamOf(house: House, person: PersonId) {
  const shown = await house.doors.team(house.as(person));
  if (shown.kind !== 'shown') throw new Error(shown.because);
  return shown.view.people;
}
const isSound = async (house: House) =>
  (await house.storage.auditor.verify(ZPV)).faults.length === 0;

test('a leader drafts, both agree the same text, and how it went is said by one and confirmed by the other', async () => {
  const house = await trust();
  expect(await commitmentOf(house, house.leader)).toMatchObject({ status: 'to-do', done: 0 });
  const goal = await drafted(house, house.leader);
  expect(await commitmentOf(house, house.leader)).toMatchObject({
    status: 'to-do',
    standing: 'draft',
  });
  expect(await outcome(house, house.leader, agree(`${goal}~1`))).toEqual(done);
  expect(await commitmentOf(house, house.leader)).toMatchObject({
    status: 'waiting',
    awaits: 'manager',
  });
  expect(await teamOf(house, house.manager)).toMatchObject([
    { name: 'Leader 00001', standing: 'with-manager', waits: 'agree', goal: { text: WORDS } },
    { name: 'Leader 00002', standing: 'none', asked: true },
  ]);
  expect(await outcome(house, house.manager, agree(`${goal}~1`))).toEqual(done);
  expect(await outcome(house, house.manager, agree(`${goal}~1`))).toEqual(already);
  expect(await commitmentOf(house, house.leader)).toMatchObject({
    status: 'met',
    done: 1,
    needed: 0,
    standing: 'agreed',
  });

  expect(await outcome(house, house.leader, propose(goal, 'achieved'))).toEqual(done);
  expect(await outcome(house, house.manager, confirm(`${goal}~achieved`))).toEqual(done);
  expect(await goalOf(house, house.leader)).toMatchObject({
    standing: 'concluded',
    answer: 'achieved',
    may: expect.arrayContaining(['comment', 'share']),
  });
  expect(await isSound(house)).toBe(true);
});

test('the manager may agree first; then it is the leader’s turn', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader);
  expect(await outcome(house, house.manager, agree(`${goal}~1`))).toEqual(done);
  expect(await goalOf(house, house.leader)).toMatchObject({ standing: 'with-leader' });
  expect(await commitmentOf(house, house.leader)).toMatchObject({ status: 'to-do' });
  expect(await outcome(house, house.leader, agree(`${goal}~1`))).toEqual(done);
  expect(await goalOf(house, house.leader)).toMatchObject({ standing: 'agreed' });
});

test('a text that changed since it was read is not agreed', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  await drafted(house, house.leader, { text: 'Another text.', agree: true });
  expect(await outcome(house, house.manager, agree(`${goal}~1`))).toEqual(refused('goal-changed'));
  expect(await outcome(house, house.manager, agree(`${goal}~2`))).toEqual(done);
  // A new text takes the agreement away, until both agree it.
  await drafted(house, house.leader, { text: 'A third text.' });
  expect(await goalOf(house, house.leader)).toMatchObject({ standing: 'draft', version: 3 });
  // An edit of a text that is no longer the newest is not taken either.
  const late: Act = { verb: 'draft-goal', data: { text: 'From an old page.', was: 1 } };
  expect(await outcome(house, house.leader, late)).toEqual(refused('goal-changed'));
});

test('the same text again, or the same tap, is the same draft', async () => {
  const house = await trust();
  const act: Act = { verb: 'draft-goal', data: { text: WORDS, tap: 'tap-1', agree: true } };
  expect(await outcome(house, house.leader, act)).toEqual(done);
  expect(await outcome(house, house.leader, act)).toEqual(already);
  const again: Act = { verb: 'draft-goal', data: { text: WORDS } };
  expect(await outcome(house, house.leader, again)).toEqual(already);
  expect(await goalOf(house, house.leader)).toMatchObject({ version: 1, standing: 'with-manager' });
});

test('nobody agrees, confirms or pauses for somebody whom they do not manage', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  for (const person of [house.cast.edi, house.other, house.cast.deputy]) {
    expect(await outcome(house, person, agree(`${goal}~1`))).toEqual(refused('not-their-manager'));
  }
  // The same answer, whether there is a goal, a person or neither.
  const nobody = `nobody~${YEAR}~1`;
  expect(await outcome(house, house.cast.edi, agree(nobody))).toEqual(refused('not-their-manager'));
  expect(await outcome(house, house.leader, confirm(`${goal}~achieved`))).toEqual(
    refused('own-goal'),
  );
  const pause: Act = { verb: 'pause-goal', data: { goal } };
  expect(await outcome(house, house.leader, pause)).toEqual(refused('own-goal'));
  expect(await outcome(house, house.manager, agree('not an id'))).toEqual(refused('no-such-goal'));
});

test('rights follow the manager of the day: whoever was it last month decides nothing more', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  expect(await outcome(house, house.cast.edi, name(house.leader, house.cast.deputy))).toEqual(done);
  expect(await outcome(house, house.manager, agree(`${goal}~1`))).toEqual(
    refused('not-their-manager'),
  );
  expect(await teamOf(house, house.manager)).toMatchObject([{ name: 'Leader 00002' }]);
  expect(await outcome(house, house.cast.deputy, agree(`${goal}~1`))).toEqual(done);
  // Without a name it is the staff list's again; what was agreed stays agreed.
  expect(await outcome(house, house.cast.edi, name(house.leader))).toEqual(done);
  expect(await goalOf(house, house.leader)).toMatchObject({ standing: 'agreed' });
  const pause: Act = { verb: 'pause-goal', data: { goal } };
  expect(await outcome(house, house.cast.deputy, pause)).toEqual(refused('not-their-manager'));
  expect(await outcome(house, house.manager, pause)).toEqual(done);
});

test('where the manager has left nobody is stuck: the EDI lead names one', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  await supervise(house, house.manager, ['Leila', 'Kaur'], undefined, {
    end: '2026-04-30' as PlainDate,
  });
  house.clock.moveTo('2026-05-05T09:00:00.000Z');
  expect(await outcome(house, house.manager, agree(`${goal}~1`))).toEqual(
    refused('no-longer-listed'),
  );
  const states = await house.doors.goalStates(house.as(house.cast.edi));
  const theirs = states.kind === 'shown' ? states.view.people : [];
  expect(theirs.find(({ name: each }) => each === 'Leader 00001')).toEqual({
    person: house.leader,
    name: 'Leader 00001',
    directorate: 'Trust Board',
    standing: 'with-manager',
  });
  const address = 'oluwaseun.moyo@pennine-vale.example';
  expect(await outcome(house, house.cast.edi, name(house.leader, address))).toEqual(done);
  expect(await outcome(house, house.cast.deputy, agree(`${goal}~1`))).toEqual(done);
});

test('a chief executive’s manager is the board chair of the day', async () => {
  const house = await trust();
  const goal = await drafted(house, house.cast.nurse, { agree: true });
  expect(await teamOf(house, house.cast.boardChair)).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: 'Aoife Okafor', waits: 'agree' })]),
  );
  expect(await outcome(house, house.cast.boardChair, agree(`${goal}~1`))).toEqual(done);
});

test('nobody names their own manager, or themselves', async () => {
  const house = await trust();
  const { edi, sponsor, leader, deputy } = house.cast as typeof house.cast & { leader: PersonId };
  expect(leader).toBeUndefined();
  expect(await outcome(house, edi, name(edi, deputy))).toEqual(refused('own-manager'));
  expect(await outcome(house, edi, name(house.leader, edi))).toEqual(refused('own-manager'));
  expect(await outcome(house, sponsor, name(house.leader, deputy))).toEqual(refused('not-allowed'));
  expect(await outcome(house, sponsor, name(edi, deputy))).toEqual(done);
  expect(await outcome(house, house.manager, name(house.leader, deputy))).toEqual(
    refused('not-allowed'),
  );
  expect(await outcome(house, edi, name(house.leader, 'no.body@pennine-vale.example'))).toEqual(
    refused('no-such-person'),
  );
  expect(await outcome(house, edi, name(house.leader, house.leader))).toEqual(
    refused('not-with-oneself'),
  );
});

test('seen differently, nothing is concluded until both say the same', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  await outcome(house, house.manager, agree(`${goal}~1`));
  expect(await outcome(house, house.manager, confirm(`${goal}~achieved`))).toEqual(
    refused('goal-not-proposed'),
  );
  await outcome(house, house.leader, propose(goal, 'achieved'));
  // Confirming what the leader no longer says is refused: it is read again first.
  expect(await outcome(house, house.manager, confirm(`${goal}~partly`))).toEqual(
    refused('goal-changed'),
  );
  expect(await outcome(house, house.manager, answer(goal, 'partly'))).toEqual(done);
  expect(await goalOf(house, house.leader)).toMatchObject({ standing: 'answered' });
  expect(await commitmentOf(house, house.leader)).toMatchObject({ status: 'to-do' });
  expect(await outcome(house, house.leader, propose(goal, 'partly'))).toEqual(done);
  expect(await goalOf(house, house.leader)).toMatchObject({
    standing: 'concluded',
    proposed: 'partly',
    answer: 'partly',
  });
});

test('a pause takes no reason and holds everything but notes; it goes on again', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  const pause: Act = { verb: 'pause-goal', data: { goal } };
  expect(await outcome(house, house.manager, pause)).toEqual(refused('goal-not-agreed'));
  await outcome(house, house.manager, agree(`${goal}~1`));
  expect(await outcome(house, house.manager, pause)).toEqual(done);
  expect(await commitmentOf(house, house.leader)).toMatchObject({ status: 'paused' });
  expect(await outcome(house, house.leader, propose(goal, 'partly'))).toEqual(
    refused('goal-paused'),
  );
  const resume: Act = { verb: 'resume-goal', data: { goal } };
  expect(await outcome(house, house.manager, resume)).toEqual(done);
  expect(await outcome(house, house.manager, resume)).toEqual(already);
  expect(await goalOf(house, house.leader)).toMatchObject({ standing: 'agreed' });
});

test('the last move is taken back by whoever made it, within a day', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  const undo: Act = { verb: 'undo-goal', data: { goal } };
  await outcome(house, house.manager, agree(`${goal}~1`));
  expect(await outcome(house, house.leader, undo)).toEqual(refused('nothing-to-undo'));
  expect(await outcome(house, house.manager, undo)).toEqual(done);
  expect(await goalOf(house, house.leader)).toMatchObject({ standing: 'with-manager' });
  await outcome(house, house.manager, agree(`${goal}~1`));
  house.clock.moveTo('2026-04-10T09:00:00.000Z');
  expect(await outcome(house, house.manager, undo)).toEqual(refused('too-late-to-undo'));
});

test('the goal of somebody who left before it was due closes by itself', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  await supervise(house, house.leader, ['Leader', '00001'], house.manager, {
    end: '2026-06-30' as PlainDate,
  });
  house.clock.moveTo('2026-07-02T09:00:00.000Z');
  expect(await outcome(house, house.manager, agree(`${goal}~1`))).toEqual(
    refused('not-their-manager'),
  );
  expect(await goalOf(house, house.leader)).toMatchObject({ standing: 'closed', may: [] });
});

test('its words are its leader’s, their manager’s and whom the leader shows it to: nobody else’s', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  const note: Act = { verb: 'note-goal', data: { goal, text: 'Two panels so far.' } };
  expect(await outcome(house, house.manager, note)).toEqual(done);
  expect((await goalOf(house, house.leader))?.notes).toEqual([
    { kind: 'note', by: 'Leila Kaur', on: '2026-04-09', text: 'Two panels so far.' },
  ]);
  const share: Act = {
    verb: 'share-goal',
    data: { goal, with: 'oluwaseun.moyo@pennine-vale.example' },
  };
  expect(await outcome(house, house.manager, share)).toEqual(refused('not-yours'));
  // A colleague without a role and an address that nobody has: answered the same.
  const { assistant } = house.cast;
  for (const other of [
    'nobody@pennine-vale.example',
    'shabnam.naylor@pennine-vale.example',
    assistant,
  ]) {
    const tried: Act = { verb: 'share-goal', data: { goal, with: other } };
    expect(await outcome(house, house.leader, tried)).toEqual(refused('no-such-person'));
    expect(await outcome(house, house.manager, tried)).toEqual(refused('not-yours'));
  }
  expect(await outcome(house, house.leader, share)).toEqual(done);
  const { deputy } = house.cast;
  expect(await house.doors.sharedGoals(house.as(deputy))).toMatchObject({
    goals: [{ leader: { name: 'Leader 00001' }, text: WORDS, may: [], sharedWith: [] }],
  });
  const unshare: Act = { verb: 'unshare-goal', data: { goal, with: deputy } };
  expect(await outcome(house, house.leader, unshare)).toEqual(done);
  expect(await house.doors.sharedGoals(house.as(deputy))).toEqual({ goals: [] });

  // Neither what many read nor the ledger has a word of it.
  const { people } = await house.storage.records.people(ZPV);
  expect(JSON.stringify(people)).not.toContain('panels');
  const states = await house.doors.goalStates(house.as(house.cast.edi));
  expect(JSON.stringify(states)).not.toContain('panels');
  expect(JSON.stringify(states)).toContain('Leader 00001');
  expect(await house.doors.goalStates(house.as(house.manager))).toMatchObject({
    kind: 'refused',
    because: 'not-yours',
  });
  expect(await isSound(house)).toBe(true);
});

test('a joiner has three months’ grace, and may start before', async () => {
  const house = await trust();
  const joiner = house.storage.imports.newPersonId();
  const start = '2026-04-01' as PlainDate;
  await supervise(house, joiner, ['Leader', '00003'], house.manager, { start, on: start });
  expect(await commitmentOf(house, joiner)).toMatchObject({
    status: 'not-asked',
    graceUntil: '2026-06-30',
  });
  await drafted(house, joiner, { agree: true });
  expect(await commitmentOf(house, joiner)).toMatchObject({ status: 'waiting' });
});

test('a due date lies in the appraisal year; another year’s goal is not drafted here', async () => {
  const house = await trust();
  const draft = (more: Partial<Data<'draft-goal'>>): Act => ({
    verb: 'draft-goal',
    data: { text: WORDS, ...more },
  });
  for (const due of ['2026-04-08', '2027-04-01']) {
    expect(await outcome(house, house.leader, draft({ due }))).toEqual(refused('goal-due'));
  }
  for (const year of ['2025-04-01', '2026-05-01', '2028-04-01']) {
    expect(await outcome(house, house.leader, draft({ year }))).toEqual(refused('goal-year'));
  }
  expect(await outcome(house, house.leader, draft({ due: '2026-12-31' }))).toEqual(done);
  expect(await outcome(house, house.leader, draft({ year: '2027-04-01' }))).toEqual(done);
});

test('a goal that has fallen due keeps its day: it would leave the figure', async () => {
  const house = await trust();
  await drafted(house, house.leader, { due: '2026-06-30' });
  house.clock.moveTo('2026-07-02T09:00:00.000Z');
  const draft = (due: string): Act => ({ verb: 'draft-goal', data: { text: 'Another.', due } });
  expect(await outcome(house, house.leader, draft('2026-12-31'))).toEqual(refused('goal-due'));
  expect(await outcome(house, house.leader, draft('2026-06-30'))).toEqual(done);
});

test('the yearly percentage is a dated act: n of N as that day knew them', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  await outcome(house, house.manager, agree(`${goal}~1`));
  const second = await drafted(house, house.other, { agree: true });
  await outcome(house, house.manager, agree(`${second}~1`));
  house.clock.moveTo('2027-03-20T09:00:00.000Z');
  await outcome(house, house.leader, propose(goal, 'achieved'));
  await outcome(house, house.manager, confirm(`${goal}~achieved`));
  await outcome(house, house.other, propose(second, 'achieved'));
  const report = (date: string): Act => ({
    verb: 'report-goals',
    data: { year: YEAR, date, document: 'board-paper-12.docx' },
  });
  const { edi } = house.cast;
  expect(await outcome(house, edi, report('2027-03-20'))).toEqual(refused('goal-year'));
  house.clock.moveTo('2027-04-20T09:00:00.000Z');
  expect(await outcome(house, house.manager, report('2027-04-20'))).toEqual(refused('not-allowed'));
  expect(await outcome(house, edi, report('2027-05-20'))).toEqual(refused('not-in-the-past'));
  expect(await outcome(house, edi, report('2027-04-20'))).toEqual(done);
  expect(await outcome(house, edi, report('2027-04-20'))).toEqual(already);
  const lastYear = async () => {
    const states = await house.doors.goalStates(house.as(edi));
    return states.kind === 'shown' ? states.view.lastYear : undefined;
  };
  expect(await lastYear()).toMatchObject({ n: 1, of: 2, reported: { n: 1, of: 2 } });
  // A late confirmation moves the figure; what was reported stays what it was.
  await outcome(house, house.manager, confirm(`${second}~achieved`));
  expect(await lastYear()).toMatchObject({ n: 2, of: 2, reported: { n: 1, of: 2 } });
});

test('several at once, each decided for itself', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  const second = await drafted(house, house.other, { agree: true });
  await drafted(house, house.other, { text: 'Another text.', agree: true });
  const outcomes = await house.doors.perform(
    house.as(house.manager),
    agree(`${goal}~1`, `${second}~1`),
  );
  expect(outcomes.map((each) => each.outcome)).toEqual([done, refused('goal-changed')]);
});

test('another organisation’s goal is refused, whatever it is', async () => {
  const house = await trust();
  const goal = await drafted(house, house.leader, { agree: true });
  const act: Act = {
    verb: 'agree-goal',
    data: { organisation: 'ZZZ', texts: [`${goal}~1`] },
  };
  expect(await outcome(house, house.manager, act)).toEqual(refused('other-organisation'));
});
