import type { Act, ActData, LinkSeries, Verb } from '../contract/acts.ts';
import { claimAttendance, withdrawClaim } from './claim-attendance.ts';
import type { House } from './context.ts';
import { confirmClaims, queryClaim, reopenClaim, voidClaim } from './decide-claims.ts';
import type { ActOutcome } from './doors.ts';
import { followCalendar, unfollowCalendar } from './follow-calendar.ts';
import { importOwnMeetings } from './import-own-meetings.ts';
import { goalHandlers } from './goals/handlers.ts';
import { mentoringHandlers } from './mentoring/handlers.ts';
import { educationHandlers } from './education/handlers.ts';
import { agendaHandlers } from './agenda/handlers.ts';
import { assessmentHandlers } from './assessment/handlers.ts';
import { boardHandlers } from './board/handlers.ts';
import { planHandlers } from './plan/handlers.ts';
import { pledgeHandlers } from './pledges/handlers.ts';
import { snapshotHandlers } from './snapshots/handlers.ts';
import { settleHandlers } from './settling/handlers.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { microsoft365Handlers } from './microsoft-365/handlers.ts';
import type { Handlers } from './handlers.ts';
import { intend, undoIntention } from './intend.ts';
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
import { onceForTap } from './one-tap.ts';
import { NotThere, whileThere } from './while-there.ts';
import type { Caller, SignedIn } from './ports.ts';
import { muteReminders, snoozeReminder } from './set-reminders.ts';

/** Each area's acts are listed in a file of its own; their taps are looked after here. */
const areas = {
  ...goalHandlers,
  ...mentoringHandlers,
  ...educationHandlers,
  ...agendaHandlers,
  ...boardHandlers,
  ...planHandlers,
  ...assessmentHandlers,
  ...pledgeHandlers,
  ...snapshotHandlers,
  ...settleHandlers,
  ...settingsHandlers,
  ...microsoft365Handlers,
};

/** What each act does. */
const handlers: Handlers<Verb> = {
  claim: async (house, caller, data) => [
    about(data.meeting, await claimAttendance(house, caller, data)),
  ],
  withdraw: async (house, caller, data) => [
    about(data.meeting, await withdrawClaim(house, caller, data)),
  ],
  intend: async (house, caller, data) => [about(data.meeting, await intend(house, caller, data))],
  'undo-intention': async (house, caller, data) => [
    about(data.meeting, await undoIntention(house, caller, data)),
  ],
  'not-there': async (house, caller, data) => [
    about(data.meeting, await sayNotThere(house, caller, data, 'not-there')),
  ],
  'undo-not-there': async (house, caller, data) => [
    about(data.meeting, await sayNotThere(house, caller, data, 'taken-back')),
  ],
  snooze: async (house, caller, data) => [
    about(data.nudge, await snoozeReminder(house, caller, data)),
  ],
  mute: async (house, caller, data) => [
    about(data.kind, await muteReminders(house, caller, data, 'muted')),
  ],
  unmute: async (house, caller, data) => [
    about(data.kind, await muteReminders(house, caller, data, 'unmuted')),
  ],
  confirm: confirmClaims,
  query: queryClaim,
  reopen: reopenClaim,
  void: voidClaim,
  'enter-history': enterHistory,
  'verify-history': verifyHistory,
  'reopen-history': reopenHistory,
  'withdraw-history': withdrawHistory,
  'unlink-series': async (house, caller, data) => [
    about(data.conversation, await unlinkSeries(house, caller, data)),
  ],
  'add-meeting': async (house, caller, data) => [
    about(data.network, await addMeeting(house, caller, data)),
  ],
  'move-meeting': async (house, caller, data) => [
    about(data.meeting, await moveMeeting(house, caller, data)),
  ],
  'cancel-meeting': async (house, caller, data) => [
    about(data.meeting, await cancelMeeting(house, caller, data)),
  ],
  'restore-meeting': async (house, caller, data) => [
    about(data.meeting, await restoreMeeting(house, caller, data)),
  ],
  'open-meeting': async (house, caller, data) => [
    about(data.meeting, await openMeeting(house, caller, data)),
  ],
  'import-meetings': async (house, caller, data) => [
    about(data.network, await importOwnMeetings(house, caller, data)),
  ],
  'follow-calendar': async (house, caller, data) => [
    about(data.calendar, await followCalendar(house, caller, data)),
  ],
  'unfollow-calendar': async (house, caller, data) => [
    about(data.calendar, await unfollowCalendar(house, caller, data)),
  ],
  ...areas,
};

/** The one door for acts: a card's button, a typed sentence, the tab and the API all come here. */
export async function perform(
  house: House,
  caller: Caller,
  act: Act | LinkSeries,
  signedIn?: SignedIn,
): Promise<ActOutcome[]> {
  const { organisation } = act.data;
  if (organisation !== undefined && organisation !== caller.organisation.code) {
    return subjectsOf(act).map((subject) => ({
      subject,
      outcome: { kind: 'refused', because: 'other-organisation' },
    }));
  }
  // A note's tap names its row, which the ledger tells of: it says nothing of what was written.
  const keepsTap = act.verb in areas && act.verb !== 'keep-note' && act.verb !== 'forget-note';
  return keepsTap && act.verb !== 'link-series'
    ? onceForTap(house, act, (at, one) => run(at, caller, one, signedIn))
    : run(house, caller, act, signedIn);
}

async function run(
  house: House,
  caller: Caller,
  act: Act | LinkSeries,
  signedIn: SignedIn | undefined,
): Promise<ActOutcome[]> {
  const here = whileThere(house, caller);
  try {
    return act.verb === 'link-series'
      ? [about(act.data.conversation, await linkSeries(here, caller, act.data))]
      : await handle(here, caller, act, signedIn);
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    const { because } = error;
    return subjectsOf(act).map((subject) => ({ subject, outcome: { kind: 'refused', because } }));
  }
}

function handle<V extends Verb>(
  house: House,
  caller: Caller,
  { verb, data }: { verb: V; data: ActData[V] },
  signedIn: SignedIn | undefined,
): Promise<ActOutcome[]> {
  return handlers[verb](house, caller, data, signedIn);
}

function about(subject: string, outcome: ActOutcome['outcome']): ActOutcome {
  return { subject, outcome };
}

/** What it is about: the first thing that it names. */
function subjectsOf({ verb, data }: Act | LinkSeries): readonly string[] {
  const { organisation: _, tap: __, ...named } = data;
  const [first] = Object.values<unknown>(named);
  if (Array.isArray(first)) return first.map(String);
  return [typeof first === 'string' ? first : verb];
}
