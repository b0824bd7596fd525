import { alternate, median, timed } from '../figures.ts';
import { createClient } from '../http.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';
import { rawReads } from '../raw-reads.ts';
import { largeTrust } from './organisation.ts';

const asked = 5;
const warmingUp = 1;
const mostMs = 10_000;

/** The evidence pack of 1,500 leaders, from the request to its last byte. */
export async function pack(stage: Stage): Promise<Row[]> {
  const { bot, connection, trust, token } = await largeTrust(stage, 'PACK');
  const client = createClient();
  const url = `${bot.origin}/api/organisation/evidence?on=2027-02-28`;
  const ask = async (): Promise<void> => {
    const answer = await client.ask({ method: 'GET', url, token });
    if (answer.status !== 200) throw new Error(`evidence: ${answer.status} ${answer.text}`);
  };
  const reads = rawReads(connection, trust.organisation);
  await alternate(warmingUp, ask, reads);
  const [ours, raw]: [number[], number[]] = [[], []];
  await alternate(
    asked,
    async () => void ours.push(await timed(ask)),
    async () => void raw.push(await timed(reads)),
  );
  client.close();
  return [
    atMost('the evidence pack, 1,500 leaders', {
      ...{ unit: 'ms', ours: median(ours), baseline: mostMs, against: 'ten seconds' },
      beside: { 'its raw reads': median(raw) },
    }),
  ];
}
