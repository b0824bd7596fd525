import type { Reminders } from '../../contract/views.ts';
import type { PersonId } from '../../domain/facts.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { reviewDays, reviewNear } from '../../domain/nudges/review-days.ts';
import { may } from '../../domain/permissions.ts';
import { reviewOn, type ReviewLine } from '../../domain/snapshots/regular-review.ts';
import { londonDate, parsePlainDate } from '../../domain/time.ts';

type Reminder = Reminders['reminders'][number];

/** A review's reminder as it stands now. */
export function reviewReminder(
  line: ReviewLine,
  about: string,
  person: PersonId,
  facts: OrganisationFacts,
): Pick<Reminder, 'due' | 'reviewDue'> {
  const { frame, now } = facts;
  const on = londonDate(now);
  const day = parsePlainDate(about);
  const who = { person, roles: frame.roles, on };
  if (day === undefined || !may('record-review', who)) return { due: false };
  const supporting = !may('draft-snapshot', who);
  const { last } = reviewOn(line, facts, on);
  const { second } = reviewDays(line, day, facts);
  return {
    due: reviewNear(line, facts)?.due === day,
    reviewDue: {
      line,
      due: day,
      ...(last === undefined ? {} : { last: last.on }),
      supporting,
      ...(!supporting && second > on ? { next: second } : {}),
    },
  };
}
