import { connect, createServer, type Socket } from 'node:net';

/** A wire to storage that can be cut and mended: what goes through it is storage's own. */
export interface Wire {
  readonly port: number;
  /** Ends every connection and takes no new one. */
  cut(): void;
  mend(): void;
  /** The next request on it meets a connection that closes, as an idle one does at times. */
  hangUpOnNext(): void;
  close(): Promise<void>;
}

export async function wireTo(port: number): Promise<Wire> {
  const open = new Set<Socket>();
  let whole = true;
  let hangUp = false;
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    near.on('data', () => {
      if (hangUp) near.destroy();
      hangUp = false;
    });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = (): void => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    mend() {
      whole = true;
    },
    hangUpOnNext() {
      hangUp = true;
    },
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
