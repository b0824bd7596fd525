import { openGoalDoors } from './goals/doors.ts';
import { openMentoringDoors } from './mentoring/doors.ts';
import { openEducationDoors } from './education/doors.ts';
import { openAgendaDoors } from './agenda/doors.ts';
import { openAssessmentDoors } from './assessment/doors.ts';
import { openBoardDoors } from './board/doors.ts';
import { openPlanDoors } from './plan/doors.ts';
import { openPledgeDoors } from './pledges/doors.ts';
import { openEvidenceDoors } from './evidence/doors.ts';
import { openSnapshotDoors } from './snapshots/doors.ts';
import { openSettingsDoors } from './settings/doors.ts';
import { openMicrosoft365Doors } from './microsoft-365/doors.ts';
import { attendance } from './attendance.ts';
import { calendar } from './calendar.ts';
import type { House } from './context.ts';
import type { Doors } from './doors.ts';
import { delivery } from './delivery.ts';
import { hearSentence } from './hear-sentence.ts';
import { history } from './history.ts';
import { downloadCalendar, followedFeed } from './follow-calendar.ts';
import { identify, isHere, isStillHere } from './identify.ts';
import { previewMeetings } from './import-own-meetings.ts';
import { me } from './me.ts';
import { myProgress } from './my-progress.ts';
import { chooseOrganisation, organisationsOf } from './own-organisations.ts';
import { people } from './people.ts';
import { perform } from './perform.ts';
import { reminders } from './reminders.ts';
import { settleList } from './settling/settle-list.ts';
import { silver } from './silver.ts';
import { silverBreakdown } from './silver-breakdown.ts';
import { silverYear } from './silver-year.ts';
import { waitingClaims } from './waiting-claims.ts';

/** Everything that a door can ask, over one house. */
export function openDoors(house: House): Doors {
  return {
    identify: (account) => identify(house, account),
    isHere: (caller) => isHere(house, caller),
    isStillHere: (caller) => isStillHere(house, caller),
    organisations: (caller) => organisationsOf(house, caller),
    chooseOrganisation: (caller) => chooseOrganisation(house, caller),
    perform: (caller, act, signedIn) => perform(house, caller, act, signedIn),
    hear: (caller, text) => hearSentence(house, caller, text),
    me: (caller) => me(house, caller),
    progress: (caller, forPerson) => myProgress(house, caller, forPerson),
    waiting: (caller) => waitingClaims(house, caller),
    reminders: (caller, nudges, look) => reminders(house, caller, nudges, look),
    attendance: (caller, asAt) => attendance(house, caller, asAt),
    silver: (caller, asAt) => silver(house, caller, asAt),
    silverYear: (caller, asAt) => silverYear(house, caller, asAt),
    silverBreakdown: (caller, asked) => silverBreakdown(house, caller, asked),
    settleList: (caller) => settleList(house, caller),
    delivery: (caller, period) => delivery(house, caller, period),
    people: (caller) => people(house, caller),
    history: (caller) => history(house, caller),
    calendar: (caller) => calendar(house, caller),
    previewMeetings: (caller, file) => previewMeetings(house, caller, file),
    downloadCalendar: (caller, of) => downloadCalendar(house, caller, of),
    followedFeed: (secret) => followedFeed(house, secret),
    ...openGoalDoors(house),
    ...openMentoringDoors(house),
    ...openEducationDoors(house),
    ...openAgendaDoors(house),
    ...openBoardDoors(house),
    ...openPlanDoors(house),
    ...openAssessmentDoors(house),
    ...openPledgeDoors(house),
    ...openEvidenceDoors(house),
    ...openSnapshotDoors(house),
    ...openSettingsDoors(house),
    ...openMicrosoft365Doors(house),
  };
}
