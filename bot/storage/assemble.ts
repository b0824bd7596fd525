import type { Education } from '../domain/education/education.ts';
import { corrected } from '../domain/corrections.ts';
import type {
  Frame,
  HistoryEntry,
  Person,
  PersonId,
  UndoneOfFrame,
  UndoneOfPerson,
} from '../domain/facts.ts';
import type { ThingKind, Things } from '../domain/things.ts';
import type { Instant } from '../domain/time.ts';
import { bodies, factsOf, type BodyOf, type Fact } from './fact.ts';
import { isFrameDigest, keys } from './keys.ts';
import { decodeDigest, groupDigests } from './digest.ts';
import {
  partUndone,
  undoneEntries,
  undoneOf,
  type UndoneFacts,
  type UndoneImports,
} from './undone.ts';
import type { Row } from './table.ts';

/** When each committed import was; facts of any other are passed over. */
export interface Committed extends ReadonlyMap<string, Instant> {
  readonly undone?: UndoneImports;
}

/** An organisation that nobody has added. */
export class NoSuchOrganisation extends Error {
  readonly code = 'no-such-organisation';
  override readonly name = 'NoSuchOrganisation';
}

export function committedImports(facts: readonly Fact[]): Committed {
  const committed = new Map<string, Instant>();
  const undone = new Map<string, { at: Instant; undoneAt: Instant }>();
  for (const fact of facts) {
    if (fact.kind !== 'import') continue;
    const { state, at, undoneAt } = fact.body as BodyOf<'import'>;
    if (state === 'committed') committed.set(fact.id, at);
    if (undoneAt !== undefined) undone.set(fact.id, { at, undoneAt });
  }
  return undone.size === 0 ? committed : Object.assign(committed, { undone });
}

/**
 * One person from their facts; undefined before the import that brought them is committed. Whom
 * only an undone import named is there without assignments: they were known until then.
 */
export function assemblePerson(
  id: PersonId,
  all: readonly Fact[],
  committed: Committed,
): Person | undefined {
  const { counting: facts, undone } = partUndone(all, committed.undone);
  const listed =
    factsOf(facts, 'person', committed).toSorted(byListThenRecorded).at(-1) ??
    factsOf(undone.facts, 'person', undone.committed).toSorted(byListThenRecorded).at(-1);
  if (listed === undefined) return undefined;
  const { givenName, familyName, email } = listed.body;
  const said = dated(factsOf(facts, 'assignment', committed));
  const corrections = factsOf(facts, 'correction', committed).map((fact) => fact.body);
  return {
    id,
    givenName,
    familyName,
    email,
    assignments: corrected(said, corrections),
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
    ...(corrections.length > 0 && { listed: said, corrections }),
    ...(undone.facts.length > 0 && { undone: undoneOfPerson(undone) }),
  };
}

function undoneOfPerson(undone: UndoneFacts): UndoneOfPerson {
  return {
    listed: undoneOf(undone, 'assignment'),
    roles: undoneOf(undone, 'role'),
    history: undoneEntries(
      historyOf(factsOf(undone.facts, 'history', undone.committed)),
      undone.imports,
    ),
    education: undoneEntries(
      educationOf(factsOf(undone.facts, 'education', undone.committed)),
      undone.imports,
    ),
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
    snapshot: of('snapshot'),
    'snapshot-part': of('snapshot-part'),
    'regular-review': of('regular-review'),
    settlement: of('settlement'),
    'plan-line': of('plan-line'),
  };
}

/** What an organisation's answers are read against, from its `r|` rows. */
export function assembleFrame(rows: readonly Row[]): { frame: Frame; committed: Committed } {
  const settingsRow = rows.find((row) => row.key === keys.settings);
  if (settingsRow === undefined)
    throw new NoSuchOrganisation('this organisation has not been added');
  const { earlier, ...settings } = bodies.settings.parse(
    JSON.parse(settingsRow.properties['body'] ?? ''),
  );

  const groups = frameDigests(rows);
  const all = [...groups.values()].flatMap((group) => decodeDigest(group));
  const committed = committedImports(all);
  const { counting: facts, undone } = partUndone(all, committed.undone);
  const frame: Frame = {
    settings,
    ...(earlier === undefined ? {} : { earlierSettings: earlier }),
    networks: dated(factsOf(facts, 'network', committed)),
    meetings: dated(factsOf(facts, 'meeting', committed)),
    boardMeetings: dated(factsOf(facts, 'board-meeting', committed)),
    series: dated(factsOf(facts, 'series', committed)),
    roles: dated(factsOf(facts, 'role', committed)),
    ...(undone.facts.length > 0 && { undone: undoneOfFrame(undone) }),
  };
  return { frame, committed };
}

function undoneOfFrame(undone: UndoneFacts): UndoneOfFrame {
  return {
    networks: undoneOf(undone, 'network'),
    meetings: undoneOf(undone, 'meeting'),
    boardMeetings: undoneOf(undone, 'board-meeting'),
    roles: undoneOf(undone, 'role'),
  };
}

/** The facts of the frame, for whoever changes it. */
export function frameDigests(rows: readonly Row[]): Map<string, Row[]> {
  return groupDigests(rows.filter(({ key }) => isFrameDigest(key)));
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
