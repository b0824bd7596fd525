import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';

/** What goes with one request from its first byte: its id on every line, and when it came. */
interface Trace {
  readonly correlationId: string;
  readonly startedAt: number;
}

const traces = new WeakMap<IncomingMessage, Trace>();

export function traceOf(request: IncomingMessage): Trace {
  const known = traces.get(request);
  if (known) return known;
  const trace = { correlationId: correlationIdOf(request), startedAt: performance.now() };
  traces.set(request, trace);
  return trace;
}

/** The caller's own id where it gives a well-formed one, so that both sides' logs meet; else a new one. */
function correlationIdOf(request: IncomingMessage): string {
  const parent = header(request, 'traceparent');
  const traceId = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(parent)?.[1];
  if (traceId && !/^0+$/.test(traceId)) return traceId;
  // Of a proxy's own header only what can hold no words: it is written into the log.
  const given = header(request, 'x-correlation-id').toLowerCase();
  if (/^[0-9a-f][0-9a-f-]{14,34}[0-9a-f]$/.test(given)) return given;
  const requestId = header(request, 'x-ms-request-id');
  return /^[\w.-]{8,64}$/.test(requestId) ? requestId : randomUUID();
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
