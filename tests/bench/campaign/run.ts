import { openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { instantFrom } from '../../../bot/domain/time.ts';
import { nudgeId, nudgeKey } from '../../../bot/domain/nudges/nudge.ts';
import { openStorage } from '../../../bot/storage/open.ts';
import { createAccounts } from '../../../infra/local/accounts.ts';
import { startAzurite } from '../../../infra/local/azurite.ts';
import { startBot, type RunningBot } from '../../../infra/local/bot.ts';
import { listen } from '../../../infra/local/http.ts';
import { practice } from '../../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../../infra/local/practice-teams.ts';
import { bookedExecutives } from '../../nudges/campaign.ts';
import { movableClock } from '../../support/small-trust.ts';
import type { ConnectorGiven, Count } from './connector.ts';
import { ownConnector } from './own-connector.ts';

const organisation = { tenant: practice.tenant, code: 'ZPV' };
/** The working morning after the meeting that all are asked about. */
const morning = Date.parse('2026-06-11T08:30:00.000Z');

export interface Campaign {
  readonly people: number;
  readonly perSecond: number;
  readonly bots: number;
  readonly connector: ConnectorGiven;
  /** Kills a bot, and starts another, whenever so many people have heard. */
  readonly killsAt?: readonly number[];
  /** No campaign takes so long. */
  readonly atMostMs: number;
}

export interface Outcome {
  /** People by what became of their reminder. */
  readonly states: Readonly<Record<string, number>>;
  /** Heard nothing, and are not shown as unknown. */
  readonly lost: number;
  /** Heard the same reminder more than once. */
  readonly twice: number;
  /** Shown as sent, though the connector never said it to them. */
  readonly untrue: number;
  readonly unknown: number;
  /** Claimed, and not yet recorded, at the kills. */
  readonly inFlight: number;
  /** From the start of the bots to the first request. */
  readonly untilFirstMs: number;
  readonly count: Count;
  readonly log: readonly string[];
}

/** Real bots on a storage of their own, a connector of its own, and what each of them says of it. */
export async function runCampaign(given: Campaign): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'silver-campaign-'));
  const azurite = await startAzurite({ folder });
  const connector = await ownConnector(given.connector);
  const keys = await createPracticeKeys();
  const teams = createPracticeTeams({
    accounts: createAccounts([]),
    keys,
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
    const people = await bookedExecutives(storage, clock, organisation, {
      count: given.people,
      serviceUrl,
    });

    const environment = {
      ...teams.environment(azurite.connection),
      NUDGES_PER_SECOND: String(given.perSecond),
    };
    const log = openSync(logFile, 'a');
    const offset = morning - Date.now();
    const start = async () => bots.push(await startBot({ environment, offset, log }));
    const startedAt = performance.now();
    for (let bot = 0; bot < given.bots; bot += 1) await start();

    let untilFirstMs = 0;
    const inFlight = new Set<string>();
    const kills = [...(given.killsAt ?? [])];
    const deadline = startedAt + given.atMostMs;
    for (;;) {
      await pause(kills.length > 0 ? 20 : 250);
      const count = await connector.count();
      if (untilFirstMs === 0 && count.asked > 0) untilFirstMs = performance.now() - startedAt;
      const heard = Object.keys(count.heard).length;
      const [next] = kills;
      if (next !== undefined && heard >= next) {
        kills.shift();
        await bots.shift()?.kill();
        for (const key of await claimedByTheDead()) inFlight.add(key);
        await start();
      } else if (next === undefined && (await settled())) break;
      if (performance.now() > deadline) break;
    }

    const count = await connector.count();
    const kept = await storage.nudges.ofOrganisation(organisation);
    const states: Record<string, number> = {};
    for (const { state } of kept) {
      const named = 'why' in state ? `${state.kind} ${state.why}` : state.kind;
      states[named] = (states[named] ?? 0) + 1;
    }
    const heardBy = (person: string, nudge: string) => count.heard[`${person} ${nudge}`] ?? 0;
    const asked = new Map(kept.map(({ nudge, state }) => [nudge.to, { nudge, state }]));
    const never = people.filter((person) => {
      const one = asked.get(person);
      if (one === undefined) return true;
      return heardBy(person, nudgeId(one.nudge)) === 0 && one.state.kind !== 'unknown';
    });
    return {
      states,
      lost: never.length,
      twice: Object.values(count.heard).filter((times) => times > 1).length,
      untrue: kept.filter(
        ({ nudge, state }) => state.kind === 'sent' && heardBy(nudge.to, nudgeId(nudge)) !== 1,
      ).length,
      unknown: kept.filter(({ state }) => state.kind === 'unknown').length,
      inFlight: inFlight.size,
      untilFirstMs,
      count,
      log: (await readFile(logFile, 'utf8')).split('\n').filter((line) => line !== ''),
    };

    /** Once what the dead bot had on the wire has reached storage. */
    async function claimedByTheDead(): Promise<string[]> {
      await pause(300);
      const all = await storage.nudges.ofOrganisation(organisation);
      return all
        .filter(({ state }) => state.kind === 'claimed')
        .map(({ nudge }) => nudgeKey(nudge));
    }
    async function settled(): Promise<boolean> {
      return untilFirstMs > 0 && (await storage.nudges.open(organisation)).length === 0;
    }
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    await window.close();
    await connector.close();
    await azurite.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
