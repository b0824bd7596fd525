import { createHash } from 'node:crypto';
import type { Refusal } from '../contract/acts.ts';
import type { SentFile as SentFileView } from '../contract/education.ts';
import { judgeFile } from '../domain/education/file-kind.ts';
import { plainFileName } from '../domain/education/plain-text.ts';
import { epochMilliseconds } from '../domain/time.ts';
import type { House } from './context.ts';
import { fileIdOf } from './education/file-id.ts';
import type { Caller, SentFile } from './ports.ts';

/** A file that nothing names is let go a day after it was sent, when its owner sends another. */
const UNNAMED_MS = 24 * 3_600_000;
/** So many unnamed ones of one owner are kept at most: a person, or the organisation as a whole. */
const MOST_UNNAMED = 20;

export type Sent = { kind: 'sent'; file: SentFileView } | { kind: 'refused'; because: Refusal };

/** What is kept is no longer what was recorded. */
class FileAltered extends Error {
  readonly code = 'file-altered';
  override readonly name = 'FileAltered';
}

/** Keeps a file under its owner until an act names it, as those of `named` are. What it is, its content says. */
export async function keepUnnamed(
  house: House,
  owner: Caller,
  named: ReadonlySet<string>,
  given: { name: string; bytes: Uint8Array },
): Promise<Sent> {
  const name = plainFileName(given.name);
  const verdict = judgeFile(name, given.bytes);
  if (verdict.kind === 'refused') return verdict;

  const now = house.clock.now();
  const isFresh = ({ at }: SentFile) => epochMilliseconds(now) - epochMilliseconds(at) < UNNAMED_MS;
  const sha256 = sha256Of(given.bytes);
  const id = fileIdOf(name, sha256);
  const others = (await house.files.list(owner)).filter(
    (old) => old.id !== id && !named.has(old.id),
  );
  for (const old of others) if (!isFresh(old)) await house.files.remove(owner, old.id);
  if (others.filter(isFresh).length >= MOST_UNNAMED) {
    return { kind: 'refused', because: 'too-many-files' };
  }
  const size = given.bytes.length;
  const file = { id, name, type: verdict.type, size, sha256, at: now };
  await house.files.put(owner, file, given.bytes);
  return { kind: 'sent', file: { id, name, size } };
}

/** A kept file's bytes, as they were when `of` named it. */
export async function intactBytes(
  house: House,
  owner: Caller,
  { id, sha256 }: Pick<SentFile, 'id' | 'sha256'>,
  of: string,
): Promise<Uint8Array | undefined> {
  const bytes = await house.files.read(owner, id);
  if (bytes !== undefined && sha256Of(bytes) !== sha256) {
    throw new FileAltered(`the file of ${of} is not the one that was recorded`);
  }
  return bytes;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
