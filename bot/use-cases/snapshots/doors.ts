import type { Snapshot, Snapshots } from '../../contract/snapshot.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';
import { oneSnapshot, snapshots } from './read-snapshots.ts';

export interface SnapshotDoors {
  /** Snapshots with where each stands, and the regular reviews. */
  snapshots(caller: Caller): Promise<Shown<Snapshots>>;
  /** One as it was written. */
  snapshot(
    caller: Caller,
    id: string,
  ): Promise<Shown<Snapshot> | { kind: 'refused'; because: 'no-such-snapshot' }>;
}

export function openSnapshotDoors(house: House): SnapshotDoors {
  return {
    snapshots: (caller) => snapshots(house, caller),
    snapshot: (caller, id) => oneSnapshot(house, caller, id),
  };
}
