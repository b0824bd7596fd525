import type { Education } from '../domain/education/education.ts';
import type { Frame, HistoryEntry, Person, PersonId } from '../domain/facts.ts';
import type { ThingKind, Things } from '../domain/things.ts';
import type { Instant } from '../domain/time.ts';
import { bodies, factsOf, type BodyOf, type Fact } from './fact.ts';
import { FRAME, keys } from './keys.ts';
import { decodeDigest, groupDigests } from './digest.ts';
import type { Row } from './table.ts';

export type Committed = ReadonlyMap<string, Instant>;

/** An organisation that nobody has added. */
export class NoSuchOrganisation extends Error {
  readonly code = 'no-such-organisation';
  override readonly name = 'NoSuchOrganisation';
}

/** When each committed import was; facts of any other are passed over. */
export function committedImports(facts: readonly Fact[]): Committed {
  const committed = new Map<string, Instant>();
  for (const fact of facts) {
    if (fact.kind !== 'import') continue;
    const { state, at } = fact.body as BodyOf<'import'>;
    if (state === 'committed') committed.set(fact.id, at);
  }
  return committed;
}

/** One person from their facts; undefined before the import that brought them is committed. */
export function assemblePerson(
  id: PersonId,
  facts: readonly Fact[],
  committed: Committed,
): Person | undefined {
  const listed = factsOf(facts, 'person', committed).toSorted(byListThenRecorded).at(-1);
  if (listed === undefined) return undefined;
  const { givenName, familyName, email } = listed.body;
  return {
    id,
    givenName,
    familyName,
    email,
    assignments: dated(factsOf(facts, 'assignment', committed)),
    roles: dated(factsOf(facts, 'role', committed)),
    claims: factsOf(facts, 'claim', committed).map((fact) => fact.body),
    intentions: factsOf(facts, 'intention', committed).map((fact) => fact.body),
    history: historyOf(factsOf(facts, 'history', committed)),
    notThere: factsOf(facts, 'not-there', committed).map((fact) => fact.body),
    snoozes: factsOf(facts, 'snooze', committed).map((fact) => fact.body),
    mutes: factsOf(facts, 'mute', committed).map((fact) => fact.body),
    feeds: factsOf(facts, 'feed', committed).map((fact) => fact.body),
    goals: factsOf(facts, 'goal', committed).map((fact) => fact.body),
    education: educationOf(factsOf(facts, 'education', committed)),
    pledges: factsOf(facts, 'pledge', committed).map((fact) => fact.body),
    words: factsOf(facts, 'words', committed).map((fact) => fact.body),
    ...namedManagerOf(factsOf(facts, 'named-manager', committed)),
  };
}

function namedManagerOf([named]: readonly Found<BodyOf<'named-manager'>>[]): Pick<
  Person,
  'namedManager'
> {
  return named === undefined ? {} : { namedManager: named.body };
}

/** An import's row stays as it was committed; what an act made of it stands beside it. */
function latestOf<Body extends { id: string; moves: readonly unknown[] }>(
  found: readonly Found<Body>[],
): Found<Body>[] {
  const entries = new Map<string, Found<Body>>();
  for (const one of found) {
    const { id, moves } = one.body;
    if (moves.length > 0 || !entries.has(id)) entries.set(id, one);
  }
  return [...entries.values()];
}

function historyOf(found: readonly Found<BodyOf<'history'>>[]): HistoryEntry[] {
  return latestOf(found).map(({ body, recordedAt }) => {
    const [first = { to: 'entered', at: recordedAt ?? NEVER }, ...later] = body.moves;
    return { ...body, moves: [first, ...later] };
  });
}

function educationOf(found: readonly Found<BodyOf<'education'>>[]): Education[] {
  return latestOf(found).map(({ body, recordedAt }) => {
    const [first = { to: 'recorded', at: recordedAt ?? NEVER }, ...later] = body.moves;
    return { ...body, moves: [first, ...later] };
  });
}

/** What is nobody's own, by its kind. */
export function thingsOf(facts: readonly Fact[]): Things {
  const none: Committed = new Map();
  const of = <Kind extends ThingKind>(kind: Kind): BodyOf<Kind>[] =>
    factsOf(facts, kind, none).map(({ body }) => body);
  return {
    pair: of('pair'),
    'agenda-item': of('agenda-item'),
    contribution: of('contribution'),
    paper: of('paper'),
    statement: of('statement'),
    evidence: of('evidence'),
    council: of('council'),
    'goal-report': of('goal-report'),
  };
}

/** What an organisation's answers are read against, from its `o|frame|` rows. */
export function assembleFrame(rows: readonly Row[]): { frame: Frame; committed: Committed } {
  const settingsRow = rows.find((row) => row.key === keys.settings);
  if (settingsRow === undefined)
    throw new NoSuchOrganisation('this organisation has not been added');
  const settings = bodies.settings.parse(JSON.parse(settingsRow.properties['body'] ?? ''));

  const groups = groupDigests(rows.filter((row) => row.key !== keys.settings));
  const facts = [...groups.values()].flatMap((group) => decodeDigest(group));
  const committed = committedImports(facts);
  const frame: Frame = {
    settings,
    networks: dated(factsOf(facts, 'network', committed)),
    meetings: dated(factsOf(facts, 'meeting', committed)),
    boardMeetings: dated(factsOf(facts, 'board-meeting', committed)),
    series: dated(factsOf(facts, 'series', committed)),
    roles: dated(factsOf(facts, 'role', committed)),
  };
  return { frame, committed };
}

/** The facts of the frame, for whoever changes it. */
export function frameDigests(rows: readonly Row[]): Map<string, Row[]> {
  return groupDigests(rows.filter((row) => row.key.startsWith(FRAME) && row.key !== keys.settings));
}

type Found<Body> = { body: Body; recordedAt: Instant | undefined };

function dated<Body>(found: readonly Found<Body>[]): (Body & { recordedAt: Instant })[] {
  return found
    .toSorted(byRecorded)
    .map(({ body, recordedAt }) => ({ ...body, recordedAt: recordedAt ?? NEVER }));
}

/** Imported facts always have their commit's instant; this one sorts before any. */
const NEVER = '0000-01-01T00:00:00.000Z' as Instant;

function byRecorded(a: Found<unknown>, b: Found<unknown>): number {
  const left = a.recordedAt ?? NEVER;
  const right = b.recordedAt ?? NEVER;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** An older list that is imported late does not bring an old name back. */
function byListThenRecorded(a: Found<{ on: string }>, b: Found<{ on: string }>): number {
  return a.body.on === b.body.on ? byRecorded(a, b) : a.body.on < b.body.on ? -1 : 1;
}
