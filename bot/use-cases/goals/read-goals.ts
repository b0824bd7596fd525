import type {
  Goal as GoalView,
  MyGoal,
  SharedGoals,
  Team,
  TeamMember,
} from '../../contract/goals.ts';
import type { Person, PersonId } from '../../domain/facts.ts';
import {
  appraisalYear,
  goalStanding,
  isAgreed,
  sharedWith,
  waitsForManager,
  type Goal,
} from '../../domain/goals/goal.ts';
import { judgeDraft, type GoalContext } from '../../domain/goals/judge-goal.ts';
import { BY_NOW, personAsKnown } from '../../domain/known.ts';
import { goalEligibility } from '../../domain/measures/who-counts.ts';
import { may } from '../../domain/permissions.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';
import { mapAtMost } from '../bounded.ts';
import { contextOf, type House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { frameworkLine } from '../framework.ts';
import { notYours } from '../not-yours.ts';
import type { Caller } from '../ports.ts';
import { asGoal, standingOf } from './goal-view.ts';
import { readStaff, readStaffAround, teamOf, type Staff } from './people.ts';

/** Rows of so many people are read at once. */
const MOST_AT_ONCE = 16;

/** Framework lines to begin from: what leaders can do, and what they can learn. */
const startLines = ['S2.a', 'S3.a'] as const;

/** One's own goal of a year, with its words, and what helps to write it. */
export async function myGoal(
  house: House,
  caller: Caller,
  year?: PlainDate,
): Promise<Shown<MyGoal>> {
  const leader = await withWords(house, caller, caller.person);
  if (leader === undefined) return notYours('see-goal-words');
  const staff = await readStaffAround(house, caller.organisation, leader);
  const context = contextFor(house, caller, staff, leader);
  const asked = appraisalYear(staff.frame.settings, year ?? staff.on);
  const goal = leader.goals.find(({ id }) => id === asked.start);
  const managed = staff.managerOf(leader);
  const draft = { year: asked.start, agree: false, isTextOf: () => false };
  return {
    kind: 'shown',
    view: {
      on: staff.on,
      year: asked,
      ...(goal === undefined ? {} : { goal: asGoal(goal, context, staff.name) }),
      ...(managed.kind === 'managed' ? { manager: staff.name(managed.manager) } : {}),
      mayDraft: judgeDraft(draft, context).kind === 'done',
      framework: {
        line: frameworkLine('S2').directDeliverable,
        starts: startLines.map((line) => ({ line, text: supportingAction(line) })),
      },
    },
  };
}

/** Goals that others show to this person, while they do. */
export async function sharedGoals(house: House, caller: Caller): Promise<SharedGoals> {
  const staff = await readStaff(house, caller.organisation);
  const theirs = [...staff.people.values()].flatMap((person) =>
    person.goals
      .filter((goal) => sharedWith(goal).includes(caller.person))
      .map((goal) => ({ person, goal })),
  );
  const goals = await mapAtMost(MOST_AT_ONCE, theirs, ({ person, goal }) =>
    readGoal(house, caller, staff, person.id, goal.id),
  );
  return { goals: goals.filter((goal) => goal !== undefined) };
}

/** A manager's leaders: who has what, and what waits; with the words, as theirs to agree. */
export async function team(house: House, caller: Caller): Promise<Shown<Team>> {
  const staff = await readStaff(house, caller.organisation);
  const { settings } = staff.frame;
  const year = appraisalYear(settings, staff.on);
  const last = appraisalYear(settings, addDays(year.start, -1)).start;
  const people = await mapAtMost(
    MOST_AT_ONCE,
    teamOf(staff, caller.person),
    async (listed): Promise<TeamMember> => {
      const goal = listed.goals.find(({ id }) => id === year.start);
      const before = listed.goals.find(
        (known) => known.id === last && isAgreed(known.moves) && !isConcluded(known),
      );
      const waiting = [before, goal].flatMap((known) => waitsForManager(known?.moves ?? []) ?? []);
      const leader =
        (goal ?? before) ? ((await withWords(house, caller, listed.id)) ?? listed) : listed;
      const context = contextFor(house, caller, staff, leader);
      const show = (known: Goal | undefined): GoalView | undefined => {
        // As it was read with its words: a text may have come since the digests were read.
        const newest = leader.goals.find(({ id }) => id === known?.id);
        return newest && asGoal(newest, context, staff.name);
      };
      const [now, earlier] = [show(goal), show(before)];
      return {
        person: listed.id,
        name: staff.name(listed.id),
        standing: standingOf(goal, listed, staff.on),
        asked: goalEligibility(listed, settings, staff.on).kind === 'eligible',
        ...(waiting[0] === undefined ? {} : { waits: waiting[0].what }),
        ...(now === undefined ? {} : { goal: now }),
        ...(earlier === undefined ? {} : { before: earlier }),
      };
    },
  );
  return {
    kind: 'shown',
    view: { on: staff.on, year, people: people.toSorted(byName) },
  };
}

function isConcluded({ moves }: Goal): boolean {
  return goalStanding(moves) === 'concluded';
}

async function readGoal(
  house: House,
  caller: Caller,
  staff: Staff,
  person: PersonId,
  id: string,
): Promise<GoalView | undefined> {
  const leader = await withWords(house, caller, person);
  const goal = leader?.goals.find((known) => known.id === id);
  if (leader === undefined || goal === undefined) return undefined;
  const who = { person: caller.person, roles: staff.frame.roles, on: staff.on };
  const managed = staff.managerOf(leader);
  const thing = {
    owner: person,
    sharedWith: sharedWith(goal),
    ...(managed.kind === 'managed' ? { manager: managed.manager } : {}),
  };
  if (!may('see-goal-words', who, thing)) return undefined;
  return asGoal(goal, contextFor(house, caller, staff, leader), staff.name);
}

/** A person by themselves, so that their words come too. */
async function withWords(
  house: House,
  caller: Caller,
  person: PersonId,
): Promise<Person | undefined> {
  const found = await house.records.person(caller.organisation, person);
  return found && personAsKnown(found.person, BY_NOW);
}

function contextFor(house: House, caller: Caller, staff: Staff, leader: Person): GoalContext {
  const book = { now: house.clock.now(), frame: staff.frame };
  const actorFacts = staff.people.get(caller.person);
  return { ...contextOf(house, caller, book), leader, actorFacts };
}

function supportingAction(id: (typeof startLines)[number]): string {
  const line = frameworkLine(id.slice(0, 2));
  const action = line.supportingActions.find((known) => known.id === id);
  if (action === undefined) throw new Error(`the framework has no line ${id}`);
  return action.text;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, 'en-GB');
}
