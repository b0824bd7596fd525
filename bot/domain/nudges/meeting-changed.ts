import type { Intention, Meeting, PersonId } from '../facts.ts';
import { isOpen, lastAnswer, standingAnswer, startOf } from '../meeting.ts';
import { isExecutiveOn } from '../roles.ts';
import { londonDate } from '../time.ts';
import { workingDayFrom } from '../working-days.ts';
import { changeId, isNews } from './change.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/**
 * A meeting that an executive said they would come to was moved, cancelled or is for members now:
 * told once for each change, until they answer or it would have begun.
 */
export const meetingChanged: NudgeRule = {
  kind: 'meeting-changed',
  needs: 'the-person',
  due(facts) {
    const byId = new Map(facts.frame.meetings.map((meeting) => [meeting.id, meeting]));
    return facts.people.flatMap(({ id, intentions }) =>
      intentions.flatMap((intention) => {
        const meeting = byId.get(intention.meeting);
        return meeting === undefined ? [] : told(id, intention, meeting, facts);
      }),
    );
  },
};

function told(
  to: PersonId,
  intention: Intention,
  meeting: Meeting,
  facts: OrganisationFacts,
): Nudge[] {
  const { changed } = meeting;
  if (changed === undefined || changed.by === to) return [];
  if (!isUpset(intention, meeting) || startOf(meeting) <= facts.now) return [];
  if (!isNews(changed.at, facts)) return [];
  if (!isExecutiveOn(facts.frame.roles, to, meeting.date)) return [];
  const about = changeId(meeting.id, changed.at);
  const from = workingDayFrom(londonDate(changed.at), facts.isBankHoliday);
  return [{ kind: 'meeting-changed', to, about, step: '1', from }];
}

/** They said they would come, and can't any more, or not then. */
function isUpset(intention: Intention, meeting: Meeting): boolean {
  if (lastAnswer(intention)?.answer !== 'will-come') return false;
  return !isOpen(meeting) || standingAnswer(intention, meeting) === undefined;
}
