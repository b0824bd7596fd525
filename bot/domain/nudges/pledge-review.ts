import type { Person } from '../facts.ts';
import { pledgeState } from '../pledges/pledge.ts';
import { addDays, londonDate, type PlainDate } from '../time.ts';
import { workingDayFrom } from '../working-days.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/** [ours] After four weeks nobody is asked about it any more; it can still be looked at. */
const FRESH_DAYS = 28;

/**
 * The day that somebody set to look at their own pledge again: once, on that day or the working day
 * after. It stops when they have written what changed, or set another day. Nobody else hears.
 */
export const pledgeReview: NudgeRule = {
  kind: 'pledge-review',
  needs: 'the-person',
  due: (facts) => facts.people.flatMap((person) => ofPerson(person, facts)),
};

function ofPerson({ id, pledges }: Person, facts: OrganisationFacts): Nudge[] {
  const today = londonDate(facts.now);
  return pledges.flatMap((pledge): Nudge[] => {
    const { review, withdrawn } = pledgeState(pledge);
    if (review === undefined || withdrawn) return [];
    const from = workingDayFrom(review, facts.isBankHoliday);
    if (today < from || today > addDays(review, FRESH_DAYS)) return [];
    return [nudge(id, pledge.id, review, from)];
  });
}

/** Another day is another reminder. */
function nudge(to: Nudge['to'], pledge: string, review: PlainDate, from: PlainDate): Nudge {
  return { kind: 'pledge-review', to, about: `${pledge}~${review}`, step: '1', from };
}
