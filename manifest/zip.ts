import { crc32 } from 'node:zlib';

export interface ZipEntry {
  /** Its path in the archive, with plain slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980, midnight: the first moment that a zip can hold. */
const fixedDate = (1 << 5) | 1;
const fixedTime = 0;
const version = 20;
const utf8Names = 1 << 11;

/**
 * A zip archive of these files, whose bytes depend on nothing but them: their time is fixed, and
 * they are stored as they are, since what compression makes of them differs between machines.
 */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const named = Buffer.from(name, 'utf8');
    const facts = factsOf(named, bytes);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, named, bytes]);
    const central = Buffer.concat([
      Buffer.from('PK\x01\x02', 'latin1'),
      numbers([version, 2]),
      facts,
      // No comment, first disk, no attributes; then where the entry begins.
      numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      named,
    ]);
    parts.push(local);
    directory.push(central);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers([0, 2], [0, 2], [count, 2], [count, 2], [listing.length, 4], [at, 4], [0, 2]);
  return Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** What an entry's two headers say alike: stored, when, checksum, sizes, length of its name. */
function factsOf(name: Buffer, bytes: Uint8Array): Buffer {
  const size = bytes.length;
  return numbers(
    [version, 2],
    [utf8Names, 2],
    [0, 2],
    [fixedTime, 2],
    [fixedDate, 2],
    [crc32(bytes), 4],
    [size, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );
}

/** Each number in that many bytes, the lowest first. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
