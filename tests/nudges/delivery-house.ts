import { vi } from 'vitest';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import type { NudgeParts } from '../../bot/nudges/parts.ts';
import { memoryQueue } from '../support/memory-queue.ts';
import { createChannel, type Channel } from '../../bot/teams/channel.ts';
import type { Telemetry } from '../../bot/telemetry.ts';
import { openMeetingRoom } from '../../bot/use-cases/meeting-room.ts';
import { doorsOver, memoryTables } from '../support/house.ts';
import { movableClock, TENANT } from '../support/small-trust.ts';
import type { startBotHouse } from '../teams/bot-house.ts';
import { bookedExecutives } from './campaign.ts';
import { nudgeLog } from './nudge-log.ts';
import { storageOn } from '../support/storage-on.ts';
import { createLimits } from '../../bot/limits.ts';
import { welcomingAtOnce } from '../support/welcoming-at-once.ts';

export const organisation: OrganisationRef = { tenant: TENANT, code: 'ZPV' };

/** So many people to be asked on 11 June, in memory, by the real sender through that connector. */
export async function campaignThrough(
  { config }: Pick<Awaited<ReturnType<typeof startBotHouse>>, 'config'>,
  serviceUrl: string,
  count: number,
  differs: Partial<NudgeParts> = {},
) {
  const clock = movableClock();
  const tables = memoryTables();
  const storage = storageOn(tables, { clock });
  const people = await bookedExecutives(storage, clock, organisation, { count, serviceUrl });
  const fault = vi.fn<() => void>();
  const notDrawn = vi.fn<Telemetry['cardNotRedrawn']>();
  const { doors } = doorsOver(storage, clock);
  const lacking: { person: PersonId | undefined } = { person: undefined };
  const { sender }: Channel = createChannel({
    config,
    doors: {
      ...doors,
      async reminders(caller, nudges) {
        const shown = await doors.reminders(caller, nudges);
        // A field that the card needs is not there.
        const [one] = caller.person === lacking.person ? shown.reminders : [];
        if (one?.meeting !== undefined) Reflect.deleteProperty(one.meeting, 'date');
        return shown;
      },
    },
    conversations: storage.conversations,
    cards: storage.cards,
    clock,
    room: openMeetingRoom({ ...storage, clock, isBankHoliday: () => false }),
    welcoming: welcomingAtOnce(() => sender),
    limits: createLimits(),
    log: {
      requestRefused: fault,
      requestFaulted: fault,
      cardNotRedrawn: notDrawn,
      meetingNotFollowed: fault,
      clockInDoubt: fault,
    },
  });
  const real = { now: 0 };
  const queue = memoryQueue(() => Date.now() + real.now);
  const log = nudgeLog();
  const parts: NudgeParts = {
    ...storage,
    clock,
    isBankHoliday: englandsBankHolidays(),
    queue,
    sender,
    log,
    tenants: [TENANT],
    perSecond: 500,
    realNow: () => Date.now() + real.now,
    leaseMs: 120_000,
    tickMs: 60_000,
    ...differs,
  };
  clock.moveTo('2026-06-11T08:30:00.000Z');
  const states = async () =>
    new Map(
      (await storage.nudges.ofOrganisation(organisation)).map(({ nudge, state }) => [
        nudge.to,
        state,
      ]),
    );
  return { clock, tables, storage, people, parts, states, real, log, queue, lacking, notDrawn };
}
