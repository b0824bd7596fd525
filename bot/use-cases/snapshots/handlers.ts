import type { SnapshotVerb } from '../../contract/snapshot.ts';
import type { Handlers } from '../handlers.ts';
import { draftSnapshot } from './draft-snapshot.ts';
import {
  approveSnapshot,
  freezeSnapshot,
  recordFeedback,
  submitSnapshot,
  takeBackSnapshot,
  withdrawSnapshot,
} from './move-snapshot.ts';
import { recordReview, takeBackReview } from './record-review.ts';

export const snapshotHandlers: Handlers<SnapshotVerb> = {
  'draft-snapshot': draftSnapshot,
  'approve-snapshot': approveSnapshot,
  'freeze-snapshot': freezeSnapshot,
  'submit-snapshot': submitSnapshot,
  'record-feedback': recordFeedback,
  'withdraw-snapshot': withdrawSnapshot,
  'take-back-snapshot': takeBackSnapshot,
  'record-review': recordReview,
  'take-back-review': takeBackReview,
};
