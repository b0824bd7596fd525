import { createServer } from './api/server.ts';
import { refusalText } from './cards/refusals.ts';
import packageFile from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import { englandsBankHolidays } from './domain/bank-holidays.ts';
import { openPacks } from './evidence/open.ts';
import { createLimits } from './limits.ts';
import { createNudging } from './nudges/nudging.ts';
import { usualLeaseMs, usualTickMs } from './nudges/parts.ts';
import { readers } from './roster/readers.ts';
import { openStorage } from './storage/open.ts';
import { createChannel } from './teams/channel.ts';
import { createTelemetry } from './telemetry.ts';
import { announceAnswers } from './use-cases/agenda/announce.ts';
import { openMeetingRoom } from './use-cases/meeting-room.ts';
import { openDoors } from './use-cases/open-doors.ts';
import type { Changed, Clock } from './use-cases/ports.ts';

export interface App {
  /** Opens the port; resolves with the one that was taken (a configured 0 means any free one). */
  listen(): Promise<{ port: number }>;
  /** The clock that facts go by was moved: what has come due is done before this resolves. */
  clockMoved(): Promise<void>;
  /** Takes nothing new, finishes what is under way, closes. */
  close(): Promise<void>;
}

/** Puts the house together: the one file that knows every room. */
export function createApp(config: Config, given: { clock: Clock }): App {
  const { clock } = given;
  const log = createTelemetry({ level: config.logLevel });

  const storage = openStorage(storageFor(config), { clock });
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
  });
  const { conversations, cards } = storage;
  const limits = createLimits();
  const channel = createChannel({ config, doors, room, conversations, cards, clock, limits, log });
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
    leaseMs: usualLeaseMs,
    tickMs: usualTickMs,
  });
  const server = createServer({
    config,
    doors,
    channel,
    limits,
    health: { storage: storage.ping },
    waiting: { nudgesAside: storage.queue.aside },
    log,
    refusalText: (refusal) => {
      const { say, next } = refusalText(refusal);
      return `${say} ${next}`;
    },
  });

  return {
    async listen() {
      // Storage may be away at the start: readiness says so, and the tables are made once it is back.
      await storage.prepare().catch((error: unknown) => log.storageAway({ error }));
      const { port } = await server.listen();
      log.started({ host: config.host, port });
      nudging.start();
      return { port };
    },
    async clockMoved() {
      await channel.tick();
      await nudging.settle();
    },
    async close() {
      log.draining();
      await Promise.all([server.close(), nudging.stop()]);
      await channel.close();
      log.stopped();
    },
  };
}

function storageFor(config: Config): Parameters<typeof openStorage>[0] {
  const { storage, bot } = config;
  return storage.kind === 'connection' ? storage : { ...storage, managedIdentity: bot.appId };
}
