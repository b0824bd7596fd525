import { fuzzHouse } from '../../fuzz/house.ts';
import { alterRows } from '../../fuzz/rows.ts';
import { fuzz, openChats } from '../../fuzz/run.ts';
import { newVerbs } from '../../http/support/matrix-rows.ts';
import { atMost, type Row } from '../row.ts';
import type { Stage } from '../stage.ts';

/** So many in the long run, and a tenth of it otherwise. */
const requests = 100_000;
const rows = 4_000;
const each = 40;

/** Mutated activities, bodies, tokens, headers, addresses and rows: nothing of it may do anything. */
export async function fuzzed(stage: Stage): Promise<Row[]> {
  const share = process.argv.includes('--soak') ? 1 : 0.1;
  const house = await fuzzHouse();
  stage.atTheEnd(() => house.close());
  await openChats(house);
  // Another one each time: it is printed, so that what it finds can be found again.
  const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 1e6));
  console.error(`… fuzz, seed ${seed}; again with FUZZ_SEED=${seed}`);
  const breaches: string[] = [];
  const answers: Record<string, number> = {};
  let attempts = 0;
  let done = 0;
  for (let turn = 0; attempts < requests * share; turn += 1) {
    const most = requests * share - attempts;
    const told = await fuzz(house, { seed: seed + turn, each, most });
    attempts += told.attempts;
    done += told.done;
    for (const [key, count] of Object.entries(told.answers)) {
      answers[key] = (answers[key] ?? 0) + count;
    }
    breaches.push(...told.breaches);
    for (const breach of told.breaches) console.error(breach);
    console.error(`… ${attempts} of ${requests * share}, ${breaches.length} breaches`);
    if (breaches.length > 20) break;
  }
  const altered = await alterRows(house, { seed, times: rows * share });
  for (const breach of altered.breaches) console.error(breach);
  return [
    atMost(`fuzz, ${newVerbs.length} verbs: faults, changes without a right, words in a log`, {
      ...{ unit: 'requests', ours: breaches.length, baseline: attempts, times: 0 },
      against: 'mutated requests that were sent',
      beside: { ...answers, 'done by somebody who may': done },
    }),
    atMost('fuzz, rows: untold, unanswered, or in others’ way', {
      ...{ unit: 'rows', ours: altered.breaches.length, baseline: altered.attempts, times: 0 },
      against: 'rows that were altered',
      beside: altered.answers,
    }),
  ];
}
