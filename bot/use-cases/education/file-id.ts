import { createHash } from 'node:crypto';

/** The same bytes under the same name are the same file, however often they are sent. */
export function fileIdOf(name: string, sha256: string): string {
  return createHash('sha256').update(`${name}\n${sha256}`).digest('hex').slice(0, 32);
}

export function isFileId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}
