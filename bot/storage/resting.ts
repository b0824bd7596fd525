import type { PersonId } from '../domain/facts.ts';
import type { Resting } from '../domain/undo-import.ts';
import type { Committed } from './assemble.ts';
import { bodies, factOfRow, type Fact } from './fact.ts';
import { after, THINGS } from './keys.ts';
import type { Table } from './table.ts';

/** What stands on facts that one import alone brought: row by row, so that memory stays flat. */
export async function restingOn(
  table: Table,
  partition: string,
  id: string,
  committed: Committed,
): Promise<Resting> {
  const counts = (fact: Fact): boolean => fact.import === undefined || committed.has(fact.import);
  async function* facts(prefix: string): AsyncGenerator<{ key: string; fact: Fact }> {
    for await (const page of table.range(partition, prefix, after(prefix))) {
      for (const row of page) {
        const fact = factOfRow(row);
        if (counts(fact)) yield { key: row.key, fact };
      }
    }
  }

  const brought = { meeting: new Set<string>(), network: new Set<string>() };
  const otherwise = new Set<string>();
  const networkOf = new Map<string, string>();
  for (const kind of ['network', 'meeting', 'board-meeting'] as const) {
    for await (const { fact } of facts(`o|${kind}|`)) {
      const body = bodies[kind].parse(fact.body);
      if ('network' in body) networkOf.set(body.id, body.network);
      if (fact.import !== id) otherwise.add(body.id);
      else brought[kind === 'network' ? 'network' : 'meeting'].add(body.id);
    }
  }
  for (const kind of ['meeting', 'network'] as const) {
    for (const each of otherwise) brought[kind].delete(each);
  }

  const used = { meeting: new Set<string>(), network: new Set<string>() };
  const use = (fact: Fact): void => {
    if (fact.import === id) return;
    const text = JSON.stringify(fact.body);
    for (const [, name, value = ''] of text.matchAll(/"(meeting|network)":"([^"]+)"/g)) {
      if (name === 'meeting' && brought.meeting.has(value)) used.meeting.add(value);
      if (name === 'network' && brought.network.has(value)) used.network.add(value);
    }
  };
  for (const [meeting, network] of networkOf) {
    if (!brought.meeting.has(meeting) && brought.network.has(network)) used.network.add(network);
  }

  let people = 0;
  let person: PersonId | undefined;
  let seen = { named: false, otherwise: false, more: false };
  const settle = (): void => {
    if (seen.named && !seen.otherwise && seen.more) people += 1;
    seen = { named: false, otherwise: false, more: false };
  };
  for await (const { key, fact } of facts('p|')) {
    const of = key.split('|')[1] as PersonId;
    if (of !== person) settle();
    person = of;
    if (fact.import !== id) seen.more = true;
    if (fact.kind === 'person') seen[fact.import === id ? 'named' : 'otherwise'] = true;
    use(fact);
  }
  settle();
  for await (const { fact } of facts(THINGS)) use(fact);
  return { people, meetings: used.meeting.size, networks: used.network.size };
}
