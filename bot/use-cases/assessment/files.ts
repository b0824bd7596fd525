import { createHash } from 'node:crypto';
import type { Refusal } from '../../contract/acts.ts';
import type { FileType } from '../../domain/education/file-kind.ts';
import { judgeFile } from '../../domain/education/file-kind.ts';
import { plainFileName } from '../../domain/education/plain-text.ts';
import { BY_NOW, frameAsKnown } from '../../domain/known.ts';
import { may, type Permission } from '../../domain/permissions.ts';
import { epochMilliseconds, londonDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import { fileIdOf } from '../education/file-id.ts';
import { FileAltered } from '../education/evidence-file.ts';
import type { Sent } from '../education/send-file.ts';
import { ORGANISATION_OWNS, type Caller } from '../ports.ts';

/** A file that no item names is let go a day after it was sent, when somebody sends another. */
const UNNAMED_MS = 24 * 3_600_000;

export type LineFile =
  | { kind: 'file'; name: string; type: FileType; bytes: Uint8Array }
  | { kind: 'refused'; because: Extract<Refusal, 'not-allowed' | 'no-such-evidence'> };

/** Keeps a file for the organisation until an act names it. What it is, its content says. */
export async function sendLineFile(
  house: House,
  caller: Caller,
  given: { name: string; bytes: Uint8Array },
): Promise<Sent> {
  if (!(await mayNow(house, caller, 'draft-evidence'))) {
    return { kind: 'refused', because: 'not-allowed' };
  }
  const name = plainFileName(given.name);
  const verdict = judgeFile(name, given.bytes);
  if (verdict.kind === 'refused') return verdict;
  const owner = { ...caller, person: ORGANISATION_OWNS };
  const now = house.clock.now();
  const sha256 = createHash('sha256').update(given.bytes).digest('hex');
  const id = fileIdOf(name, sha256);
  const { evidence } = await house.records.things(caller.organisation, ['evidence']);
  const named = new Set(evidence.flatMap(({ shows }) => (shows.kind === 'file' ? [shows.id] : [])));
  for (const old of await house.files.list(owner)) {
    const age = epochMilliseconds(now) - epochMilliseconds(old.at);
    if (!named.has(old.id) && old.id !== id && age >= UNNAMED_MS) {
      await house.files.remove(owner, old.id);
    }
  }
  const size = given.bytes.length;
  const file = { id, name, type: verdict.type, size, sha256, at: now };
  await house.files.put(owner, file, given.bytes);
  return { kind: 'sent', file: { id, name, size } };
}

/** An item's file, for whoever may see the assessment. */
export async function lineFile(house: House, caller: Caller, item: string): Promise<LineFile> {
  if (!(await mayNow(house, caller, 'see-assessment'))) {
    return { kind: 'refused', because: 'not-allowed' };
  }
  const none: LineFile = { kind: 'refused', because: 'no-such-evidence' };
  const { evidence } = await house.records.things(caller.organisation, ['evidence']);
  const shows = evidence.find(({ id }) => id === item)?.shows;
  if (shows?.kind !== 'file') return none;
  const { id, name, type, sha256 } = shows;
  const bytes = await house.files.read({ ...caller, person: ORGANISATION_OWNS }, id);
  if (bytes === undefined) return none;
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new FileAltered(`the file of ${item} is not the one that was recorded`);
  }
  return { kind: 'file', name, type, bytes };
}

async function mayNow(house: House, caller: Caller, permission: Permission): Promise<boolean> {
  const { roles } = frameAsKnown(await house.records.frame(caller.organisation), BY_NOW);
  return may(permission, { person: caller.person, roles, on: londonDate(house.clock.now()) });
}
