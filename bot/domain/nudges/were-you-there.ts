import type { Meeting, Person } from '../facts.ts';
import { judgeClaim } from '../judge-claim.ts';
import { isNotThere } from '../judge-not-there.ts';
import { standingAnswer } from '../meeting.ts';
import { addDays, londonDate } from '../time.ts';
import { workingDayAfter } from '../working-days.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/** [ours] After four weeks nobody is asked about a meeting any more; it can still be recorded. */
const FRESH_DAYS = 28;

/**
 * "Were you able to join?": the working day after a meeting that an executive said they would come
 * to. Once; it stops when they have said that they were there, or weren't.
 */
export const wereYouThere: NudgeRule = {
  kind: 'were-you-there',
  needs: 'the-person',
  due(facts) {
    const byId = new Map(facts.frame.meetings.map((meeting) => [meeting.id, meeting]));
    return facts.people.flatMap((person) =>
      person.intentions
        .flatMap((intention) => {
          const meeting = byId.get(intention.meeting);
          const answer = meeting && standingAnswer(intention, meeting);
          return meeting !== undefined && answer === 'will-come' ? [meeting] : [];
        })
        .filter((meeting) => !isAnswered(person, meeting) && canClaim(person, meeting, facts))
        .flatMap((meeting) => asked(person, meeting, facts)),
    );
  },
};

function asked(person: Person, meeting: Meeting, facts: OrganisationFacts): Nudge[] {
  const today = londonDate(facts.now);
  const from = workingDayAfter(meeting.date, facts.isBankHoliday);
  if (today < from || today > addDays(meeting.date, FRESH_DAYS)) return [];
  return [{ kind: 'were-you-there', to: person.id, about: meeting.id, step: '1', from }];
}

function isAnswered(person: Person, meeting: Meeting): boolean {
  return (
    person.claims.some((claim) => claim.meeting === meeting.id) ||
    isNotThere(person.notThere.find((said) => said.meeting === meeting.id))
  );
}

function canClaim({ id }: Person, meeting: Meeting, facts: OrganisationFacts): boolean {
  const context = { ...facts, actor: id };
  return judgeClaim(meeting, id, undefined, context).kind === 'done';
}
