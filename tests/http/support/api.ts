import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import { createServer, type ServerParts } from '../../../bot/api/server.ts';
import type { PersonId } from '../../../bot/domain/facts.ts';
import { createLimits } from '../../../bot/limits.ts';
import { createTelemetry } from '../../../bot/telemetry.ts';
import type { Doors } from '../../../bot/use-cases/doors.ts';
import type { Caller } from '../../../bot/use-cases/ports.ts';
import { onlyThese } from '../../support/only-these.ts';
import { clientId, startEntra, tenant, type Entra } from './issuer.ts';

export const caller: Caller = {
  organisation: { tenant, code: 'ZPV' },
  person: 'p-okafor' as PersonId,
};

export const lineSchema = z.looseObject({
  level: z.string(),
  msg: z.string(),
  correlationId: z.optional(z.string()),
  because: z.optional(z.union([z.string(), z.record(z.string(), z.string())])),
  detail: z.optional(z.string()),
});
export type Line = z.infer<typeof lineSchema>;

export const errorSchema = z.looseObject({
  error: z.strictObject({ code: z.string(), message: z.string(), correlationId: z.string() }),
});

/** Doors that know the caller and nothing else; a test opens those that it is about. */
export function doorsWith(open: Partial<Doors> = {}): Doors {
  return onlyThese({
    identify: async () => ({ kind: 'known', caller }),
    isStillHere: async () => true,
    ...open,
  });
}

export interface Api {
  readonly url: string;
  readonly port: number;
  readonly entra: Entra;
  readonly tabFolder: string;
  /** Lines of refused and faulted requests, and of answered ones; not of probes and files. */
  lines(): Line[];
  /** What readiness was said to be, each time it changed. */
  changes(): Line[];
  /** A GET with a good token unless another is given; null sends none. */
  get(path: string, token?: string | null): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Bytes as they are, over a connection of their own; what came back. */
  raw(text: string): Promise<string>;
  /** A path that no client has tidied up first. */
  getUntidied(path: string): Promise<number>;
  close(announceMs?: number): Promise<void>;
}

type Given = Partial<Pick<ServerParts, 'health' | 'wanted' | 'waiting' | 'limits'>> & {
  channel?: Partial<ServerParts['channel']>;
  doors?: Partial<Doors>;
  proxies?: number;
};

export async function startApi(given: Given = {}): Promise<Api> {
  const entra = await startEntra();
  const tabFolder = mkdtempSync(path.join(tmpdir(), 'silver-tab-'));
  const written: string[] = [];
  const server = createServer({
    config: {
      host: '127.0.0.1',
      port: 0,
      tab: { clientId, authority: entra.authority },
      tenants: [tenant],
      proxies: given.proxies ?? 0,
    },
    doors: doorsWith(given.doors),
    channel: {
      refuse: async () => undefined,
      receive: async () => ({ status: 200 }),
      ...given.channel,
    },
    health: given.health ?? { storage: async () => undefined },
    waiting: given.waiting ?? {},
    wanted: given.wanted ?? {},
    // One person stands for many here: their second is a thousand.
    limits: given.limits ?? createLimits(() => performance.now() * 1000),
    log: createTelemetry({ level: 'info', write: (line) => written.push(line) }),
    refusalText: (refusal) => `In kind words: ${refusal}.`,
    tabFolder,
  });
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}`;
  const read = () => written.map((line) => lineSchema.parse(JSON.parse(line)));
  return {
    url,
    port,
    entra,
    tabFolder,
    lines: () => read().filter(({ msg }) => msg.startsWith('request')),
    changes: () => read().filter(({ msg }) => msg === 'readiness changed'),
    get: async (address, token) => {
      const bearer = token === undefined ? await entra.token() : token;
      return fetch(url + address, {
        redirect: 'manual',
        headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
      });
    },
    post: async (address, body, headers = {}) =>
      fetch(url + address, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await entra.token()}`,
          'content-type': 'application/json',
          ...headers,
        },
        body: typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body),
      }),
    raw: (text) =>
      new Promise((resolve, reject) => {
        let answer = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (bytes) => (answer += bytes.toString()));
        socket.on('close', () => resolve(answer));
        socket.on('error', reject);
      }),
    getUntidied: (address) =>
      new Promise((resolve, reject) => {
        const sent = httpRequest({ host: '127.0.0.1', port, path: address }, (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
        });
        sent.on('error', reject);
        sent.end();
      }),
    close: async (announceMs) => {
      await server.close(announceMs);
      await entra.close();
      rmSync(tabFolder, { recursive: true });
    },
  };
}

/** Writes a file of the built tab. */
export function buildTab(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
