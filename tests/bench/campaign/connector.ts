import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';

/** What the connector does for a while, counted from the first request that it was sent. */
const spellSchema = z.object({
  fromMs: z.number(),
  untilMs: z.number(),
  does: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('refuses'),
      status: z.number(),
      retryAfterSeconds: z.exactOptional(z.number()),
    }),
    /** Takes the request, says it to the person, and cuts the connection before the answer. */
    z.object({ kind: z.literal('drops') }),
    /** Nobody is there: no connection is taken. */
    z.object({ kind: z.literal('is-away') }),
  ]),
});

export type Spell = z.infer<typeof spellSchema>;

export const connectorSchema = z.object({
  latencyMs: z.number(),
  /** Requests within any second: one more is answered 429. */
  perSecond: z.number(),
  spells: z.array(spellSchema),
});
export type ConnectorGiven = z.infer<typeof connectorSchema>;

/** What it received, for whoever counts. */
export const countSchema = z.object({
  /** How often each person heard each of their reminders, as `person nudge`. */
  heard: z.record(z.string(), z.number()),
  /** Requests in all, and of them those over the limit. */
  asked: z.number(),
  overLimit: z.number(),
  /** Between the first request and the last one that was said to somebody. */
  wallMs: z.number(),
  /** Requests in the busiest second. */
  busiestSecond: z.number(),
});
export type Count = z.infer<typeof countSchema>;

const activitySchema = z.object({
  attachments: z.array(
    z.object({
      content: z.object({
        refresh: z.exactOptional(
          z.object({
            action: z.object({
              data: z.object({ params: z.object({ nudges: z.exactOptional(z.string()) }) }),
            }),
          }),
        ),
      }),
    }),
  ),
});

/** A Bot Connector that keeps Teams' limit, has bad spells, and counts what it said to whom. */
export async function startConnector({ latencyMs, perSecond, spells }: ConnectorGiven) {
  const heard = new Map<string, number>();
  const recent: number[] = [];
  const seen = { asked: 0, overLimit: 0, first: 0, last: 0, busiest: 0 };
  const ids = { next: 0 };

  const spellNow = () => {
    const at = seen.first === 0 ? 0 : performance.now() - seen.first;
    return spells.find(({ fromMs, untilMs }) => fromMs <= at && at < untilMs)?.does;
  };
  const isOverLimit = (now: number): boolean => {
    while (recent[0] !== undefined && recent[0] <= now - 1000) recent.shift();
    if (recent.length >= perSecond) return true;
    recent.push(now);
    seen.busiest = Math.max(seen.busiest, recent.length);
    return false;
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    body: string,
  ): Promise<void> => {
    const now = performance.now();
    seen.first ||= now;
    seen.asked += 1;
    const spell = spellNow();
    const over = isOverLimit(now);
    if (over) seen.overLimit += 1;
    const refusal = over
      ? { status: 429, retryAfterSeconds: 1 }
      : spell?.kind === 'refuses'
        ? spell
        : undefined;
    if (refusal === undefined && request.method === 'POST') {
      const person = personOf(request);
      for (const nudge of nudgesIn(body)) {
        const key = `${person} ${nudge}`;
        heard.set(key, (heard.get(key) ?? 0) + 1);
      }
      seen.last = now;
    }
    await pause(latencyMs);
    if (refusal === undefined && spell?.kind === 'drops') return void request.socket.destroy();
    const { status = 201, retryAfterSeconds } = refusal ?? {};
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    });
    response.end(JSON.stringify(status === 201 ? { id: `said-${ids.next++}` } : {}));
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      // A connection that was open before it went away is cut like the others.
      if (spellNow()?.kind === 'is-away') return void request.socket.destroy();
      void answer(request, response, Buffer.concat(chunks).toString('utf8'));
    });
  });
  const listenOn = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const port = await listenOn(0);

  /** Really away: the port is closed, and open again afterwards. */
  let closed = false;
  const watching = setInterval(() => {
    const away = spellNow()?.kind === 'is-away';
    if (away === closed) return;
    closed = away;
    void (away ? shut() : listenOn(port));
  }, 10);

  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    count: (): Count => ({
      heard: Object.fromEntries(heard),
      asked: seen.asked,
      overLimit: seen.overLimit,
      wallMs: Math.max(0, seen.last - seen.first),
      busiestSecond: seen.busiest,
    }),
    async close() {
      clearInterval(watching);
      if (!closed) await shut();
    },
  };
}

function personOf(request: IncomingMessage): string {
  const id = /conversations\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? '';
  return decodeURIComponent(id);
}

/** A reminder's card says which it shows, so that it can be refreshed. */
function nudgesIn(body: string): string[] {
  const activity = activitySchema.parse(JSON.parse(body));
  return activity.attachments.flatMap(
    ({ content }) => content.refresh?.action.data.params.nudges?.split(' ') ?? [],
  );
}
