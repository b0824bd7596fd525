import type { Frame, Person, Role } from './facts.ts';
import type { Things } from './things.ts';
import type { Instant } from './time.ts';
import { claimAsKnown } from './claim.ts';
import { historyAsKnown } from './history.ts';

/**
 * All that is recorded by now. Recorded instants only go up, so they may be a little ahead of the
 * clock of whoever reads.
 */
export const BY_NOW = '9999-12-31T23:59:59.999Z' as Instant;

/** What a frame comes to by now never changes, and is asked for by every answer. */
const asKnownByNow = new WeakMap<Frame, Frame>();

/** The frame as it was known at `known`: of each thing the version recorded last by then. */
export function frameAsKnown(frame: Frame, known: Instant): Frame {
  if (known !== BY_NOW) return frameKnownAt(frame, known);
  const before = asKnownByNow.get(frame);
  if (before !== undefined) return before;
  const now = frameKnownAt(frame, known);
  asKnownByNow.set(frame, now);
  return now;
}

function frameKnownAt(frame: Frame, known: Instant): Frame {
  return {
    settings: frame.settings,
    networks: latest(frame.networks, known, ({ id }) => id),
    meetings: latest(frame.meetings, known, ({ id }) => id),
    boardMeetings: latest(frame.boardMeetings, known, ({ id }) => id),
    series: latest(frame.series, known, ({ conversation }) => conversation),
    roles: rolesAsKnown(frame.roles, known),
  };
}

/** One version of each role: a later import may have given it an end. */
export function rolesAsKnown(roles: readonly Role[], known: Instant): Role[] {
  return latest(roles, known, ({ role, person, network, for: forPerson, on }) =>
    [role, person, network, forPerson, on].join('|'),
  );
}

/** What was known of a person at `known`. */
export function personAsKnown(person: Person, known: Instant): Person {
  return {
    ...person,
    assignments: person.assignments.filter(({ recordedAt }) => recordedAt <= known),
    roles: rolesAsKnown(person.roles, known),
    claims: person.claims
      .map((claim) => claimAsKnown(claim, known))
      .filter((claim) => claim !== undefined),
    intentions: person.intentions.flatMap((intention) => {
      const [first, ...later] = intention.answers.filter(({ at }) => at <= known);
      return first === undefined ? [] : [{ ...intention, answers: [first, ...later] as const }];
    }),
    history: person.history
      .map((entry) => historyAsKnown(entry, known))
      .filter((entry) => entry !== undefined),
    notThere: person.notThere.flatMap((said) => movedBy(said, known)),
    snoozes: person.snoozes.flatMap((snooze) => movedBy(snooze, known)),
    mutes: person.mutes.flatMap((mute) => movedBy(mute, known)),
    goals: person.goals.flatMap((goal) => movedBy(goal, known)),
    education: person.education.flatMap((done) => movedBy(done, known)),
    pledges: person.pledges.flatMap((pledge) => movedBy(pledge, known)),
    ...namedManagerAsKnown(person, known),
  };
}

/** What had been recorded of what is nobody's own. */
export function thingsAsKnown(things: Things, known: Instant): Things {
  if (known === BY_NOW) return things;
  return {
    pair: things.pair.flatMap((pair) => movedBy(pair, known)),
    'agenda-item': things['agenda-item'].flatMap((item) => movedBy(item, known)),
    contribution: things.contribution.flatMap((made) => movedBy(made, known)),
    paper: things.paper.flatMap((paper) => movedBy(paper, known)),
    statement: things.statement.flatMap((said) => movedBy(said, known)),
    evidence: things.evidence.flatMap((item) => movedBy(item, known)),
    council: things.council.flatMap((council) => movedBy(council, known)),
    'goal-report': things['goal-report'].flatMap((report) => movedBy(report, known)),
  };
}

function namedManagerAsKnown(
  { namedManager }: Person,
  known: Instant,
): Pick<Person, 'namedManager'> {
  const [by] = namedManager === undefined ? [] : movedBy(namedManager, known);
  return by === undefined ? {} : { namedManager: by };
}

function movedBy<Move extends { at: Instant }, Fact extends { moves: readonly [Move, ...Move[]] }>(
  fact: Fact & { moves: readonly [Move, ...Move[]] },
  known: Instant,
): (Fact & { moves: readonly [Move, ...Move[]] })[] {
  const [first, ...later] = fact.moves.filter(({ at }) => at <= known);
  return first === undefined ? [] : [{ ...fact, moves: [first, ...later] as const }];
}

function latest<Fact extends { recordedAt: Instant }>(
  versions: readonly Fact[],
  known: Instant,
  keyOf: (fact: Fact) => string,
): Fact[] {
  const byKey = new Map<string, Fact>();
  for (const version of versions) {
    if (version.recordedAt > known) continue;
    const before = byKey.get(keyOf(version));
    if (before === undefined || before.recordedAt <= version.recordedAt) {
      byKey.set(keyOf(version), version);
    }
  }
  return [...byKey.values()];
}
