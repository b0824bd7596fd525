import { openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deliverySchema, type Delivery } from '../../bot/contract/delivery.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { instantFrom } from '../../bot/domain/time.ts';
import { sweep } from '../../bot/nudges/sweep.ts';
import { openStorage, type Storage } from '../../bot/storage/open.ts';
import type { KeptNudge } from '../../bot/use-cases/nudge-ports.ts';
import { createTelemetry } from '../../bot/telemetry.ts';
import { createAccounts, objectIdFor } from '../../infra/local/accounts.ts';
import { startAzurite } from '../../infra/local/azurite.ts';
import { startBot, type RunningBot } from '../../infra/local/bot.ts';
import { listen } from '../../infra/local/http.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../infra/local/practice-teams.ts';
import { bookedExecutives } from '../nudges/campaign.ts';
import { chanceFrom } from '../support/chance.ts';
import { movableClock } from '../support/small-trust.ts';
import { alienConnector, type Fate } from './connector.ts';

const organisation = { tenant: practice.tenant, code: 'ZPV' };
/** The working morning after the meeting that all are asked about. */
const morning = Date.parse('2026-06-11T08:30:00.000Z');
const email = 'zainab.khan@pennine-vale.example';
const lead = { id: objectIdFor(email), tenant: practice.tenant, name: 'Zainab Khan', email };

export interface Told {
  readonly people: readonly PersonId[];
  readonly fateOf: (person: string) => Fate;
  /** How often the connector took a message for each. */
  readonly taken: ReadonlyMap<string, number>;
  readonly seen: Readonly<Record<'asked' | 'overLimit' | 'unclear' | 'opened', number>>;
  readonly kept: readonly KeptNudge[];
  /** What the EDI lead's page says. */
  readonly delivery: Delivery;
  /** Bots that were killed, and what was claimed at these moments, by whichever bot. */
  readonly kills: number;
  readonly inFlight: number;
  readonly log: string;
}

/**
 * So many people reminded by several real bots on one storage, through a connector that is none of
 * theirs; bots are killed at moments that chance picks, and others begin in their place.
 */
export async function throughAlien(given: {
  seed: number;
  people: number;
  perSecond: number;
  bots: number;
  kills: number;
  atMostMs: number;
}): Promise<Told> {
  const chance = chanceFrom(given.seed);
  const folder = await mkdtemp(join(tmpdir(), 'silver-alien-'));
  const azurite = await startAzurite({ folder, forgets: true });
  const fates = new Map<string, Fate>();
  const fateOf = (person: string): Fate => fates.get(person) ?? 'reached';
  const connector = await alienConnector({ chance, fateOf });
  const teams = createPracticeTeams({
    accounts: createAccounts([{ ...lead, guest: false }]),
    keys: await createPracticeKeys(),
    origin: () => window.origin,
    botOrigin: () => undefined,
    now: () => instantFrom(morning),
  });
  const window = await listen(teams.routes, 0);
  const bots: RunningBot[] = [];
  const logFile = join(folder, 'bot.log');
  try {
    const clock = movableClock();
    const storage = openStorage({ kind: 'connection', text: azurite.connection }, { clock });
    await storage.prepare();
    const { serviceUrl } = connector;
    const count = given.people;
    const people = await bookedExecutives(storage, clock, organisation, { count, serviceUrl });
    for (const [index, person] of people.entries()) {
      const fate = (['blocked', 'removed', 'moved', 'lost'] as const)[index % 12];
      if (fate !== undefined) fates.set(person, fate);
      await remember(storage, person, serviceUrl);
    }
    clock.moveTo(new Date(morning).toISOString());
    const offset = morning - Date.now();
    const environment = {
      ...teams.environment(azurite.connection),
      NUDGES_PER_SECOND: String(given.perSecond),
    };
    const log = openSync(logFile, 'a');
    const start = async () => bots.push(await startBot({ environment, offset, log }));
    await Promise.all(Array.from({ length: given.bots }, start));

    const starting: Promise<unknown>[] = [];
    const keptNow = () => storage.nudges.ofOrganisation(organisation);
    const deadline = performance.now() + given.atMostMs;
    let kills = 0;
    let nextKill = chance.between(10, 25);
    let inFlight = 0;
    for (;;) {
      await pause(250);
      if (kills < given.kills && connector.seen.asked >= nextKill) {
        kills += 1;
        nextKill = connector.seen.asked + chance.between(10, 25);
        const [victim] = bots.splice(chance.between(0, bots.length - 1), 1);
        await victim?.kill();
        starting.push(start());
        inFlight += (await keptNow()).filter(({ state }) => state.kind === 'claimed').length;
      }
      const kept = await keptNow();
      const open = kept.filter(({ state }) => state.kind === 'planned' || state.kind === 'claimed');
      const isQuiet = kept.length >= count && open.every(isLost);
      if (isQuiet || performance.now() > deadline) break;
    }
    const nudging = { ...storage, clock, realNow: () => Date.now(), leaseMs: 0 };
    await Promise.all(starting);
    await sweep({ ...nudging, ...unused }, organisation);

    const token = await teams.entra.mint({
      origin: window.origin,
      account: { ...lead, guest: false },
    });
    const response = await fetch(`${bots[0]?.origin}/api/organisation/delivery`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return {
      ...{ people, fateOf, kills, inFlight },
      ...{ taken: connector.taken, seen: connector.seen },
      kept: await keptNow(),
      delivery: deliverySchema.parse(await response.json()),
      log: await readFile(logFile, 'utf8'),
    };
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await window.close();
    await connector.close();
    await azurite.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Claimed for longer than any request lasts: its bot is dead, and the sweeper's minute isn't over. */
function isLost({ state }: KeptNudge): boolean {
  return state.kind === 'claimed' && Date.now() - state.since > 15_000;
}

const unused = {
  isBankHoliday: () => false,
  sender: {
    reaches: async () => true,
    send: async () => ({ kind: 'failed', why: 'not asked for' }) as const,
  },
  log: createTelemetry({ level: 'silent' }),
  tenants: [practice.tenant],
  perSecond: 25,
  tickMs: 60_000,
};

/** As Teams names them: with an account, by which their chat can be opened anew. */
async function remember(
  storage: Pick<Storage, 'conversations'>,
  person: PersonId,
  serviceUrl: string,
): Promise<void> {
  await storage.conversations.remember(
    { organisation, person },
    {
      ...{ serviceUrl, conversationId: person, botId: '28:bot', tenant: organisation.tenant },
      ...{ user: `29:${person}`, account: person },
    },
  );
}
