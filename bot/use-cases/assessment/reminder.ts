import type { Reminders } from '../../contract/views.ts';
import { frameworkLines } from '../../domain/assessment/lines.ts';
import type { PersonId } from '../../domain/facts.ts';
import { lineReviewOn } from '../../domain/nudges/line-review.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { may } from '../../domain/permissions.ts';
import { londonDate } from '../../domain/time.ts';

type Reminder = Reminders['reminders'][number];

/** What a line's reminder says, to whoever looks after it or sees the assessment. */
export function lineReviewReminder(
  about: string,
  person: PersonId,
  facts: OrganisationFacts,
): Pick<Reminder, 'due' | 'lineReview'> {
  const [code, of] = about.split('~');
  const line = frameworkLines.find((known) => known.code === code);
  const statement = facts.things.statement.find(({ id }) => id === code);
  const near = statement && lineReviewOn(statement, facts);
  if (line === undefined || near === undefined) return { due: false };
  const on = londonDate(facts.now);
  const { owner, review, second, isLookedAt } = near;
  const seesAll = may('see-assessment', { person, roles: facts.frame.roles, on });
  if (owner !== person && !seesAll) return { due: false };
  const supporting = owner !== undefined && owner !== person;
  return {
    due: review === of && !isLookedAt,
    lineReview: {
      line: line.code,
      framework: line.words,
      review,
      passed: review < on,
      owner: owner === person,
      seesAll,
      supporting,
      ...(!supporting && second > on ? { next: second } : {}),
    },
  };
}
