import type { PackVerdict } from '../use-cases/evidence/pack-facts.ts';
import { aboutPack } from './words.ts';
import {
  MANIFEST,
  manifestText,
  readManifest,
  sealOf,
  sha256,
  SUMS,
  sumsOf,
  type Manifest,
} from './manifest.ts';
import { decode, doubledIn, unzippedWithin, type Files } from './zip.ts';

/** Holds a pack against its own hashes, and names what is not as it was made. */
export function verifyPack(bytes: Uint8Array): PackVerdict {
  const files = opened(bytes);
  if (files === undefined) return { kind: 'no-pack' };
  const text = files[MANIFEST];
  const sums = files[SUMS];
  if (text === undefined && sums === undefined) return { kind: 'no-pack' };

  const manifest = text && readManifest(decode(text));
  const sealed =
    manifest && sealOf(manifest) === manifest.seal && isSame(text, manifestText(manifest));
  const expected = sealed ? hashesOf(manifest) : hashesIn(sums);
  const rest = Object.entries(files).filter(([path]) => path !== MANIFEST && path !== SUMS);
  const faults = [
    ...doubledIn(bytes).map((path) => `${path} is there twice`),
    ...(text === undefined ? [`${MANIFEST} is missing`] : []),
    ...(text !== undefined && !sealed ? [`${MANIFEST} was altered`] : []),
    ...[...expected.keys()]
      .filter((path) => path !== MANIFEST && files[path] === undefined)
      .map((path) => `${path} is missing`),
    ...rest.flatMap(([path, content]) => {
      const hash = expected.get(path);
      if (hash === undefined) return [`${path} is not of this pack`];
      return hash === sha256(content) ? [] : [`${path} was altered`];
    }),
    ...(sums === undefined ? [`${SUMS} is missing`] : []),
    ...(sums !== undefined && sealed && !isSame(sums, sumsAsMade(manifest))
      ? [`${SUMS} was altered`]
      : []),
  ];
  if (faults.length > 0 || manifest === undefined) return { kind: 'altered', faults };
  const { seal, ledger } = manifest;
  return {
    kind: 'unaltered',
    seal,
    files: Object.keys(files).length,
    about: aboutPack(manifest),
    head: ledger.hash,
  };
}

function opened(bytes: Uint8Array): Files | undefined {
  try {
    return unzippedWithin(bytes);
  } catch {
    // Cut off, larger than any pack, or no zip at all: nothing in it can be named.
    return undefined;
  }
}

function hashesOf({ files }: Manifest): Map<string, string> {
  return new Map(Object.entries(files).map(([path, { sha256: hash }]) => [path, hash]));
}

function hashesIn(sums: Uint8Array | undefined): Map<string, string> {
  const lines = sums === undefined ? [] : decode(sums).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return hash === undefined || path === undefined ? [] : [[path, hash] as const];
    }),
  );
}

/** The list of hashes as it was made: the files in the manifest's order, then the manifest. */
function sumsAsMade(manifest: Manifest): Uint8Array {
  const lines = [...hashesOf(manifest)].map(([path, hash]) => `${hash}  ${path}\n`).join('');
  return Buffer.concat([Buffer.from(lines), sumsOf({ [MANIFEST]: manifestText(manifest) })]);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
