import { gzipSync } from 'node:zlib';
import type { Act } from '../../bot/contract/acts.ts';
import type { Who } from '../http/support/matrix-house.ts';
import type { Chance } from '../support/chance.ts';
import { people, type FuzzHouse } from './house.ts';
import { mangled, mutated } from './mutate.ts';
import type { Sent } from './send.ts';

/** What is begun with: a valid act, whose it is, and ids that stand in the house. */
export interface Recorded {
  readonly act: Act;
  readonly may: readonly Who[];
  readonly ids: readonly string[];
}

export interface Attempt {
  readonly kind: string;
  readonly sent: Sent | Buffer;
  /** Who is behind it, as far as the service can know; undefined: nobody. */
  readonly sender?: Who | undefined;
  /** It must not be done, whatever else. */
  readonly never?: true;
}

const json = { 'content-type': 'application/json' };
const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value) ?? '');
const anybody = (chance: Chance): Who => chance.oneOf(people as readonly [Who, ...Who[]]);

const readings: readonly [string, ...string[]] = [
  '/api/me',
  '/api/me/progress?for=p-1',
  '/api/me/goal?year=2026',
  '/api/me/calendar.ics?of=own',
  '/api/organisation/silver?on=2026-04-09&known=2026-04-09T08:00:00Z',
  '/api/organisation/silver/breakdown?line=S2&by=band&on=2026-04-09',
  '/api/organisation/attendance?on=2026-04-09',
  '/api/organisation/delivery?from=2026-01-01&to=2026-04-01',
  '/api/organisation/assessment/file?id=a',
  '/api/education/file?id=a',
  '/api/organisation/snapshot?id=a',
  '/calendar/c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I.ics',
  '/tab/index.html',
  '/readyz',
];

/** A press of a button that the act is on, as an invoke or as a message. */
function pressOf(house: FuzzHouse, who: Who, act: unknown, chance: Chance): object {
  const { verb, data } = { verb: act, data: act, ...(typeof act === 'object' ? act : {}) };
  return chance.happens(0.7)
    ? {
        ...house.activityOf(who),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }
    : {
        ...house.activityOf(who),
        type: 'message',
        value: typeof data === 'object' ? { ...data, verb } : data,
      };
}

function otherActivity(house: FuzzHouse, who: Who, act: Act, chance: Chance): object {
  const base = house.activityOf(who);
  const said = JSON.stringify(act.data).slice(0, 200);
  return chance.oneOf<object>([
    { ...base, type: 'message', text: 'I attended' },
    { ...base, type: 'message', text: 'I went to the Race Equality Network on 8 April' },
    { ...base, type: 'message', text: said },
    { ...base, type: 'installationUpdate', action: 'add' },
    { ...base, type: 'installationUpdate', action: 'remove' },
    { ...base, type: 'conversationUpdate', membersAdded: [base.recipient] },
    { ...base, type: 'messageReaction' },
    {
      ...base,
      type: 'event',
      name: 'application/vnd.microsoft.meetingStart',
      value: {
        MeetingType: 'Scheduled',
        Title: 'Race Equality Network',
        Id: 'TVRT',
        JoinUrl: 'https://teams.example/l/meetup-join/1',
        StartTime: '2026-04-08T11:00:00Z',
      },
    },
    {
      ...base,
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: {
        commandId: 'raise-with-the-board',
        messagePayload: { subject: 'x', body: { contentType: 'html', content: '<p>Hello</p>' } },
      },
    },
    {
      ...base,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'refresh', data: { view: 'nudge', params: { about: said } } } },
    },
  ]);
}

const otherHeaders: readonly [Record<string, string>, ...Record<string, string>[]] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'br, identity' },
  { 'transfer-encoding': 'identity' },
  { expect: '100-continue' },
  { traceparent: `00-${'f'.repeat(32)}-${'0'.repeat(16)}-zz` },
  { 'x-ms-request-id': '${jndi:ldap://x}' },
  { 'x-forwarded-for': ', , ,' },
  { cookie: 'a'.repeat(9_000) },
  { 'accept-encoding': 'gzip;q=nan, *;q=-1' },
  { 'x-http-method-override': 'DELETE' },
  { range: 'bytes=0-0,1-1,9999999999-' },
  { 'if-none-match': '*' },
  { origin: 'https://evil.example' },
];

function brokenToken(chance: Chance, token: string): string {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  const deeper = mutated(chance, read(claims), []);
  const broken = chance.oneOf([
    `${head}.${encode(deeper)}.${signature}`,
    `${encode(mutated(chance, read(head), []))}.${claims}.${signature}`,
    `${encode({ alg: 'none' })}.${claims}.`,
    `${head}.${claims}.${signature.slice(0, chance.between(0, signature.length - 4))}`,
    `${head}.${claims}`,
    `${token}.${signature}`,
    '..',
    'a'.repeat(chance.oneOf([1, 1_000, 7_000])),
  ]);
  // Some changes change nothing: “JWT” in capitals is what it was.
  return broken === token ? brokenToken(chance, token) : broken;
}

/** One thing that somebody might send who wishes the service ill, or whose program is broken. */
export function attemptOf(chance: Chance, house: FuzzHouse, recorded: Recorded): Attempt {
  const { act, may, ids } = recorded;
  const owner = chance.oneOf(may as readonly [Who, ...Who[]]);
  const who = chance.happens(0.6) ? owner : anybody(chance);
  const authorization = `Bearer ${house.tokenOf(who)}`;
  const post = (path: string, body: Buffer, headers: Record<string, string> = {}): Sent => {
    return { method: 'POST', path, headers: { ...json, ...headers }, body };
  };
  const acts = (body: Buffer, headers: Record<string, string> = {}): Sent =>
    post('/api/acts', body, { authorization, ...headers });
  const said = (body: Buffer, headers: Record<string, string> = {}): Sent =>
    post('/api/messages', body, { authorization: `Bearer ${house.channelToken}`, ...headers });

  switch (chance.between(0, 11)) {
    case 0:
    case 1:
    case 2:
      return { kind: 'act', sent: acts(bytesOf(mutated(chance, act, ids))), sender: who };
    case 3: {
      const other = anybody(chance);
      // In their own organisation a stranger may: whether they reach this one is judged anyway.
      if (may.includes(other) || other === 'stranger') return attemptOf(chance, house, recorded);
      const headers = { authorization: `Bearer ${house.tokenOf(other)}` };
      return {
        kind: "another's act",
        sent: acts(bytesOf(act), headers),
        sender: other,
        never: true,
      };
    }
    case 4:
    case 5: {
      const activity = mutated(chance, pressOf(house, who, act, chance), ids);
      return { kind: 'press', sent: said(bytesOf(activity)), sender: house.senderOf(activity) };
    }
    case 6: {
      const pressed = pressOf(house, who, mutated(chance, act, ids), chance);
      return { kind: 'press of data', sent: said(bytesOf(pressed)), sender: who };
    }
    case 7: {
      const activity = mutated(chance, otherActivity(house, who, act, chance), ids);
      return { kind: 'activity', sent: said(bytesOf(activity)), sender: house.senderOf(activity) };
    }
    case 8: {
      const isBot = chance.happens(0.5);
      const good = isBot ? house.channelToken : house.tokenOf(who);
      const headers = { authorization: `Bearer ${brokenToken(chance, good)}` };
      const body = isBot ? pressOf(house, who, act, chance) : act;
      const sent = isBot ? said(bytesOf(body), headers) : acts(bytesOf(body), headers);
      return { kind: 'token', sent, never: true };
    }
    case 9: {
      const headers = chance.oneOf(otherHeaders);
      const body = chance.happens(0.3) ? gzipSync(Buffer.alloc(2_000_000)) : bytesOf(act);
      const coded = body.length < 20_000 && body[0] === 0x1f ? { 'content-encoding': 'gzip' } : {};
      return { kind: 'headers', sent: acts(body, { ...headers, ...coded }), sender: who };
    }
    case 10: {
      if (chance.happens(0.5)) {
        return { kind: 'body', sent: acts(mangled(chance, JSON.stringify(act))), sender: who };
      }
      const activity = JSON.stringify(pressOf(house, who, act, chance));
      return { kind: 'body of the bot', sent: said(mangled(chance, activity)), sender: who };
    }
    default: {
      const address = chance.oneOf(readings);
      const other = mutated(chance, address, ids);
      const changed = typeof other === 'string' ? other : address + JSON.stringify(other);
      if (chance.happens(0.2)) {
        const lines = `GET ${changed} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`;
        return { kind: 'raw', sent: mangled(chance, lines) };
      }
      // A client writes no other characters in an address.
      const path = `/${changed.replace(/^\//, '').replace(/[^!-~]/g, (found) => encoded(found))}`;
      return { kind: 'address', sent: { method: 'GET', path, headers: { authorization } } };
    }
  }
}

function encoded(character: string): string {
  return Buffer.from(character).reduce((all, byte) => `${all}%${byte.toString(16)}`, '');
}
