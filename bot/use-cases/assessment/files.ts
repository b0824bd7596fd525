import type { Refusal } from '../../contract/acts.ts';
import type { FileType } from '../../domain/education/file-kind.ts';
import { BY_NOW, frameAsKnown } from '../../domain/known.ts';
import { may, type Permission } from '../../domain/permissions.ts';
import { londonDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import { intactBytes, keepUnnamed, type Sent } from '../kept-files.ts';
import { ORGANISATION_OWNS, type Caller } from '../ports.ts';

export type LineFile =
  | { kind: 'file'; name: string; type: FileType; bytes: Uint8Array }
  | { kind: 'refused'; because: Extract<Refusal, 'not-allowed' | 'no-such-evidence'> };

/** Keeps a file for the organisation until an item names it. */
export async function sendLineFile(
  house: House,
  caller: Caller,
  given: { name: string; bytes: Uint8Array },
): Promise<Sent> {
  if (!(await mayNow(house, caller, 'draft-evidence'))) {
    return { kind: 'refused', because: 'not-allowed' };
  }
  const { evidence } = await house.records.things(caller.organisation, ['evidence']);
  const named = evidence.flatMap(({ shows }) => (shows.kind === 'file' ? [shows.id] : []));
  return keepUnnamed(house, ownerOf(caller), new Set(named), given);
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
  const { name, type } = shows;
  const bytes = await intactBytes(house, ownerOf(caller), shows, item);
  return bytes === undefined ? none : { kind: 'file', name, type, bytes };
}

function ownerOf(caller: Caller): Caller {
  return { ...caller, person: ORGANISATION_OWNS };
}

async function mayNow(house: House, caller: Caller, permission: Permission): Promise<boolean> {
  const { roles } = frameAsKnown(await house.records.frame(caller.organisation), BY_NOW);
  return may(permission, { person: caller.person, roles, on: londonDate(house.clock.now()) });
}
