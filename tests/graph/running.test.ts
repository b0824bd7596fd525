import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { runningTrust, type RunningTrust } from '../support/running-trust.ts';

/** The real credential of teamsfx, its own requests to an Entra and a Graph on this computer. */
let trust: RunningTrust;
beforeAll(async () => {
  trust = await runningTrust();
}, 120_000);
afterAll(() => trust.stop());
beforeEach(() => {
  trust.teams.graph.instead('me');
  trust.teams.graph.instead('me/manager');
});

const look = (who: string) => trust.call(who, '/api/me/microsoft-365');
const acts = (who: string, act: object) => trust.call(who, '/api/acts', act);
const propose = (who: string, what: string) =>
  acts(who, { verb: 'propose-correction', data: { what } });
const errorSchema = z.object({ error: z.object({ code: z.string(), correlationId: z.string() }) });
const code = (answer: { body: unknown }) => errorSchema.parse(answer.body).error.code;
const allow = (who: string) => trust.teams.consent.consent(trust.account(who), true);

const settleSchema = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      problem: z.string(),
      person: z.optional(z.string()),
      proposed: z.optional(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
});
const ofEntra = async () => {
  const { body } = await trust.call('zainab.khan', '/api/organisation/settle');
  return settleSchema.parse(body).items.filter(({ problem }) => problem.startsWith('entra-'));
};
const managerOf = async (who: string) => {
  const { body } = await trust.call(who, '/api/me/goal');
  return z.object({ manager: z.optional(z.string()) }).parse(body).manager;
};

test(
  'consent is asked for first; then both say the same of somebody',
  { timeout: 120_000 },
  async () => {
    const first = await look('aoife.okafor');
    expect(first).toMatchObject({ status: 200, body: { kind: 'consent' } });
    const { authorize } = z.object({ authorize: z.url() }).parse(first.body);
    const asked = new URL(authorize).searchParams;
    expect(asked.get('scope')).toBe('https://graph.microsoft.com/User.Read.All');
    expect(asked.get('response_type')).toBe('code');
    expect(code(await propose('aoife.okafor', 'manager'))).toBe('microsoft-365-consent');
    allow('aoife.okafor');
    expect(await look('aoife.okafor')).toMatchObject({
      status: 200,
      body: {
        kind: 'compared',
        manager: { listed: 'Nadia Greenhalgh', entra: 'Nadia Greenhalgh', differs: false },
        address: { differs: false, mayPropose: false },
      },
    });
    expect(code(await propose('aoife.okafor', 'manager'))).toBe('microsoft-365-agrees');
  },
);

test(
  'another manager is proposed and changes nothing; once the EDI lead accepts, they manage',
  { timeout: 120_000 },
  async () => {
    allow('oluwaseun.moyo');
    expect(await look('oluwaseun.moyo')).toMatchObject({
      body: {
        manager: {
          listed: 'Farhan Mensah',
          entra: 'Gareth Hargreaves',
          differs: true,
          mayPropose: true,
        },
      },
    });
    const [one, two] = await Promise.all([
      propose('oluwaseun.moyo', 'manager'),
      propose('oluwaseun.moyo', 'manager'),
    ]);
    expect([JSON.stringify(one.body), JSON.stringify(two.body)].join()).toContain('"done"');
    expect([JSON.stringify(one.body), JSON.stringify(two.body)].join()).toContain('"already"');
    expect(await managerOf('oluwaseun.moyo')).toBe('Farhan Mensah');
    expect(await look('oluwaseun.moyo')).toMatchObject({
      body: { manager: { mayPropose: false } },
    });

    const [item, ...more] = await ofEntra();
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      problem: 'entra-manager-differs',
      name: 'Oluwaseun Moyo',
      proposed: { name: 'Gareth Hargreaves' },
      ways: ['supervisor', 'leave'],
    });
    const accept = {
      verb: 'correct-listing',
      data: {
        ...{ person: item?.person, supervisor: item?.proposed?.id, item: item?.id },
        ...{ what: 'supervisor', from: '2026-04-09', because: 'wrong-on-the-list' },
      },
    };
    expect((await acts('oluwaseun.moyo', accept)).status).toBe(403);
    expect((await acts('zainab.khan', accept)).status).toBe(200);
    expect(await managerOf('oluwaseun.moyo')).toBe('Gareth Hargreaves');
    expect(await ofEntra()).toEqual([]);
    expect(await look('oluwaseun.moyo')).toMatchObject({ body: { manager: { differs: false } } });
    expect((await trust.admin('verify-ledger', '--org', 'ZPV')).code).toBe(0);
  },
);

test('of a manager who is on no staff list nothing is kept but that there is one', async () => {
  allow('stephen.moyo');
  expect(await look('stephen.moyo')).toMatchObject({
    body: { manager: { entra: 'someone@elsewhere.example', differs: true } },
  });
  expect((await propose('stephen.moyo', 'manager')).status).toBe(200);
  const items = await ofEntra();
  expect(JSON.stringify(items)).not.toContain('elsewhere');
  const leave = { verb: 'leave-item', data: { item: items[0]?.id, because: 'right-as-it-is' } };
  expect((await acts('zainab.khan', leave)).status).toBe(200);
  expect(await ofEntra()).toEqual([]);
  expect(JSON.stringify((await propose('stephen.moyo', 'manager')).body)).toContain('"already"');
});

test('another work address is proposed in words alone, as only the next list can have it', async () => {
  allow('nadia.greenhalgh');
  const { id } = trust.account('nadia.greenhalgh');
  trust.teams.graph.instead('me', {
    status: 200,
    body: { id, mail: 'N.Greenhalgh@Pennine-Vale.example' },
  });
  expect(await look('nadia.greenhalgh')).toMatchObject({
    body: { address: { entra: 'n.greenhalgh@pennine-vale.example', differs: true } },
  });
  expect((await propose('nadia.greenhalgh', 'address')).status).toBe(200);
  expect(await ofEntra()).toMatchObject([
    { problem: 'entra-address-differs', name: 'Nadia Greenhalgh', ways: ['leave'] },
  ]);
});

test.each([
  ['me/manager', 404, 'Request_ResourceNotFound', 200, undefined],
  ['me/manager', 403, 'Authorization_RequestDenied', 403, 'microsoft-365-not-allowed'],
  ['me', 401, 'InvalidAuthenticationToken', 401, 'microsoft-365-sign-in'],
  ['me/manager', 429, 'TooManyRequests', 503, 'microsoft-365-away'],
  ['me', 503, 'serviceNotAvailable', 503, 'microsoft-365-away'],
  ['me', 404, 'Request_ResourceNotFound', 502, 'microsoft-365-unreadable'],
  ['me/manager', 200, 'odd', 502, 'microsoft-365-unreadable'],
] as const)(
  'where Graph says %s %i %s, the answer is %i %s',
  async (path, status, said, answered, refusal) => {
    allow('aoife.okafor');
    const before = await readFile(trust.log, 'utf8');
    trust.teams.graph.instead(path, { status, body: { error: { code: said, message: '' } } });
    const answer = await look('aoife.okafor');
    expect(answer.status).toBe(answered);
    if (refusal === undefined) {
      expect(answer.body).toMatchObject({ manager: { differs: false, mayPropose: false } });
      return;
    }
    expect(code(answer)).toBe(refusal);
    const since = async () => (await readFile(trust.log, 'utf8')).slice(before.length);
    const { correlationId } = errorSchema.parse(answer.body).error;
    // The line of a request is written after its answer.
    await expect
      .poll(async () => (await since()).split('\n').filter((line) => line.includes(correlationId)))
      .toEqual([expect.stringContaining(refusal)]);
    expect(await since()).not.toContain('aoife');
    expect(code(await propose('aoife.okafor', 'manager'))).toBe(refusal);
  },
);
