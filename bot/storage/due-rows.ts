import { claimState } from '../domain/claim.ts';
import type { MeetingId, NetworkId, OrganisationRef, PersonId } from '../domain/facts.ts';
import {
  earlier,
  endOfThing,
  endsOf,
  keptUntil,
  leftOn,
  type PersonFact,
} from '../domain/retention.ts';
import { thingKinds, type ThingKind } from '../domain/things.ts';
import { londonDate, type PlainDate } from '../domain/time.ts';
import type { Caller } from '../use-cases/ports.ts';
import { thingsOf, type Committed } from './assemble.ts';
import { bodies, factOfRow, type Fact } from './fact.ts';
import type { Frames } from './frames.ts';
import { after, keys, partitionOf } from './keys.ts';
import type { Lapsed } from './lapsed.ts';
import { collect, type Row, type Table } from './table.ts';
import { toldOf } from './told-of.ts';

/** A fact's row that is due. */
export interface Due {
  readonly row: Row;
  readonly fact: Fact;
  /** The row of the work that still waits for it. */
  readonly work?: string;
}

/** What of one person, or of the organisation's own, is due. */
export interface DueTogether {
  readonly person?: PersonId;
  /** Nothing of the person is left then. */
  readonly isAll: boolean;
  readonly things?: ThingKind;
  readonly due: readonly Due[];
  /** What of the person stays. */
  readonly stays?: readonly Fact[];
}

/** All that is due: first people, with what they lead to, then what is nobody's own. */
export async function* dueOn(
  { records, frames, lapsed }: { records: Table; frames: Frames; lapsed: Lapsed },
  organisation: OrganisationRef,
  on: PlainDate,
): AsyncGenerator<DueTogether> {
  const partition = partitionOf(organisation);
  const { committed } = frames.understand(partition, await frames.rowsOf(partition));
  const shared = await factsUnder(records, partition, [
    ...['meeting', 'board-meeting', 'settle'].map((kind) => keys.organisationFact(kind, '')),
  ]);
  const meetings = meetingsIn(shared);
  const isDue = (kind: string, end: PlainDate | undefined): boolean =>
    end !== undefined && keptUntil(end, kind) < on;
  const isLapsed = ({ fact }: Due): boolean => lapsed.has(fact.import ?? '');

  const left = new Map<PersonId, PlainDate>();
  const here = new Set<PersonId>();
  for await (const { person, rows } of rowsByPerson(records, partition)) {
    const known = rows.filter(({ fact }) => isCommitted(fact, committed));
    const parsed = known.map(({ fact }) => asPersonFact(fact));
    const readable = parsed.filter((fact) => fact !== undefined);
    const ends = endsOf(readable, (id) => meetings.get(id)?.date);
    const gone = leftOn(readable);
    if (gone !== undefined) left.set(person, gone);
    const due = known.flatMap((one, at) => {
      const fact = parsed[at];
      if (fact === undefined || !isDue(fact.kind, ends.get(fact))) return [];
      return [{ ...one, ...workOf(one.fact, (id) => meetings.get(id)?.network) }];
    });
    // What an undone import said ended when it was undone.
    const undone = rows.filter(({ fact }) => {
      const end = undoneOn(fact, committed);
      return end !== undefined && isDue(fact.kind, earlier(end, gone));
    });
    const all = [...due, ...undone, ...rows.filter(isLapsed)];
    const stays = rows.filter(({ row }) => !all.some((one) => one.row === row));
    if (stays.length > 0) here.add(person);
    if (all.length === 0) continue;
    yield {
      ...{ person, due: all, isAll: stays.length === 0 },
      stays: stays.map(({ fact }) => fact),
    };
  }

  for (const kind of thingKinds) {
    const all = await factsUnder(records, partition, [keys.things(kind)]);
    const due = all.filter(({ fact }) => {
      const [thing] = thingsOf([fact])[kind];
      return isDue(kind, thing && endOfThing(kind, thing, (person) => left.get(person)));
    });
    if (due.length > 0) yield { due, things: kind, isAll: false };
  }

  const due = shared.filter((one) => {
    const { fact } = one;
    if (isLapsed(one)) return false;
    if (fact.kind !== 'settle') return isDue(fact.kind, endOfShared(fact, meetings));
    const { person } = bodies.settle.parse(fact.body);
    // Whoever it was about is gone: it goes with them.
    if (person !== undefined && !here.has(person)) return true;
    return isDue(fact.kind, earlier(askedOn(fact, committed), person && left.get(person)));
  });
  if (due.length > 0) yield { due, isAll: false };

  if (lapsed.size === 0) return;
  // As they stand now: a question may be another file's by this time.
  const kinds = ['network', 'meeting', 'board-meeting', 'settle'];
  const prefixes = kinds.map((kind) => keys.organisationFact(kind, ''));
  const staged = (await factsUnder(records, partition, prefixes)).filter(isLapsed);
  if (staged.length > 0) yield { due: staged, isAll: false };
}

/** All that is kept on one person, whatever its age; their own name last, so that they are found till then. */
export async function* allOf(
  records: Table,
  { organisation, person }: Caller,
): AsyncGenerator<DueTogether> {
  const partition = partitionOf(organisation);
  // That they took part stands with the pair, and what a list said of them with its questions. Whoever
  // leads the programme or supports a mentor stands in others' pairs, which are the others' own.
  const pairs = (await factsUnder(records, partition, [keys.things('pair')])).filter(({ fact }) => {
    const { mentor, director } = bodies.pair.parse(fact.body);
    return mentor === person || director === person;
  });
  if (pairs.length > 0) yield { due: pairs, things: 'pair', isAll: false };
  const own = await factsUnder(records, partition, [keys.person(person)]);
  const asked = await factsUnder(records, partition, [keys.settle('')]);
  const questions = asked.filter(toldOf(person, own));
  if (questions.length > 0) yield { due: questions, isAll: false };
  const meetings = meetingsIn(
    await factsUnder(records, partition, [keys.organisationFact('meeting', '')]),
  );
  const rows = await factsUnder(records, partition, [keys.person(person)]);
  const isName = ({ fact }: Due): number => (fact.kind === 'person' ? 1 : 0);
  const due = rows
    .map((one) => ({ ...one, ...workOf(one.fact, (id) => meetings.get(id)?.network) }))
    .toSorted((a, b) => isName(a) - isName(b));
  if (due.length > 0) yield { person, due, isAll: true };
}

/** When and whose each meeting is, as it last stood. */
function meetingsIn(facts: readonly Due[]) {
  const meetings = new Map<MeetingId, { date: PlainDate; network: NetworkId }>();
  for (const { fact } of facts) {
    if (fact.kind !== 'meeting') continue;
    const { id, date, network } = bodies.meeting.parse(fact.body);
    const before = meetings.get(id);
    if (before === undefined || before.date < date) meetings.set(id, { date, network });
  }
  return meetings;
}

async function factsUnder(
  records: Table,
  partition: string,
  prefixes: readonly string[],
): Promise<Due[]> {
  const rows: Row[] = [];
  for (const prefix of prefixes) {
    rows.push(...(await collect(records.range(partition, prefix, after(prefix)))));
  }
  return rows.map((row) => ({ row, fact: factOfRow(row) }));
}

/** Everybody's rows, a person at a time, so that memory stays flat. */
export async function* rowsByPerson(
  records: Table,
  partition: string,
): AsyncGenerator<{ person: PersonId; rows: Due[] }> {
  let person: PersonId | undefined;
  let rows: Due[] = [];
  for await (const page of records.range(partition, 'p|', after('p|'))) {
    for (const row of page) {
      const of = row.key.split('|')[1] as PersonId;
      if (person !== undefined && of !== person) {
        yield { person, rows };
        rows = [];
      }
      person = of;
      rows.push({ row, fact: factOfRow(row) });
    }
  }
  if (person !== undefined) yield { person, rows };
}

function isCommitted(fact: Fact, committed: Committed): boolean {
  return fact.import === undefined || committed.has(fact.import);
}

/** Undefined where no undone import brought it. */
function undoneOn(fact: Fact, { undone }: Committed): PlainDate | undefined {
  const at = undone?.get(fact.import ?? '')?.undoneAt;
  return at && londonDate(at);
}

/** A meeting ends on the day on which it last stood. */
function endOfShared(
  fact: Fact,
  meetings: ReadonlyMap<MeetingId, { date: PlainDate }>,
): PlainDate | undefined {
  return fact.kind === 'meeting'
    ? meetings.get(bodies.meeting.parse(fact.body).id)?.date
    : bodies['board-meeting'].parse(fact.body).date;
}

/** A question of a file's: when the file came. Undefined where somebody's first contact asked it. */
function askedOn(fact: Fact, committed: Committed): PlainDate | undefined {
  const of = fact.import ?? '';
  const at = committed.get(of) ?? committed.undone?.get(of)?.at;
  return at && londonDate(at);
}

function workOf(
  fact: Fact,
  networkOf: (meeting: MeetingId) => NetworkId | undefined,
): Pick<Due, 'work'> {
  if (fact.kind !== 'claim') return {};
  const claim = bodies.claim.parse(fact.body);
  const network = networkOf(claim.meeting);
  if (network === undefined || claimState(claim) !== 'claimed') return {};
  return { work: keys.work(network, `${claim.claimant}~${claim.meeting}`) };
}

/** A fact as retention looks at it; undefined for what is nobody's own. */
function asPersonFact({ kind, body }: Fact): PersonFact | undefined {
  switch (kind) {
    case 'person':
      return { kind, body: bodies.person.parse(body) };
    case 'assignment':
      return { kind, body: bodies.assignment.parse(body) };
    case 'role':
      return { kind, body: bodies.role.parse(body) };
    case 'claim':
      return { kind, body: bodies.claim.parse(body) };
    case 'intention':
      return { kind, body: bodies.intention.parse(body) };
    case 'not-there':
      return { kind, body: bodies['not-there'].parse(body) };
    case 'history':
      return { kind, body: bodies.history.parse(body) };
    case 'education':
      return { kind, body: bodies.education.parse(body) };
    case 'goal':
      return { kind, body: bodies.goal.parse(body) };
    case 'pledge':
      return { kind, body: bodies.pledge.parse(body) };
    case 'words':
      return { kind, body: bodies.words.parse(body) };
    case 'correction':
      return { kind, body: bodies.correction.parse(body) };
    case 'named-manager':
    case 'snooze':
    case 'mute':
    case 'feed':
    case 'link':
      return { kind, body };
    default:
      return undefined;
  }
}
