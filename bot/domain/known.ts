import { corrected } from './corrections.ts';
import type { Frame, Person, Role, Settings, Undone } from './facts.ts';
import type { Things } from './things.ts';
import { settingsKnownAt, settingsOn } from './settings/settings.ts';
import type { Instant, PlainDate } from './time.ts';
import { claimAsKnown } from './claim.ts';
import { historyAsKnown } from './history.ts';

/**
 * All that is recorded by now. Recorded instants only go up, so they may be a little ahead of the
 * clock of whoever reads.
 */
export const BY_NOW = '9999-12-31T23:59:59.999Z' as Instant;

/** What a frame comes to by now never changes, and is asked for by every answer. */
const asKnownByNow = new WeakMap<Frame, Frame>();

/**
 * The frame as it was known at `known`: of each thing the version recorded last by then. Settings
 * are those that hold on `on`; where no day is named, the last word of each.
 */
export function frameAsKnown(frame: Frame, known: Instant, on?: PlainDate): Frame {
  const then = frameByThen(frame, known);
  return on === undefined ? then : frameOn(then, on);
}

const heldOn = new WeakMap<Frame, WeakMap<Settings, Frame>>();

/** A frame that is as known already, with the settings of a day. */
export function frameOn(frame: Frame, on: PlainDate): Frame {
  const settings = settingsOn(frame.settings, on);
  if (settings === frame.settings) return frame;
  const held = heldOn.get(frame) ?? new WeakMap<Settings, Frame>();
  heldOn.set(frame, held);
  const found = held.get(settings) ?? { ...frame, settings };
  held.set(settings, found);
  return found;
}

function frameByThen(frame: Frame, known: Instant): Frame {
  if (known !== BY_NOW) return frameKnownAt(frame, known);
  const before = asKnownByNow.get(frame);
  if (before !== undefined) return before;
  const now = frameKnownAt(frame, known);
  asKnownByNow.set(frame, now);
  return now;
}

function frameKnownAt(frame: Frame, known: Instant): Frame {
  const { undone } = frame;
  const idOf = ({ id }: { id: string }): string => id;
  return {
    settings: settingsAsKnown(frame, known),
    networks: latest(withUndone(frame.networks, undone?.networks, known), known, idOf),
    meetings: latest(withUndone(frame.meetings, undone?.meetings, known), known, idOf),
    boardMeetings: latest(
      withUndone(frame.boardMeetings, undone?.boardMeetings, known),
      known,
      idOf,
    ),
    series: latest(frame.series, known, ({ conversation }) => conversation),
    roles: rolesAsKnown(withUndone(frame.roles, undone?.roles, known), known),
  };
}

/**
 * Another grade map, year or target since then changes no figure of then; a grade that the EDI lead
 * settled later was an exception still.
 */
function settingsAsKnown({ settings, earlierSettings = [] }: Frame, known: Instant): Settings {
  const stood = earlierSettings.find(({ until }) => known < until)?.settings ?? settings;
  const then = settingsKnownAt(stood, known);
  const later = Object.entries(then.gradesSetAt ?? {}).filter(([, at]) => at > known);
  if (later.length === 0) return then;
  const codes = new Set(later.map(([code]) => code));
  const grades = Object.entries(then.gradeMap).filter(([code]) => !codes.has(code));
  return { ...then, gradeMap: Object.fromEntries(grades) };
}

/** With what stood until an import was undone, where that was after `known`. */
function withUndone<Fact>(
  facts: readonly Fact[],
  undone: readonly Undone<Fact>[] | undefined,
  known: Instant,
): readonly Fact[] {
  const stood = undone?.filter(({ undoneAt }) => undoneAt > known) ?? [];
  return stood.length === 0 ? facts : [...facts, ...stood];
}

/** One version of each role: a later import may have given it an end. */
export function rolesAsKnown(roles: readonly Role[], known: Instant): Role[] {
  return latest(roles, known, ({ role, person, network, for: forPerson, on }) =>
    [role, person, network, forPerson, on].join('|'),
  );
}

/** What was known of a person at `known`. */
export function personAsKnown(person: Person, known: Instant): Person {
  const { undone } = person;
  const history = withUndone(person.history, undone?.history, known);
  const education = withUndone(person.education, undone?.education, known);
  return {
    ...person,
    assignments: assignmentsAsKnown(person, known),
    roles: rolesAsKnown(withUndone(person.roles, undone?.roles, known), known),
    claims: person.claims
      .map((claim) => claimAsKnown(claim, known))
      .filter((claim) => claim !== undefined),
    intentions: person.intentions.flatMap((intention) => {
      const [first, ...later] = intention.answers.filter(({ at }) => at <= known);
      return first === undefined ? [] : [{ ...intention, answers: [first, ...later] as const }];
    }),
    history: history
      .map((entry) => historyAsKnown(entry, known))
      .filter((entry) => entry !== undefined),
    notThere: person.notThere.flatMap((said) => movedBy(said, known)),
    snoozes: person.snoozes.flatMap((snooze) => movedBy(snooze, known)),
    mutes: person.mutes.flatMap((mute) => movedBy(mute, known)),
    goals: person.goals.flatMap((goal) => movedBy(goal, known)),
    education: education.flatMap((done) => movedBy(done, known)),
    pledges: person.pledges.flatMap((pledge) => movedBy(pledge, known)),
    ...namedManagerAsKnown(person, known),
  };
}

/** What the staff lists had said by then, with the corrections that had been made by then. */
function assignmentsAsKnown(person: Person, known: Instant): Person['assignments'] {
  if (known === BY_NOW) return person.assignments;
  const said = withUndone(person.listed ?? person.assignments, person.undone?.listed, known);
  return corrected(
    said.filter(({ recordedAt }) => recordedAt <= known),
    (person.corrections ?? []).flatMap((correction) => movedBy(correction, known)),
  );
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
    snapshot: things.snapshot.flatMap((snapshot) => movedBy(snapshot, known)),
    'snapshot-part': things['snapshot-part'].flatMap((part) => movedBy(part, known)),
    'regular-review': things['regular-review'].flatMap((review) => movedBy(review, known)),
    settlement: things.settlement.flatMap((settled) => movedBy(settled, known)),
    'plan-line': things['plan-line'].flatMap((line) => movedBy(line, known)),
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
