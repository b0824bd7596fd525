import { afterAll, beforeAll, expect, test } from 'vitest';
import { agendaActs } from '../../bot/contract/agenda.ts';
import { assessmentActs } from '../../bot/contract/assessment.ts';
import { boardActs } from '../../bot/contract/board.ts';
import { educationActs } from '../../bot/contract/education.ts';
import { goalActs } from '../../bot/contract/goals.ts';
import { mentoringActs } from '../../bot/contract/mentoring.ts';
import { planActs } from '../../bot/contract/plan.ts';
import { pledgeActs } from '../../bot/contract/pledges.ts';
import { settingsActs } from '../../bot/contract/settings.ts';
import { createDraw } from '../../bot/teams/draw.ts';
import { viewSchema } from '../../bot/cards/views.ts';
import { everybody, matrixApi, type MatrixHouse, type Who } from './support/matrix-house.ts';
import { fillIn, matrix, newVerbs, readyFor } from './support/matrix-rows.ts';

let api: Awaited<ReturnType<typeof matrixApi>>;
beforeAll(async () => {
  api = await matrixApi();
});
afterAll(() => api.close());

test('no verb of the whole Silver record is left out of the matrix', () => {
  const boards = [agendaActs, boardActs, planActs, assessmentActs];
  const areas = [goalActs, mentoringActs, educationActs, ...boards, pledgeActs, settingsActs];
  const verbs = areas.flatMap((acts) => acts.flatMap(({ shape }) => shape.verb.def.values));
  expect(newVerbs.toSorted()).toEqual(verbs.toSorted());
});

test.each(newVerbs)('%s: done for whom it is, refused kindly to everybody else', async (verb) => {
  const { may, others, but = {} } = matrix[verb];
  const told: Record<string, string> = {};
  const expected: Record<string, string> = {};
  const house = await api.afresh();
  const act = await readyFor(verb, house);
  const before = await house.rows();
  for (const who of everybody.filter((each) => !may.includes(each))) {
    const { said, status } = await api.act(who, act);
    told[who] = said;
    expected[who] = but[who] ?? others;
    expect(status, who).toBeLessThan(500);
  }
  // Of another organisation, with every role there: whether the button names this one or not.
  const named = await api.act('stranger', { ...act, data: { ...act.data, organisation: 'ZPV' } });
  expect(named).toMatchObject({ status: 403, said: 'other-organisation' });
  expect(await house.rows()).toEqual(before);
  expect(told).toEqual(expected);

  for (const who of may) {
    const fresh = await api.afresh();
    const again = await readyFor(verb, fresh);
    const { length } = await fresh.entries();
    expect([who, (await api.act(who, again)).said]).toEqual([who, 'done']);
    expect(await fresh.entries()).toHaveLength(length + 1);
  }
});

test.each(newVerbs)(
  '%s: whoever is of another organisation moves nothing of this one',
  async (verb) => {
    const house = await api.afresh();
    const act = await readyFor(verb, house);
    const here = async () => [...(await house.rows())].filter(([key]) => key.startsWith('ZPV '));
    const before = await here();
    await api.act('stranger', act);
    expect(await here()).toEqual(before);
  },
);

/** Whose each reading is; whoever is not named is refused. */
const readings: Record<string, readonly Who[]> = {
  '/api/me/goal': everybody,
  '/api/me/goal/shared': everybody,
  '/api/me/team': everybody,
  '/api/organisation/goals': ['edi'],
  '/api/me/mentoring': everybody,
  '/api/organisation/mentoring': ['lead'],
  '/api/me/education': everybody,
  '/api/organisation/education': ['edi', 'sponsor', 'boardChair'],
  '/api/me/agenda': everybody,
  '/api/board/agenda': ['edi', 'boardChair', 'secretary'],
  '/api/board/papers': ['edi', 'sponsor', 'boardChair', 'secretary'],
  '/api/organisation/council': ['edi', 'sponsor', 'boardChair', 'secretary'],
  '/api/organisation/silver/breakdown?line=S2&by=band': [
    'edi',
    'sponsor',
    'boardChair',
    'secretary',
  ],
  '/api/organisation/silver/breakdown?line=S3.b&by=directorate': [
    ...(['edi', 'sponsor', 'boardChair', 'secretary'] as const),
  ],
  '/api/organisation/plan': ['edi', 'sponsor', 'boardChair', 'secretary'],
  '/api/organisation/plan/people': ['edi'],
  '/api/me/plan': everybody,
  '/api/organisation/assessment': ['edi', 'sponsor', 'boardChair', 'secretary'],
  '/api/organisation/assessment/people': ['edi', 'sponsor'],
  '/api/me/pledges': everybody.filter((who) => who !== 'nurseBand5'),
  '/api/organisation/pledges': everybody.filter((who) => who !== 'nurseBand5'),
  '/api/organisation/people': ['edi', 'lead'],
  '/api/organisation/settle': ['edi'],
  '/api/organisation/delivery': ['edi'],
  '/api/organisation/settings': ['edi', 'sponsor', 'boardChair', 'secretary'],
};

test('each reading is answered to whom it belongs, and says to everybody else whose it is', async () => {
  await fillIn(await api.afresh());
  for (const [path, whose] of Object.entries(readings)) {
    const read = await Promise.all(
      everybody.map(async (who) => ({ who, ...(await api.read(who, path)) })),
    );
    expect(
      read.flatMap(({ who, status }) => (status === 200 ? [who] : [])),
      path,
    ).toEqual(everybody.filter((who) => whose.includes(who)));
    for (const { status } of read) expect([200, 403]).toContain(status);
  }
});

/** Readings that were there before: they have none of these words for anybody. */
const plain = [
  ...['/api/me', '/api/me/progress', '/api/me/waiting', '/api/me/reminders', '/api/me/calendar'],
  ...['silver', 'silver/year', 'attendance', 'history'].map((of) => `/api/organisation/${of}`),
];

/** Somebody's words or name; long enough that no random hash has it. */
const tells =
  /Zq(?:goal|plan|note|pledge|reflection|item|minute|course|setting|terms|renamed)|Okafor|Leila Kaur|Leader 0|@penn/;

/** Every card that there is, as it would be drawn for somebody who crafts what it is about. */
async function cardsFor(house: MatrixHouse, who: Who, ids: Readonly<Record<string, string>>) {
  const draw = createDraw({ doors: house.doors, teamsAppId: 'app' });
  const nudges = [
    `pledge-review:${ids['pledge']}~2026-07-01`,
    `item-untriaged:${ids['item']}`,
    `item-answered:${ids['item']}~declined`,
    `in-private:${ids['pair']}~1`,
    `involvement-waiting:${ids['line']}~1`,
    `plan-line-due:${ids['line']}~2026-09-30`,
    'own-goal:needed~2026-04-01',
  ];
  const drawn: string[] = [];
  for (const view of viewSchema.options) {
    for (const about of Object.values(ids)) {
      const params = view === 'nudge' ? { nudges: nudges.join(' ') } : { about };
      const { card } = await draw(house.callerOf(who), `29:${who}`, view, params);
      // Whoever crafted it has the ids already: a button may carry them back.
      const text = JSON.stringify(card);
      drawn.push(Object.values(ids).reduce((rest, id) => rest.replaceAll(id, ''), text));
    }
  }
  return drawn.join('\n');
}

test('nobody reads words that are not theirs: in answers, cards, log lines and the ledger', async () => {
  const house = await api.afresh();
  const ids = await fillIn(house);
  const { pair } = ids;
  const readers: Record<string, { words: string; who: readonly Who[] }> = {
    goal: { words: 'Zqgoal', who: ['deputy', 'leader', 'manager'] },
    note: { words: 'Zqnote', who: ['deputy', 'leader', 'manager'] },
    pair: { words: pair, who: ['lead', 'mentor', 'nurse'] },
    course: { words: 'Zqcourse', who: ['edi', 'nurse'] },
    item: { words: 'Zqitem', who: ['boardChair', 'chair', 'deputy', 'edi', 'secretary'] },
    line: {
      words: 'Zqplan',
      who: ['boardChair', 'chair', 'deputy', 'edi', 'leader', 'secretary', 'sponsor'],
    },
    pledge: { words: 'Zqpledge', who: ['leader'] },
    reflection: { words: 'Zqreflection', who: ['leader'] },
    setting: { words: 'Zqsetting', who: ['boardChair', 'edi', 'secretary', 'sponsor'] },
  };
  const found: Record<string, Set<Who>> = {};
  for (const who of [...everybody, 'stranger'] as const) {
    const texts = [await cardsFor(house, who, ids)];
    for (const path of [...Object.keys(readings), ...plain]) {
      texts.push((await api.read(who, path)).text);
    }
    for (const text of texts) {
      for (const [name, secret] of Object.entries(readers)) {
        if (text.includes(secret.words)) (found[name] ??= new Set()).add(who);
      }
    }
  }
  const sorted = Object.entries(found).map(([name, who]) => [name, [...who].toSorted()]);
  expect(Object.fromEntries(sorted)).toEqual(
    Object.fromEntries(Object.entries(readers).map(([name, { who }]) => [name, who])),
  );
  const ledger = await house.entries();
  expect(ledger.length).toBeGreaterThan(10);
  const told = JSON.stringify([ledger, api.lines()]);
  expect(told.match(tells)).toBeNull();
  expect(JSON.stringify(api.lines()).includes(pair)).toBe(false);
});
