import type { Server, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Telemetry } from '../telemetry.ts';
import { everywhere } from './headers.ts';
import { words } from './words.ts';

/** Nobody may hold a connection by saying little, nor by not listening. */
export function limit(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  // Node looks every half minute whether these are over, unless told; its types don't know it here.
  Object.assign(server, { connectionsCheckingInterval: 2_000 });
  // Whoever asks and doesn't take the answer would keep it in memory for good.
  server.timeout = 30_000;
  // Each is some ten kilobytes, and a flood of them is refused before it is all our memory.
  server.maxConnections = 20_000;
  // Longer than the proxies in front of us keep theirs, so that they never send into a closed one.
  server.keepAliveTimeout = 75_000;
  server.maxHeadersCount = 100;
  // restify takes the upgrade event and drops it, which leaves the connection hanging for good;
  // without a listener Node answers such a request like any other.
  server.removeAllListeners('upgrade');
  // restify takes "Expect: 100-continue" as well, past the count of what is under way: a drain would
  // cut such a request. Without a listener Node tells them to go on, and it is a request like any other.
  server.removeAllListeners('checkContinue');
  server.on('checkExpectation', (...request) => void server.emit('request', ...request));
}

const brokenStatus: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What isn't HTTP, or never gets to its end, has no request to answer: the connection is told. */
export function answerBrokenRequests(server: Server, log: Telemetry): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const code = error.code ?? '';
    if (code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
      socket.destroy();
      return;
    }
    const status = brokenStatus[code] ?? '400 Bad Request';
    const correlationId = randomUUID();
    const message = words['bad-request'];
    const body = JSON.stringify({ error: { code: 'bad-request', message, correlationId } });
    const headers = Object.entries(everywhere).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(
      `HTTP/1.1 ${status}\r\n${headers.join('')}Content-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
    log.requestRefused({
      correlationId,
      method: '',
      route: 'none',
      status: Number.parseInt(status, 10),
      ms: 0,
      because: 'bad-request',
      detail: code,
    });
  });
}

/**
 * Call it before the server listens; what it returns stops listening, lets requests under way
 * finish, and cuts every connection as soon as there are none, or after `ms`. Node alone would wait
 * for connections that browsers open ahead and never use.
 */
export function createDrain(server: Server): (ms: number) => Promise<void> {
  let underWay = 0;
  let draining = false;
  const cutIfQuiet = (): void => {
    if (draining && underWay === 0) server.closeAllConnections();
  };
  server.on('request', (_, response: ServerResponse) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
      cutIfQuiet();
    });
  });

  return async (ms) => {
    if (!server.listening) return;
    draining = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const late = setTimeout(() => server.closeAllConnections(), ms);
    cutIfQuiet();
    await closed;
    clearTimeout(late);
  };
}
