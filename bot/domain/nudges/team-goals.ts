import type { Person, PersonId } from '../facts.ts';
import { waitsForManager } from '../goals/goal.ts';
import { isEmployed, managerOn, type Managed } from '../goals/managed.ts';
import { holdersOf } from '../roles.ts';
import { londonDate, type PlainDate } from '../time.ts';
import { workingDayAfter } from '../working-days.ts';
import { occasionOn, stepOn, stepsFrom, type GoalOccasion, type Steps } from './goal-days.ts';
import { nudgeKey, type Nudge, type NudgeRule, type OrganisationFacts } from './nudge.ts';
import { isOpen } from './own-goal.ts';

/** [ours: the framework is silent] So many working days a goal may wait before its manager hears. */
const PATIENCE_OF_A_GOAL = 5;

/** What a manager, or in support the EDI lead, is reminded of. */
export type TeamOccasion = GoalOccasion | 'waiting';

interface Queue {
  readonly what: TeamOccasion;
  readonly manager: PersonId | undefined;
  readonly leaders: number;
  /** When the oldest began. */
  readonly since: PlainDate;
  readonly days: Steps;
}

/**
 * A manager's: goals that wait for five working days, leaders without one from the third month on,
 * the middle of the year, and what is to be concluded in its last six weeks. Then, or at once where
 * nobody manages, the EDI lead hears, to lend a hand.
 */
export const teamGoals: NudgeRule = {
  kind: 'team-goals',
  needs: 'everybody',
  due(facts) {
    const nudges = queuesOf(facts).flatMap((queue) => nudgesOf(queue, facts));
    // Several managers' come to one for the EDI lead.
    return [...new Map(nudges.map((nudge) => [nudgeKey(nudge), nudge])).values()];
  },
};

/** How many goals one reminder is about, as it stands now. */
export function teamQueueOf(
  to: PersonId,
  about: string,
  facts: OrganisationFacts,
): { what: TeamOccasion; count: number; since: PlainDate; supporting: boolean } | undefined {
  const supporting = about.startsWith(SUPPORT);
  const what = about.replace(SUPPORT, '').split('~')[0];
  const mine = queuesOf(facts)
    .filter((queue) => queue.what === what)
    .filter((queue) => (supporting ? isForSupport(queue, facts) : queue.manager === to));
  const [since] = mine.map((queue) => queue.since).toSorted();
  const first = mine[0];
  if (first === undefined || since === undefined) return undefined;
  if (supporting && !ediLeads(facts).includes(to)) return undefined;
  const count = mine.reduce((sum, { leaders }) => sum + leaders, 0);
  return { what: first.what, count, since, supporting };
}

const SUPPORT = 'support-';

function nudgesOf(queue: Queue, facts: OrganisationFacts): Nudge[] {
  const { what, manager, since, days } = queue;
  const today = londonDate(facts.now);
  const own = (to: PersonId, step: string, from: PlainDate): Nudge => ({
    kind: 'team-goals',
    to,
    about: `${what}~${since}`,
    step,
    from,
  });
  const nudges: Nudge[] = [];
  if (manager !== undefined) {
    // A leader's own reminders come first: their manager hears once, in support.
    if (what === 'needed' && today >= days.support) nudges.push(own(manager, '1', days.support));
    const wanted = what === 'needed' ? undefined : stepOn(days, today);
    if (wanted !== undefined) nudges.push(own(manager, wanted.step, wanted.from));
  }
  if (!isForSupport(queue, facts)) return nudges;
  const from = supportFrom(queue);
  const year = what === 'waiting' ? 'goals' : since;
  const support = ediLeads(facts)
    .filter((to) => to !== manager)
    .map((to): Nudge => {
      const about = `${SUPPORT}${what}~${year}`;
      return { kind: 'team-goals', to, about, step: 'support', from };
    });
  return [...nudges, ...support];
}

/** A week after the manager's second reminder, or as soon as it is due where nobody manages. */
function isForSupport({ what, manager, days }: Queue, facts: OrganisationFacts): boolean {
  // That a leader has no goal yet comes to the manager in support already.
  if (manager !== undefined && what === 'needed') return false;
  return londonDate(facts.now) >= supportFrom({ what, manager, days });
}

function supportFrom({ what, manager, days }: Pick<Queue, 'what' | 'manager' | 'days'>): PlainDate {
  return manager === undefined && what !== 'needed' ? days.first : days.support;
}

function ediLeads({ frame, now }: OrganisationFacts): PersonId[] {
  return holdersOf(frame.roles, 'edi-lead', londonDate(now));
}

/** By manager and by what it is: nobody hears of each goal by itself. */
function queuesOf(facts: OrganisationFacts): Queue[] {
  const { frame, people, isBankHoliday } = facts;
  const today = londonDate(facts.now);
  const here = new Set(people.filter((one) => isEmployed(one, today)).map(({ id }) => id));
  const occasion = occasionOn(facts, today);
  const found = new Map<string, Queue>();
  const add = (managed: Managed, what: TeamOccasion, since: PlainDate, days: Steps): void => {
    const manager = managed.kind === 'managed' ? managed.manager : undefined;
    const key = `${manager ?? ''}|${what}`;
    const before = found.get(key);
    const isOlder = before === undefined || since < before.since;
    const oldest = isOlder ? { since, days } : { since: before.since, days: before.days };
    found.set(key, { what, manager, leaders: (before?.leaders ?? 0) + 1, ...oldest });
  };
  for (const person of people) {
    if (!here.has(person.id)) continue;
    const waiting = oldestWait(person);
    const isAsked =
      occasion !== undefined && isOpen(person, occasion.what, occasion.year.start, facts);
    if (waiting === undefined && !isAsked) continue;
    const managed = managerOn(person, frame, today, (id) => here.has(id));
    if (waiting !== undefined) {
      const from = afterPatience(waiting, isBankHoliday);
      if (from <= today) add(managed, 'waiting', waiting, stepsFrom(from, isBankHoliday));
    }
    if (isAsked) add(managed, occasion.what, occasion.year.start, occasion.days);
  }
  return [...found.values()];
}

function oldestWait({ goals }: Person): PlainDate | undefined {
  return goals.flatMap(({ moves }) => waitsForManager(moves)?.since ?? []).toSorted()[0];
}

function afterPatience(
  since: PlainDate,
  isBankHoliday: OrganisationFacts['isBankHoliday'],
): PlainDate {
  let day = since;
  for (let waited = 0; waited < PATIENCE_OF_A_GOAL; waited += 1) {
    day = workingDayAfter(day, isBankHoliday);
  }
  return day;
}
