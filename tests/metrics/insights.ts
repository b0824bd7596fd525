import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import type { MetricsParts } from '../../bot/metrics/open.ts';

const envelopesSchema = z.array(
  z.object({
    tags: z.record(z.string(), z.string()),
    data: z.object({
      baseData: z.object({
        metrics: z.array(
          z.object({ name: z.string(), value: z.number(), count: z.number().optional() }),
        ),
        properties: z.record(z.string(), z.string()),
      }),
    }),
  }),
);

/** One figure as it arrived. */
export interface Arrived {
  readonly name: string;
  readonly value: number;
  readonly marks: Readonly<Record<string, string>>;
}

/** Application Insights' ingestion endpoint on this machine: keeps what arrives, and with which token. */
export async function localInsights() {
  const arrived: Arrived[] = [];
  const bodies: string[] = [];
  const tokens: (string | undefined)[] = [];
  const state = { away: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (state.away) {
        response.writeHead(400).end();
        return;
      }
      const bytes = Buffer.concat(chunks);
      const text = (
        request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
      ).toString();
      bodies.push(text);
      tokens.push(request.headers.authorization);
      const envelopes = envelopesSchema.parse(JSON.parse(text));
      for (const { data } of envelopes) {
        for (const { name, value } of data.baseData.metrics) {
          arrived.push({ name, value, marks: data.baseData.properties });
        }
      }
      const body = { itemsReceived: envelopes.length, itemsAccepted: envelopes.length, errors: [] };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  /** The exporter takes https alone; on this machine the same request goes without. */
  const httpClient: NonNullable<MetricsParts['httpClient']> = {
    async sendRequest(request) {
      const { pathname } = new URL(request.url);
      const answer = await fetch(`http://127.0.0.1:${port}${pathname}`, {
        method: request.method,
        headers: request.headers.toJSON(),
        body:
          typeof request.body === 'string' ? request.body : Buffer.from(request.body as Uint8Array),
      });
      const { headers } = request;
      return { request, status: answer.status, headers, bodyAsText: await answer.text() };
    },
  };
  return {
    arrived,
    bodies,
    tokens,
    state,
    httpClient,
    connection:
      'InstrumentationKey=aaaaaaaa-0000-4000-8000-00000000000a;IngestionEndpoint=https://insights.example/',
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
