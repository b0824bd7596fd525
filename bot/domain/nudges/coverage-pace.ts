import type { Network, PersonId, RoleName } from '../facts.ts';
import { attendanceFigure } from '../measures/attendance.ts';
import type { Quarter } from '../board/quarters.ts';
import { holdersOf } from '../roles.ts';
import { addDays, londonDate, quartersOf, yearOf, type PlainDate } from '../time.ts';
import { workingDayFrom } from '../working-days.ts';
import type { Nudge, NudgeRule, OrganisationFacts } from './nudge.ts';

/** [ours] So many days after a quarter, so that its last meetings can be confirmed first. */
const DAYS_TO_CONFIRM = 7;
/** [ours] The EDI lead hears four weeks later: a meeting has to come round before it can help. */
const DAYS_TO_CATCH_UP = 28;

/** How a counting network's year stands against the quarters of it that are over. */
export interface Pace {
  readonly network: Network;
  /** The last of them. */
  readonly quarter: Quarter;
  /** How many are over, and how many of the year's meetings an executive director was confirmed at. */
  readonly gone: number;
  readonly covered: number;
}

/**
 * A network that counts has had an executive director at fewer meetings than quarters of the year
 * have gone: the EDI sponsor hears once a quarter. Four weeks later the EDI lead hears, to lend a
 * hand; at once where nobody is EDI sponsor. It stops as soon as the network is on pace.
 */
export const coveragePace: NudgeRule = {
  kind: 'coverage-pace',
  needs: 'executives',
  due(facts) {
    const today = londonDate(facts.now);
    return behindPace(facts).flatMap((pace) => {
      const { first, support } = paceDays(pace.quarter, facts);
      const sponsors = holders('edi-sponsor', facts);
      const supportFrom = sponsors.length === 0 ? first : support;
      const leads = holders('edi-lead', facts).filter((to) => !sponsors.includes(to));
      return [
        ...(today < first ? [] : sponsors.map((to) => nudge(to, pace, '1', first))),
        ...(today < supportFrom ? [] : leads.map((to) => nudge(to, pace, 'support', supportFrom))),
      ];
    });
  },
};

export function paceDays({ end }: Quarter, { isBankHoliday }: OrganisationFacts) {
  const first = workingDayFrom(addDays(end, 1 + DAYS_TO_CONFIRM), isBankHoliday);
  return { first, support: workingDayFrom(addDays(first, DAYS_TO_CATCH_UP), isBankHoliday) };
}

/** The counting networks that have fewer meetings covered than quarters are over. */
export function behindPace(facts: OrganisationFacts): Pace[] {
  return pacesOf(facts).filter(({ covered, gone }) => covered < gone);
}

/** None in a year's first quarter: last year's meetings can't be covered any more [ours]. */
export function pacesOf({ frame, people, now }: OrganisationFacts): Pace[] {
  const today = londonDate(now);
  const quarters = quartersOf(yearOf(today, frame.settings.yearStartMonth));
  const over = quarters.filter(({ end }) => end < today);
  const quarter = over.at(-1);
  if (quarter === undefined) return [];
  return attendanceFigure(people, frame, today).networks.map(({ network, thisYear }) => ({
    ...{ network, quarter },
    ...{ gone: over.length, covered: thisYear },
  }));
}

function nudge(to: PersonId, { network, quarter }: Pace, step: string, from: PlainDate): Nudge {
  return { kind: 'coverage-pace', to, about: `${network.id}~${quarter.start}`, step, from };
}

function holders(role: RoleName, { frame, now }: OrganisationFacts): PersonId[] {
  return holdersOf(frame.roles, role, londonDate(now));
}
