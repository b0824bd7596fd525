import { readPeriod } from '../../bot/api/query.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { AsAt } from '../../bot/use-cases/doors.ts';
import { errorSchema, startApi, type Api } from './support/api.ts';

let api: Api;
let asked: { asAt?: AsAt; person?: PersonId | undefined }[] = [];

const me = {
  person: { id: 'p-okafor', name: 'Aoife Okafor', givenName: 'Aoife' },
  organisation: { code: 'ZPV', name: 'Pennine Vale NHS Foundation Trust' },
  on: '2026-04-09',
  roles: [{ role: 'executive-director' }],
  pages: ['commitments' as const],
};
const progress = {
  on: '2026-04-09',
  year: { start: '2026-04-01', end: '2027-03-31' },
  person: { id: 'p-okafor', name: 'Aoife Okafor', self: true },
  commitments: [],
};

beforeAll(async () => {
  api = await startApi({
    doors: {
      me: async () => me,
      progress: async (_, person) => {
        asked.push({ person });
        return { kind: 'shown', view: progress };
      },
      waiting: async () => ({ on: '2026-04-09', waiting: [], decided: [] }),
      attendance: async (_, asAt) => {
        asked.push({ asAt });
        return {
          kind: 'refused',
          because: 'not-yours',
          belongsTo: ['edi-lead', 'edi-sponsor', 'board-chair'],
        };
      },
      silver: async (_, asAt) => {
        asked.push({ asAt });
        return { kind: 'shown', view: { on: '2026-04-09', known: '', lines: [] } };
      },
      history: async () => ({
        kind: 'shown',
        view: { on: '2026-04-09', waiting: [], verified: [] },
      }),
      settleList: async () => ({ kind: 'refused', because: 'no-such-date' }),
    },
  });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => api.close());

test.each([
  ['/api/me', me],
  ['/api/me/progress', progress],
  ['/api/me/waiting', { on: '2026-04-09', waiting: [], decided: [] }],
  ['/api/organisation/silver', { on: '2026-04-09', known: '', lines: [] }],
  ['/api/organisation/history', { on: '2026-04-09', waiting: [], verified: [] }],
])('%s gives the view as it is, and nobody keeps a copy', async (address, view) => {
  const response = await api.get(address);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(view);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

test('an assistant names the executive whose progress they ask for', async () => {
  await api.get('/api/me/progress?for=p-schofield');
  await api.get('/api/me/progress');
  expect(asked).toEqual([{ person: 'p-schofield' }, { person: undefined }]);
});

test.each([
  ['', {}],
  ['?on=2026-08-31', { on: '2026-08-31' }],
  ['?on=2199-12-31', { on: '2199-12-31' }],
  ['?known=2026-08-31', { known: '2026-08-31T22:59:59.999Z' }],
  ['?known=2026-12-31', { known: '2026-12-31T23:59:59.999Z' }],
  ['?known=2026-08-31T17:00:00%2B01:00', { known: '2026-08-31T16:00:00.000Z' }],
  ['?known=2026-08-31T17:00:00+01:00', { known: '2026-08-31T16:00:00.000Z' }],
  [
    '?on=2026-08-31&known=2026-09-30T12:00Z',
    { on: '2026-08-31', known: '2026-09-30T12:00:00.000Z' },
  ],
])('“%s” asks for the figures as at that date, as known then', async (query, asAt) => {
  const response = await api.get(`/api/organisation/silver${query}`);
  expect(response.status).toBe(200);
  expect(asked).toEqual([{ asAt }]);
});

test.each([
  ['on=2026-02-30', 'on'],
  ['on=31/08/2026', 'on'],
  ['on=', 'on'],
  ['on=0026-08-31', 'on'],
  ['on=9999-12-31', 'on'],
  ['on=2026-08-31&on=2026-09-01', 'on'],
  ['on=2026-08-31T10:00:00Z', 'on'],
  ['known=yesterday', 'known'],
  ['known=2026-08-31T10:00:00', 'known'],
  ['known=2026-02-30T10:00:00Z', 'known'],
  ['known=2026-08-31T25:00:00Z', 'known'],
  ['known=8 April 2026 10:00Z', 'known'],
])('“?%s” is refused with the name of what to mend', async (query, parameter) => {
  const response = await api.get(`/api/organisation/silver?${query}`);
  expect(response.status).toBe(400);
  const { error } = errorSchema.parse(await response.json());
  expect(error.code).toBe('bad-query');
  expect(error.message).toContain(`“${parameter}”`);
  expect(asked).toEqual([]);
});

test.each([
  ['', {}],
  ['to=2026-06-11', { to: '2026-06-11' }],
  ['from=2026-06-11&to=2026-06-11', { from: '2026-06-11', to: '2026-06-11' }],
])('“%s” is a period', (query, value) => {
  expect(readPeriod(new URLSearchParams(query))).toEqual({ kind: 'read', value });
});

test.each(['from=2026-06-12&to=2026-06-11', 'from=2020-01-01&to=2026-06-11', 'from=2026-06-11'])(
  '“?%s” is no period, and says what to mend',
  async (query) => {
    const response = await api.get(`/api/organisation/delivery?${query}`);
    expect(response.status).toBe(400);
    expect(errorSchema.parse(await response.json()).error.message).toContain('“from”');
  },
);

test.each(['for=', 'for=a%20b', 'for=a|b', `for=${'p'.repeat(121)}`, 'for=a&for=b'])(
  '“?%s” names no person',
  async (query) => {
    expect((await api.get(`/api/me/progress?${query}`)).status).toBe(400);
    expect(asked).toEqual([]);
  },
);

test('what isn’t theirs to see is refused with whose it is', async () => {
  const response = await api.get('/api/organisation/attendance?on=2026-08-31');
  expect(response.status).toBe(403);
  const { error } = errorSchema.parse(await response.json());
  expect(error).toMatchObject({ code: 'not-yours' });
  expect(error.message).toContain('the EDI lead, the EDI sponsor and the board chair');
  expect(api.lines().at(-1)).toMatchObject({ because: 'not-yours', person: 'p-okafor' });
});

test('a date that nothing is known of is not found', async () => {
  const response = await api.get('/api/organisation/settle');
  expect(response.status).toBe(404);
  expect(errorSchema.parse(await response.json()).error.code).toBe('no-such-date');
});

test('nothing personal and no query is in the log', async () => {
  await api.get('/api/me');
  await api.get('/api/me/progress?for=p-schofield');
  const log = JSON.stringify(api.lines());
  expect(log).not.toMatch(/Okafor|schofield|pennine-vale|Bearer/);
  expect(log).toContain('/api/me/progress');
});
