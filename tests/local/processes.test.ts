import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { afterEach, expect, test } from 'vitest';
import { startAzurite } from '../../infra/local/azurite.ts';
import { keepRunning } from '../../infra/local/keep-running.ts';

const toStop: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'silver-azurite-'));
  toStop.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function tableAt(connection: string): TableClient {
  return TableClient.fromConnectionString(connection, 'kept', { allowInsecureConnection: true });
}

test('storage that was stopped has saved all, and is there again at its next start', async () => {
  const folder = await newFolder();
  const first = await startAzurite({ folder });
  await tableAt(first.connection).createTable();
  await tableAt(first.connection).createEntity({ partitionKey: 'p', rowKey: 'r', said: 'hello' });
  await first.stop();

  const second = await startAzurite({ folder });
  toStop.push(second.stop);
  const kept = await tableAt(second.connection).getEntity('p', 'r');
  expect(kept['said']).toBe('hello');
});

interface Puppet {
  readonly name: number;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

function puppets(): { start: () => Promise<Puppet>; started: Puppet[] } {
  const started: Puppet[] = [];
  const start = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const puppet = { name: started.length, ended: promise, stop: () => (resolve(), promise) };
    started.push(puppet);
    return Promise.resolve(puppet);
  };
  return { start, started };
}

test('a process that dies is started again, and told of', async () => {
  const { start, started } = puppets();
  let deaths = 0;
  const kept = await keepRunning(start, () => (deaths += 1));
  toStop.push(kept.stop);
  await started[0]?.stop();
  await expect.poll(() => kept.current()?.name).toBe(1);
  expect(deaths).toBe(1);
});

test('a process that can’t start again is tried until it can', async () => {
  const { start, started } = puppets();
  let tries = 0;
  const kept = await keepRunning(
    () => (++tries === 2 ? Promise.reject(new Error('not this time')) : start()),
    () => undefined,
  );
  toStop.push(kept.stop);
  await started[0]?.stop();
  await expect.poll(() => kept.current()?.name).toBe(1);
});

test('a process that was stopped on purpose stays stopped', async () => {
  const { start, started } = puppets();
  const kept = await keepRunning(start, () => undefined);
  await kept.stop();
  expect(started).toHaveLength(1);
});

test('a process that can’t even start the first time is a fault', async () => {
  const never = () => Promise.reject<Puppet>(new Error('no such program'));
  await expect(keepRunning(never, () => undefined)).rejects.toThrow('no such program');
});
