import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorSchema, startApi, type Api } from './support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({
    doors: {
      evidencePack: async (_, { on, known }) => {
        if (on === '2018-01-01') return { kind: 'refused', because: 'before-the-first-fact' };
        if (on === '2099-01-01') return { kind: 'refused', because: 'not-in-the-future' };
        if (known !== undefined) return { kind: 'refused', because: 'not-yours' };
        return {
          ...{ kind: 'made', name: `silver-evidence-ZPV-${on}.zip`, unsettled: 'none' },
          bytes: new Uint8Array([80, 75, 5, 6]),
        };
      },
    },
  });
});
afterAll(() => api.close());

test('the pack comes as a file to save, and nobody keeps a copy', async () => {
  const answer = await api.get('/api/organisation/evidence?on=2026-03-31');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''silver-evidence-ZPV-2026-03-31.zip",
  );
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([80, 75, 5, 6]);
});

test.each([
  ['on=2018-01-01', 400, 'before-the-first-fact'],
  ['on=2099-01-01', 400, 'not-in-the-future'],
  ['on=2026-03-31&known=2026-03-31', 403, 'not-yours'],
  ['on=31-03-2026', 400, 'bad-query'],
  ['on=2026-03-31&on=2026-03-30', 400, 'bad-query'],
])('?%s is refused with %i', async (query, status, code) => {
  const answer = await api.get(`/api/organisation/evidence?${query}`);
  const { error } = errorSchema.parse(await answer.json());
  expect([answer.status, error.code]).toEqual([status, code]);
  expect(error.message).toMatch(/^[A-Z“].*\.$/);
});
