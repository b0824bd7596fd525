import { claimState, lastMove } from '../claim.ts';
import type { Claim, Meeting, PersonId } from '../facts.ts';
import { isExecutiveOn } from '../roles.ts';
import { londonDate } from '../time.ts';
import { workingDayFrom } from '../working-days.ts';
import { isNews } from './change.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/**
 * A network cancelled a meeting that an executive had on record, so it counts no more: they are
 * told, once, and nobody else is.
 */
export const attendanceTakenOff: NudgeRule = {
  kind: 'attendance-taken-off',
  needs: 'the-person',
  due(facts) {
    const byId = new Map(facts.frame.meetings.map((meeting) => [meeting.id, meeting]));
    return facts.people.flatMap(({ id, claims }) =>
      claims.flatMap((claim) => {
        const meeting = byId.get(claim.meeting);
        return meeting === undefined ? [] : told(id, claim, meeting, facts);
      }),
    );
  },
};

function told(to: PersonId, claim: Claim, meeting: Meeting, facts: OrganisationFacts): Nudge[] {
  const { at, by } = lastMove(claim);
  if (!isTakenOff(claim, meeting) || by === to || !isNews(at, facts)) return [];
  if (!isExecutiveOn(facts.frame.roles, to, londonDate(facts.now))) return [];
  const from = workingDayFrom(londonDate(at), facts.isBankHoliday);
  return [{ kind: 'attendance-taken-off', to, about: meeting.id, step: '1', from }];
}

/** With the meeting, and not by itself: a claim that the EDI lead voided before is another matter. */
function isTakenOff(claim: Claim, { cancelled, changed }: Meeting): boolean {
  return cancelled === true && claimState(claim) === 'voided' && lastMove(claim).at === changed?.at;
}
