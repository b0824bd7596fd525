import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import * as z from 'zod';
import { fileTypes } from '../domain/education/file-kind.ts';
import type { PersonId } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';

/** What is kept of an organisation beside files and the directory, which is made anew from facts. */
export const KEPT_TABLES = ['records', 'nudges', 'conversations'] as const;
export type KeptTable = (typeof KEPT_TABLES)[number];

const FORMAT = 'silver-commitments-backup/1';

const instant = z.string().transform((text) => text as Instant);

const headerSchema = z.object({
  format: z.literal(FORMAT),
  tenant: z.string(),
  code: z.string(),
  name: z.string(),
  takenAt: instant,
  /** The ledger's, as it stood. */
  head: z.string(),
});
export type BackupHeader = z.output<typeof headerSchema>;

const lineSchema = z.union([
  z.object({
    table: z.enum(KEPT_TABLES),
    key: z.string(),
    properties: z.record(z.string(), z.string()),
  }),
  z.object({
    person: z.string().transform((text) => text as PersonId),
    file: z.object({
      id: z.string(),
      name: z.string(),
      type: z.enum(fileTypes),
      size: z.number(),
      sha256: z.string(),
      at: instant,
    }),
    base64: z.string(),
  }),
  headerSchema,
  z.object({ lines: z.number() }),
]);
export type BackupLine = z.output<typeof lineSchema>;

export function headerOf(header: Omit<BackupHeader, 'format'>): BackupHeader {
  return { format: FORMAT, ...header };
}

/**
 * A backup: gzipped text, a line of JSON each, followed by the hash over everything up to there. So a line
 * that was altered, dropped or put elsewhere is known by its number; the last says how many there are.
 */
export function packLines(lines: AsyncIterable<BackupLine>): AsyncIterable<Uint8Array> {
  return through(sealLines(lines), createGzip());
}

async function* sealLines(lines: AsyncIterable<BackupLine>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let count = 0;
  const seal = (line: BackupLine): string => {
    const json = JSON.stringify(line);
    return `${json} ${hash.update(json).copy().digest('base64url')}\n`;
  };
  for await (const line of lines) {
    count += 1;
    yield seal(line);
  }
  yield seal({ lines: count });
}

/** A backup that is not as it was written. */
export class BackupAltered extends Error {
  readonly code = 'backup-altered';
  override readonly name = 'BackupAltered';
}

/** The lines of a backup that is as it was written; else it ends with a `BackupAltered`. */
export async function* unpackLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BackupLine> {
  const gunzip = createGunzip();
  gunzip.setEncoding('utf8');
  try {
    yield* openLines(through(bytes, gunzip));
  } catch (error) {
    const isPacking = error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
    if (!isPacking) throw error;
    throw new BackupAltered('it is no backup, or is cut off or altered', { cause: error });
  }
}

/** Each chunk through a packer; a fault of the source is the packer's. */
function through<Chunk>(
  source: AsyncIterable<unknown>,
  packer: NodeJS.ReadWriteStream & AsyncIterable<unknown>,
): AsyncIterable<Chunk> {
  pipeline(Readable.from(source), packer, () => undefined);
  return packer as AsyncIterable<Chunk>;
}

async function* openLines(text: AsyncIterable<string>): AsyncGenerator<BackupLine> {
  const hash = createHash('sha256');
  let count = 0;
  let isWhole = false;
  for await (const written of splitLines(text)) {
    const end = written.lastIndexOf(' ');
    const json = written.slice(0, Math.max(0, end));
    if (isWhole || hash.update(json).copy().digest('base64url') !== written.slice(end + 1)) {
      throw new BackupAltered(`line ${count + 1} is not as it was written`);
    }
    const read = lineSchema.safeParse(JSON.parse(json));
    if (!read.success) throw new BackupAltered(`line ${count + 1} is of another version`);
    if ('lines' in read.data) {
      if (read.data.lines !== count) throw new BackupAltered('lines are missing');
      isWhole = true;
      continue;
    }
    count += 1;
    yield read.data;
  }
  if (!isWhole) throw new BackupAltered(`it is cut off after line ${count}`);
}

async function* splitLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
