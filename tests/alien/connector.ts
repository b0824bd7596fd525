import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../support/chance.ts';
import { limitOf } from './limit.ts';

/** What becomes of somebody's chat, whatever else goes wrong. */
export type Fate = 'blocked' | 'removed' | 'moved' | 'lost' | 'reached';

/** Of a hundred messages that could be taken, how many end in each way; the rest are taken and answered. */
const troubles = {
  busy: 5,
  'busy-for': 3,
  'busy-until': 2,
  'bad-gateway': 4,
  unavailable: 3,
  'timed-out': 2,
  'not-now': 2,
  'cut-before': 2,
  'cut-after': 2,
  'never-answers': 1,
  'half-an-answer': 3,
  'no-answer-text': 2,
} as const;
type Trouble = keyof typeof troubles;

/** Whoever asked can't know whether these were taken. */
const ambiguous: ReadonlySet<Trouble> = new Set([
  'timed-out',
  'cut-before',
  'cut-after',
  'never-answers',
]);

/**
 * A Bot Connector with habits of its own: it answers after 20 to 800 ms, most often after 90; keeps
 * 7 a second for a chat and 30 for an app; and has a bad day. It counts what it took, and for whom.
 */
export async function alienConnector(given: { chance: Chance; fateOf: (person: string) => Fate }) {
  const { chance, fateOf } = given;
  const taken = new Map<string, number>();
  const seen = { asked: 0, overLimit: 0, unclear: 0, opened: 0 };
  const limit = limitOf({ perThread: 7, perApp: 30 });
  const waiting = new AbortController();

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    if (body === undefined) return;
    seen.asked += 1;
    const path = decodeURIComponent(request.url ?? '');
    const thread = /\/v3\/conversations\/([^/]+)\//.exec(path)?.[1];
    const over = limit(thread);
    if (over) seen.overLimit += 1;
    await pause(latency(), undefined, { ref: false });
    if (!/^Bearer \S/.test(request.headers.authorization ?? '')) return refuse(response, 401);
    if (over) return refuse(response, 429, {}, { 'Retry-After': '1' });
    if (thread === undefined) return open(body, response);
    const person = thread.replace(/^again-/, '');
    const refusal = refusalOf(person, thread);
    if (refusal !== undefined) return refuse(response, refusal.status, { code: refusal.code });
    const trouble = troubleNow();
    if (trouble !== undefined && ambiguous.has(trouble)) seen.unclear += 1;
    await end(trouble, response, () => taken.set(person, (taken.get(person) ?? 0) + 1));
  }

  /** A chat is opened anew; nothing is said in it. */
  function open(body: string, response: ServerResponse): void {
    const member = /"members":\s*\[\s*\{[^}]*"id":\s*"([^"]+)"/.exec(body)?.[1] ?? '';
    if (fateOf(member) === 'lost') {
      return refuse(response, 403, { code: 'ForbiddenOperationException' });
    }
    seen.opened += 1;
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: `again-${member}` }));
  }

  function refusalOf(person: string, thread: string) {
    const fate = fateOf(person);
    if (fate === 'blocked') return { status: 403, code: 'ConversationBlockedByUser' };
    if (fate === 'removed') return { status: 403, code: 'BotNotInConversationRoster' };
    const isOld = thread === person;
    return (fate === 'moved' || fate === 'lost') && isOld
      ? { status: 404, code: 'ConversationNotFound' }
      : undefined;
  }

  function troubleNow(): Trouble | undefined {
    let drawn = chance.next() * 100;
    for (const [trouble, share] of Object.entries(troubles)) {
      drawn -= share;
      if (drawn < 0) return trouble as Trouble;
    }
    return undefined;
  }

  async function end(
    trouble: Trouble | undefined,
    response: ServerResponse,
    take: () => void,
  ): Promise<void> {
    switch (trouble) {
      case 'busy':
        return refuse(response, 429);
      case 'busy-for':
        return refuse(response, 429, { code: 'Throttled' }, { 'Retry-After': '2' });
      case 'busy-until': {
        const until = new Date(Date.now() + 3_000).toUTCString();
        return refuse(response, 429, {}, { 'retry-after': until });
      }
      case 'bad-gateway':
        response.writeHead(502, { 'content-type': 'text/html' });
        return void response.end('<html><h1>502 Bad Gateway</h1></html>');
      case 'unavailable':
        return refuse(response, 503, { code: 'ServiceError' }, { 'Retry-After': '1' });
      case 'timed-out':
        // Whoever says so waited for another, who may have taken it.
        if (chance.next() < 0.5) take();
        return refuse(response, 504, { code: 'GatewayTimeout' });
      case 'not-now':
        return refuse(response, 412, { code: 'PreconditionFailed' });
      case 'cut-before':
        return void response.destroy();
      case 'cut-after':
        take();
        return void response.destroy();
      case 'never-answers':
        take();
        // Longer than anybody waits for it.
        await pause(12_000, undefined, { ref: false, signal: waiting.signal }).catch(
          () => undefined,
        );
        return void response.destroy();
      case 'half-an-answer':
        take();
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '60' });
        response.write('{"id": "16');
        return void setImmediate(() => response.destroy());
      case 'no-answer-text':
        take();
        // Of a bot that is gone by now, the one gives nothing that the other could be asked of.
        response.writeHead(201);
        return void response.end();
      case undefined:
        take();
        response.writeHead(201, { 'content-type': 'application/json; charset=utf-8' });
        return void response.end(JSON.stringify({ id: `${seen.asked}:${Date.now()}` }));
    }
  }

  /** Lognormal: most are quick, and a few take their time. */
  function latency(): number {
    const normal =
      Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
    return Math.min(800, Math.max(20, 90 * Math.exp(0.8 * normal)));
  }

  return {
    serviceUrl: `http://127.0.0.1:${address.port}/`,
    taken: taken as ReadonlyMap<string, number>,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        waiting.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refuse(
  response: ServerResponse,
  status: number,
  error: { code?: string } = {},
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { ...error, message: 'Not this time.' } }));
}

/** Undefined where whoever asked was gone before all of it had come. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks).toString('utf8');
  } catch {
    // Killed while it wrote: nothing was asked.
    return undefined;
  }
}
