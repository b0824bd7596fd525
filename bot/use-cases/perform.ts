import type { Act } from '../contract/acts.ts';
import { claimAttendance, withdrawClaim } from './claim-attendance.ts';
import type { House } from './context.ts';
import { confirmClaims, queryClaim, reopenClaim, voidClaim } from './decide-claims.ts';
import type { ActOutcome } from './doors.ts';
import { followCalendar, unfollowCalendar } from './follow-calendar.ts';
import { importOwnMeetings } from './import-own-meetings.ts';
import { intend } from './intend.ts';
import { enterHistory, reopenHistory, verifyHistory, withdrawHistory } from './move-history.ts';
import { linkSeries, unlinkSeries } from './link-series.ts';
import { sayNotThere } from './not-there.ts';
import {
  addMeeting,
  cancelMeeting,
  moveMeeting,
  openMeeting,
  restoreMeeting,
} from './keep-calendar.ts';
import type { Caller } from './ports.ts';
import { muteReminders, snoozeReminder } from './set-reminders.ts';

/** The one door for acts: a card's button, a typed sentence, the tab and the API all come here. */
export async function perform(house: House, caller: Caller, act: Act): Promise<ActOutcome[]> {
  const { data } = act;
  if (data.organisation !== undefined && data.organisation !== caller.organisation.code) {
    return subjectsOf(act).map((subject) => ({
      subject,
      outcome: { kind: 'refused', because: 'other-organisation' },
    }));
  }
  switch (act.verb) {
    case 'claim':
      return [about(act.data.meeting, await claimAttendance(house, caller, act.data))];
    case 'withdraw':
      return [about(act.data.meeting, await withdrawClaim(house, caller, act.data))];
    case 'intend':
      return [about(act.data.meeting, await intend(house, caller, act.data))];
    case 'not-there':
      return [about(act.data.meeting, await sayNotThere(house, caller, act.data, 'not-there'))];
    case 'undo-not-there':
      return [about(act.data.meeting, await sayNotThere(house, caller, act.data, 'taken-back'))];
    case 'snooze':
      return [about(act.data.nudge, await snoozeReminder(house, caller, act.data))];
    case 'mute':
      return [about(act.data.kind, await muteReminders(house, caller, act.data, 'muted'))];
    case 'unmute':
      return [about(act.data.kind, await muteReminders(house, caller, act.data, 'unmuted'))];
    case 'confirm':
      return confirmClaims(house, caller, act.data);
    case 'query':
      return queryClaim(house, caller, act.data);
    case 'reopen':
      return reopenClaim(house, caller, act.data);
    case 'void':
      return voidClaim(house, caller, act.data);
    case 'enter-history':
      return enterHistory(house, caller, act.data);
    case 'verify-history':
      return verifyHistory(house, caller, act.data);
    case 'reopen-history':
      return reopenHistory(house, caller, act.data);
    case 'withdraw-history':
      return withdrawHistory(house, caller, act.data);
    case 'link-series':
      return [about(act.data.conversation, await linkSeries(house, caller, act.data))];
    case 'unlink-series':
      return [about(act.data.conversation, await unlinkSeries(house, caller, act.data))];
    case 'add-meeting':
      return [about(act.data.network, await addMeeting(house, caller, act.data))];
    case 'move-meeting':
      return [about(act.data.meeting, await moveMeeting(house, caller, act.data))];
    case 'cancel-meeting':
      return [about(act.data.meeting, await cancelMeeting(house, caller, act.data))];
    case 'restore-meeting':
      return [about(act.data.meeting, await restoreMeeting(house, caller, act.data))];
    case 'open-meeting':
      return [about(act.data.meeting, await openMeeting(house, caller, act.data))];
    case 'import-meetings':
      return [about(act.data.network, await importOwnMeetings(house, caller, act.data))];
    case 'follow-calendar':
      return [about(act.data.calendar, await followCalendar(house, caller, act.data))];
    case 'unfollow-calendar':
      return [about(act.data.calendar, await unfollowCalendar(house, caller, act.data))];
  }
}

function about(subject: string, outcome: ActOutcome['outcome']): ActOutcome {
  return { subject, outcome };
}

function subjectsOf(act: Act): readonly string[] {
  if (act.verb === 'confirm') return act.data.claims;
  if (act.verb === 'enter-history') return [act.data.what];
  if (act.verb === 'verify-history' || act.verb === 'reopen-history') return act.data.entries;
  if (act.verb === 'withdraw-history') return [act.data.entry];
  if ('conversation' in act.data) return [act.data.conversation];
  if (act.verb === 'snooze') return [act.data.nudge];
  if (act.verb === 'mute' || act.verb === 'unmute') return [act.data.kind];
  if ('claim' in act.data) return [act.data.claim];
  if ('meeting' in act.data) return [act.data.meeting];
  return ['calendar' in act.data ? act.data.calendar : act.data.network];
}
