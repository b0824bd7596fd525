import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refused } from './given.ts';

/** More than any file that is imported; the reader of the file says so too, but this is before reading. */
const largestFile = 50 * 1024 * 1024;

export async function readGivenFile(
  path: string,
): Promise<
  { kind: 'file'; name: string; bytes: Uint8Array } | { kind: 'refused'; because: string }
> {
  try {
    const { size } = await stat(path);
    if (size > largestFile) return refused(`${path}: the file is over 50 MB`);
    return { kind: 'file', name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const why: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'reading it is not allowed',
    };
    return refused(`${path}: ${why[code] ?? `it can’t be read (${code})`}`);
  }
}
