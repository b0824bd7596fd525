import type { PersonId } from '../facts.ts';
import { holdersOf } from '../roles.ts';
import { addDays, londonDate, type PlainDate } from '../time.ts';
import { workingDayAfter, workingDayFrom } from '../working-days.ts';
import type { Nudge, OrganisationFacts } from './nudge.ts';

/** [ours] So many days before the day that was set for it a line is heard of first. */
const DAYS_AHEAD = 14;

export interface OwnDays {
  readonly first: PlainDate;
  readonly second: PlainDate;
  readonly support: PlainDate;
}

/**
 * When somebody hears of a day that was set: two weeks ahead, and once it has gone by; a week later
 * the EDI lead. Nothing comes before the day was set.
 */
export function ownDays(
  day: PlainDate,
  since: PlainDate,
  { isBankHoliday }: Pick<OrganisationFacts, 'isBankHoliday'>,
): OwnDays {
  const ahead = addDays(day, -DAYS_AHEAD);
  const first = workingDayFrom(ahead > since ? ahead : since, isBankHoliday);
  const second = workingDayAfter(day, isBankHoliday);
  return { first, second, support: workingDayFrom(addDays(second, 7), isBankHoliday) };
}

/** To whoever carries it, then to the EDI lead; of what nobody carries the EDI lead hears alone. */
export function toOwnerThenLead(
  { kind, about }: Pick<Nudge, 'kind' | 'about'>,
  owner: PersonId | undefined,
  { first, second, support }: OwnDays,
  { frame, now }: OrganisationFacts,
): Nudge[] {
  const today = londonDate(now);
  const nudge = (to: PersonId, step: string, from: PlainDate): Nudge[] =>
    today < from ? [] : [{ kind, to, about, step, from }];
  const [step, from]: [string, PlainDate] = today >= second ? ['2', second] : ['1', first];
  const leads = holdersOf(frame.roles, 'edi-lead', today);
  if (owner === undefined) return leads.flatMap((to) => nudge(to, step, from));
  return [
    ...nudge(owner, step, from),
    ...leads.filter((to) => to !== owner).flatMap((to) => nudge(to, 'support', support)),
  ];
}
