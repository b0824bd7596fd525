import { createServer, request, type IncomingMessage } from 'node:http';

/** HTTP to storage and back, until so many requests have been answered: the last answer is kept. */
export interface StoppingRelay {
  readonly port: number;
  /** Requests that storage has answered. */
  answered(): number;
  close(): Promise<void>;
}

/** `onLast` is called once storage has answered request number `last`, which nobody hears of. */
export async function relayUntil(
  port: number,
  last: number,
  onLast: () => void,
): Promise<StoppingRelay> {
  let answered = 0;
  const server = createServer((asked, answer) => {
    void bytesOf(asked).then((body) => {
      if (answered >= last) return;
      const { method, url: path, headers } = asked;
      const onward = request({ host: '127.0.0.1', port, method, path, headers }, (came) => {
        void bytesOf(came).then((bytes) => {
          answered += 1;
          if (answered === last) onLast();
          if (answered >= last) return;
          answer.writeHead(came.statusCode ?? 500, came.headers).end(bytes);
        });
      });
      onward.on('error', () => answer.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    answered: () => answered,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
