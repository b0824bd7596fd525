import { expect, test } from 'vitest';
import { createCaution } from '../../bot/nudges/caution.ts';
import type { SendVerdict } from '../../bot/use-cases/nudge-ports.ts';

const tenant = 'a tenant';
const busy: SendVerdict = { kind: 'later', why: '503' };
const lost: SendVerdict = { kind: 'unknown', why: 'ECONNRESET' };
const sent: SendVerdict = { kind: 'sent' };

function way() {
  const real = { now: 0 };
  const caution = createCaution({ realNow: () => real.now });
  const end = (verdict: SendVerdict | 'unused') => {
    const attempt = caution.attempt(tenant);
    if (attempt === undefined) throw new Error('the way is closed');
    attempt.ended(verdict);
  };
  return { real, caution, end };
}

test('one or two that go wrong close nothing; nor do three with one that went well between', () => {
  const { caution, end } = way();
  for (const verdict of [busy, lost, sent, lost, busy]) end(verdict);
  expect(caution.closedFor(tenant)).toBe(0);
});

test.each([busy, lost])(
  'three in a row close the way, for longer each time it is tried: $kind',
  (wrong) => {
    const { real, caution, end } = way();
    for (let wrongs = 0; wrongs < 3; wrongs += 1) end(wrong);
    const waits: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      waits.push(caution.closedFor(tenant));
      expect(caution.attempt(tenant)).toBeUndefined();
      real.now += caution.closedFor(tenant);
      end(wrong);
    }
    expect(waits[0]).toBeGreaterThanOrEqual(750);
    expect(waits[3]).toBeGreaterThan(waits[0] ?? 0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_000);
  },
);

test('as long as Teams asks for', () => {
  const { caution, end } = way();
  for (let wrongs = 0; wrongs < 3; wrongs += 1) end({ ...busy, afterMs: 40_000 });
  expect(caution.closedFor(tenant)).toBe(40_000);
});

test('one tries whether it is open again; the others wait for what it finds', async () => {
  const { real, caution, end } = way();
  for (let wrongs = 0; wrongs < 3; wrongs += 1) end(busy);
  real.now += 15_000;
  const first = caution.attempt(tenant);
  expect(first).toBeDefined();
  expect(caution.attempt(tenant)).toBeUndefined();
  const tried = caution.tried(tenant);
  first?.ended(sent);
  await tried;
  for (let more = 0; more < 5; more += 1) expect(caution.attempt(tenant)).toBeDefined();
});

test('one that was not sent after all leaves it to the next to try', () => {
  const { real, caution, end } = way();
  for (let wrongs = 0; wrongs < 3; wrongs += 1) end(busy);
  real.now += 15_000;
  end('unused');
  expect(caution.attempt(tenant)).toBeDefined();
});

test('another tenant’s way is its own', () => {
  const { caution, end } = way();
  for (let wrongs = 0; wrongs < 3; wrongs += 1) end(busy);
  expect(caution.attempt('another tenant')).toBeDefined();
});
