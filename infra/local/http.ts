import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import * as z from 'zod';

/** What a caller did wrong, in words for them; everything else that is thrown is our own fault. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** What stood in the path where the route has `:name`, decoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** `handled`: the handler has answered by itself. */
export type Answer = { status: number; body?: unknown } | 'handled';

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly handle: (call: Call) => Promise<Answer> | Answer;
}

/** `:name` in the path stands for one segment. */
export function route(method: string, path: string, handle: Route['handle']): Route {
  const pattern = path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return { method, path: new RegExp(`^${pattern}$`), handle };
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export interface Listening {
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

/** Answers on 127.0.0.1 alone. Port 0 takes a free one. */
export async function listen(
  routes: readonly Route[],
  port: number,
  otherwise?: Route['handle'],
): Promise<Listening> {
  const server = createServer((request, response) => {
    void answer(routes, request, response, otherwise);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: Route['handle'] | undefined,
): Promise<void> {
  try {
    const url = parseUrl(request);
    const call = { request, response, url, params: {} };
    for (const each of routes) {
      const found = each.method === request.method ? each.path.exec(url.pathname) : null;
      if (found) return send(response, await each.handle({ ...call, params: decode(found) }));
    }
    if (otherwise) return send(response, await otherwise(call));
    send(response, { status: 404, body: { error: 'There is nothing at this address.' } });
  } catch (fault) {
    send(response, faultAnswer(fault));
  }
}

/** A page on another site must not reach the house through a name of its own for 127.0.0.1. */
function parseUrl(request: IncomingMessage): URL {
  const host = request.headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) {
    throw new Refused(403, 'Call this by 127.0.0.1 or localhost.');
  }
  try {
    return new URL(request.url ?? '/', `http://${host}`);
  } catch {
    throw new Refused(400, 'The address is not one.');
  }
}

function decode(found: RegExpExecArray): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, text] of Object.entries(found.groups ?? {})) {
    try {
      params[name] = decodeURIComponent(text);
    } catch {
      throw new Refused(400, `“${text}” is not percent-encoded as it should be.`);
    }
  }
  return params;
}

function faultAnswer(fault: unknown): { status: number; body: unknown } {
  if (fault instanceof Refused) return { status: fault.status, body: { error: fault.message } };
  if (fault instanceof z.ZodError) {
    return { status: 400, body: { error: `Please check: ${z.prettifyError(fault)}` } };
  }
  console.error(fault);
  return { status: 500, body: { error: 'Something went wrong in the practice window.' } };
}

function send(response: ServerResponse, given: Answer): void {
  if (given === 'handled' || response.headersSent) return;
  response.writeHead(given.status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(given.body === undefined ? undefined : JSON.stringify(given.body));
}

/** The body as JSON, up to 1 MiB. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > 1_048_576) throw new Refused(413, 'The body is larger than 1 MiB.');
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refused(400, 'The body is not JSON.');
  }
}
