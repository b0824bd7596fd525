import type { AgendaVerb } from '../../contract/agenda.ts';
import type { Handlers } from '../handlers.ts';
import { editItem, moveItem, raiseItem, takeBackItem } from './move-item.ts';
import { recordContribution, withdrawContribution } from './record-contribution.ts';

export const agendaHandlers: Handlers<AgendaVerb> = {
  'raise-item': raiseItem,
  'edit-item': editItem,
  'withdraw-item': moveItem('withdraw-item', 'withdrawn'),
  'triage-item': moveItem('triage-item', 'triaged'),
  'schedule-item': moveItem('schedule-item', 'scheduled'),
  'defer-item': moveItem('defer-item', 'deferred'),
  'refer-item': moveItem('refer-item', 'sent-for-decline'),
  'decline-item': moveItem('decline-item', 'declined'),
  'ask-review': moveItem('ask-review', 'review-asked'),
  'discuss-item': moveItem('discuss-item', 'discussed'),
  'feed-back': moveItem('feed-back', 'fed-back'),
  'acknowledge-item': moveItem('acknowledge-item', 'acknowledged'),
  'take-back-item': takeBackItem,
  'record-contribution': recordContribution,
  'withdraw-contribution': withdrawContribution,
};
