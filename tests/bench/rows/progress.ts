import { TableClient } from '@azure/data-tables';
import { FRAME, after, keys, partitionOf } from '../../../bot/storage/keys.ts';
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
  const practiceHouse = await stage.practice();
  return [
    await rowFor('progress', practiceHouse, stage, { code: 'PROGRESS', networks: 2, meetings: 10 }),
    await rowFor('progress, 60 meetings, 30 networks', practiceHouse, stage, {
      ...{ code: 'PROGRESSLARGE', networks: 30, meetings: 60 },
    }),
  ];
}

async function rowFor(
  name: string,
  { bot, storage, connection, tabToken }: Practice,
  stage: Stage,
  shape: { code: string; networks: number; meetings: number },
): Promise<Row> {
  const executives = 12;
  const firstLeader = stage.leaders(executives + 2 * shape.networks);
  const trust = await generateTrust(storage, { ...shape, executives, firstLeader });
  const [leader] = trust.executives;
  if (leader === undefined) throw new Error('nobody to ask for');
  await claimSome(leader, trust, storage, stage);

  const token = await tabToken(leader.account);
  const client = createClient();
  const ask = async (): Promise<void> => {
    const url = `${bot.origin}/api/me/progress`;
    const answer = await client.ask({ method: 'GET', url, token });
    if (answer.status !== 200) throw new Error(`progress: ${answer.status} ${answer.text}`);
  };
  const reads = rawReads(connection, leader);
  try {
    await alternate(warmingUp, ask, reads);
    const ours: number[] = [];
    const raw: number[] = [];
    await alternate(
      asked,
      async () => void ours.push(await timed(ask)),
      async () => void raw.push(await timed(reads)),
    );
    return atMostAnd(name, 2, {
      unit: 'ms',
      ours: median(ours),
      baseline: median(raw),
      against: 'its raw reads',
    });
  } finally {
    client.close();
  }
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
  });
  for (const { id } of trust.meetings.slice(0, claimed)) {
    await doors.perform(caller, { verb: 'claim', data: { meeting: id } });
  }
}

/** Who it is; then their facts, and beside those what everything of theirs is read against. */
function rawReads(connection: string, { caller, account }: Leader): () => Promise<void> {
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
    const read = await Promise.all([range(keys.person(caller.person)), range(FRAME)]);
    if (read.includes(0)) throw new Error('the raw reads found nothing');
  };
}
