import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import type { PlanLine } from '../../bot/contract/plan.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import framework from '../../bot/domain/framework.json' with { type: 'json' };
import { thingsAsKnown } from '../../bot/domain/known.ts';
import { dueNudges } from '../../bot/domain/nudges/rules.ts';
import { planState } from '../../bot/domain/plan/plan-state.ts';
import { endOfDay, instantAt, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';
import { partitionOf } from '../../bot/storage/keys.ts';
import { factsOfAll } from '../../bot/use-cases/nudge-facts.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, personFacts, RACE, WELLBEING, ZPV } from '../support/small-trust.ts';

const isBankHoliday = englandsBankHolidays();
const refused = (because: string) => ({ kind: 'refused', because });
const done = { kind: 'done' };
const already = { kind: 'already' };

/** The small trust, and how its people move lines of the plan. */
async function trust() {
  const house = await houseInMemory();
  const { cast, doors, as, clock, storage } = house;
  const act = async (who: PersonId, asked: Act) => {
    const [answer] = await doors.perform(as(who), asked);
    if (answer === undefined) throw new Error('an act has an outcome');
    return answer;
  };
  const outcome = async (who: PersonId, asked: Act) => (await act(who, asked)).outcome;
  const add = (more: Partial<Extract<Act, { verb: 'add-plan-line' }>['data']> = {}): Act => ({
    verb: 'add-plan-line',
    data: {
      line: 'S1.b',
      action: 'Publish targets for each band',
      owner: cast.nurse,
      target: '2026-09-30',
      ...more,
    },
  });
  const planned = async (more?: Parameters<typeof add>[0]) =>
    (await act(cast.edi, add(more))).subject;
  const involve = (
    plan: string,
    text = 'Wrote the targets with us',
    network: string = RACE,
  ): Act => ({
    verb: 'name-involvement',
    data: { plan, network, text },
  });
  const read = async (plan: string, who: PersonId = cast.edi): Promise<PlanLine | undefined> =>
    doors.planLine(as(who), plan);
  const answer = async (
    who: PersonId,
    plan: string,
    verb: 'confirm-involvement' | 'question-involvement' = 'confirm-involvement',
  ) => {
    const asked = (await read(plan))?.involvement?.asked ?? -1;
    return outcome(who, { verb, data: { plan, asked } });
  };
  const close = (plan: string): Act => ({ verb: 'close-plan-line', data: { plan } });
  const back = async (who: PersonId, plan: string) => {
    const seen = (await read(plan))?.seen ?? 0;
    return outcome(who, { verb: 'take-back-plan-move', data: { plan, seen } });
  };
  const heard = async (day: string) => {
    clock.moveTo(instantAt(day as PlainDate, '09:30' as PlainTime, 'Europe/London'));
    const names = Object.fromEntries(Object.entries(cast).map(([name, id]) => [id, name]));
    return dueNudges(await factsOfAll({ ...storage, clock, isBankHoliday }, ZPV))
      .filter(({ kind }) => kind === 'plan-line-due' || kind === 'involvement-waiting')
      .map(({ to, step }) => `${names[to]} ${step}`);
  };
  return { ...house, act, outcome, add, planned, involve, read, answer, close, back, heard };
}

test('a line goes from open through in progress to done, once its network has said yes', async () => {
  const { cast, outcome, planned, involve, read, answer, close } = await trust();
  const plan = await planned();
  expect(await read(plan)).toMatchObject({ state: 'open', owner: { name: 'Aoife Okafor' } });
  expect(await outcome(cast.nurse, { verb: 'begin-plan-line', data: { plan } })).toEqual(done);
  expect(await outcome(cast.nurse, close(plan))).toEqual(refused('involvement-needed'));
  expect(await outcome(cast.nurse, involve(plan))).toEqual(done);
  expect(await outcome(cast.nurse, close(plan))).toEqual(refused('involvement-unconfirmed'));
  expect(await answer(cast.nurse, plan)).toEqual(refused('not-allowed'));
  expect(await answer(cast.edi, plan)).toEqual(refused('not-allowed'));
  expect(await answer(cast.chair, plan)).toEqual(done);
  expect(await answer(cast.deputy, plan)).toEqual(already);
  expect(await outcome(cast.nurse, close(plan))).toEqual(done);
  expect(await outcome(cast.nurse, close(plan))).toEqual(already);
  const line = await read(plan);
  expect(line?.state).toBe('done');
  expect(line?.history.map(({ step, by }) => `${step} ${by}`)).toEqual([
    'planned Zainab Khan',
    'begun Aoife Okafor',
    'involved Aoife Okafor',
    'agreed Leila Kaur',
    'done Aoife Okafor',
  ]);
});

test('whoever writes how it goes has begun', async () => {
  const { cast, outcome, planned, read } = await trust();
  const plan = await planned();
  const note: Act = { verb: 'note-plan-progress', data: { plan, text: 'Drafted' } };
  expect(await outcome(cast.nurse, note)).toEqual(done);
  expect(await outcome(cast.edi, note)).toEqual(already);
  expect(await read(plan)).toMatchObject({ state: 'in-progress', progress: { text: 'Drafted' } });
});

test('nobody confirms what they carry or named themselves: the deputy does', async () => {
  const { cast, outcome, planned, involve, answer, heard } = await trust();
  const plan = await planned({ owner: cast.chair });
  expect(await outcome(cast.chair, involve(plan))).toEqual(done);
  expect(await answer(cast.chair, plan)).toEqual(refused('own-involvement'));
  expect(await heard('2026-04-10')).toEqual(['deputy 1']);
  expect(await answer(cast.deputy, plan)).toEqual(done);
});

test('where no chair or deputy can answer, the EDI lead hears at once and cannot answer instead', async () => {
  const { cast, outcome, planned, involve, answer, heard } = await trust();
  const plan = await planned();
  expect(await outcome(cast.edi, involve(plan, 'Read it', WELLBEING))).toEqual(done);
  expect(await answer(cast.chair, plan)).toEqual(refused('no-such-plan-line'));
  expect(await heard('2026-04-10')).toEqual(['edi support']);
  expect(await answer(cast.edi, plan)).toEqual(refused('not-allowed'));
});

test('of chair and deputy one answers, and the other is told that it has moved on', async () => {
  const { cast, outcome, planned, involve, answer } = await trust();
  const plan = await planned();
  await outcome(cast.edi, involve(plan));
  expect(await answer(cast.chair, plan, 'question-involvement')).toEqual(done);
  expect(await answer(cast.deputy, plan)).toEqual(refused('plan-moved-on'));
  expect(await answer(cast.chair, plan)).toEqual(done);
});

test('a yes to words that have changed meanwhile is refused', async () => {
  const { cast, outcome, planned, involve, answer } = await trust();
  const plan = await planned();
  await outcome(cast.edi, involve(plan));
  await outcome(cast.edi, involve(plan, 'Wrote all of it'));
  const late: Act = { verb: 'confirm-involvement', data: { plan, asked: 1 } };
  expect(await outcome(cast.chair, late)).toEqual(refused('plan-moved-on'));
  expect(await answer(cast.chair, plan)).toEqual(done);
});

test.each([
  ['another action', (chair: string) => ({ action: 'Do less', owner: chair, asked: 'waiting' })],
  ['its confirmer as the owner', (chair: string) => ({ owner: chair, asked: 'waiting' })],
  ['other comments', () => ({ comments: 'Soon', asked: 'agreed' })],
])('an edit with %s: whether the network is asked again', async (_, change) => {
  const { cast, outcome, planned, involve, read, answer } = await trust();
  const plan = await planned();
  await outcome(cast.edi, involve(plan));
  await answer(cast.chair, plan);
  const { asked, ...more } = change(cast.chair);
  const given = { action: 'Publish targets for each band', owner: cast.nurse, ...more };
  const edit: Act = {
    verb: 'edit-plan-line',
    data: { plan, target: '2026-09-30', ...given, seen: (await read(plan))?.seen ?? 0 },
  };
  expect(await outcome(cast.edi, edit)).toEqual(done);
  expect((await read(plan))?.involvement?.state).toBe(asked);
});

test('the last move is taken back by whoever made it, once, within a day', async () => {
  const { cast, outcome, planned, involve, read, answer, close, back, clock } = await trust();
  const plan = await planned();
  await outcome(cast.nurse, involve(plan));
  await answer(cast.chair, plan);
  await outcome(cast.nurse, close(plan));
  expect(await back(cast.chair, plan)).toEqual(refused('not-allowed'));
  expect(await back(cast.edi, plan)).toEqual(refused('not-yours'));
  const seen = (await read(plan))?.seen ?? 0;
  const twice: Act = { verb: 'take-back-plan-move', data: { plan, seen } };
  expect(await outcome(cast.nurse, twice)).toEqual(done);
  expect(await outcome(cast.nurse, twice)).toEqual(already);
  expect(await read(plan)).toMatchObject({ state: 'open', involvement: { state: 'agreed' } });
  clock.moveTo('2026-04-10T08:31:00.000Z');
  expect(await back(cast.chair, plan)).toEqual(refused('too-late-to-undo'));
});

test('a done line stays as it is until it is reopened', async () => {
  const { cast, outcome, planned, involve, read, answer, close } = await trust();
  const plan = await planned();
  await outcome(cast.nurse, involve(plan));
  await answer(cast.chair, plan);
  await outcome(cast.edi, close(plan));
  const note: Act = { verb: 'note-plan-progress', data: { plan, text: 'More' } };
  expect(await outcome(cast.nurse, note)).toEqual(refused('plan-line-closed'));
  expect(await outcome(cast.edi, { verb: 'remove-plan-line', data: { plan } })).toEqual(
    refused('plan-line-closed'),
  );
  expect((await read(plan, cast.nurse))?.may).toEqual(['reopen']);
  expect(await outcome(cast.nurse, { verb: 'reopen-plan-line', data: { plan } })).toEqual(done);
  expect(await outcome(cast.nurse, note)).toEqual(done);
});

test.each([
  ['nobody', { owner: undefined }, 'owner-needed'],
  ['a person and a team', { team: 'Workforce team' }, 'owner-needed'],
  ['somebody who isn’t there', { owner: 'nobody' }, 'owner-without-role'],
  ['a line that the framework lacks', { line: 'S9' }, 'no-such-framework-line'],
  ['a day that has gone by', { target: '2026-04-08' }, 'target-passed'],
  ['a day far away', { target: '2062-09-30' }, 'target-too-far'],
])('a line with %s is refused', async (_, more, because) => {
  const { cast, outcome, add } = await trust();
  expect(await outcome(cast.edi, add(more as Parameters<typeof add>[0]))).toEqual(refused(because));
});

test('what somebody may do with a line is what would be done', async () => {
  const { cast, planned, outcome, involve, read } = await trust();
  const plan = await planned();
  expect((await read(plan, cast.nurse))?.may).toEqual(['begin', 'progress', 'involve']);
  expect((await read(plan, cast.sponsor))?.may).toEqual([]);
  expect(await read(plan, cast.chair)).toBeUndefined();
  await outcome(cast.nurse, involve(plan));
  expect((await read(plan, cast.chair))?.may).toEqual(['confirm', 'question']);
  expect((await read(plan, cast.nurse))?.may).toContain('take-back');
});

test('the plan offers what has no line yet, development areas first', async () => {
  const { cast, doors, as, outcome, planned } = await trust();
  const say = (line: 'S5.a' | 'S1.b') =>
    outcome(cast.edi, { verb: 'say-line', data: { line, state: 'development-area' } });
  await say('S5.a');
  await say('S1.b');
  const without = async () => {
    const shown = await doors.plan(as(cast.edi));
    return shown.kind === 'shown' ? (shown.view.without ?? []) : [];
  };
  const offered = await without();
  const areas = offered.filter(({ developmentArea }) => developmentArea).map(({ id }) => id);
  expect(offered.slice(0, areas.length).map(({ id }) => id)).toEqual(areas);
  // Said to be one, or measured and not ready.
  expect(areas).toEqual(expect.arrayContaining(['S1.b', 'S5.a', 'S2', 'S4']));
  expect(areas).not.toContain('B1');
  const all = framework.levels.flatMap(({ items }) =>
    items.flatMap(({ id, supportingActions }) => [id, ...supportingActions.map((one) => one.id)]),
  );
  expect((await without()).map(({ id }) => id).toSorted()).toEqual(all.toSorted());
  const plan = await planned();
  expect((await without()).map(({ id }) => id)).not.toContain('S1.b');
  await outcome(cast.edi, { verb: 'remove-plan-line', data: { plan } });
  expect((await without()).map(({ id }) => id)).toContain('S1.b');
});

test('its owner hears two weeks before the date and after it, then the EDI lead', async () => {
  const { cast, outcome, planned, heard, involve, answer, close } = await trust();
  const plan = await planned();
  expect(await heard('2026-09-15')).toEqual([]);
  expect(await heard('2026-09-16')).toEqual(['nurse 1']);
  expect(await heard('2026-09-30')).toEqual(['nurse 1']);
  expect(await heard('2026-10-01')).toEqual(['nurse 2']);
  expect(await heard('2026-10-08')).toEqual(['nurse 2', 'edi support']);
  await outcome(cast.nurse, involve(plan));
  await answer(cast.chair, plan);
  await outcome(cast.nurse, close(plan));
  expect(await heard('2026-10-09')).toEqual([]);
});

test('of a team’s line the EDI lead hears, and of another date anew', async () => {
  const { planned, heard, read, outcome, cast } = await trust();
  const plan = await planned({ owner: undefined, team: 'Workforce team' });
  expect(await heard('2026-09-16')).toEqual(['edi 1']);
  const { action = '', seen = 0 } = (await read(plan)) ?? {};
  const data = { plan, action, team: 'Workforce team', target: '2026-12-31', seen };
  expect(await outcome(cast.edi, { verb: 'edit-plan-line', data })).toEqual(done);
  expect(await heard('2026-10-01')).toEqual([]);
  expect(await heard('2026-12-17')).toEqual(['edi 1']);
});

test('a network’s chair and deputy hear the working day after and a week later, then the EDI lead', async () => {
  const { cast, outcome, planned, involve, heard, answer, doors, as } = await trust();
  const plan = await planned();
  await outcome(cast.nurse, involve(plan));
  expect(await heard('2026-04-09')).toEqual([]);
  expect(await heard('2026-04-10')).toEqual(['chair 1', 'deputy 1']);
  expect(await heard('2026-04-17')).toEqual(['chair 2', 'deputy 2']);
  expect(await heard('2026-04-24')).toEqual(['chair 2', 'deputy 2', 'edi support']);
  const nudge = `involvement-waiting:${plan}~1`;
  const told = async (who: PersonId) => (await doors.reminders(as(who), [nudge])).reminders[0];
  expect((await told(cast.chair))?.plan).toMatchObject({ supporting: false });
  expect((await told(cast.edi))?.plan).toMatchObject({ supporting: true });
  expect((await told(cast.interim))?.plan).toBeUndefined();
  await answer(cast.chair, plan, 'question-involvement');
  expect(await heard('2026-04-27')).toEqual([]);
  expect(await told(cast.chair)).toMatchObject({ due: false });
});

test('a line names its network’s chair of today: who chaired it before answers no more', async () => {
  const { cast, storage, outcome, planned, involve, answer, clock } = await trust();
  const plan = await planned();
  await outcome(cast.nurse, involve(plan));
  const [on, to] = ['2025-04-01', '2026-04-30'] as PlainDate[];
  await bring(storage, 'roles', [
    {
      kind: 'role',
      fact: {
        ...({ role: 'network-chair', person: cast.chair, network: RACE } as const),
        on: on ?? ('' as PlainDate),
        ...(to && { to }),
      },
    },
  ]);
  clock.moveTo('2026-05-01T08:30:00.000Z');
  expect(await answer(cast.chair, plan)).toEqual(refused('no-such-plan-line'));
  expect(await answer(cast.deputy, plan)).toEqual(done);
});

test('as it was known in May, a line closed in June was open', async () => {
  const { cast, storage, outcome, planned, involve, answer, close, clock } = await trust();
  const plan = await planned();
  clock.moveTo('2026-06-02T08:30:00.000Z');
  await outcome(cast.nurse, involve(plan));
  await answer(cast.chair, plan);
  await outcome(cast.nurse, close(plan));
  const things = await storage.records.things(ZPV, ['plan-line']);
  const [then] = thingsAsKnown(things, endOfDay('2026-05-31' as PlainDate))['plan-line'];
  const [now] = things['plan-line'];
  expect([then, now].map((line) => line && planState(line).state)).toEqual(['open', 'done']);
});

test('each move is one entry of ids alone', async () => {
  const { cast, tables, outcome, planned, involve, answer } = await trust();
  const entries = async () => {
    const found: string[] = [];
    for await (const page of tables.records.range(partitionOf(ZPV), 'l|', 'l}')) {
      found.push(...page.map(({ properties }) => JSON.stringify(properties)));
    }
    return found;
  };
  const before = (await entries()).length;
  const plan = await planned();
  await outcome(cast.nurse, involve(plan));
  await answer(cast.chair, plan);
  const after = (await entries()).slice(before);
  expect(after).toHaveLength(3);
  expect(after.join()).not.toMatch(/targets|Okafor|Wrote/);
});

test('the same line said twice is one line', async () => {
  const { cast, act, add } = await trust();
  const first = await act(cast.edi, add());
  const again = await act(cast.edi, add());
  expect([again.subject, again.outcome]).toEqual([first.subject, already]);
});

test('whoever carries a line finds it, though nothing else on that page is theirs', async () => {
  const { cast, doors, as, planned, outcome, storage } = await trust();
  // Holds a role, and is no leader.
  const chair = '9'.repeat(32) as PersonId;
  const [named] = personFacts(chair, ['Leader', '00018']);
  if (named === undefined) throw new Error('a person has a name');
  await bring(storage, 'roster', [named]);
  const role = { role: 'network-chair', person: chair, network: WELLBEING } as const;
  const from = '2026-04-01' as PlainDate;
  await bring(storage, 'roles', [{ kind: 'role', fact: { ...role, on: from } }]);
  const me = async () => doors.me(as(chair));
  expect((await me()).pages).not.toContain('commitments');

  const plan = await planned({ owner: chair });
  expect(await me()).toMatchObject({ carries: true });
  expect((await me()).pages).toContain('commitments');
  expect((await doors.ownPlan(as(chair))).lines.map(({ id }) => id)).toEqual([plan]);
  expect((await doors.progress(as(chair))).kind).toBe('shown');
  expect(await outcome(cast.edi, { verb: 'remove-plan-line', data: { plan } })).toEqual(done);
  expect(await me()).not.toHaveProperty('carries');
  expect((await me()).pages).not.toContain('commitments');
});
