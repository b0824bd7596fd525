import { createHash } from 'node:crypto';
import type { Refusal } from '../../contract/acts.ts';
import type { SentFile as SentFileView } from '../../contract/education.ts';
import type { Education } from '../../domain/education/education.ts';
import { judgeFile } from '../../domain/education/file-kind.ts';
import { mayHoldEducation } from '../../domain/education/judge-education.ts';
import { plainFileName } from '../../domain/education/plain-text.ts';
import { BY_NOW, frameAsKnown } from '../../domain/known.ts';
import { epochMilliseconds, londonDate, type Instant } from '../../domain/time.ts';
import type { House } from '../context.ts';
import type { Caller, SentFile } from '../ports.ts';
import { fileIdOf } from './file-id.ts';

/** A file that no record names is let go a day after it was sent, when its owner sends another. */
const UNNAMED_HOURS = 24;
/** So many unnamed ones of one person are kept at most. */
const MOST_UNNAMED = 20;

export type Sent = { kind: 'sent'; file: SentFileView } | { kind: 'refused'; because: Refusal };

/** Keeps a file of evidence until an act names it. What it is, its content says. */
export async function sendFile(
  house: House,
  caller: Caller,
  given: { name: string; bytes: Uint8Array },
): Promise<Sent> {
  const now = house.clock.now();
  const { people, frame } = await house.records.some(caller.organisation, [caller.person]);
  const [person] = people;
  if (person === undefined) return { kind: 'refused', because: 'no-such-person' };
  const today = londonDate(now);
  if (!mayHoldEducation(person, frameAsKnown(frame, BY_NOW, today), today)) {
    return { kind: 'refused', because: 'leaders-only' };
  }
  const name = plainFileName(given.name);
  const verdict = judgeFile(name, given.bytes);
  if (verdict.kind === 'refused') return verdict;

  const sha256 = createHash('sha256').update(given.bytes).digest('hex');
  const id = fileIdOf(name, sha256);
  const unnamed = unnamedOf(await house.files.list(caller), person.education);
  for (const old of unnamed) {
    if (!isFresh(old, now) && old.id !== id) await house.files.remove(caller, old.id);
  }
  const fresh = unnamed.filter((file) => isFresh(file, now) && file.id !== id);
  if (fresh.length >= MOST_UNNAMED) return { kind: 'refused', because: 'too-many-files' };

  const size = given.bytes.length;
  await house.files.put(
    caller,
    { id, name, type: verdict.type, size, sha256, at: now },
    given.bytes,
  );
  return { kind: 'sent', file: { id, name, size } };
}

/** Of those sent, the ones that no record of theirs has ever named. */
function unnamedOf(files: readonly SentFile[], education: readonly Education[]): SentFile[] {
  const named = new Set(
    education.flatMap(({ evidence }) => (evidence?.kind === 'file' ? [evidence.id] : [])),
  );
  return files.filter(({ id }) => !named.has(id));
}

function isFresh({ at }: SentFile, now: Instant): boolean {
  return epochMilliseconds(now) - epochMilliseconds(at) < UNNAMED_HOURS * 3_600_000;
}
