import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { ConnectorClientOptions } from 'botframework-connector';
import compat from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import { correlationHeader } from './correlation.ts';
import { createFreshAgents } from './fresh-sockets.ts';
import { Told } from '../use-cases/told.ts';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type Outgoing = Parameters<HttpClient['sendRequest']>[0];
type Reply = Awaited<ReturnType<HttpClient['sendRequest']>>;

/**
 * What became of a request that did not succeed. `later`: it never arrived, or Teams asks to wait;
 * `undeliverable`: the person can't be reached so; `unknown`: it may have arrived.
 */
export type Ending = 'later' | 'undeliverable' | 'unknown';

/**
 * Not a RestError, on purpose: botbuilder's pipeline tries those again by itself, and whatever had
 * arrived already would then be said twice.
 */
export class SendError extends Told {
  readonly ending: Ending;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly code: string | undefined;

  constructor(
    ending: Ending,
    about: { status?: number; retryAfterMs?: number | undefined; code?: string | undefined },
  ) {
    super(
      `Teams was not reached as wanted: ${ending}, ${about.status ?? about.code ?? 'no answer'}`,
    );
    this.ending = ending;
    this.status = about.status;
    this.retryAfterMs = about.retryAfterMs;
    this.code = about.code;
  }
}

/** A 401 is our own token's trouble: nothing arrived, and whoever was to hear it can't help it. */
const later = new Set([401, 412, 429, 502, 503]);
const TIMED_OUT_BEYOND = 504;

/** Whoever times out for the one behind it can't know whether that one took the message. */
function endingOf(status: number, method: string): Ending {
  // What is said over again where it stands is said once, however often it is sent.
  if (status === TIMED_OUT_BEYOND) return method === 'POST' ? 'unknown' : 'later';
  if (later.has(status)) return 'later';
  return status >= 400 && status < 500 ? 'undeliverable' : 'unknown';
}

/** Servers keep an idle connection for five seconds or more; a busy moment here is not counted by them. */
const FRESH_MS = 2_000;

/** Sends each request once, over connections in use, and gives up after `timeoutMs`. */
export function createHttpClient(given: { timeoutMs: number; freshMs?: number }): HttpClient {
  const { timeoutMs, freshMs = FRESH_MS } = given;
  const agents = createFreshAgents({ freshMs });
  return {
    sendRequest: (outgoing) =>
      new Promise<Reply>((resolve, reject) => {
        const secure = outgoing.url.startsWith('https:');
        const agent = agents.agentFor(secure);
        const send = secure ? httpsRequest : httpRequest;
        const { method } = outgoing;
        const request = send(outgoing.url, { method, headers: headersOf(outgoing), agent });
        // A kept connection is there already: whatever breaks on it may have arrived. On a new one
        // nothing leaves before it is secured.
        let connected = false;
        request.on('socket', (socket) => {
          const isThere = secure ? 'secureConnect' : 'connect';
          if (socket.connecting) socket.once(isThere, () => (connected = true));
          else connected = true;
        });
        const timer = setTimeout(() => request.destroy(new Error('timed out')), timeoutMs);
        let answered = false;
        const fail = (error: Error): void => {
          // What an answer's first line said still holds, however the rest of it breaks.
          if (answered) return;
          clearTimeout(timer);
          reject(new SendError(connected ? 'unknown' : 'later', { code: codeOf(error) }));
        };
        request.on('error', fail);
        request.on('response', (response) => {
          answered = true;
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          // Cut short, it closes too, and what its first line said still holds.
          response.on('error', () => clearTimeout(timer));
          response.on('close', () => {
            clearTimeout(timer);
            const status = response.statusCode ?? 0;
            const text = Buffer.concat(chunks).toString('utf8');
            // Half an answer to a 2xx is an answer: what was sent has arrived.
            if (status >= 200 && status < 300) resolve(replied(outgoing, status, text));
            else reject(refused(status, method, text, response.headers));
          });
        });
        request.end(outgoing.body);
      }),
  };
}

function headersOf(outgoing: Outgoing): Record<string, string> {
  return { ...outgoing.headers.rawHeaders(), ...correlationHeader() };
}

function replied(request: Outgoing, status: number, text: string): Reply {
  const readable = text !== '' && jsonOf(text) !== undefined;
  const headers = new compat.HttpHeaders({ 'content-type': 'application/json' });
  return { request, status, headers, bodyAsText: readable ? text : '{}' };
}

function refused(
  status: number,
  method: string,
  text: string,
  headers: IncomingHttpHeaders,
): SendError {
  return new SendError(endingOf(status, method), {
    status,
    code: text.includes(WRITES_BLOCKED) ? WRITES_BLOCKED : errorCode(jsonOf(text)),
    retryAfterMs: waitOf(headers),
  });
}

/** Seconds, or the moment itself, by the clock of whoever says it. */
function waitOf(headers: IncomingHttpHeaders): number | undefined {
  const retryAfter = headers['retry-after'];
  if (retryAfter === undefined) return undefined;
  const saidAt = Date.parse(headers.date ?? '');
  const wait = /^\s*\d+\s*$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - (Number.isFinite(saidAt) ? saidAt : Date.now());
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut short, or a proxy's page: there is nothing in it to read.
    return undefined;
  }
}

/** That somebody blocked the bot or took it off, Teams may say as a code within a message's text. */
export const WRITES_BLOCKED = 'MessageWritesBlocked';

/** Teams says why in `{error: {code}}`. */
function errorCode(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
