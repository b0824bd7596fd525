import type { IncomingMessage } from 'node:http';

/** 256 kB: over twice what Teams sends at most. */
const maxBodyBytes = 256 * 1024;

/** Beyond this the rest isn't even read away before the answer. */
const patienceBytes = 4 * maxBodyBytes;

export type Body =
  | { kind: 'object'; body: object }
  | {
      kind: 'refused';
      because:
        | 'not-json-type'
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
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { kind: 'refused', because: 'not-json-type' };
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') return { kind: 'refused', because: 'encoded' };
  const bytes = await readBytes(request);
  return bytes.kind === 'bytes' ? parseObject(bytes.bytes) : bytes;
}

type Bytes =
  { kind: 'bytes'; bytes: Buffer } | { kind: 'refused'; because: 'too-large' | 'cut-short' };

async function readBytes(request: IncomingMessage): Promise<Bytes> {
  if (Number(request.headers['content-length'] ?? 0) > patienceBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      // Somewhat too much is read to its end: a client that is still sending misses the answer.
      if (size > patienceBytes) return tooLarge;
      if (size <= maxBodyBytes) chunks.push(chunk);
    }
  } catch {
    // The only way for reading to fail: the client went away in the middle.
    return { kind: 'refused', because: 'cut-short' };
  }
  return size > maxBodyBytes ? tooLarge : { kind: 'bytes', bytes: Buffer.concat(chunks) };
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
