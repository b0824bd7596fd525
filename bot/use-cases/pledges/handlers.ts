import type { Handlers } from '../handlers.ts';
import { makePledge, movePledge, noteToSelf } from './move-pledge.ts';

type PledgeVerb =
  | 'make-pledge'
  | 'review-pledge'
  | 'extend-pledge'
  | 'share-pledge'
  | 'unshare-pledge'
  | 'withdraw-pledge'
  | 'keep-note'
  | 'forget-note';

export const pledgeHandlers: Handlers<PledgeVerb> = {
  'make-pledge': makePledge,
  'review-pledge': (house, caller, data) =>
    movePledge(house, caller, data, { verb: 'review-pledge', to: 'reviewed' }),
  'extend-pledge': (house, caller, data) =>
    movePledge(house, caller, data, { verb: 'extend-pledge', to: 'extended' }),
  'share-pledge': (house, caller, data) =>
    movePledge(house, caller, data, { verb: 'share-pledge', to: 'shared' }),
  'unshare-pledge': (house, caller, data) =>
    movePledge(house, caller, data, { verb: 'unshare-pledge', to: 'kept-private' }),
  'withdraw-pledge': (house, caller, data) =>
    movePledge(house, caller, data, { verb: 'withdraw-pledge', to: 'withdrawn' }),
  'keep-note': noteToSelf,
  'forget-note': noteToSelf,
};
