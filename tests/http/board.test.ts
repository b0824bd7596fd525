import { afterAll, beforeAll, expect, test } from 'vitest';
import { councilSchema, papersSchema } from '../../bot/contract/board.ts';
import { council, papers } from '../../infra/local/gallery/board-facts.ts';
import { errorSchema, startApi, type Api } from './support/api.ts';

let api: Api;
let allowed = true;

beforeAll(async () => {
  const refused = {
    kind: 'refused',
    because: 'not-yours',
    belongsTo: ['board-secretary', 'board-chair'],
  } as const;
  api = await startApi({
    doors: {
      papers: async () => (allowed ? { kind: 'shown', view: papers } : refused),
      council: async () => (allowed ? { kind: 'shown', view: council } : refused),
    },
  });
});
afterAll(() => api.close());

test('the board’s papers and the council are read by whoever may, as the contract has them', async () => {
  allowed = true;
  const shown = await api.get('/api/board/papers');
  expect(shown.headers.get('cache-control')).toContain('no-store');
  expect(papersSchema.parse(await shown.json())).toEqual(papers);
  const other = await api.get('/api/organisation/council');
  expect(councilSchema.parse(await other.json())).toEqual(council);
});

test.each(['/api/board/papers', '/api/organisation/council'])(
  '%s says to anybody else whose it is, and nothing to a stranger',
  async (path) => {
    allowed = false;
    const refused = await api.get(path);
    expect(refused.status).toBe(403);
    expect(errorSchema.parse(await refused.json()).error.message).toContain(
      'It is for the board secretary and the board chair.',
    );
    expect((await api.get(path, null)).status).toBe(401);
  },
);

test.each([
  { verb: 'plan-paper', data: { kind: 'bed-occupancy', quarter: '2026-01-01', meeting: 'm' } },
  { verb: 'plan-paper', data: { kind: 'wres', quarter: '2026-02-31', meeting: 'm' } },
  { verb: 'present-paper', data: { paper: 'p', minute: ' ' } },
  { verb: 'say-line', data: { line: 'S9.z.z', state: 'in-place', evidence: 'x' } },
  { verb: 'take-back-council', data: { move: '1' } },
  { verb: 'approve-terms', data: { date: '2026-03-03', document: 'x'.repeat(201) } },
])('an act that can’t be read is told so: $verb', async (act) => {
  expect((await api.post('/api/acts', act)).status).toBe(400);
});
