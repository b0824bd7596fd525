import { openPacks } from '../../../bot/evidence/open.ts';
import { readers } from '../../../bot/roster/readers.ts';
import { englandsBankHolidays } from '../../../bot/domain/bank-holidays.ts';
import { openStorage } from '../../../bot/storage/open.ts';
import type { Caller } from '../../../bot/use-cases/ports.ts';
import { perform } from '../../../bot/use-cases/perform.ts';
import { practice } from '../../../infra/local/practice-ids.ts';
import { alternate, median, timed } from '../figures.ts';
import { generateTrust } from '../generated-trust.ts';
import { atLeast, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

const executives = 200;
const rounds = 4;

/** Everybody claims a meeting at once: committed together, beside a transaction for each claim. */
export async function claims(stage: Stage): Promise<Row[]> {
  const [ours, baseline] = [await side(stage, 'CLAIMS'), await side(stage, 'SINGLES', 1)];
  await alternate(rounds, ours.round, baseline.round);
  return [
    atLeast(`${executives} claims at once`, 2, {
      unit: 'a second',
      ours: median(ours.rates),
      baseline: median(baseline.rates),
      against: 'one transaction each',
    }),
  ];
}

/** A trust of its own; `most` is how many claims may share a transaction. */
async function side(stage: Stage, code: string, most?: number) {
  const { connection } = await stage.azurite();
  const { clock } = stage;
  const given = { clock, ...(most === undefined ? {} : { most }) };
  const storage = openStorage({ kind: 'connection', text: connection }, given);
  await storage.prepare();
  // One meeting a round, and one more to warm up.
  const shape = { executives, networks: 1, meetings: rounds + 1 };
  const trust = await generateTrust(storage, { code, firstLeader: stage.leaders(300), ...shape });
  const house = {
    ...storage,
    clock,
    isBankHoliday: englandsBankHolidays(),
    changed: () => undefined,
    tenants: [practice.tenant],
    readers,
    packs: openPacks('0.0.0'),
  };
  const claim = async (caller: Caller, meeting: string): Promise<void> => {
    const [done] = await perform(house, caller, { verb: 'claim', data: { meeting } });
    if (done?.outcome.kind !== 'done') throw new Error('a claim was not recorded');
  };
  const claimAll = (callers: readonly Caller[], meeting: string): Promise<unknown> =>
    Promise.all(callers.map((caller) => claim(caller, meeting)));

  const [network] = trust.networks;
  const [first, ...others] = trust.meetings.map(({ id }) => id);
  if (network === undefined || first === undefined) throw new Error('a trust without a meeting');
  const callers = trust.executives.map(({ caller }) => caller);
  await claimAll(callers.slice(0, 40), first);

  const rates: number[] = [];
  return {
    rates,
    async round(round: number): Promise<void> {
      const meeting = others[round];
      if (meeting === undefined) throw new Error('more rounds than meetings');
      rates.push((1000 * executives) / (await timed(() => claimAll(callers, meeting))));
      const waiting = await storage.records.waiting(trust.organisation, network);
      const recorded = waiting.filter((work) => work.meeting === meeting);
      if (recorded.length !== executives) throw new Error('a claim was lost');
    },
  };
}
