import { expect, test } from 'vitest';
import { createTelemetry } from '../../bot/telemetry.ts';
import { createTenantKeys } from '../../bot/api/keys.ts';
import { ClockOff } from '../../bot/storage/clock-skew.ts';
import { WrittenByNewer } from '../../bot/storage/fact.ts';
import { TooBusy } from '../../bot/storage/lane.ts';
import { RowRefused, StorageAway } from '../../bot/storage/table.ts';
import { KeysAway } from '../../bot/teams/channel-keys.ts';
import { SendError } from '../../bot/teams/http-client.ts';

/** What the log keeps of a fault. */
function logged(error: unknown): unknown {
  const lines: string[] = [];
  createTelemetry({ level: 'info', write: (line) => lines.push(line) }).storageAway({ error });
  return JSON.parse(lines[0] ?? '');
}

test('a clock that is off is told by how much, and which way', () => {
  const message = 'our clock is 90 seconds behind';
  expect(logged(new ClockOff(-90))).toMatchObject({
    error: { name: 'ClockOff', code: 'clock-off', message },
  });
});

test.each([
  ['StorageAway', new StorageAway('storage took too long')],
  ['TooBusy', new TooBusy('other processes kept winning')],
  ['WrittenByNewer', new WrittenByNewer()],
  ['KeysAway', new KeysAway('the channel’s keys came too late')],
  ['SendError', new SendError('later', { status: 429 })],
])('%s is told by its name and its own sentence', (name, error) => {
  expect(logged(error)).toMatchObject({ error: { name, message: error.message } });
});

test('a tenant’s keys that can’t be had are told as such', async () => {
  const keys = createTenantKeys('http://127.0.0.1:1', ['a']).of('a');
  const error: unknown = await keys?.ready().catch((fault: unknown) => fault);
  expect(logged(error)).toMatchObject({
    error: { name: 'KeysAway', message: 'The keys could not be fetched' },
  });
});

test('what may hold somebody’s words is not told, of our own errors either', () => {
  for (const error of [new Error('Leader 00017'), new RowRefused('Leader 00017')]) {
    expect(JSON.stringify(logged(error))).not.toContain('00017');
  }
});
