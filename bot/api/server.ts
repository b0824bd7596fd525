import type { Server as NodeServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import restify, { type Request, type Response } from 'restify';
import type { Config } from '../config.ts';
import type { Limits } from '../limits.ts';
import type { RequestFacts, Telemetry } from '../telemetry.ts';
import type { Doors } from '../use-cases/doors.ts';
import { send, type Answer } from './answer.ts';
import { everywhere } from './headers.ts';
import type { Health } from './health.ts';
import { createIdentity } from './identity.ts';
import * as reply from './reply.ts';
import { createRoutes, type Channel, type Incoming, type Route } from './routes.ts';
import { answerBrokenRequests, createDrain, limit } from './sockets.ts';
import { createTabFiles } from './tab-files.ts';
import { traceOf } from './trace.ts';

export interface ServerParts {
  readonly config: Pick<Config, 'host' | 'port' | 'proxies' | 'tab' | 'tenants'>;
  readonly doors: Doors;
  readonly channel: Channel;
  readonly health: Health;
  readonly wanted: Health;
  readonly waiting: Readonly<Record<string, () => Promise<number>>>;
  readonly log: Telemetry;
  readonly refusalText: reply.RefusalText;
  readonly limits: Limits;
  /** Where the built tab is; its place in this project unless given. */
  readonly tabFolder?: string;
}

export interface ApiServer {
  listen(): Promise<{ port: number }>;
  /**
   * Says for `announceMs` that it is not ready, still answering, so that whoever shares out requests
   * leaves it out; then takes nothing new and finishes what is under way, for twenty seconds at most.
   */
  close(announceMs?: number): Promise<void>;
}

export function createServer(parts: ServerParts): ApiServer {
  const { config, limits, log, refusalText } = parts;
  const tabFolder = parts.tabFolder ?? fileURLToPath(new URL('../../tab/dist', import.meta.url));
  const tab = createTabFiles(tabFolder);
  const identify = createIdentity(config, (secondsOff) =>
    log.clockInDoubt({ token: 'tab', secondsOff }),
  );
  let draining = false;
  const routes = createRoutes({
    ...parts,
    ...{ tab, identify, proxies: config.proxies, draining: () => draining },
    wanted: { ...parts.wanted, 'tenant-keys': () => identify.ready() },
  });

  const server = restify.createServer({ name: '' });
  const node: NodeServer = server.server;
  limit(node);
  answerBrokenRequests(node, log);
  const drain = createDrain(node);

  const finish = (request: Request, response: Response, answer: Answer, route?: Route): void => {
    if (draining && !response.headersSent) response.setHeader('Connection', 'close');
    send(request, response, answer);
    note(log, request, answer, route);
  };

  server.pre((request, response, next) => {
    response.setHeader('X-Correlation-Id', traceOf(request).correlationId);
    for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
    // restify builds an address from the Host header outside of any handler: a malformed one would
    // end the process. Nothing here depends on the host.
    request.headers.host = 'localhost';
    if (request.url?.startsWith('/')) return next();
    finish(request, response, reply.badAddress);
    return next(false);
  });

  for (const route of routes) {
    const handle = async (request: Request, response: Response): Promise<void> => {
      // Probes and files are answered from memory, whatever else is under way.
      const leave = route.quiet ? () => {} : limits.all.enter('');
      const answer = leave ? await attempt(route, incoming(request), refusalText) : reply.busy;
      leave?.();
      finish(request, response, answer, route);
    };
    server[route.method](route.path, handle);
    if (route.method === 'get') server.head(route.path, handle);
  }

  // Our own handlers never throw: what arrives here is an address or a method that nobody has.
  server.on('restifyError', (request: Request, response: Response, error, done: () => void) => {
    const status: unknown = error?.statusCode;
    const known = status === 405 ? reply.wrongMethod : reply.noSuchAddress;
    const answer = status === 404 || status === 405 ? known : reply.faulted(error, refusalText);
    finish(request, response, answer);
    done();
  });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        node.once('error', reject);
        server.listen(config.port, config.host, () => {
          node.off('error', reject);
          const address = node.address();
          const port = typeof address === 'object' && address ? address.port : config.port;
          if (!tab.isBuilt()) log.tabNotBuilt({ folder: tabFolder });
          resolve({ port });
        });
      }),
    async close(announceMs = 0) {
      draining = true;
      if (announceMs > 0 && node.listening) await pause(announceMs);
      await drain(20_000);
    },
  };
}

async function attempt(
  route: Route,
  request: Incoming,
  refusalText: reply.RefusalText,
): Promise<Answer> {
  try {
    return await route.answer(request);
  } catch (error) {
    return reply.faulted(error, refusalText);
  }
}

function incoming(request: Request): Incoming {
  const { correlationId } = traceOf(request);
  const [path = '', query] = (request.url ?? '').split('?', 2);
  return { message: request, correlationId, path, query: new URLSearchParams(query) };
}

/** One line for each request. */
function note(log: Telemetry, request: Request, answer: Answer, route?: Route): void {
  if ('logged' in answer && answer.logged) return;
  const { correlationId, startedAt } = traceOf(request);
  const facts: RequestFacts = {
    correlationId,
    method: request.method ?? '',
    route: route?.path ?? 'none',
    status: 'status' in answer ? answer.status : answer.kind === 'moved' ? 308 : 200,
    ms: Math.round(performance.now() - startedAt),
    ...('about' in answer ? answer.about : {}),
  };
  // What a probe finds amiss is told when it changes, and not by each probe.
  const told = answer.kind !== 'error' || answer.code === 'not-ready';
  if (told) {
    return route?.quiet ? log.requestServed(facts) : log.requestAnswered(facts);
  }
  const { code: because, cause, detail } = answer;
  const why = { ...facts, because, ...(detail === undefined ? {} : { detail }) };
  if (answer.again) log.requestServed(facts);
  else if (answer.status < 500) log.requestRefused(why);
  else log.requestFaulted({ ...why, error: cause });
}
