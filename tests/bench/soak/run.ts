import { openSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { instantFrom } from '../../../bot/domain/time.ts';
import { nudgeId } from '../../../bot/domain/nudges/nudge.ts';
import { readEntry } from '../../../bot/storage/ledger.ts';
import { openStorage } from '../../../bot/storage/open.ts';
import { createAccounts } from '../../../infra/local/accounts.ts';
import { startAzurite } from '../../../infra/local/azurite.ts';
import { listen } from '../../../infra/local/http.ts';
import { practice } from '../../../infra/local/practice-ids.ts';
import { createPracticeKeys, createPracticeTeams } from '../../../infra/local/practice-teams.ts';
import { bookedExecutives } from '../../nudges/campaign.ts';
import { movableClock } from '../../support/small-trust.ts';
import { ownConnector } from '../campaign/own-connector.ts';
import { askForCard, type Sitter } from '../claim-activity.ts';
import { rosterCommands, runAsOperator, runCommands } from '../commands.ts';
import { generateTrust } from '../generated-trust.ts';
import { rosterFile } from '../roster-file.ts';
import { startInstances, type Held } from './instances.ts';
import { mixedUse, type Load } from './load.ts';
import { createPairs, type Pair, type Pairs } from './pairs.ts';
import { startProxy, type Proxy } from './proxy.ts';

/** The working morning after the meeting that the reminders ask about. */
const morning = Date.parse('2026-06-11T08:30:00.000Z');
const reminded = { tenant: practice.tenant, code: 'REMINDED' };
/** For so long an instance says that it is ending: several times what the proxy takes to notice. */
const ANNOUNCE_MS = 3_000;

export interface Soak {
  readonly seconds: number;
  readonly perSecond: number;
  readonly executives: number;
  /** Restarts in all, of the two instances in turn, spread over the first half. */
  readonly restarts: number;
  /** People who are reminded meanwhile. */
  readonly people: number;
  readonly nudgesPerSecond: number;
  /** Rows of a staff list that is imported meanwhile. */
  readonly rosterRows: number;
}

export interface Soaked {
  readonly load: Load;
  readonly proxy: Proxy['counts'];
  readonly restarts: number;
  /** Acknowledged moves that are in no ledger, and moves that are there more often than they were made. */
  readonly lost: number;
  readonly duplicates: number;
  /** What is known of each of those, and of the reminders that are unknown. */
  readonly wrong: readonly string[];
  readonly entries: number;
  readonly ledgerFaults: readonly string[];
  /** What the import said each time that it stopped and was run again. */
  readonly stops: readonly string[];
  readonly reminders: { heard: number; lost: number; twice: number; unknown: number };
  readonly held: readonly Held[];
  readonly seconds: number;
  readonly log: readonly string[];
}

/** Two real bots on one storage behind a plain proxy, in use, and restarted in turn meanwhile. */
export async function soak(given: Soak): Promise<Soaked> {
  const folder = await mkdtemp(join(tmpdir(), 'silver-soak-'));
  const endings: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    // Azure saves as it goes; Azurite would stand still for longer and longer to save so much.
    const first = new URL('./azurite-by-index.mjs', import.meta.url);
    const azurite = await startAzurite({ folder, forgets: true, first });
    endings.push(() => azurite.kill());
    const connector = await ownConnector({ latencyMs: 80, perSecond: 50, spells: [] });
    endings.push(() => connector.close());
    const proxy = await startProxy();
    endings.push(() => proxy.close());

    // Until the bots are there, facts are made by a clock that can be moved.
    const clock = movableClock();
    const connected = { kind: 'connection', text: azurite.connection } as const;
    // What it held is counted at the end, however busy storage is.
    const storage = openStorage(connected, { clock, patienceMs: 60_000 });
    await storage.prepare();
    const { people, nudgesPerSecond, executives } = given;
    const { serviceUrl: connectorUrl } = connector;
    const asked = { count: people, serviceUrl: connectorUrl };
    const campaign = await bookedExecutives(storage, clock, reminded, asked);
    clock.moveTo(instantFrom(morning));
    const shape = { code: 'SOAKED', executives, networks: 2, meetings: 10, firstLeader: 1 };
    const trust = await generateTrust(storage, shape);

    const offset = morning - Date.now();
    const teams = createPracticeTeams({
      accounts: createAccounts([]),
      keys: await createPracticeKeys(),
      origin: () => window.origin,
      botOrigin: () => proxy.origin,
      now: () => instantFrom(Date.now() + offset),
    });
    const window = await listen(teams.routes, 0);
    endings.push(() => window.close());
    const serviceUrl = `${window.origin}/connector/`;
    const logFile = join(folder, 'bot.log');
    const instances = await startInstances({
      ...{ proxy, many: 2, offset, log: openSync(logFile, 'a') },
      environment: {
        ...teams.environment(azurite.connection),
        NUDGES_PER_SECOND: String(nudgesPerSecond),
        PRACTICE_ANNOUNCE_MS: String(ANNOUNCE_MS),
      },
    });
    endings.push(() => instances.stop());

    const sitters: Sitter[] = [];
    for (const leader of trust.executives) sitters.push(await askForCard({ teams }, leader));
    const pairs = createPairs(sitters, trust.meetings);
    const tokens = new Map<string, Promise<string>>();
    const tokenOf = ({ sitter: { account } }: Pair): Promise<string> => {
      const kept = tokens.get(account.id) ?? teams.entra.mint({ origin: window.origin, account });
      tokens.set(account.id, kept);
      return kept;
    };
    const { origin } = window;
    const channelToken = await teams.channelIssuer.mint({ origin, serviceUrl });

    const startedAt = performance.now();
    const restarting = restartInTurn();
    const importing = importMeanwhile();
    const load = await mixedUse({
      ...{ seconds: given.seconds, perSecond: given.perSecond, origin: proxy.origin },
      ...{ serviceUrl, teams, trust, pairs, channelToken, tokenOf },
    });
    const [restarts, stops] = await Promise.all([restarting, importing]);
    await settled();

    const recorded = await recordedMoves(trust.organisation.code);
    const { lost, duplicates, wrong } = compared(pairs, recorded.moves);
    const verified = await Promise.all(
      [trust.organisation, reminded].map((organisation) => storage.auditor.verify(organisation)),
    );
    const count = await connector.count();
    const kept = await storage.nudges.ofOrganisation(reminded);
    const heardBy = (person: string) =>
      kept
        .filter(({ nudge }) => nudge.to === person)
        .reduce((sum, { nudge }) => sum + (count.heard[`${person} ${nudgeId(nudge)}`] ?? 0), 0);
    const unknown = kept.filter(({ state }) => state.kind === 'unknown');
    const unsure = new Set<string>(unknown.map(({ nudge }) => nudge.to));
    return {
      ...{ load, restarts, lost, duplicates, stops },
      wrong: [...wrong, ...unknown.map(({ state }) => `reminder: ${JSON.stringify(state)}`)],
      proxy: proxy.counts,
      entries: recorded.entries,
      ledgerFaults: verified.flatMap(({ faults }) => faults),
      reminders: {
        heard: campaign.filter((person) => heardBy(person) > 0).length,
        lost: campaign.filter((person) => heardBy(person) === 0 && !unsure.has(person)).length,
        twice: Object.values(count.heard).filter((times) => times > 1).length,
        unknown: unknown.length,
      },
      held: instances.held,
      seconds: (performance.now() - startedAt) / 1000,
      log: (await readFile(logFile, 'utf8')).split('\n').filter((line) => line !== ''),
    };

    async function restartInTurn(): Promise<number> {
      for (let number = 0; number < given.restarts; number += 1) {
        const due = ((number + 1) / (2 * given.restarts)) * given.seconds * 1000;
        const wait = startedAt + due - performance.now();
        if (wait > 0) await pause(wait);
        await instances.restart(number % 2);
      }
      return given.restarts;
    }

    async function importMeanwhile(): Promise<readonly string[]> {
      const said: string[] = [];
      if (given.rosterRows === 0) return said;
      await pause(given.seconds * 250);
      const file = join(folder, 'roster.csv');
      await writeFile(file, rosterFile(given.rosterRows));
      const stage = { offset, atTheEnd: (end: () => Promise<unknown>) => endings.push(end) };
      for (const command of rosterCommands(file)) {
        const run = () => runCommands(stage, azurite.connection, [command]);
        said.push(...(await runAsOperator(run)));
      }
      return said;
    }

    /** Reminders are sent at their own pace, and nobody waits for them longer than they take. */
    async function settled(): Promise<void> {
      const deadline = performance.now() + 60_000 + (people / nudgesPerSecond) * 1000;
      while ((await storage.nudges.open(reminded)).length > 0) {
        if (performance.now() > deadline) return;
        await pause(500);
      }
    }

    /** How often the ledger says that each was claimed and withdrawn. */
    async function recordedMoves(code: string) {
      const moves = new Map<string, number>();
      let entries = 0;
      const partition = `${practice.tenant}|${code}`;
      for await (const page of storage.tables.records.range(partition, 'l|', 'l}')) {
        for (const row of page) {
          const { act = '', by = '', about = {} } = readEntry(row)?.entry ?? {};
          const key = `${act} ${by} ${about['meeting'] ?? ''}`;
          moves.set(key, (moves.get(key) ?? 0) + 1);
          entries += 1;
        }
      }
      return { moves, entries };
    }
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/** What was acknowledged, held against the ledger: of each pair as many moves as were made. */
function compared(
  pairs: Pairs,
  recorded: ReadonlyMap<string, number>,
): { lost: number; duplicates: number; wrong: string[] } {
  let lost = 0;
  let duplicates = 0;
  const wrong: string[] = [];
  for (const { sitter, meeting, claimed, withdrawn, unclear, doors } of pairs.all) {
    for (const [act, made] of [
      ['claim', claimed],
      ['withdraw', withdrawn],
    ] as const) {
      const there = recorded.get(`${act} ${sitter.caller.person} ${meeting.id}`) ?? 0;
      const less = Math.max(0, made - there);
      // What nobody acknowledged may be there all the same, once.
      const more = Math.max(0, there - made - (unclear ? 1 : 0));
      lost += less;
      duplicates += more;
      if (less + more > 0) wrong.push(`${act}: ${there} for ${made}, by ${doors.join(', ')}`);
    }
  }
  return { lost, duplicates, wrong };
}
