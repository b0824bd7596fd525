import type { Frame, OrganisationRef, PersonId } from '../../domain/facts.ts';
import { epochMilliseconds, type PlainDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import { isGoalAsked, readStaff } from './people.ts';

/** Another process may have named a manager: the menu hears of it after so long at most. */
const KEPT_MS = 60_000;

interface Known {
  readonly on: PlainDate;
  readonly until: number;
  /** Under way or read: whoever asks meanwhile waits for the same reading. */
  readonly managers: Promise<ReadonlySet<PersonId>>;
}

/**
 * Who manages a leader today, for the menu alone: what the page shows is read afresh. Kept with the
 * frame that it was read against, which an imported staff list makes anew.
 */
let kept = new WeakMap<Frame, Known>();

/** A manager was named here. */
export function forgetTeams(): void {
  kept = new WeakMap();
}

export async function hasTeam(
  house: House,
  organisation: OrganisationRef,
  asked: { person: PersonId; recorded: Frame; on: PlainDate },
): Promise<boolean> {
  const now = epochMilliseconds(house.clock.now());
  const before = kept.get(asked.recorded);
  if (before?.on === asked.on && before.until > now) {
    return (await before.managers).has(asked.person);
  }
  const managers = readManagers(house, organisation);
  kept.set(asked.recorded, { on: asked.on, until: now + KEPT_MS, managers });
  try {
    return (await managers).has(asked.person);
  } catch (error) {
    kept.delete(asked.recorded);
    throw error;
  }
}

async function readManagers(
  house: House,
  organisation: OrganisationRef,
): Promise<ReadonlySet<PersonId>> {
  const staff = await readStaff(house, organisation);
  const managers = new Set<PersonId>();
  for (const person of staff.people.values()) {
    if (!isGoalAsked(staff, person)) continue;
    const managed = staff.managerOf(person);
    if (managed.kind === 'managed') managers.add(managed.manager);
  }
  return managers;
}
