import {
  snapshotSchema,
  snapshotsSchema,
  type Snapshot,
  type Snapshots,
} from '../../../bot/contract/snapshot.ts';
import type { Answer } from '../../answer.ts';
import { get } from '../../api.ts';

export const getSnapshots = (): Promise<Answer<Snapshots>> =>
  get('organisation/snapshots', {}, snapshotsSchema);

export const getSnapshot = (id: string): Promise<Answer<Snapshot>> =>
  get('organisation/snapshot', { id }, snapshotSchema);
