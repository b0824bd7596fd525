import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_BYTES } from '../../bot/domain/education/file-kind.ts';
import { samples } from '../support/sample-files.ts';
import { caller, errorSchema, startApi, type Api } from './support/api.ts';

let api: Api;
let taken: { name: string; size: number }[];

beforeEach(async () => {
  taken = [];
  api = await startApi({
    doors: {
      sendFile: async (_, { name, bytes }) => {
        taken.push({ name, size: bytes.length });
        return name.endsWith('.exe')
          ? { kind: 'refused', because: 'file-kind' }
          : { kind: 'sent', file: { id: 'f1', name, size: bytes.length } };
      },
      evidenceFile: async (who, id) =>
        id === 'r1' && who.person === caller.person
          ? { kind: 'file', name: "Zeugnis “é”'.pdf", type: 'application/pdf', bytes: samples.pdf }
          : { kind: 'refused', because: 'no-such-education' },
      myEducation: async () => ({
        ...{ on: '2026-04-09', asked: true, mayRecord: true, lapsing: false, records: [] },
      }),
      educationToVerify: async () => ({
        ...{ kind: 'refused', because: 'not-yours', belongsTo: ['edi-lead'] },
      }),
    },
  });
});
afterEach(() => api.close());

const asBytes = { 'content-type': 'application/octet-stream' };
const send = (bytes: Uint8Array, headers: Record<string, string> = {}) =>
  api.post('/api/me/education/file', Buffer.from(bytes), {
    ...asBytes,
    'x-file-name': encodeURIComponent('Führung.pdf'),
    ...headers,
  });

test('a file’s bytes are taken with the name in a header', async () => {
  const answer = await send(samples.pdf);
  expect(answer.status).toBe(201);
  expect(await answer.json()).toEqual({ id: 'f1', name: 'Führung.pdf', size: samples.pdf.length });
  expect(taken).toEqual([{ name: 'Führung.pdf', size: samples.pdf.length }]);
});

test.each([
  ['no name', { 'x-file-name': '' }, 400, 'no-file-name'],
  ['a name that is not encoded', { 'x-file-name': '%E0%A4%A' }, 400, 'no-file-name'],
  ['another type', { 'content-type': 'application/json' }, 415, 'not-bytes-type'],
  ['a compressed one', { 'content-encoding': 'gzip' }, 415, 'encoded'],
  ['a wrong kind', { 'x-file-name': 'course.exe' }, 415, 'file-kind'],
])('%s is refused', async (_, headers, status, code) => {
  const answer = await send(samples.pdf, headers);
  expect([answer.status, errorSchema.parse(await answer.json()).error.code]).toEqual([
    status,
    code,
  ]);
});

test('10 MB are taken, and a byte more is not', async () => {
  expect((await send(new Uint8Array(MOST_BYTES))).status).toBe(201);
  const answer = await send(new Uint8Array(MOST_BYTES + 1));
  expect([answer.status, errorSchema.parse(await answer.json()).error.code]).toEqual([
    413,
    'file-too-large',
  ]);
  expect(taken.map(({ size }) => size)).toEqual([MOST_BYTES]);
});

test('nothing of a file is read before it is known who sends it', async () => {
  const answer = await fetch(`${api.url}/api/me/education/file`, {
    ...{ method: 'POST', headers: { ...asBytes, 'x-file-name': 'a.pdf' }, body: 'x' },
  });
  expect(answer.status).toBe(401);
  expect(taken).toEqual([]);
});

test('a file comes back as an attachment of its own type, never to be guessed or kept', async () => {
  const answer = await api.get('/api/education/file?id=r1');
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "attachment; filename*=UTF-8''Zeugnis%20%E2%80%9C%C3%A9%E2%80%9D%27.pdf",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...samples.pdf]);
  expect((await api.get('/api/education/file?id=r2')).status).toBe(404);
  expect((await api.get('/api/education/file')).status).toBe(404);
});

test('the log names neither a file nor a course', async () => {
  await send(samples.pdf);
  await api.get('/api/education/file?id=r1');
  expect(JSON.stringify(api.lines())).not.toMatch(/F.hrung|Zeugnis|\.pdf/);
  expect(api.lines().map((line) => line['route'])).toEqual([
    '/api/me/education/file',
    '/api/education/file',
  ]);
});

test('what waits to be verified is told to its verifier alone', async () => {
  expect((await api.get('/api/me/education')).status).toBe(200);
  expect((await api.get('/api/organisation/education')).status).toBe(403);
});
