import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  actAnswerSchema,
  refusalSchema,
  type Act,
  type LinkSeries,
} from '../../bot/contract/acts.ts';
import type { ActOutcome } from '../../bot/use-cases/doors.ts';
import { caller, errorSchema, startApi, type Api } from './support/api.ts';

let api: Api;
const performed: (Act | LinkSeries)[] = [];
let outcomes: () => Promise<ActOutcome[]>;

beforeAll(async () => {
  api = await startApi({
    doors: {
      perform: async (by, act) => {
        expect(by).toEqual(caller);
        performed.push(act);
        return outcomes();
      },
    },
  });
});
beforeEach(() => {
  performed.length = 0;
  outcomes = async () => [{ subject: 'm-8-april', outcome: { kind: 'done' } }];
});
afterAll(() => api.close());

const claim = { verb: 'claim', data: { organisation: 'ZPV', meeting: 'm-8-april' } };

test('a claim reaches the one door for acts, and its outcome comes back in words', async () => {
  const response = await api.post('/api/acts', claim);
  expect(response.status).toBe(200);
  expect(actAnswerSchema.parse(await response.json())).toEqual({
    outcomes: [
      {
        subject: 'm-8-april',
        outcome: { kind: 'done' },
        message: 'Recorded. It now waits to be confirmed.',
      },
    ],
  });
  expect(performed).toEqual([claim]);
  expect(api.lines().at(-1)).toMatchObject({
    level: 'info',
    organisation: 'ZPV',
    person: 'p-okafor',
    verb: 'claim',
    outcomes: ['done'],
  });
});

test('no body names a place in Teams to link: only a turn is somewhere', async () => {
  const data = { network: 'race-equality-network', conversation: '19:anybodys@thread.tacv2' };
  const response = await api.post('/api/acts', { verb: 'link-series', data });
  expect(response.status).toBe(400);
  expect(performed).toEqual([]);
});

test('the same act again is no refusal', async () => {
  outcomes = async () => [{ subject: 'm-8-april', outcome: { kind: 'already' } }];
  const response = await api.post('/api/acts', claim);
  expect(response.status).toBe(200);
  expect(actAnswerSchema.parse(await response.json()).outcomes[0]?.message).toBe(
    'This was done before. Nothing was changed just now.',
  );
});

const statuses: Record<string, number> = {
  'newer-version': 503,
  'no-such-meeting': 404,
  'no-such-claim': 404,
  'no-such-network': 404,
  'no-such-reminder': 404,
  'no-such-item': 404,
  'no-such-board-meeting': 404,
  'no-such-contribution': 404,
  'no-such-pair': 404,
  'no-such-education': 404,
  'no-such-file': 404,
  'own-education': 403,
  'leaders-only': 403,
  'file-empty': 400,
  'file-too-large': 413,
  'file-kind': 415,
  'false-ending': 415,
  'no-such-paper': 404,
  'no-such-plan-line': 404,
  'no-such-framework-line': 404,
  'own-involvement': 403,
  'other-organisation': 403,
  'not-an-executive-that-day': 403,
  'not-an-executive': 403,
  'not-yours': 403,
  'own-claim': 403,
  'not-your-network': 403,
  'not-allowed': 403,
  'no-such-history': 404,
  'no-such-person': 404,
  'own-history': 403,
  'chair-only': 403,
  'no-such-pledge': 404,
  'not-a-leader': 403,
  'no-such-goal': 404,
  'own-goal': 403,
  'not-their-manager': 403,
  'own-manager': 403,
  'no-such-line': 404,
  'no-such-snapshot': 404,
  'no-such-settle-item': 404,
  'no-such-assignment': 404,
  'no-such-correction': 404,
  'organisation-closed': 403,
  'no-longer-listed': 403,
  'own-snapshot': 403,
  'another-decides': 403,
  'own-listing': 403,
  'no-such-evidence': 404,
  'own-evidence': 403,
  'microsoft-365-off': 404,
  'microsoft-365-sign-in': 401,
  'microsoft-365-not-allowed': 403,
  'microsoft-365-away': 503,
  'microsoft-365-unreadable': 502,
};

test.each(refusalSchema.options)('“%s” is refused with its own status and words', async (code) => {
  outcomes = async () => [{ subject: 's', outcome: { kind: 'refused', because: code } }];
  const before = api.lines().length;
  const response = await api.post('/api/acts', claim);
  expect(response.status).toBe(statuses[code] ?? 409);
  const body: unknown = await response.json();
  expect(errorSchema.parse(body).error).toMatchObject({
    code,
    message: `In kind words: ${code}.`,
  });
  expect(actAnswerSchema.parse(body).outcomes).toHaveLength(1);
  // What is away is a fault that somebody should look at.
  const level = response.status >= 500 ? 'error' : 'warn';
  expect(api.lines().slice(before)).toMatchObject([
    { level, because: code, verb: 'claim', outcomes: [code] },
  ]);
});

test('of several claims each has its own outcome, refused ones too', async () => {
  outcomes = async () => [
    { subject: 'a', outcome: { kind: 'done' } },
    { subject: 'b', outcome: { kind: 'refused', because: 'own-claim' } },
  ];
  const response = await api.post('/api/acts', { verb: 'confirm', data: { claims: ['a', 'b'] } });
  expect(response.status).toBe(200);
  const answer = actAnswerSchema.parse(await response.json());
  expect(answer.outcomes.map(({ message }) => message)).toEqual([
    'Confirmed.',
    'In kind words: own-claim.',
  ]);
});

test.each([
  ['an unknown verb', { verb: 'approve', data: {} }, 'verb'],
  ['no verb', { data: {} }, 'verb'],
  ['no data', { verb: 'claim' }, 'data'],
  ['no meeting', { verb: 'claim', data: {} }, 'data.meeting'],
  ['a meeting that is no text', { verb: 'claim', data: { meeting: 7 } }, 'data.meeting'],
  ['an id too long', { verb: 'claim', data: { meeting: 'm'.repeat(121) } }, 'data.meeting'],
  ['no claims', { verb: 'confirm', data: { claims: [] } }, 'data.claims'],
  ['a claim that is no id', { verb: 'confirm', data: { claims: ['a', ''] } }, 'data.claims.1'],
  ['an unlisted reason', { verb: 'query', data: { claim: 'c', reason: 'liar' } }, 'data.reason'],
  ['an empty reason', { verb: 'void', data: { claim: 'c', reason: ' ' } }, 'data.reason'],
])('an act with %s is refused and the field named', async (_, body, field) => {
  const response = await api.post('/api/acts', body);
  expect(response.status).toBe(400);
  const answer: unknown = await response.json();
  expect(answer).toMatchObject({ field });
  expect(errorSchema.parse(answer).error.message).toContain(`“${field}”`);
  expect(performed).toEqual([]);
});

test('storage that is away is said kindly, and when to try again', async () => {
  outcomes = async () => {
    throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:10002'), {
      code: 'storage-away',
    });
  };
  const before = api.lines().length;
  const response = await api.post('/api/acts', claim);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('30');
  const { error } = errorSchema.parse(await response.json());
  expect(error).toMatchObject({
    code: 'storage-away',
    message: 'This is not available just now. Please try again in a minute.',
  });
  expect(api.lines().slice(before)).toMatchObject([
    { level: 'error', because: 'storage-away', correlationId: error.correlationId },
  ]);
});

test('a fault of ours says nothing of its inside; the log has its stack, once', async () => {
  outcomes = async () => {
    throw new Error('row p|1 has no etag', { cause: new Error('the first of it') });
  };
  const before = api.lines().length;
  const response = await api.post('/api/acts', claim);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).not.toMatch(/etag|\.ts/);
  const { error } = errorSchema.parse(JSON.parse(text));
  expect(error.code).toBe('unexpected');
  const lines = api.lines().slice(before);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    because: 'unexpected',
    correlationId: error.correlationId,
    error: {
      name: 'Error',
      stack: expect.stringContaining('acts.test.ts'),
      cause: { name: 'Error' },
    },
  });
  // What an error says may be somebody's words: where it happened is enough to find it.
  expect(JSON.stringify(lines)).not.toMatch(/etag|first of it/);
});

test('a made-up “length” that no number can be made of is unreadable, as anything else that doesn’t fit', async () => {
  const text = { length: { toString: 'x', valueOf: null } };
  for (const act of [
    { verb: 'approve-evidence', data: { entries: [text] } },
    { verb: 'claim', data: { meeting: text } },
  ]) {
    const response = await api.post('/api/acts', act);
    expect(response.status).toBe(400);
  }
  expect(performed).toEqual([]);
});
