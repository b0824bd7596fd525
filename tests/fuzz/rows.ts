import { fillIn } from '../http/support/matrix-rows.ts';
import type { Who } from '../http/support/matrix-house.ts';
import { chanceFrom, type Chance } from '../support/chance.ts';
import { MOST_CHARACTERS, type Row } from '../../bot/storage/table.ts';
import { createAuditor } from '../../bot/storage/verify.ts';
import type { FuzzHouse } from './house.ts';
import { mutated } from './mutate.ts';
import { send } from './send.ts';

export interface Altered {
  readonly attempts: number;
  /** Readings of the organisation itself, by status. */
  readonly answers: Readonly<Record<number, number>>;
  readonly breaches: readonly string[];
}

const readings = [
  ['edi', '/api/me'],
  ['edi', '/api/organisation/silver?on=2026-04-09'],
  ['edi', '/api/organisation/plan'],
  ['leader', '/api/me/goal'],
  ['nurse', '/api/me/progress'],
  ['chair', '/api/me/agenda'],
] as const satisfies readonly (readonly [Who, string])[];

/** Properties of a row that somebody, or a fault of storage, has altered. */
function alter(chance: Chance, properties: Row['properties']): Record<string, string> {
  const [first, ...rest] = Object.keys(properties);
  if (first === undefined) return { body: 'null' };
  const name = chance.oneOf([first, ...rest]);
  const value = properties[name] ?? '';
  switch (chance.between(0, 4)) {
    case 0:
      return Object.fromEntries(Object.entries(properties).filter(([each]) => each !== name));
    case 1:
      return { ...properties, [name]: value.slice(0, value.length >> 1) };
    case 2:
      return { ...properties, [name]: `${value} ` };
    case 3:
      return { ...properties, [name]: changedJson(chance, value) };
    default:
      return {
        ...properties,
        [name]: chance.oneOf(['', '{}', '[]', '{"kind":"person"}', '\u0000']),
      };
  }
}

function changedJson(chance: Chance, value: string): string {
  try {
    return JSON.stringify(mutated(chance, JSON.parse(value), [])) ?? 'null';
  } catch {
    // A hash or a salt.
    return `${value.slice(1)}A`;
  }
}

/** Rows altered one after another behind the service's back, each put back before the next. */
export async function alterRows(
  fuzzed: FuzzHouse,
  given: { seed: number; times: number },
): Promise<Altered> {
  const chance = chanceFrom(given.seed);
  const house = await fuzzed.afresh();
  await fillIn(house);
  fuzzed.lines.splice(0);
  const { records } = house.tables;
  const { organisation } = house.callerOf('edi');
  const partition = `${organisation.tenant}|${organisation.code}`;
  const auditor = createAuditor(records);
  const answers: Record<number, number> = {};
  const breaches: string[] = [];
  const read = async (who: Who, path: string) =>
    send(fuzzed.port, {
      ...{ method: 'GET', path },
      headers: { authorization: `Bearer ${fuzzed.tokenOf(who)}` },
    });

  const rows: Row[] = [];
  for await (const page of records.range(partition, '!', '~')) rows.push(...page);
  const [firstRow, ...otherRows] = rows;
  if (firstRow === undefined) throw new Error('there are no rows to alter');
  for (let time = 0; time < given.times; time += 1) {
    const row = chance.oneOf([firstRow, ...otherRows]);
    const properties = alter(chance, row.properties);
    if (JSON.stringify(properties) === JSON.stringify(row.properties)) continue;
    // Storage holds no row that is as long as that.
    if (Object.values(properties).some(({ length }) => length > MOST_CHARACTERS)) continue;
    // The head alone has no hash over it: what it doesn't mean may change.
    const isHead = row.key === 'h';
    const at = `${row.key} as ${JSON.stringify(properties).slice(0, 200)}`;
    await records.write(partition, [{ kind: 'put', key: row.key, properties }]);

    for (const [who, path] of readings) {
      const got = await read(who, path);
      const status = got?.status ?? 0;
      answers[status] = (answers[status] ?? 0) + 1;
      const isTold = status === 200 || /"code":"[a-z-]+"/.test(got?.text ?? '');
      if (!isTold) breaches.push(`${path} answered ${status} without a shape: ${at}`);
    }
    const elsewhere = await read('stranger', '/api/me');
    if (elsewhere?.status !== 200) breaches.push(`another organisation is held up: ${at}`);
    try {
      const { faults } = await auditor.verify(organisation);
      if (faults.length === 0 && !isHead) breaches.push(`the ledger does not tell: ${at}`);
    } catch (error) {
      breaches.push(`the ledger can’t be verified (${String(error).slice(0, 200)}): ${at}`);
    }
    await records.write(partition, [
      { kind: 'put', key: row.key, properties: { ...row.properties } },
    ]);
    if (breaches.length > 20) break;
  }
  const { faults } = await auditor.verify(organisation);
  breaches.push(...faults.map((fault) => `not put back: ${fault}`));
  const told = fuzzed.lines.splice(0).filter((line) => /Zq[a-z]|Okafor|Leader 0/.test(line));
  breaches.push(...told.map((line) => `a log line tells: ${line}`));
  return { attempts: given.times, answers, breaches };
}
