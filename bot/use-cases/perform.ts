import type { Act } from '../contract/acts.ts';
import { claimAttendance, withdrawClaim } from './claim-attendance.ts';
import type { House } from './context.ts';
import { confirmClaims, queryClaim, reopenClaim, voidClaim } from './decide-claims.ts';
import type { ActOutcome } from './doors.ts';
import { followCalendar, unfollowCalendar } from './follow-calendar.ts';
import { importOwnMeetings } from './import-own-meetings.ts';
import { intend } from './intend.ts';
import {
  addMeeting,
  cancelMeeting,
  moveMeeting,
  openMeeting,
  restoreMeeting,
} from './keep-calendar.ts';
import type { Caller } from './ports.ts';

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
    case 'confirm':
      return confirmClaims(house, caller, act.data);
    case 'query':
      return queryClaim(house, caller, act.data);
    case 'reopen':
      return reopenClaim(house, caller, act.data);
    case 'void':
      return voidClaim(house, caller, act.data);
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
  if ('claim' in act.data) return [act.data.claim];
  if ('meeting' in act.data) return [act.data.meeting];
  return ['calendar' in act.data ? act.data.calendar : act.data.network];
}
