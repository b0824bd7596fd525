import { createServer } from 'node:http';
import { join } from 'node:path';
import { runAdmin } from '../../bot/admin/main.ts';
import { actSchema } from '../../bot/contract/acts.ts';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import { createNudging } from '../../bot/nudges/nudging.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { openStorage, type Storage } from '../../bot/storage/open.ts';
import { createChannel, type Channel } from '../../bot/teams/channel.ts';
import { createTelemetry } from '../../bot/telemetry.ts';
import { announceAnswers } from '../../bot/use-cases/agenda/announce.ts';
import type { ActOutcome } from '../../bot/use-cases/doors.ts';
import { openMeetingRoom } from '../../bot/use-cases/meeting-room.ts';
import { openDoors } from '../../bot/use-cases/open-doors.ts';
import type { NudgeQueue } from '../../bot/use-cases/nudge-ports.ts';
import type { Caller, Clock } from '../../bot/use-cases/ports.ts';
import { createAccounts, type Account } from '../../infra/local/accounts.ts';
import { trustImports } from '../../infra/local/first-import.ts';
import { listen } from '../../infra/local/http.ts';
import { readPeople } from '../../infra/local/people.ts';
import { practice, trustFolder } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { memoryTables } from '../support/house.ts';
import { movableClock } from '../support/small-trust.ts';
import { asReceived, type Received } from './received.ts';
import { stepsOf } from './replay.ts';
import { storageOn } from '../support/storage-on.ts';
import { createLimits } from '../../bot/limits.ts';
import { welcomingAtOnce } from '../support/welcoming-at-once.ts';

/** Something that somebody did, and what became of it. */
export interface Said {
  readonly at: string;
  readonly by: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly subject: string;
}

export const organisation = { tenant: practice.tenant, code: practice.organisation.code };
const at = (name: string) => `${name}@pennine-vale.example`;

/**
 * The fictional trust with the real adapter, sender and connector over HTTP, on tables in memory unless
 * a storage is named, by a clock that only goes where it is put. All that the connector takes is kept as
 * it was received.
 */
export async function yearHouse(start: string, connection?: string) {
  const clock = movableClock(start);
  const { storage: opened, queue } = await storageAt(clock, connection);
  const { storage, taken, ...note } = stepsOf(opened, clock, organisation);
  const isBankHoliday = englandsBankHolidays();
  const house = { ...storage, queue, clock, isBankHoliday };
  const faults: unknown[] = [];
  const fault = (what: unknown) => void faults.push(what);

  const people = await readPeople(trustFolder, practice.tenant);
  const accounts = createAccounts(people);
  const received: Received[] = [];
  const seen = new Map<string, number>();
  let turns = 0;
  const teams = createPracticeTeams({
    accounts,
    keys: await createPracticeKeys(),
    origin: () => window.origin,
    botOrigin: () => origin,
    now: () => clock.now(),
    changed({ id, kind, members, messages }) {
      const fresh = messages.slice(seen.get(id) ?? 0);
      seen.set(id, messages.length);
      const to = kind === 'personal' ? accounts.get(members[0] ?? '').email : id;
      for (const { by, activity } of fresh) {
        if (by !== 'bot') continue;
        received.push({ at: clock.now(), to, unprompted: turns === 0, ...asReceived(activity) });
      }
    },
  });
  const window = await listen(teams.routes, 0);
  const environment = teams.environment('');
  Object.assign(process.env, {
    IDENTITY_ENDPOINT: environment.IDENTITY_ENDPOINT,
    IDENTITY_HEADER: environment.IDENTITY_HEADER,
  });

  let correlation = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const { headers } = request;
      void channel
        .receive({ headers, body, correlationId: `turn-${++correlation}` })
        .then((answer) => {
          response.writeHead(answer.status, { 'content-type': 'application/json' });
          response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;

  const packs = openPacks('0.0.0');
  const doors = openDoors({
    ...house,
    changed: (of, subjects) => channel.changed(of, subjects),
    tenants: [practice.tenant],
    readers,
    packs,
  });
  const channel: Channel = createChannel({
    config: {
      bot: { appId: practice.botId, tenantId: practice.tenant },
      channel: {
        issuer: environment.CHANNEL_ISSUER,
        metadataUrl: environment.CHANNEL_METADATA_URL,
      },
      tenants: [practice.tenant],
      teamsAppId: practice.teamsAppId,
    },
    doors,
    room: openMeetingRoom(house),
    conversations: storage.conversations,
    cards: storage.cards,
    clock,
    welcoming: welcomingAtOnce(() => channel.sender),
    limits: createLimits(),
    log: {
      requestRefused: fault,
      requestFaulted: fault,
      cardNotRedrawn: fault,
      meetingNotFollowed: fault,
      clockInDoubt: fault,
    },
  });
  const nudging = createNudging({
    ...house,
    sender: channel.sender,
    announce: (of, facts) => announceAnswers({ ...house, announcer: channel.announcer }, of, facts),
    log: { ...createTelemetry({ level: 'silent' }), nudgesFaulted: fault },
    tenants: [practice.tenant],
    perSecond: 1000,
    realNow: () => Date.now(),
    leaseMs: 60_000,
    tickMs: 600_000,
  });

  const said: Said[] = [];
  const callers = new Map<string, Caller>();
  async function callerOf(account: Account): Promise<Caller> {
    const known = callers.get(account.id);
    if (known !== undefined) return known;
    const { tenant, id: objectId, email } = account;
    const answer = await doors.identify({
      ...{ tenant, objectId },
      address: async () => ({ address: email, guest: false }),
    });
    if (answer.kind !== 'known') throw new Error(`${email} is not known`);
    callers.set(account.id, answer.caller);
    return answer.caller;
  }

  async function admin(...argv: string[]): Promise<void> {
    const lines: string[] = [];
    const open = async () => ({ ...storage, readers });
    note.imports(argv);
    const code = await runAdmin(argv, { open, clock, packs, print: (line) => lines.push(line) });
    if (code !== 0) throw new Error(lines.join('\n'));
  }
  for (const argv of trustImports) await admin(...argv);

  /** Whatever the bot says while somebody's activity is under way is an answer. */
  async function turn<Done>(work: () => Promise<Done>): Promise<Done> {
    turns += 1;
    try {
      const done = await work();
      await channel.idle();
      return done;
    } finally {
      turns -= 1;
    }
  }

  return {
    ...{ clock, storage, doors, people, received, said, faults, callerOf, taken },
    account: (name: string) => accounts.get(at(name)),
    conversationOf: (name: string) => teams.channel.chatOf(accounts.get(at(name))),
    conversations: teams.conversations,
    /** The clock stands at that moment, and all that has come due is done. */
    async moveTo(instant: string): Promise<void> {
      clock.moveTo(instant);
      await channel.tick();
      await nudging.settle();
      await channel.idle();
    },
    async importLists(asAt: string): Promise<void> {
      for (const kind of ['roster', 'roles']) {
        const file = join(trustFolder, `${kind}-${asAt}.csv`);
        const org = ['--org', practice.organisation.code, '--as-at', asAt];
        await admin(`import-${kind}`, ...org, '--file', file, '--apply');
      }
    },
    install: (account: Account) => turn(() => teams.channel.install(account)),
    say: (account: Account, text: string) => turn(() => teams.channel.send(account, { text })),
    /** What somebody does, through whichever door; undefined where it was not done. */
    async does(account: Account, verb: string, data: unknown): Promise<string | undefined> {
      const act = actSchema.parse({ verb, data });
      const caller = await callerOf(account);
      await note.acts(caller, act);
      const outcomes = await doors.perform(caller, act);
      const done = outcomes.filter((each: ActOutcome) => each.outcome.kind === 'done');
      for (const { subject } of done) {
        said.push({ at: clock.now(), by: account.email, verb, data: act.data, subject });
      }
      await channel.idle();
      return done[0]?.subject;
    },
    async close(): Promise<void> {
      await nudging.stop();
      await channel.close();
      await new Promise((resolve) => server.close(resolve).closeAllConnections());
      await window.close();
    },
  };
}

async function storageAt(
  clock: Clock,
  connection: string | undefined,
): Promise<{ storage: Storage; queue: NudgeQueue }> {
  if (connection === undefined) {
    return { storage: storageOn(memoryTables(), { clock }), queue: memoryQueue() };
  }
  // The story's clock stands while storage works: without a processor it answers late, and no day of
  // the story may pass for that. What a turn does then has tests of its own.
  const { queue, prepare, ...storage } = openStorage(
    { kind: 'connection', text: connection },
    { clock, patienceMs: 60_000 },
  );
  await prepare();
  return { storage, queue };
}

export type YearHouse = Awaited<ReturnType<typeof yearHouse>>;
