import type { Request, Response } from 'restify';
import type { RequestFacts } from '../telemetry.ts';
import { tabPolicy } from './headers.ts';
import type { TabFile } from './tab-files.ts';
import { traceOf } from './trace.ts';

/** Whom and what a request was about, for its line in the log. */
export type About = Pick<RequestFacts, 'tenant' | 'organisation' | 'person' | 'verb' | 'outcomes'>;

/** What a route answers, before any of it is written. */
export type Answer =
  | { kind: 'data'; status: number; data: unknown; about?: About }
  | { kind: 'file'; file: TabFile }
  | { kind: 'calendar'; name: string; text: string; about?: About }
  | {
      kind: 'download';
      name: string;
      type: string;
      bytes: Uint8Array;
      about?: About;
      /** Called when its last byte is gone, or nobody takes it any more. */
      gone?: () => void;
    }
  | { kind: 'moved'; to: string }
  | { kind: 'relayed'; status: number; body: unknown; about?: About; logged?: true }
  | ErrorAnswer;

export interface ErrorAnswer {
  readonly kind: 'error';
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Beside `error` in the body. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the log alone. */
  readonly detail?: string;
  readonly cause?: unknown;
  readonly about?: About;
  /** Its line is in the log already. */
  readonly logged?: true;
  /** The same as before from the same: its line is for whoever looks closely. */
  readonly again?: true;
}

/** Writes the answer. Every error has one shape: `{error: {code, message, correlationId}}`. */
export function send(request: Request, response: Response, answer: Answer): void {
  if (answer.kind === 'download' && answer.gone) response.once('close', answer.gone);
  if (response.headersSent) return;
  switch (answer.kind) {
    case 'data':
      return sendJson(response, answer.status, answer.data);
    case 'relayed':
      return answer.body === undefined
        ? void response.sendRaw(answer.status, '')
        : sendJson(response, answer.status, answer.body);
    case 'moved':
      return void response.sendRaw(308, '', { Location: answer.to });
    case 'calendar': {
      const bytes = Buffer.from(answer.text);
      return void response.sendRaw(200, bytes, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Length': String(bytes.length),
        'Content-Disposition': `attachment; filename="${answer.name}"`,
      });
    }
    case 'download': {
      const { name, type, bytes } = answer;
      // Never shown in place, whatever it holds; the name in the form that every letter fits in.
      return void response.sendRaw(200, Buffer.from(bytes), {
        'Content-Type': type,
        'Content-Length': String(bytes.length),
        'Content-Disposition': `attachment; filename*=UTF-8''${percentEncoded(name)}`,
      });
    }
    case 'file':
      return sendFile(request, response, answer.file);
    case 'error': {
      for (const [name, value] of Object.entries(answer.headers ?? {})) {
        response.setHeader(name, value);
      }
      const { correlationId } = traceOf(request);
      const error = { code: answer.code, message: answer.message, correlationId };
      return sendJson(response, answer.status, { error, ...answer.beside });
    }
  }
}

/** RFC 5987: what encodeURIComponent leaves, but may not stand there, too. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sendJson(response: Response, status: number, data: unknown): void {
  const bytes = Buffer.from(JSON.stringify(data));
  response.sendRaw(status, bytes, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(bytes.length),
  });
}

function sendFile(request: Request, response: Response, file: TabFile): void {
  const accepted = request.headers['accept-encoding'] ?? '';
  const zipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(accepted) && file.gzipped;
  const bytes = zipped || file.bytes;
  response.sendRaw(200, bytes, {
    'Content-Type': file.type,
    'Content-Length': String(bytes.length),
    'Content-Security-Policy': tabPolicy,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
  });
}
