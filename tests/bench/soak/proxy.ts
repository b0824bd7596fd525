import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { EventEmitter, once } from 'node:events';

/** How often each instance is asked whether it is ready, which costs it four calls to storage. */
const ASKED_EVERY_MS = 1_000;
/** Who finds nobody ready waits no longer than this. */
const PATIENCE_MS = 10_000;

interface Instance {
  readonly origin: URL;
  readonly agent: Agent;
  /** `there`: it answers, and says that it is not ready. */
  state: 'ready' | 'there' | 'away';
  gone: boolean;
}

export interface Proxy {
  readonly origin: string;
  /** Takes part once it says that it is ready. */
  add(origin: string): void;
  remove(origin: string): void;
  /** Resolves when so many are ready. */
  whenReady(many: number): Promise<void>;
  readonly counts: { passed: number; refusedAndSentOn: number; nobodyReady: number };
  close(): Promise<void>;
}

/**
 * A plain reverse proxy: each request to the next instance that is ready; where none says so, to one
 * that is there all the same, as Azure App Service does. It sends nothing twice, but where no
 * connection was taken, so that not a byte has left.
 */
export async function startProxy(): Promise<Proxy> {
  const instances: Instance[] = [];
  const changed = new EventEmitter();
  changed.setMaxListeners(0);
  const counts = { passed: 0, refusedAndSentOn: 0, nobodyReady: 0 };
  let turn = 0;

  const note = (instance: Instance, state: Instance['state']): void => {
    if (instance.state === state) return;
    instance.state = state;
    changed.emit('changed');
  };
  const those = (state: Instance['state']) => instances.filter((each) => each.state === state);

  async function watch(instance: Instance): Promise<void> {
    while (!instance.gone) {
      note(instance, await stateOf(instance));
      await pause(ASKED_EVERY_MS, undefined, { ref: false });
    }
  }

  async function next(): Promise<Instance | undefined> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const ready = those('ready');
      if (ready.length === 0) counts.nobodyReady += 1;
      const able = ready.length > 0 ? ready : those('there');
      turn += 1;
      const chosen = able[turn % able.length];
      if (chosen !== undefined) return chosen;
      const left = deadline - performance.now();
      if (left <= 0) return undefined;
      await Promise.race([once(changed, 'changed'), pause(left, undefined, { ref: false })]);
    }
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    for (;;) {
      const instance = await next();
      if (instance === undefined) return void response.writeHead(503).end();
      const passed = await pass(instance, incoming, body, response);
      if (passed === 'draining') note(instance, 'there');
      if (passed !== 'refused') {
        counts.passed += 1;
        return;
      }
      note(instance, 'away');
      counts.refusedAndSentOn += 1;
    }
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    counts,
    add(origin) {
      const agent = new Agent({ keepAlive: true });
      const instance: Instance = { origin: new URL(origin), agent, state: 'away', gone: false };
      instances.push(instance);
      void watch(instance);
    },
    remove(origin) {
      const index = instances.findIndex((each) => each.origin.origin === origin);
      const [instance] = index < 0 ? [] : instances.splice(index, 1);
      if (instance === undefined) return;
      instance.gone = true;
      instance.agent.destroy();
    },
    async whenReady(many) {
      while (those('ready').length < many) await once(changed, 'changed');
    },
    async close() {
      for (const instance of instances) {
        instance.gone = true;
        instance.agent.destroy();
      }
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function stateOf({ origin }: Instance): Promise<Instance['state']> {
  try {
    const signal = AbortSignal.timeout(5_000);
    const answer = await fetch(new URL('/readyz', origin), { signal });
    await answer.arrayBuffer();
    return answer.ok ? 'ready' : 'there';
  } catch {
    // Nobody is there, or not yet.
    return 'away';
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** `draining`: answered, and it takes no more over this connection. */
function pass(
  { origin, agent }: Instance,
  incoming: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<'passed' | 'draining' | 'refused'> {
  return new Promise((resolve, reject) => {
    const { method, url, headers } = incoming;
    const { hostname: host, port } = origin;
    const onward = request({ agent, host, port, method, path: url, headers });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') return resolve('refused');
      reject(error);
    });
    onward.on('response', (answer) => {
      const { connection, 'keep-alive': _, ...told } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, told);
      answer.pipe(response);
      answer.on('error', reject);
      answer.on('end', () => resolve(connection === 'close' ? 'draining' : 'passed'));
    });
    onward.end(body);
  });
}
