import * as z from 'zod';
import {
  claimStates,
  historyKinds,
  historyStates,
  intentionAnswers,
  nudgeKinds,
  roleNames,
  type Assignment,
  type BoardMeeting,
  type Claim,
  type EarlierSettings,
  type HistoryEntry,
  type Feed,
  type Intention,
  type Meeting,
  type MeetingId,
  type Mute,
  type Network,
  type NotThere,
  type Role,
  type Series,
  type Settings,
  type Snooze,
} from '../domain/facts.ts';
import { settingNames } from '../domain/settings/settings.ts';
import type { Instant, PlainTime } from '../domain/time.ts';
import { ownBodies } from './bodies/own.ts';
import { date, instant, network, person, standingFor, text } from './bodies/text.ts';
import { thingBodies } from './bodies/things.ts';
import type { Row } from './table.ts';
import type { SettleItem, Unrecorded } from '../use-cases/ports.ts';
import { Told } from '../use-cases/told.ts';

const meeting = standingFor<MeetingId>();
const time = standingFor<PlainTime>();

const move = {
  at: instant,
  by: person,
  onBehalf: z.literal(true).exactOptional(),
  tap: text.exactOptional(),
};

const notThereMove = z.object({ to: z.enum(['not-there', 'taken-back']), ...move });
const snoozeMove = z.object({ until: date, at: instant, tap: text.exactOptional() });
const muteMove = z.object({
  to: z.enum(['muted', 'unmuted']),
  at: instant,
  tap: text.exactOptional(),
});

const reminderHours = z.object({ opens: time, closes: time });
const gradeMap = z.record(text, text);
const settingValues = z.object({
  name: text.exactOptional(),
  yearStartMonth: z.number().exactOptional(),
  attendanceTarget: z.number().exactOptional(),
  appraisalStartMonth: z.number().exactOptional(),
  assistantsCount: z.boolean().exactOptional(),
  speakUpLink: text.exactOptional(),
  reminderHours: reminderHours.exactOptional(),
  gradeMap: gradeMap.exactOptional(),
});

const settings = z.object({
  name: text,
  yearStartMonth: z.number(),
  attendanceTarget: z.number(),
  appraisalStartMonth: z.number().exactOptional(),
  assistantsCount: z.boolean().exactOptional(),
  speakUpLink: text.exactOptional(),
  gradeMap,
  closedOn: date.exactOptional(),
  successor: text.exactOptional(),
  predecessors: z.array(text).exactOptional(),
  gradesSetAt: z.record(text, instant).exactOptional(),
  reminderHours: reminderHours.exactOptional(),
  changes: z
    .array(
      z.object({
        id: text,
        what: z.enum(settingNames),
        set: settingValues,
        was: settingValues,
        from: date,
        at: instant,
        by: person,
        because: text,
        tap: text.exactOptional(),
      }),
    )
    .exactOptional(),
});

/** When it was recorded, where an act wrote it; an import's facts go by their import's commit. */
const actedAt = { at: instant.exactOptional() };

/** What a row may say, by the kind in its key. Parsed once, here, and trusted from then on. */
export const bodies = {
  person: z.object({
    staffNumber: text,
    givenName: text,
    familyName: text,
    email: text,
    on: date,
  }),
  assignment: z.object({
    on: date,
    assignment: text,
    title: text,
    directorate: text,
    grade: text,
    primary: z.boolean(),
    away: z.boolean(),
    supervisor: person.exactOptional(),
    start: date,
    end: date.exactOptional(),
  }) satisfies z.ZodType<Unrecorded<Assignment>>,
  role: z.object({
    on: date,
    role: z.enum(roleNames),
    person,
    network: network.exactOptional(),
    for: person.exactOptional(),
    to: date.exactOptional(),
  }) satisfies z.ZodType<Unrecorded<Role>>,
  claim: z.object({
    meeting,
    claimant: person,
    moves: z.tuple(
      [z.object({ to: z.enum(claimStates), ...move, reason: text.exactOptional() })],
      z.object({ to: z.enum(claimStates), ...move, reason: text.exactOptional() }),
    ),
  }) satisfies z.ZodType<Claim>,
  intention: z.object({
    meeting,
    person,
    answers: z.tuple(
      [z.object({ answer: z.enum([...intentionAnswers, 'taken-back']), ...move })],
      z.object({ answer: z.enum([...intentionAnswers, 'taken-back']), ...move }),
    ),
  }) satisfies z.ZodType<Intention>,
  /** As an import brought it, without moves; or as the last act left it, with them all. */
  history: z.object({
    id: text,
    person,
    what: z.enum(historyKinds),
    on: date,
    network: network.exactOptional(),
    course: text.exactOptional(),
    document: text,
    moves: z.array(
      z.object({
        to: z.enum(historyStates),
        at: instant,
        by: person.exactOptional(),
        tap: text.exactOptional(),
      }),
    ),
  }) satisfies z.ZodType<Omit<HistoryEntry, 'moves'>>,
  'not-there': z.object({
    meeting,
    person,
    moves: z.tuple([notThereMove], notThereMove),
  }) satisfies z.ZodType<NotThere>,
  snooze: z.object({
    nudge: text,
    moves: z.tuple([snoozeMove], snoozeMove),
  }) satisfies z.ZodType<Snooze>,
  mute: z.object({
    kind: z.enum(nudgeKinds),
    moves: z.tuple([muteMove], muteMove),
  }) satisfies z.ZodType<Mute>,
  /** The Entra account that the person is linked to. */
  link: z.object({
    objectId: text,
    address: text,
    at: instant,
    /** The EDI lead undid it. */
    until: instant.exactOptional(),
  }),
  network: z.object({
    id: network,
    name: text,
    countsForSilver: z.boolean(),
    termsUsed: text.exactOptional(),
    endsOn: date.exactOptional(),
    changed: z.object({ by: person, because: text, tap: text.exactOptional() }).exactOptional(),
    ...actedAt,
  }) satisfies z.ZodType<Unrecorded<Network>>,
  meeting: z.object({
    on: date,
    id: meeting,
    network,
    title: text,
    date,
    start: time,
    end: time,
    timeZone: text,
    location: text.exactOptional(),
    joinLink: text.exactOptional(),
    openToExecutives: z.boolean(),
    cancelled: z.boolean().exactOptional(),
    cancelledBecause: text.exactOptional(),
    claimsVoided: z.boolean().exactOptional(),
    wasAt: z.array(z.object({ date, start: time, end: time, until: instant })).exactOptional(),
    changed: z.object({ at: instant, by: person }).exactOptional(),
    tap: text.exactOptional(),
    ...actedAt,
  }) satisfies z.ZodType<Unrecorded<Meeting>>,
  /** A calendar that the person follows by an address. */
  feed: z.object({
    of: z.union([z.literal('own'), network]),
    hash: text.exactOptional(),
    at: instant,
  }) satisfies z.ZodType<Feed>,
  'board-meeting': z.object({
    on: date,
    id: text,
    title: text,
    date,
    start: time,
    papersDue: date,
  }) satisfies z.ZodType<Unrecorded<BoardMeeting>>,
  series: z.object({
    on: date,
    conversation: text,
    network: network.exactOptional(),
    ...actedAt,
  }) satisfies z.ZodType<Unrecorded<Series>>,
  settle: z.object({
    id: text,
    problem: standingFor<SettleItem['problem']>(),
    file: text.exactOptional(),
    row: z.number().exactOptional(),
    person: person.exactOptional(),
    assignment: text.exactOptional(),
    grade: text.exactOptional(),
    proposed: person.exactOptional(),
    detail: text,
  }) satisfies z.ZodType<SettleItem>,
  settings: z.object({
    ...settings.shape,
    earlier: z.array(z.object({ until: instant, settings })).exactOptional(),
  }) satisfies z.ZodType<Settings & { earlier?: readonly EarlierSettings[] }>,
  import: z.object({
    kind: text,
    asAt: date,
    sha256: text,
    state: z.enum(['staging', 'committed', 'undone']),
    /** Of its commit, undone or not; while it is staging, of when somebody last began it. */
    at: instant,
    /** Never committed in its time: what it staged goes, and the file would come in anew. */
    lapsed: z.literal(true).exactOptional(),
    undoneAt: instant.exactOptional(),
    count: z.number(),
  }),
  ...ownBodies,
  ...thingBodies,
};

export type FactKind = keyof typeof bodies;
export type BodyOf<Kind extends FactKind> = z.output<(typeof bodies)[Kind]>;

/** A fact as rows and digests carry it. `import`: seen only once that import is committed. */
export interface Fact {
  readonly kind: FactKind;
  readonly id: string;
  readonly body: unknown;
  readonly import?: string;
}

/**
 * A record of a kind that this version doesn't know: a newer one wrote it, before a rollback. Figures
 * without it would be wrong and nobody would see it, so whatever reads it says so instead.
 */
export class WrittenByNewer extends Told {
  readonly code = 'newer-version';

  constructor() {
    super('a newer version of the app wrote a record here: update the app');
  }
}

const kindSchema = z.enum(Object.keys(bodies) as [FactKind, ...FactKind[]]);
const anyKind = z.looseObject({ kind: text });

/** Whether it says of what kind it is, and no such kind is known here. */
function isOfNewer(fact: unknown): boolean {
  const { data } = anyKind.safeParse(fact);
  return data !== undefined && !kindSchema.safeParse(data.kind).success;
}

const factsSchema = z.array(
  z.object({ kind: kindSchema, id: text, body: z.unknown(), import: text.exactOptional() }),
);

/** The facts that a digest repeats, from its text. */
export function factsIn(digest: string): Fact[] {
  const said: unknown = JSON.parse(digest);
  const { data, error } = factsSchema.safeParse(said);
  if (data !== undefined) return data;
  throw Array.isArray(said) && said.some(isOfNewer) ? new WrittenByNewer() : error;
}

/** The facts of one kind, parsed, with the instant of the import that brought each. */
export function factsOf<Kind extends FactKind>(
  facts: readonly Fact[],
  kind: Kind,
  committed: ReadonlyMap<string, Instant>,
): { body: BodyOf<Kind>; recordedAt: Instant | undefined }[] {
  const found: { body: BodyOf<Kind>; recordedAt: Instant | undefined }[] = [];
  for (const fact of facts) {
    if (fact.kind !== kind) continue;
    const body = bodies[kind].parse(fact.body) as BodyOf<Kind>;
    if (fact.import === undefined) {
      found.push({ body, recordedAt: 'at' in body ? body.at : undefined });
    } else {
      const recordedAt = committed.get(fact.import);
      if (recordedAt !== undefined) found.push({ body, recordedAt });
    }
  }
  return found;
}

/** A fact from its row: `p|person|kind|id`, or `o|kind|id` for what is nobody's own. */
export function factOfRow(row: Row): Fact {
  const [kind, ...id] = row.key.split('|').slice(row.key.startsWith('p|') ? 2 : 1);
  const { body, import: broughtBy } = row.properties;
  const known = kindSchema.safeParse(kind);
  if (!known.success) throw new WrittenByNewer();
  return {
    kind: known.data,
    id: id.join('|'),
    body: JSON.parse(body ?? 'null') as unknown,
    ...(broughtBy === undefined ? {} : { import: broughtBy }),
  };
}
