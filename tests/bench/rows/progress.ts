import { TableClient } from '@azure/data-tables';
import { FRAME, after, keys, partitionOf } from '../../../bot/storage/keys.ts';
import { openPacks } from '../../../bot/evidence/open.ts';
import { readers } from '../../../bot/roster/readers.ts';
import { openDoors } from '../../../bot/use-cases/open-doors.ts';
import { englandsBankHolidays } from '../../../bot/domain/bank-holidays.ts';
import { practice } from '../../../infra/local/practice-ids.ts';
import { alternate, median, timed } from '../figures.ts';
import { generateTrust, type GeneratedTrust, type Leader } from '../generated-trust.ts';
import { createClient } from '../http.ts';
import { atMostAnd, type Row } from '../row.ts';
import type { Practice, Stage } from '../stage.ts';

const asked = 300;
const warmingUp = 150;
/** What the framework's leader has on record by then. */
const claimed = 6;

/** A leader's progress through the API, beside the reads that it can't do without. */
export async function progress(stage: Stage): Promise<Row[]> {
  const house = await stage.practice();
  const small = await leaderOf(house, stage, { code: 'PROGRESS', networks: 2, meetings: 6 });
  const large = await leaderOf(house, stage, { code: 'LARGE', networks: 30, meetings: 60 });
  const rows = [
    atMostAnd('progress, 6 meetings, 2 networks', 2, {
      ...(await sidesOf(small.ask, small.reads)),
      against: 'its raw reads',
    }),
    atMostAnd('progress, 60 meetings, 30 networks', 2, {
      ...(await sidesOf(large.ask, large.reads)),
      against: 'its raw reads',
    }),
    atMostAnd('progress, the large beside the small', 1, {
      ...(await sidesOf(large.ask, small.ask)),
      against: '6 meetings, 2 networks',
    }),
  ];
  small.close();
  large.close();
  return rows;
}

type Measured = () => Promise<void>;

async function sidesOf(first: Measured, second: Measured) {
  await alternate(warmingUp, first, second);
  const ours: number[] = [];
  const baseline: number[] = [];
  await alternate(
    asked,
    async () => void ours.push(await timed(first)),
    async () => void baseline.push(await timed(second)),
  );
  return { unit: 'ms', ours: median(ours), baseline: median(baseline) };
}

/** A leader of such a trust: asking for their progress, and the raw reads of it. */
async function leaderOf(
  { bot, storage, connection, tabToken }: Practice,
  stage: Stage,
  shape: { code: string; networks: number; meetings: number },
): Promise<{ ask: Measured; reads: Measured; close(): void }> {
  const executives = 12;
  const firstLeader = stage.leaders(executives + 2 * shape.networks);
  const trust = await generateTrust(storage, { ...shape, executives, firstLeader });
  const client = createClient();
  const url = `${bot.origin}/api/me/progress`;
  const each = await Promise.all(
    trust.executives.map(async (leader) => {
      await claimSome(leader, trust, storage, stage);
      return { token: await tabToken(leader.account), reads: rawReads(connection, leader) };
    }),
  );
  return {
    ask: inTurn(each, async ({ token }) => {
      const answer = await client.ask({ method: 'GET', url, token });
      if (answer.status !== 200) throw new Error(`progress: ${answer.status} ${answer.text}`);
    }),
    reads: inTurn(each, ({ reads }) => reads()),
    close: () => client.close(),
  };
}

/** One leader after another: nobody alone may ask so often. */
function inTurn<One>(all: readonly One[], work: (one: One) => Promise<void>): Measured {
  let turn = 0;
  return async () => {
    const one = all[turn % all.length];
    turn += 1;
    if (one === undefined) throw new Error('nobody to ask for');
    await work(one);
  };
}

async function claimSome(
  { caller }: Leader,
  trust: GeneratedTrust,
  storage: Practice['storage'],
  { clock }: Stage,
): Promise<void> {
  const isBankHoliday = englandsBankHolidays();
  const tenants = [practice.tenant];
  const doors = openDoors({
    ...storage,
    clock,
    isBankHoliday,
    changed: () => undefined,
    tenants,
    readers,
    packs: openPacks('0.0.0'),
  });
  for (const { id } of trust.meetings.slice(0, claimed)) {
    await doors.perform(caller, { verb: 'claim', data: { meeting: id } });
  }
}

/** Who it is; then their facts, and beside those what everything of theirs is read against. */
function rawReads(connection: string, { caller, account }: Leader): Measured {
  const open = (table: string): TableClient =>
    TableClient.fromConnectionString(connection, table, { allowInsecureConnection: true });
  const [directory, records] = [open('directory'), open('records')];
  const partition = partitionOf(caller.organisation);
  const range = async (prefix: string): Promise<number> => {
    const filter = `PartitionKey eq '${partition}' and RowKey ge '${prefix}' and RowKey lt '${after(prefix)}'`;
    let rows = 0;
    const pages = records.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: 1000 });
    for await (const page of pages) rows += page.length;
    return rows;
  };
  return async () => {
    await directory.getEntity(account.tenant, `account|${account.id}`);
    const [own, frame] = await Promise.all([
      range(keys.person(caller.person)),
      range(FRAME),
      // Who mentors whom: nothing here yet, and read all the same.
      range(keys.things('pair')),
    ]);
    if (own === 0 || frame === 0) throw new Error('the raw reads found nothing');
  };
}
