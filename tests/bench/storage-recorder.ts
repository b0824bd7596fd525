import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectionTo } from '../../infra/local/azurite.ts';

/** One call to storage as it went over the wire. */
export interface StorageCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface StorageRecorder {
  /** Storage's connection string by way of the recorder. */
  readonly connection: string;
  /** Calls that have been answered since the last time, once none is under way. */
  take(): Promise<StorageCall[]>;
  close(): Promise<void>;
}

/** So long without a call, and a turn is taken to be over, with what it does after its answer. */
const quietMs = 60;

/** Stands between a bot and its storage and notes what the bot asks of it. */
export async function recordStorage(storage: {
  port: number;
  queuePort: number;
  blobPort: number;
}): Promise<StorageRecorder> {
  const { port, queuePort, blobPort } = storage;
  let calls: StorageCall[] = [];
  const state = { underWay: 0 };
  let lastAt = 0;

  const pass = (asked: IncomingMessage, body: Buffer, answer: ServerResponse): void => {
    const { method = '', url = '', headers } = asked;
    const startedAt = performance.now();
    const options = { host: '127.0.0.1', port, method, path: url, headers };
    const passed = request(options, (response) => {
      response.on('end', () => {
        const endedAt = performance.now();
        calls.push({ method, path: url, body: body.toString('utf8'), startedAt, endedAt });
        state.underWay -= 1;
        lastAt = endedAt;
      });
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on('error', (error) => answer.destroy(error));
    passed.end(body);
  };
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    state.underWay += 1;
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () => pass(asked, Buffer.concat(chunks), answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    connection: connectionTo(own, queuePort, blobPort),
    async take() {
      while (state.underWay > 0 || performance.now() - lastAt < quietMs) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const taken = calls;
      calls = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
