import type { IncomingMessage } from 'node:http';

/** 256 kB: over twice what Teams sends at most. */
const maxBodyBytes = 256 * 1024;

/** Beyond this many times what is allowed, the rest isn't even read away before the answer. */
const patience = 4;
/** A file's, which is large as it is. */
const filePatience = 2;

export type Body =
  | { kind: 'object'; body: object }
  | {
      kind: 'refused';
      because:
        | 'not-json-type'
        | 'not-bytes-type'
        | 'encoded'
        | 'too-large'
        | 'not-utf-8'
        | 'not-json'
        | 'not-an-object'
        | 'cut-short';
    };

/**
 * Reads a JSON object. restify's own body parser isn't used: a broken gzip body ends the whole
 * process there (its unzip stream has no error handler), and a small one may grow without limit.
 */
export async function readObject(request: IncomingMessage): Promise<Body> {
  if (typeOf(request) !== 'application/json') return { kind: 'refused', because: 'not-json-type' };
  if (isEncoded(request)) return { kind: 'refused', because: 'encoded' };
  const bytes = await readBytes(request, maxBodyBytes, patience * maxBodyBytes);
  return bytes.kind === 'bytes' ? parseObject(bytes.bytes) : bytes;
}

/** A file's bytes as they are, `most` of them at most. */
export async function readFile(request: IncomingMessage, most: number): Promise<FileBody> {
  if (typeOf(request) !== 'application/octet-stream') {
    return { kind: 'refused', because: 'not-bytes-type' };
  }
  if (isEncoded(request)) return { kind: 'refused', because: 'encoded' };
  return readBytes(request, most, filePatience * most);
}

/** A body that nobody has read, and that isn't a short one: it isn't read away either. */
export function mayBeEndless({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return true;
  return Number(headers['content-length'] ?? 0) > maxBodyBytes;
}

function typeOf({ headers }: IncomingMessage): string | undefined {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
}

function isEncoded({ headers }: IncomingMessage): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
}

export type FileBody = { kind: 'bytes'; bytes: Buffer } | Extract<Body, { kind: 'refused' }>;
type Bytes =
  { kind: 'bytes'; bytes: Buffer } | { kind: 'refused'; because: 'too-large' | 'cut-short' };

async function readBytes(
  request: IncomingMessage,
  most: number,
  patienceBytes: number,
): Promise<Bytes> {
  if (Number(request.headers['content-length'] ?? 0) > patienceBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      // Somewhat too much is read to its end: a client that is still sending misses the answer.
      if (size > patienceBytes) return tooLarge;
      if (size <= most) chunks.push(chunk);
    }
  } catch {
    // The only way for reading to fail: the client went away in the middle.
    return { kind: 'refused', because: 'cut-short' };
  }
  return size > most ? tooLarge : { kind: 'bytes', bytes: Buffer.concat(chunks) };
}

const tooLarge = { kind: 'refused', because: 'too-large' } as const;

function parseObject(bytes: Buffer): Body {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'refused', because: 'not-utf-8' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'refused', because: 'not-json' };
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { kind: 'object', body: value }
    : { kind: 'refused', because: 'not-an-object' };
}
