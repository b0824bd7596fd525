import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { PackFacts } from '../use-cases/evidence/pack-facts.ts';
import { encode, type Files } from './zip.ts';

const manifestSchema = z.object({
  format: z.literal('silver-commitments-evidence/1'),
  organisation: z.object({ code: z.string(), name: z.string() }),
  /** D and K. */
  on: z.string(),
  known: z.string(),
  app: z.string(),
  ledger: z.object({ sequence: z.number(), hash: z.string(), at: z.string() }),
  rules: z.record(z.string(), z.string()),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() })),
  /** SHA-256 of this very text with an empty seal. */
  seal: z.string(),
});
export type Manifest = z.output<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';

export function manifestOf(facts: PackFacts, files: Files, app: string): Manifest {
  const { organisation, on, known, ledger, figures } = facts;
  const { sequence, hash, at } = ledger;
  const manifest: Manifest = {
    format: 'silver-commitments-evidence/1',
    organisation: { code: organisation.code, name: organisation.name },
    on,
    known,
    app,
    ledger: { sequence, hash, at },
    rules: Object.fromEntries(figures.map(({ code, rule }) => [code, rule])),
    files: Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [
        path,
        { sha256: sha256(bytes), bytes: bytes.length },
      ]),
    ),
    seal: '',
  };
  return { ...manifest, seal: sealOf(manifest) };
}

export function sealOf(manifest: Manifest): string {
  return sha256(manifestText({ ...manifest, seal: '' }));
}

export function manifestText(manifest: Manifest): Uint8Array {
  return encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

export function readManifest(text: string): Manifest | undefined {
  try {
    const read = manifestSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What `sha256sum -c` and `shasum -a 256 -c` read. */
export function sumsOf(files: Files): Uint8Array {
  return encode(
    Object.entries(files)
      .map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
      .join(''),
  );
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
