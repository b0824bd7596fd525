import type { SettleVerb } from '../../contract/settle.ts';
import type { Handlers } from '../handlers.ts';
import { correctListing, takeBackCorrection } from './correct.ts';
import { leaveItem, reopenItem, settleGrade, unlinkAccount } from './settle.ts';

export const settleHandlers: Handlers<SettleVerb> = {
  'correct-listing': correctListing,
  'take-back-correction': takeBackCorrection,
  'settle-grade': settleGrade,
  'unlink-account': unlinkAccount,
  'leave-item': leaveItem,
  'reopen-item': reopenItem,
};
