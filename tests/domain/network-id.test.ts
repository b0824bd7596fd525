import { expect, test } from 'vitest';
import { networkId } from '../../bot/domain/network-id.ts';

const begins = 'Colleagues from Black, Asian and other ethnic minority backgrounds';

test('a network’s id is its name in small letters, digits and dashes', () => {
  expect(networkId(' Race Equality Network ')).toBe('race-equality-network');
  expect(networkId('Réseau 2!')).toBe('reseau-2');
  expect(networkId('—')).toBe('');
  expect(networkId('x'.repeat(64))).toBe('x'.repeat(64));
});

test('two long names that begin alike are two networks', () => {
  const nurses = networkId(`${begins}: nurses`);
  const doctors = networkId(`${begins}: doctors`);
  expect(nurses).not.toBe(doctors);
  expect(nurses).toBe(networkId(`${begins} – Nurses`));
  for (const id of [nurses, doctors]) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{8}$/);
    expect(id.length).toBeLessThanOrEqual(64);
    expect(networkId(id)).toBe(id);
  }
});

test('the id of a long name never changes: meetings and roles stand under it', () => {
  expect(networkId(`${begins}: nurses`)).toBe(
    'colleagues-from-black-asian-and-other-ethnic-minority-b-ec235979',
  );
});
