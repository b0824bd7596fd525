import { setTimeout as pause } from 'node:timers/promises';
import type {
  Frame,
  Meeting,
  Network,
  OrganisationRef,
  PersonId,
  Settings,
} from '../domain/facts.ts';
import { epochMilliseconds, instantFrom, type Instant } from '../domain/time.ts';
import type { ThingKind } from '../domain/things.ts';
import type { Clock } from '../use-cases/ports.ts';
import { frameDigests, type Committed } from './assemble.ts';
import { digestOfPerson, readDigest } from './digest.ts';
import type { Frames } from './frames.ts';
import { after, FRAME, HEAD, keys, partitionOf } from './keys.ts';
import { entryRow, headRow, readHead, RULES_VERSION, type Entry, type Head } from './ledger.ts';
import { collect, MOST_ROWS, StorageAway, type Table } from './table.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Tries against other processes' wins before giving up. */
const TRIES = 12;
/** Milliseconds, times the try: jitter, so that several who lost do not collide again. */
const JITTER = 10;
/**
 * Milliseconds that a lane with more to do leaves between its transactions. Whoever just lost to it
 * reads the new head meanwhile; otherwise that read stands behind this lane's next ones, every time.
 */
const BEAT = 10;

/** A move writes about four rows, so more than this would not fit one transaction. */
const MOST_MOVES = 24;
/** Rows left free, since a digest may grow by a row as it is written. */
const SPARE = 6;

export type EntryDraft = Pick<Entry, 'act' | 'by' | 'about' | 'rows' | 'imported' | 'erased'>;

/** What a move decides on. */
export interface Desk {
  readonly now: Instant;
  readonly frame: Frame;
  readonly committed: Committed;
  readonly workspace: Workspace;
  enter(draft: EntryDraft): void;
  /** For the moves after this one in the same transaction: the frame as it was read lacks it. */
  meetingChanged(meeting: Meeting): void;
  settingsChanged(settings: Settings): void;
  networkChanged(network: Network): void;
}

export interface LaneMove<T> {
  readonly people: readonly PersonId[];
  readonly things?: readonly ThingKind[];
  /** False only for adding the organisation, which has no frame yet. */
  readonly needsFrame?: boolean;
  decide(desk: Desk): T;
}

interface Waiting {
  readonly move: LaneMove<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Told of each transaction that another process won: what was to be said by it, and by nobody else. */
export type Conflicted = (what: { organisation: string; ending: 'again' | 'given-up' }) => void;

type Decided = { waiting: Waiting; value: unknown };

/** Too many conflicts with other processes: the person is told to try again. */
export class TooBusy extends StorageAway {}

/**
 * One lane per organisation. Moves that wait together are decided one on the outcome of another and
 * committed in one transaction: each move's rows, its ledger entry, and the ledger's head under its
 * etag. Whoever else moved the head in between wins, and this batch is decided afresh.
 */
export function createLanes(
  table: Table,
  frames: Frames,
  clock: Clock,
  most: number = MOST_MOVES,
  conflicted: Conflicted = () => undefined,
  clockIsRight: () => void = () => undefined,
) {
  const lanes = new Map<string, { queue: Waiting[]; running: boolean }>();
  const heads = new Map<string, { head: Head; etag: string | undefined }>();

  async function readHeadOf(partition: string): Promise<{ head: Head; etag: string | undefined }> {
    const row = await table.get(partition, HEAD);
    const read = { head: readHead(row), etag: row?.etag };
    heads.set(partition, read);
    return read;
  }

  async function run(
    partition: string,
    lane: { queue: Waiting[]; running: boolean },
  ): Promise<void> {
    lane.running = true;
    while (lane.queue.length > 0) {
      const batch = lane.queue.splice(0, most);
      try {
        const left = await commitBatch(partition, batch);
        lane.queue.unshift(...left);
        if (lane.queue.length > 0) await pause(BEAT);
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
    lane.running = false;
  }

  /**
   * Commits as many of the batch as fit; returns those left for the next transaction. Whoever loses
   * to another process tries with half as many: fewer to read is sooner there, so nobody always loses.
   */
  async function commitBatch(partition: string, first: readonly Waiting[]): Promise<Waiting[]> {
    let batch = first;
    let later: readonly Waiting[] = [];
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (attempt > 1) await pause(Math.random() * JITTER * attempt);
      // After a pause the head that was read before it is likely to be another's already.
      const kept = attempt > 1 ? undefined : heads.get(partition);
      const known = kept ?? (await readHeadOf(partition));
      const workspace = openWorkspace();
      const read = await load(partition, batch, workspace);
      const now = laterThan(known.head.at, nowIfRight());
      const { decided, failed, left, entries } = decideAll(batch, workspace, { now, ...read });
      for (const { waiting, error } of failed) waiting.reject(error);

      const outcome =
        entries.length === 0
          ? 'written'
          : await writeEntries(partition, known, now, entries, workspace);
      if (outcome === 'written') {
        for (const { waiting, value } of decided) waiting.resolve(value);
        return [...left, ...later];
      }
      conflicted({ organisation: partition.split('|')[1] ?? '', ending: 'again' });
      const again = [...decided.map(({ waiting }) => waiting), ...left];
      const half = Math.ceil(again.length / 2);
      batch = again.slice(0, half);
      later = [...again.slice(half), ...later];
    }
    conflicted({ organisation: partition.split('|')[1] ?? '', ending: 'given-up' });
    for (const waiting of batch) waiting.reject(new TooBusy('other processes kept winning'));
    return [...later];
  }

  /** What is recorded ahead of its time moves everybody's, so an instance whose clock is off decides nothing. */
  function nowIfRight(): Instant {
    try {
      // By what storage's answers have just said, the last of them to `load`.
      clockIsRight();
    } catch (error) {
      throw new StorageAway('our clock is not storage’s', { cause: error });
    }
    return clock.now();
  }

  async function load(
    partition: string,
    batch: readonly Waiting[],
    workspace: Workspace,
  ): Promise<{ frame: Frame; committed: Committed }> {
    const people = new Set(batch.flatMap((waiting) => waiting.move.people));
    const things = new Set(batch.flatMap((waiting) => waiting.move.things ?? []));
    const [frameRows] = await Promise.all([
      frames.rowsOf(partition),
      ...[...people].map(async (person) => {
        const base = digestOfPerson(person);
        workspace.load(base, await readDigest(table, partition, base));
      }),
      ...[...things].map(async (kind) => {
        const prefix = keys.things(kind);
        workspace.loadThings(prefix, await collect(table.range(partition, prefix, after(prefix))));
      }),
    ]);
    workspace.loadFrame(frameDigests(frameRows));
    if (batch.every((waiting) => waiting.move.needsFrame === false)) {
      return { frame: EMPTY_FRAME, committed: new Map() };
    }
    return frames.understand(partition, frameRows);
  }

  async function writeEntries(
    partition: string,
    known: { head: Head; etag: string | undefined },
    now: Instant,
    drafts: readonly EntryDraft[],
    workspace: Workspace,
  ): Promise<'written' | 'conflict'> {
    let { sequence, hash } = known.head;
    const changes = workspace.changes();
    for (const draft of drafts) {
      sequence += 1;
      const entry = entryRow({ sequence, at: now, ...draft, before: hash, rules: RULES_VERSION });
      hash = entry.hash;
      changes.push({ kind: 'insert', key: keys.entry(sequence), properties: entry.properties });
    }
    const head: Head = { sequence, hash, at: now };
    const properties = headRow(head);
    changes.push(
      known.etag === undefined
        ? { kind: 'insert', key: HEAD, properties }
        : { kind: 'replace', key: HEAD, properties, etag: known.etag },
    );
    heads.delete(partition);
    try {
      const written = await table.write(partition, changes);
      if (written.kind === 'written') {
        if (changes.some(({ key }) => key.startsWith(FRAME))) frames.forget(partition);
        const etag = written.etags.get(HEAD);
        if (etag !== undefined) heads.set(partition, { head, etag });
        return 'written';
      }
    } catch (error) {
      if (!(error instanceof StorageAway)) throw error;
      return await findOurs(partition, head, error);
    }
    return (await isOurs(partition, head)) ? 'written' : 'conflict';
  }

  /** The answer was lost: our own entry tells whether the write happened. */
  async function findOurs(
    partition: string,
    head: Head,
    lost: StorageAway,
  ): Promise<'written' | 'conflict'> {
    for (const wait of [100, 500, 1500]) {
      await pause(wait);
      try {
        return (await isOurs(partition, head)) ? 'written' : 'conflict';
      } catch (error) {
        if (!(error instanceof StorageAway)) throw error;
      }
    }
    throw lost;
  }

  async function isOurs(partition: string, head: Head): Promise<boolean> {
    const [row] = await Promise.all([
      table.get(partition, keys.entry(head.sequence)),
      readHeadOf(partition),
    ]);
    return row?.properties['hash'] === head.hash;
  }

  return {
    /** Decides and commits one move, with whatever else waits for the organisation. */
    commit<T>(organisation: OrganisationRef, move: LaneMove<T>): Promise<T> {
      const partition = partitionOf(organisation);
      const lane = lanes.get(partition) ?? { queue: [], running: false };
      lanes.set(partition, lane);
      return new Promise<T>((resolve, reject) => {
        lane.queue.push({ move, resolve, reject });
        if (!lane.running) void run(partition, lane);
      });
    },
  };
}

export type Lanes = ReturnType<typeof createLanes>;

function decideAll(
  batch: readonly Waiting[],
  workspace: Workspace,
  given: { now: Instant; frame: Frame; committed: Committed },
): {
  decided: Decided[];
  failed: { waiting: Waiting; error: unknown }[];
  left: Waiting[];
  entries: EntryDraft[];
} {
  const decided: Decided[] = [];
  const failed: { waiting: Waiting; error: unknown }[] = [];
  const entries: EntryDraft[] = [];
  let { frame } = given;
  for (const [index, waiting] of batch.entries()) {
    const undo = workspace.savepoint();
    const drafts: EntryDraft[] = [];
    const meetings: Meeting[] = [];
    try {
      const enter = (draft: EntryDraft): number => drafts.push(draft);
      const meetingChanged = (meeting: Meeting): number => meetings.push(meeting);
      let changed: Settings | undefined;
      const settingsChanged = (settings: Settings): void => {
        changed = settings;
      };
      const networks: Network[] = [];
      const networkChanged = (network: Network): number => networks.push(network);
      const changes = { meetingChanged, settingsChanged, networkChanged };
      const desk = { ...given, frame, workspace, enter, ...changes };
      const value = waiting.move.decide(desk);
      const rows = workspace.size() + entries.length + drafts.length + 1;
      if (rows > MOST_ROWS - SPARE && entries.length > 0) {
        undo();
        return { decided, failed, left: batch.slice(index), entries };
      }
      entries.push(...drafts);
      decided.push({ waiting, value });
      if (meetings.length > 0) {
        frame = { ...frame, meetings: [...frame.meetings, ...meetings] };
      }
      if (networks.length > 0) {
        frame = { ...frame, networks: [...frame.networks, ...networks] };
      }
      if (changed !== undefined) frame = { ...frame, settings: changed };
    } catch (error) {
      undo();
      failed.push({ waiting, error });
    }
  }
  return { decided, failed, left: [], entries };
}

const EMPTY_FRAME: Frame = {
  settings: { name: '', yearStartMonth: 4, attendanceTarget: 4, gradeMap: {} },
  networks: [],
  meetings: [],
  boardMeetings: [],
  series: [],
  roles: [],
};

/** Recorded instants only go up, so that of two versions one is always the later. */
function laterThan(before: Instant, now: Instant): Instant {
  return now > before ? now : instantFrom(epochMilliseconds(before) + 1);
}
