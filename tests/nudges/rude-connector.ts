import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How the connector treats one request: as Teams may on a bad day. */
export type Treatment =
  | 'deliver'
  | { status: number; code?: string; retryAfter?: number }
  /** Delivered, and the one in front of Teams gave up waiting to hear so. */
  | 'deliver-and-time-out'
  /** Delivered, and the connection cut before the answer. */
  | 'deliver-and-drop';

/** A Bot Connector of its own that can be rude; it counts what arrived for whom. */
export async function rudeConnector(given: {
  latencyMs?: number;
  treat?: (person: string, tries: number) => Treatment;
}) {
  const arrived = new Map<string, number>();
  const asked = new Map<string, number>();
  const times: number[] = [];
  let underWay = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const person = decodeURIComponent(
      /conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '',
    );
    const tries = (asked.get(person) ?? 0) + 1;
    asked.set(person, tries);
    times.push(performance.now());
    const treatment = given.treat?.(person, tries) ?? 'deliver';
    if (typeof treatment === 'string') arrived.set(person, (arrived.get(person) ?? 0) + 1);
    underWay += 1;
    await pause(given.latencyMs ?? 0);
    underWay -= 1;
    if (treatment === 'deliver-and-drop') {
      request.socket.destroy();
      return;
    }
    const { status, code, retryAfter }: Exclude<Treatment, string> =
      typeof treatment === 'string' ? { status: treatment === 'deliver' ? 201 : 504 } : treatment;
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    });
    response.end(
      JSON.stringify(status === 201 ? { id: `${person}-${tries}` } : { error: { code } }),
    );
  };
  const server = createServer((request, response) => {
    request.on('data', () => undefined);
    request.on('end', () => void answer(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    arrived,
    asked,
    times,
    underWay: () => underWay,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
