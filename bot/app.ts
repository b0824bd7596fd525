import { createServer } from './api/server.ts';
import { refusalText } from './cards/refusals.ts';
import packageFile from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import { englandsBankHolidays } from './domain/bank-holidays.ts';
import { openPacks } from './evidence/open.ts';
import { counted } from './metrics/counted.ts';
import { openMetrics } from './metrics/open.ts';
import { openEntra } from './graph/open.ts';
import { createLimits } from './limits.ts';
import { createNudging } from './nudges/nudging.ts';
import { createWelcoming } from './nudges/welcoming.ts';
import { usualLeaseMs, usualTickMs } from './nudges/parts.ts';
import { readers } from './roster/readers.ts';
import { openStorage } from './storage/open.ts';
import { createChannel } from './teams/channel.ts';
import { createTelemetry } from './telemetry.ts';
import { announceAnswers } from './use-cases/agenda/announce.ts';
import { openMeetingRoom } from './use-cases/meeting-room.ts';
import { openDoors } from './use-cases/open-doors.ts';
import type { Changed, Clock, Entra } from './use-cases/ports.ts';

export interface App {
  /** Opens the port; resolves with the one that was taken (a configured 0 means any free one). */
  listen(): Promise<{ port: number }>;
  /** The clock that facts go by was moved: what has come due is done before this resolves. */
  clockMoved(): Promise<void>;
  /**
   * Says for `announceMs` that it is not ready, still answering; then takes nothing new, finishes
   * what is under way, closes. Reminders that have not begun are left to other instances at once.
   */
  close(how?: { announceMs?: number }): Promise<void>;
}

/** Puts the house together: the one file that knows every room. */
export function createApp(config: Config, given: { clock: Clock }): App {
  const { clock } = given;
  const told = createTelemetry({ level: config.logLevel });
  const metrics = openMetrics({
    connection: config.insights,
    managedIdentity: config.bot.appId,
    gauges: {
      'silver.queue.age': () => storage.queue.age(),
      'silver.queue.aside': () => storage.queue.aside(),
      'silver.memory': async () => process.memoryUsage.rss(),
    },
    arriving: (now, error) => (now === 'back' ? told.metricsBack() : told.metricsAway({ error })),
  });
  const log = counted(told, metrics.tally);

  const storage = openStorage(storageFor(config), { clock, conflicted: log.ledgerConflict });
  const changed: Changed = (organisation, subjects) => channel.changed(organisation, subjects);
  const isBankHoliday = englandsBankHolidays({
    uncovered: (year) => log.bankHolidaysUnknown({ year }),
  });
  const room = openMeetingRoom({ ...storage, clock, isBankHoliday });
  const doors = openDoors({
    ...storage,
    clock,
    isBankHoliday,
    changed,
    tenants: config.tenants,
    readers,
    packs: openPacks(packageFile.version),
    ...entraFor(config),
  });
  const { conversations, cards } = storage;
  const welcoming = createWelcoming({
    welcomes: storage.welcomes,
    directory: storage.directory,
    pace: storage.pace,
    send: (caller) => channel.sender.send(caller, 'welcome', {}),
    log,
    tenants: config.tenants,
    perSecond: config.nudgesPerSecond,
    realNow: () => Date.now(),
  });
  const limits = createLimits();
  const channel = createChannel({
    ...{ config, doors, room, conversations, cards, clock },
    ...{ welcoming, limits, log },
  });
  const nudging = createNudging({
    ...storage,
    clock,
    isBankHoliday,
    sender: channel.sender,
    announce: (organisation, facts) =>
      announceAnswers({ ...storage, announcer: channel.announcer }, organisation, facts),
    log,
    tenants: config.tenants,
    perSecond: config.nudgesPerSecond,
    realNow: () => Date.now(),
    clockIsRight: storage.clock,
    leaseMs: usualLeaseMs,
    tickMs: usualTickMs,
  });
  const server = createServer({
    config,
    doors,
    channel,
    limits,
    health: { storage: storage.ping, clock: storage.clock },
    wanted: {
      queues: storage.parts.queues,
      files: storage.parts.files,
      'channel-keys': () => channel.keysAtHand(),
    },
    waiting: { nudgesAside: storage.queue.aside },
    log,
    refusalText: (refusal) => {
      const { say, next } = refusalText(refusal);
      return `${say} ${next}`;
    },
  });

  let counting: Promise<void> | undefined;
  return {
    async listen() {
      // Storage may be away at the start: readiness says so, and the tables are made once it is back.
      await storage.prepare().catch((error: unknown) => log.storageAway({ error }));
      const { port } = await server.listen();
      log.started({ host: config.host, port });
      // Nobody waits for figures: the port is open, and what sends them is loaded beside the first turns.
      counting = metrics.start().catch((error: unknown) => log.metricsAway({ error }));
      nudging.start();
      welcoming.start();
      return { port };
    },
    async clockMoved() {
      await channel.tick();
      await nudging.settle();
    },
    async close({ announceMs } = {}) {
      log.draining();
      await Promise.all([server.close(announceMs), nudging.stop(), welcoming.stop()]);
      await channel.close();
      await counting;
      await metrics.stop().catch((error: unknown) => log.metricsAway({ error }));
      log.stopped();
    },
  };
}

/** Entra is asked through Microsoft's public cloud alone, whoever signs for the tab. */
function entraFor({ graph, tab }: Config): { entra?: Entra } {
  if (graph === undefined) return {};
  const { clientId, authority } = tab;
  const app = {
    authorityHost: 'https://login.microsoftonline.com',
    clientId,
    certificate: graph.certificate,
  };
  return { entra: openEntra({ app, authority, graphUrl: graph.url }) };
}

function storageFor(config: Config): Parameters<typeof openStorage>[0] {
  const { storage, bot } = config;
  return storage.kind === 'connection' ? storage : { ...storage, managedIdentity: bot.appId };
}
