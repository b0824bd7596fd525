import type { Act, Verb } from '../contract/acts.ts';
import { fullDate } from '../contract/dates.ts';
import { roleNames } from '../contract/role-words.ts';
import type { Days } from '../use-cases/doors.ts';
import type { Whose } from '../use-cases/not-yours.ts';
import type { Body } from './body.ts';
import type { Query } from './query.ts';

/** What people read of the API's own answers. The words of a refused act belong to the cards. */
export const words = {
  'not-signed-in': 'Please sign in to Teams again, then open this page once more.',
  'try-again': 'This is not available just now. Please try again in a minute.',
  unexpected: 'Something went wrong on our side. Please try again; if it stays, quote the number.',
  'not-found': 'There is nothing at this address.',
  'wrong-method': 'This address does not take that kind of request.',
  'bad-request': 'This request could not be read.',
  'not-ready': 'Not ready yet.',
  'files-busy': 'Several files are on their way just now. Please try again in a minute.',
  'too-many': 'That was a lot at once, so it was not done. Please wait a moment and try again.',
  'not-verified':
    'This can’t be done from here, or not by you. Open the app in Teams and try from there.',
} as const;

type BodyFault = Extract<Body, { kind: 'refused' }>['because'];

export const bodyWords: Readonly<Record<BodyFault, string>> = {
  'not-json-type': 'Send the body as application/json.',
  encoded: 'Send the body as it is, not compressed.',
  'too-large': 'The body may have 256 kB at most.',
  'not-bytes-type': 'Send the file’s bytes as application/octet-stream.',
  'not-utf-8': 'The body must be UTF-8 text.',
  'not-json': 'The body is not valid JSON.',
  'not-an-object': 'The body must be a JSON object.',
  'cut-short': 'The body ended too soon.',
};

type QueryFault = Extract<Query<never>, { kind: 'refused' }>;

export function queryWords({ parameter, because }: QueryFault): string {
  switch (because) {
    case 'twice':
      return `Give “${parameter}” once only.`;
    case 'no-date':
      return `“${parameter}” needs a date such as 2026-08-31.`;
    case 'no-moment':
      return `“${parameter}” needs a date such as 2026-08-31, or a time such as 2026-08-31T17:00:00Z.`;
    case 'no-id':
      return `“${parameter}” needs the id of a person.`;
    case 'no-choice':
      return `“${parameter}” is missing, or not one of the values that this reading takes.`;
    case 'no-period':
      return `“${parameter}” needs “to” with it, a date that is not before it and a year later at most.`;
  }
}

export const fileNameWords = 'Give the file’s name, percent-encoded, in the header X-File-Name.';

export function fieldWords(field: string): string {
  return `Please check “${field}”: it is missing, or not one of the values that this act takes.`;
}

/** Whom something is for, where it isn’t for whoever asked. */
const whose: Readonly<Record<Whose, string>> = {
  ...roleNames,
  themselves: 'the person themselves',
  'their-assistant': 'their assistant',
  'their-manager': 'their manager',
  'shared-with-them': 'whom they share it with',
  leader: 'leaders',
  director: 'directors',
  'executive-assistant': 'executive assistants',
  'executive-director': 'executive directors',
  'non-executive-director': 'non-executive directors',
  'chair-of-a-network': 'network chairs',
  'chair-of-the-network': 'the network’s chair',
  'deputy-of-the-network': 'its deputy',
  'board-secretary': 'the board secretary',
  'programme-lead': 'the programme lead of reverse mentoring',
};

export function notYoursWords(belongsTo: readonly Whose[]): string {
  const them = new Intl.ListFormat('en-GB').format(belongsTo.map((one) => whose[one]));
  return `You can’t see this here. It is for ${them}. Please ask them if you need it.`;
}

/** A day without figures, and which days have some. */
export function noSuchDateWords(days?: Days): string {
  if (days === undefined) return 'There is nothing to show for that date.';
  return `There is nothing to show for that date. Please choose one from ${fullDate(days.from)} to ${fullDate(days.to)}.`;
}

/** Why there is no pack for the days that were asked for. */
export const packWords = {
  'not-in-the-future': 'That day is still to come. Choose today or an earlier day.',
  'before-the-first-fact':
    'That day is before the first that the organisation’s lists tell of. Choose a later day.',
  'nothing-known-then': 'Nothing was known of the organisation then. Choose a later day.',
};

const doneWords: Readonly<Record<Verb, string>> = {
  claim: 'Recorded. It now waits to be confirmed.',
  withdraw: 'Taken back.',
  intend: 'Noted.',
  'undo-intention': 'Taken back.',
  confirm: 'Confirmed.',
  query: 'Sent back with your question.',
  reopen: 'Taken back: it waits for you again.',
  void: 'Removed, with your reason.',
  'enter-history': 'Added. It counts once its document has been checked.',
  'verify-history': 'Verified.',
  'reopen-history': 'Taken back: it waits to be verified again.',
  'withdraw-history': 'Taken off the record.',
  'unlink-series': 'No longer linked.',
  'not-there': 'Noted. You will not be asked about it again.',
  'undo-not-there': 'Taken back.',
  snooze: 'You will be asked again then.',
  mute: 'These reminders are off.',
  unmute: 'These reminders are on again.',
  'add-meeting': 'The meeting is in the calendar.',
  'move-meeting': 'The meeting is moved.',
  'cancel-meeting': 'The meeting is cancelled.',
  'restore-meeting': 'The meeting is back in the calendar.',
  'open-meeting': 'Noted.',
  'import-meetings': 'The meetings are in the calendar.',
  'follow-calendar': 'The address works now. One that you had before has stopped.',
  'unfollow-calendar': 'The address has stopped.',
  'correct-listing': 'Corrected. Figures go by it from that day.',
  'take-back-correction': 'Taken back. The staff list’s word stands again.',
  'settle-grade': 'Everybody with that grade counts by it now.',
  'unlink-account':
    'The account is no longer theirs. They can link their own by writing to the bot.',
  'leave-item': 'Settled. Nothing was changed.',
  'reopen-item': 'It waits to be settled again.',
  'set-year': 'Saved. The year begins then from that day on.',
  'set-target': 'Saved. Executives are asked for so many from that day on.',
  'set-reading': 'Saved. Figures go by it from that day on.',
  'set-grade': 'Saved. Everybody with that grade counts by it from that day on.',
  'set-hours': 'Saved. Reminders come within these hours from now on.',
  'set-words': 'Saved.',
  'add-network': 'The network is on record. Name its chair in the list of roles.',
  'change-network': 'Saved.',
  'end-network': 'Saved. What was attended there stays on record.',
  'propose-correction': 'The EDI lead is asked. Nothing is changed until they answer.',
  'add-plan-line': 'It is on the action plan.',
  'edit-plan-line': 'Saved.',
  'begin-plan-line': 'It is in progress.',
  'note-plan-progress': 'Saved.',
  'name-involvement': 'The network’s chair and deputy are asked to confirm it.',
  'confirm-involvement': 'Confirmed for your network.',
  'question-involvement':
    'Your network would like to talk first. Whoever carries the line sees it.',
  'close-plan-line': 'It is done.',
  'reopen-plan-line': 'It is in progress again.',
  'remove-plan-line': 'Taken off the action plan.',
  'take-back-plan-move': 'Taken back: it is as it was before.',
  'make-pledge': 'Your pledge is kept. The app shows it to nobody else, unless you share it.',
  'review-pledge': 'Noted.',
  'extend-pledge': 'The new review day is set.',
  'share-pledge': 'Colleagues here can read it now, with your name.',
  'unshare-pledge': 'It is shared no more. The app shows it to nobody else.',
  'withdraw-pledge': 'Taken back. Its words are gone.',
  'keep-note': 'Kept. The app shows it to nobody else.',
  'forget-note': 'Gone.',
  'raise-item': 'Raised. The board secretary sees it now.',
  'edit-item': 'The words are changed.',
  'withdraw-item': 'Taken back.',
  'triage-item': 'Taken on. Now decide where it goes.',
  'schedule-item': 'On the agenda of that meeting.',
  'defer-item': 'Put off until then.',
  'refer-item': 'Sent to the board chair.',
  'decline-item': 'Declined, with your reason. The network is told.',
  'ask-review': 'The board secretary is asked to look again.',
  'discuss-item': 'The minute is on record. The network still needs to hear.',
  'feed-back': 'The network is told.',
  'acknowledge-item': 'Thank you. The item has come all the way.',
  'take-back-item': 'Taken back.',
  'record-contribution': 'On record.',
  'withdraw-contribution': 'Taken off the record.',
  'propose-pair': 'Proposed. The mentor is asked first, and nobody else hears of it.',
  'accept-pair': 'Thank you. It is noted.',
  'decline-pair': 'That’s fine. Nobody asks why.',
  met: 'Noted. It counts once you have both said so.',
  'not-met': 'Taken back.',
  'pause-pair': 'Paused. Nothing is asked of either of you.',
  'resume-pair': 'It goes on.',
  'end-pair': 'Ended. Nobody asks why.',
  'complete-pair': 'Completed. Thank you both.',
  'record-education': 'Recorded. It counts once somebody has checked what shows it.',
  'verify-education': 'Verified.',
  'return-education': 'Sent back with your reason.',
  'reopen-education': 'Taken back: it waits to be verified again.',
  'withdraw-education': 'Taken off the record.',
  'draft-goal': 'Saved.',
  'agree-goal': 'Agreed.',
  'note-goal': 'Noted.',
  'propose-goal': 'Sent to your manager to confirm.',
  'confirm-goal': 'Confirmed.',
  'answer-goal': 'Sent back with your answer.',
  'comment-goal': 'Added.',
  'pause-goal': 'Paused.',
  'resume-goal': 'It goes on.',
  'share-goal': 'Shared.',
  'unshare-goal': 'No longer shared.',
  'undo-goal': 'Taken back.',
  'name-manager': 'The manager is on record from today.',
  'report-goals': 'The percentage is on record.',
  'plan-paper': 'Planned for that board.',
  'present-paper': 'On record: the board has seen it.',
  'record-paper': 'On record: the board has seen it.',
  'reopen-paper': 'Taken back: it is planned again.',
  'withdraw-paper': 'Taken off the record.',
  'say-line': 'Noted.',
  'take-back-line': 'Taken back.',
  'approve-terms': 'The terms of reference are on record.',
  'record-council-meeting': 'The meeting is on record.',
  'take-back-council': 'Taken back.',
  'draft-snapshot': 'Drafted. Somebody else approves it.',
  'approve-snapshot': 'Approved. The EDI sponsor can freeze it.',
  'freeze-snapshot': 'Frozen. Nothing changes it any more.',
  'submit-snapshot': 'On record: it was sent to the Assembly.',
  'record-feedback': 'The feedback is on record.',
  'withdraw-snapshot': 'Withdrawn.',
  'take-back-snapshot': 'Taken back.',
  'record-review': 'On record.',
  'take-back-review': 'Taken back.',
  'keep-line': 'Noted.',
  'draft-evidence': 'Kept. Say when it is ready, and somebody else looks at it.',
  'ready-evidence': 'It waits for somebody else to approve it.',
  'approve-evidence': 'Approved.',
  'return-evidence': 'Sent back with your reason.',
  'withdraw-evidence': 'Taken off the line.',
  'take-back-evidence': 'Taken back.',
};

export function outcomeWords(act: Act, kind: 'done' | 'already'): string {
  return kind === 'done'
    ? doneWords[act.verb]
    : 'This was done before. Nothing was changed just now.';
}
