import * as z from 'zod';
import { nudgeKinds, type OrganisationRef, type PersonId } from '../domain/facts.ts';
import { nudgeKey, type Nudge } from '../domain/nudges/nudge.ts';
import type { Instant, PlainDate } from '../domain/time.ts';
import {
  MOST_AHEAD_MS,
  type KeptNudge,
  type Nudges,
  type NudgeState,
  type OpenPerson,
  type Pace,
} from '../use-cases/nudge-ports.ts';
import { after, partitionOf } from './keys.ts';
import { writeKnown } from './known-write.ts';
import { createPlannedRows } from './planned-rows.ts';
import { collect, type Change, type Row, type Table } from './table.ts';

const person = z.string().transform((value) => value as PersonId);
const date = z.string().transform((value) => value as PlainDate);
const instant = z.string().transform((value) => value as Instant);

const nudgeSchema = z.object({
  kind: z.enum(nudgeKinds),
  to: person,
  about: z.string(),
  step: z.string(),
  from: date,
}) satisfies z.ZodType<Nudge>;

const stateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned'), tries: z.number(), notBefore: z.number() }),
  z.object({ kind: z.literal('claimed'), tries: z.number(), since: z.number() }),
  z.object({ kind: z.literal('sent') }),
  z.object({
    kind: z.enum(['undeliverable', 'failed', 'withdrawn', 'unknown']),
    why: z.string(),
  }),
]) satisfies z.ZodType<NudgeState>;

const keptSchema = z.object({
  nudge: nudgeSchema,
  state: stateSchema,
  plannedAt: instant,
  at: instant,
});

/** A kind that a later version said counts as something said that day, and no more. */
const daySchema = z.array(z.object({ kind: z.string(), about: z.string() })).transform((said) =>
  said.flatMap(({ kind: named, about }) => {
    const kind = nudgeKinds.find((known) => known === named);
    return kind === undefined ? [] : [{ kind, about }];
  }),
);

/** Tries against other processes before a slot or a plan is given up for now. */
const TRIES = 10;

const keys = {
  nudge: (nudge: Nudge) => `n|${nudgeKey(nudge)}`,
  /** Beside it while it has not ended, so that nobody need read those that have. */
  open: (nudge: Nudge) => `${OPEN}${nudgeKey(nudge)}`,
  /** Something is said to a person at most once a day: whoever inserts this row says it. */
  day: (to: PersonId, day: PlainDate) => `d|${to}|${day}`,
  /** Whose turn it was when: in the tenant's partition, so that one read tells of all of them. */
  turn: (code: string, what?: 'reconcile' | 'erase' | 'head' | 'verify') =>
    what === undefined ? `${TURNS}${code}` : `${what}|${code}`,
};
/** All rows that say when an organisation's turn was. */
export function turnKeys(code: string): string[] {
  const whats = [undefined, 'reconcile', 'erase', 'head', 'verify'] as const;
  return whats.map((what) => keys.turn(code, what));
}

const OPEN = 'a|';
const TURNS = 't|';

/** Nudges in a table of their own, a partition for each organisation. */
export function createNudges(table: Table): Nudges {
  const rowsUnder = (organisation: OrganisationRef, prefix: string): Promise<Row[]> =>
    collect(table.range(partitionOf(organisation), prefix, after(prefix)));
  const planned = createPlannedRows(table, {
    openPrefix: OPEN,
    mayComeAgain: (row) => isTakenBack(readKept(row)?.state),
  });

  return {
    plan: (organisation, nudges, at) =>
      planned.insert(
        partitionOf(organisation),
        nudges.map((nudge) => {
          const state: NudgeState = { kind: 'planned', tries: 0, notBefore: 0 };
          const properties = bodyOf(nudge, state, at, at);
          return { what: nudge, key: keys.nudge(nudge), openKey: keys.open(nudge), properties };
        }),
      ),

    unplanned: (organisation, nudges) =>
      planned.absent(
        partitionOf(organisation),
        nudges.map((nudge) => ({ what: nudge, key: keys.nudge(nudge) })),
      ),

    ofPerson: async (organisation, to) =>
      (await rowsUnder(organisation, `n|${to}|`)).flatMap((row) => readKept(row) ?? []),

    async unreadable(organisation, to) {
      const rows = await rowsUnder(organisation, `n|${to}|`);
      return rows.filter((row) => readKept(row) === undefined).length;
    },

    ofOrganisation: async (organisation) =>
      (await rowsUnder(organisation, 'n|')).flatMap((row) => readKept(row) ?? []),

    async open(organisation) {
      const people = new Map<PersonId, OpenPerson>();
      for (const { key, properties } of await rowsUnder(organisation, OPEN)) {
        const to = key.split('|')[1] as PersonId;
        const since = Math.min(
          people.get(to)?.claimedSince ?? Infinity,
          Number(properties['since'] ?? Infinity),
        );
        people.set(to, { person: to, ...(since < Infinity && { claimedSince: since }) });
      }
      return [...people.values()];
    },

    async sentTo(organisation, to, from) {
      const prefix = `d|${to}|`;
      const rows = await collect(
        table.range(partitionOf(organisation), `${prefix}${from}`, after(prefix)),
      );
      return rows.map((row) => ({
        day: row.key.slice(prefix.length) as PlainDate,
        nudges: daySchema.parse(JSON.parse(row.properties['body'] ?? '')),
      }));
    },

    async claim(organisation, nudges, { day, at, since }) {
      const partition = partitionOf(organisation);
      const [first] = nudges;
      if (first === undefined) return 'lost';
      const said = nudges.map(({ nudge: { kind, about } }) => ({ kind, about }));
      const claimed = nudges.map((kept): KeptNudge => {
        const tries = kept.state.kind === 'planned' ? kept.state.tries : 0;
        return { ...kept, at, state: { kind: 'claimed', tries, since } };
      });
      // A claim that nobody knew of would end as unknown, though nothing was said.
      const written = await writeKnown(table, partition, claimed.map(replacing), [
        {
          kind: 'insert',
          key: keys.day(first.nudge.to, day),
          properties: { body: JSON.stringify(said) },
        },
        ...claimed.map(stillOpen),
      ]);
      if (written.kind === 'conflict') return 'lost';
      return claimed.map((kept) => ({
        ...kept,
        version: written.etags.get(keys.nudge(kept.nudge)) ?? '',
      }));
    },

    async settle(organisation, nudges, state, { at, free }) {
      const [first] = nudges;
      if (first === undefined) return 'settled';
      const changes: Change[] = nudges.map((kept) => replacing({ ...kept, state, at }));
      for (const kept of nudges) {
        if (state.kind === 'planned') changes.push(stillOpen({ ...kept, state, at }));
        else changes.push({ kind: 'delete', key: keys.open(kept.nudge) });
      }
      if (free !== undefined) changes.push({ kind: 'delete', key: keys.day(first.nudge.to, free) });
      const partition = partitionOf(organisation);
      const written = await table.write(partition, changes);
      if (written.kind === 'conflict') return 'lost';
      if (isTakenBack(state))
        planned.forget(
          partition,
          nudges.map(({ nudge }) => keys.nudge(nudge)),
        );
      return 'settled';
    },

    async lookedAt(tenant, now, everyMs) {
      const rows = await collect(table.range(tenant, TURNS, after(TURNS)));
      const codes = rows.flatMap(({ key, properties }) =>
        isLately(properties['at'], now, everyMs) ? [key.slice(TURNS.length)] : [],
      );
      return new Set(codes);
    },

    async takeTurn({ tenant, code }, now, everyMs, what) {
      const key = keys.turn(code, what);
      const row = await table.get(tenant, key);
      if (row !== undefined && isLately(row.properties['at'], now, everyMs)) return false;
      const properties = { at: String(now) };
      return (await table.write(tenant, [claimOf(row, key, properties)])).kind === 'written';
    },
  };
}

/** One row for each tenant: when its next free slot is. */
export function createPace(table: Table): Pace {
  return {
    async reserve(tenant, slots, now, intervalMs) {
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const row = await table.get(tenant, 'pace');
        const next = Number(row?.properties['next'] ?? 0);
        const first = next > now + MOST_AHEAD_MS ? now : Math.max(now, next);
        const properties = { next: String(first + slots * intervalMs) };
        const written = await table.write(tenant, [claimOf(row, 'pace', properties)]);
        if (written.kind === 'conflict') continue;
        return Array.from({ length: slots }, (_, slot) => first + slot * intervalMs);
      }
      return [];
    },
  };
}

/** Nobody heard it, and what it waited for may come back: due again, it is planned again. */
function isTakenBack(state: NudgeState | undefined): boolean {
  return state?.kind === 'withdrawn' && (state.why === 'no-longer-due' || state.why === 'muted');
}

function isLately(at: string | undefined, now: number, everyMs: number): boolean {
  const moment = Number(at);
  return moment > now - everyMs && moment <= now + MOST_AHEAD_MS;
}

function claimOf(row: Row | undefined, key: string, properties: Record<string, string>): Change {
  return row === undefined
    ? { kind: 'insert', key, properties }
    : { kind: 'replace', key, properties, etag: row.etag };
}

function replacing({
  nudge,
  state,
  plannedAt,
  at,
  version,
}: KeptNudge): Extract<Change, { kind: 'replace' }> {
  const properties = bodyOf(nudge, state, plannedAt, at);
  return { kind: 'replace', key: keys.nudge(nudge), properties, etag: version };
}

function stillOpen({ nudge, state }: KeptNudge): Change {
  const properties: Record<string, string> =
    state.kind === 'claimed' ? { since: String(state.since) } : {};
  return { kind: 'put', key: keys.open(nudge), properties };
}

function bodyOf(
  nudge: Nudge,
  state: NudgeState,
  plannedAt: Instant,
  at: Instant,
): Record<string, string> {
  return { body: JSON.stringify({ nudge, state, plannedAt, at }) };
}

/** Undefined where another version wrote it, or it is none: one such row holds up no other. */
function readKept(row: Row): KeptNudge | undefined {
  const kept = keptSchema.safeParse(asJson(row.properties['body'] ?? '')).data;
  return kept && { ...kept, version: row.etag };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No schema takes it.
    return undefined;
  }
}
