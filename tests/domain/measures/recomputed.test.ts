import { expect, test } from 'vitest';
import { BY_NOW, frameAsKnown, personAsKnown, thingsAsKnown } from '../../../bot/domain/known.ts';
import type { Instant } from '../../../bot/domain/time.ts';
import { silverLines } from '../../../bot/use-cases/silver.ts';
import { dice } from './dice.ts';
import { generatedOrganisation, type Facts } from './generated-organisation.ts';
import { date, several } from './generated-people.ts';
import { plainFigures, type PlainFigure } from './plain-figures.ts';

const moments = ['2026-04-30T22:59:59.999Z', '2026-10-01T12:00:00.000Z', BY_NOW].map(
  (text) => text as Instant,
);
const days = [
  ...['2025-04-01', '2025-06-30', '2025-07-01', '2025-10-01', '2025-12-31', '2026-01-01'],
  ...['2026-03-31', '2026-04-01', '2026-04-21', '2026-05-31', '2026-06-30', '2026-07-01'],
  ...['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01', '2026-11-06', '2026-12-31'],
  ...['2027-03-31', '2027-04-01'],
];

/** As the page shows them, brought to the shape of the plain ones. */
function figuresOf({ people, frame, things }: Facts, known: Instant) {
  const asKnown = {
    people: people.map((person) => personAsKnown(person, known)),
    frame: frameAsKnown(frame, known),
    things: thingsAsKnown(things, known),
  };
  return (on: string): Record<string, PlainFigure> =>
    Object.fromEntries(
      silverLines({ ...asKnown, on: date(on) }, { spellsOut: true }).map((line) => {
        const { code, n, of, ready } = line;
        const beside: Record<string, Record<string, unknown>> = {
          S2: Object.fromEntries((line.exclusions ?? []).map(({ why, count }) => [why, count])),
          'S2.met': {
            year: line.goalYear,
            paused: line.exclusions?.find(({ why }) => why === 'paused')?.count ?? 0,
            reported: line.reported?.n,
          },
          'S3.b': { flagged: line.flagged ?? 0 },
          S4: {
            networks: line.networks?.map(({ network, n: of12, thisYear, before }) => {
              return { network, n: of12, thisYear, before };
            }),
            thisYear: line.thisYear,
          },
          S5: { quarters: line.board?.quarters.map(({ covered }) => covered) },
        };
        const more = beside[code];
        return [code, { n, of, ready, ...(more === undefined ? {} : { beside: more }) }];
      }),
    );
}

test.each([
  [1, 300],
  [2, 60],
  [3, 60],
])('organisation %i of %i: every figure is what a plain second count says', (seed, many) => {
  const facts = generatedOrganisation(seed, many);
  for (const known of moments) {
    const [ours, plain] = [figuresOf(facts, known), plainFigures(facts, known)];
    for (const on of days) {
      expect({ on, known, ...ours(on) }).toEqual({ on, known, ...plain(on) });
    }
  }
});

test('the generated organisations have something of everything to count', () => {
  const seen = [1, 2, 3].flatMap((seed) => {
    const plain = plainFigures(generatedOrganisation(seed, 60), BY_NOW);
    return days.map((on) => plain(on));
  });
  const still = Object.keys(seen[0] ?? {}).filter(
    (code) => new Set(seen.map((figures) => figures[code]?.n)).size < 2,
  );
  expect(still).toEqual([]);
  expect(seen.some((figures) => figures['S3.b']?.beside?.['flagged'] !== 0)).toBe(true);
  expect(seen.some((figures) => figures['S2.met']?.beside?.['paused'] !== 0)).toBe(true);
  for (const why of ['grace', 'away', 'acting-up', 'unknown-grade']) {
    expect(seen.some((figures) => figures['S2']?.beside?.[why] !== undefined)).toBe(true);
  }
});

test('a new staff list moves no figure of a day before anything in it began or ended', () => {
  const facts = generatedOrganisation(5);
  const before: Facts = {
    ...facts,
    people: facts.people.map((person) => ({
      ...person,
      assignments: person.assignments.filter(({ recordedAt }) => recordedAt < '2026-10-01'),
    })),
  };
  expect(before).not.toEqual(facts);
  const [ours, then] = [figuresOf(facts, BY_NOW), figuresOf(before, BY_NOW)];
  for (const on of days.filter((day) => day <= '2026-04-01')) expect(ours(on)).toEqual(then(on));
  expect(ours('2026-12-31')).not.toEqual(then('2026-12-31'));
});

test('what was taken back moves nothing', () => {
  const facts = generatedOrganisation(6);
  const gone = ({ moves }: { moves: readonly { to: string }[] }): boolean =>
    ['withdrawn', 'voided', 'returned', 'queried'].includes(moves.at(-1)?.to ?? '');
  const kept = <Fact extends { moves: readonly { to: string }[] }>(all: readonly Fact[]): Fact[] =>
    all.filter((fact) => !gone(fact));
  /** Without the moves that a later one took back, and without that one. */
  const without = <Move extends { to: string }>(
    moves: readonly Move[],
  ): readonly [Move, ...Move[]] =>
    several(
      moves.filter(
        ({ to }, at) =>
          to !== 'taken-back' && (to === 'shared' || moves[at + 1]?.to !== 'taken-back'),
      ),
    );
  const never: Facts = {
    ...facts,
    people: facts.people.map((person) => ({
      ...person,
      claims: kept(person.claims),
      history: kept(person.history),
      education: kept(person.education),
      goals: person.goals.map((goal) => {
        const moves = goal.moves.filter(({ to }) => to !== 'shared');
        return { ...goal, moves: without(moves) };
      }),
    })),
    things: {
      ...facts.things,
      contribution: kept(facts.things.contribution),
      paper: kept(facts.things.paper),
      'agenda-item': facts.things['agenda-item'].map((item) => {
        return { ...item, moves: without(item.moves) };
      }),
    },
  };
  expect(never).not.toEqual(facts);
  const [ours, then] = [figuresOf(facts, BY_NOW), figuresOf(never, BY_NOW)];
  for (const on of days) expect(ours(on)).toEqual(then(on));
});

test('the order in which facts come changes no figure', () => {
  const facts = generatedOrganisation(4);
  const { shuffled } = dice(4);
  const turned: Facts = {
    people: shuffled(facts.people).map((person) => ({
      ...person,
      assignments: shuffled(person.assignments),
      claims: shuffled(person.claims),
      history: shuffled(person.history),
      education: shuffled(person.education),
      goals: shuffled(person.goals),
    })),
    frame: {
      ...facts.frame,
      meetings: shuffled(facts.frame.meetings),
      roles: shuffled(facts.frame.roles),
    },
    things: {
      ...facts.things,
      pair: shuffled(facts.things.pair),
      paper: shuffled(facts.things.paper),
      'agenda-item': shuffled(facts.things['agenda-item']),
      contribution: shuffled(facts.things.contribution),
      statement: shuffled(facts.things.statement),
    },
  };
  for (const known of moments) {
    const [ours, again] = [figuresOf(facts, known), figuresOf(turned, known)];
    for (const on of days) expect(again(on)).toEqual(ours(on));
  }
});
