import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Instant } from '../domain/time.ts';
import type { Row } from './table.ts';

const entrySchema = z.object({
  sequence: z.number(),
  at: z.string().transform((value) => value as Instant),
  act: z.string(),
  /** A person's random id, or `operator`. */
  by: z.string(),
  /** Ids only: never a name, never free text. */
  about: z.record(z.string(), z.string()),
  /** Key and hash of each row as the move left it. */
  rows: z.array(z.tuple([z.string(), z.string()])),
  /** An import's rows, too many to name: how many, and the hash over their hashes in file order. */
  imported: z.object({ id: z.string(), count: z.number(), hash: z.string() }).exactOptional(),
  /**
   * Rows that were erased: key, hash, and of an import's row its import and place in the file. With
   * its salt gone, a hash says nothing of what the row said.
   */
  erased: z.array(z.tuple([z.string(), z.string(), z.string(), z.number()])).exactOptional(),
  /** Hash of the entry before; empty for the first. */
  before: z.string(),
  /** Version of the rules that decided. */
  rules: z.string(),
});
export type Entry = z.output<typeof entrySchema>;
export type ErasedRow = NonNullable<Entry['erased']>[number];

const headSchema = z.object({
  sequence: z.number(),
  hash: z.string(),
  at: z.string().transform((value) => value as Instant),
});
export type Head = z.output<typeof headSchema>;

export const EMPTY_HEAD: Head = {
  sequence: 0,
  hash: '',
  at: '1970-01-01T00:00:00.000Z' as Instant,
};

/** Which rules decided: goes up when a rule changes what it decides. */
export const RULES_VERSION = '1';

/** The entry's row, and its hash: SHA-256 over its text as it is kept. */
export function entryRow(entry: Entry): { properties: Record<string, string>; hash: string } {
  const body = JSON.stringify(entry);
  const hash = createHash('sha256').update(body).digest('base64url');
  return { properties: { body, hash }, hash };
}

/** The entry in a row, or undefined where its text is not what its hash says. */
export function readEntry(row: Row): { entry: Entry; hash: string } | undefined {
  const body = row.properties['body'] ?? '';
  const hash = createHash('sha256').update(body).digest('base64url');
  if (hash !== row.properties['hash']) return undefined;
  const parsed = entrySchema.safeParse(parseJson(body));
  return parsed.success ? { entry: parsed.data, hash } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function headRow(head: Head): Record<string, string> {
  return { body: JSON.stringify(head) };
}

export function readHead(row: Row | undefined): Head {
  return row === undefined
    ? EMPTY_HEAD
    : headSchema.parse(JSON.parse(row.properties['body'] ?? ''));
}
