import { expect, test } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { readCertificate } from '../../bot/graph/certificate.ts';
import { certificateOf } from '../../infra/local/certificate.ts';
import { createSigningKey } from '../../infra/local/signing-key.ts';

const own = certificateOf(await createSigningKey(), 'Silver Commitments');
const other = certificateOf(await createSigningKey(), 'Another');
const isKey = /-{5}BEGIN PRIVATE KEY-{5}[^-]+-{5}END PRIVATE KEY-{5}\n/;
const key = isKey.exec(own)?.[0] ?? '';
const certificate = own.replace(key, '');

const others = {
  BOT_ID: 'aaaaaaaa-0000-4000-8000-000000000001',
  BOT_TENANT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
  TAB_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000003',
  TEAMS_APP_ID: 'aaaaaaaa-0000-4000-8000-000000000004',
  ALLOWED_TENANTS: 'aaaaaaaa-0000-4000-8000-000000000005',
  STORAGE_TABLES_URL: 'https://pennine.table.core.windows.net/',
  STORAGE_QUEUES_URL: 'https://pennine.queue.core.windows.net/',
  STORAGE_BLOBS_URL: 'https://pennine.blob.core.windows.net/',
};

test('Graph is off unless there is a certificate', () => {
  const read = readConfig(others);
  expect(read.ok).toBe(true);
  expect(read).not.toHaveProperty('config.graph');
});

test('a certificate switches it on, in whatever form a setting hands it over', () => {
  const forms = [
    own,
    `${certificate}${key}`,
    own.replaceAll('\n', '\\n'),
    own.replaceAll('\n', ' '),
    own.replaceAll('\n', '\r\n'),
    `${key}${other.replace(isKey, '')}${certificate}`,
  ];
  for (const form of forms) {
    const read = readConfig({ ...others, GRAPH_CERTIFICATE: form });
    expect(read).toMatchObject({
      ok: true,
      config: {
        graph: { certificate: `${certificate}${key}`, url: 'https://graph.microsoft.com' },
      },
    });
  }
});

test.each([
  ['a certificate without its key', certificate, 'must hold a certificate and its private key'],
  ['a key without its certificate', key, 'must hold a certificate and its private key'],
  ['somebody else’s key', `${other.replace(isKey, '')}${key}`, 'isn’t its certificate’s'],
  ['letters that are none', own.replace('MII', '!!!'), 'can’t be read'],
  ['what Key Vault didn’t give', '@Microsoft.KeyVault(SecretUri=https://x)', 'could not follow'],
])('%s is a fault, and the value stays out of its words', (_, text, fault) => {
  const read = readCertificate(text);
  expect(read).toMatchObject({ ok: false });
  expect(JSON.stringify(read)).toContain(fault);
  expect(JSON.stringify(read)).not.toContain(certificate.slice(40, 80));
});

test('half a configuration, or a secret in place of a certificate, is refused', () => {
  const faults = (more: object) => {
    const read = readConfig({ ...others, ...more });
    return read.ok ? [] : read.faults;
  };
  expect(faults({ GRAPH_URL: 'https://graph.microsoft.com' })).toEqual([
    'GRAPH_URL is given without GRAPH_CERTIFICATE',
  ]);
  expect(faults({ GRAPH_CLIENT_SECRET: 'x' })).toEqual([
    'GRAPH_CLIENT_SECRET is not taken: use GRAPH_CERTIFICATE',
  ]);
});
