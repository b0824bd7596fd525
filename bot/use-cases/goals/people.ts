import type { Frame, OrganisationRef, Person, PersonId } from '../../domain/facts.ts';
import { isEmployed, managerOn, type Managed } from '../../domain/goals/managed.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../../domain/known.ts';
import { goalEligibility } from '../../domain/measures/who-counts.ts';
import { holdersOf } from '../../domain/roles.ts';
import { supervisorOn } from '../../domain/standing.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import { nameOf } from '../names.ts';
import type { NameOf } from './goal-view.ts';

/** Everybody of an organisation, and who manages whom today. */
export interface Staff {
  readonly frame: Frame;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly on: PlainDate;
  readonly name: NameOf;
  managerOf(person: Person): Managed;
}

export async function readStaff(house: House, organisation: OrganisationRef): Promise<Staff> {
  const { people, frame: recorded } = await house.records.people(organisation);
  const on = londonDate(house.clock.now());
  return staffOf(
    people.map((person) => personAsKnown(person, BY_NOW)),
    frameAsKnown(recorded, BY_NOW, on),
    on,
  );
}

/** As much as one's own page names: who manages them, wrote notes, or is shown the goal. */
export async function readStaffAround(
  house: House,
  organisation: OrganisationRef,
  person: Person,
): Promise<Staff> {
  const on = londonDate(house.clock.now());
  const recorded = frameAsKnown(await house.records.frame(organisation), BY_NOW);
  const supervision = supervisorOn(person, on);
  const ids = new Set([
    person.id,
    ...(supervision.kind === 'named' ? [supervision.supervisor] : []),
    ...(person.namedManager?.moves.flatMap(({ manager }) => manager ?? []) ?? []),
    ...holdersOf(recorded.roles, 'board-chair', on),
    ...person.goals.flatMap(({ moves }) =>
      moves.flatMap((move) => [move.by, ...(move.with === undefined ? [] : [move.with])]),
    ),
  ]);
  const { people, frame } = await house.records.some(organisation, [...ids]);
  const known = people.map((one) => personAsKnown(one, BY_NOW));
  return staffOf(known, frameAsKnown(frame, BY_NOW, on), on);
}

function staffOf(listed: readonly Person[], frame: Frame, on: PlainDate): Staff {
  const people = new Map(listed.map((person) => [person.id, person]));
  const isHere = (id: PersonId): boolean => {
    const person = people.get(id);
    return person !== undefined && isEmployed(person, on);
  };
  return {
    frame,
    people,
    on,
    name: (id) => {
      const person = people.get(id);
      return person === undefined ? '' : nameOf(person);
    },
    managerOf: (person) => managerOn(person, frame, on, isHere),
  };
}

/** Whether a goal is asked of them, or may yet be: leaders, and who has one already. */
export function isGoalAsked({ frame, on }: Pick<Staff, 'frame' | 'on'>, person: Person): boolean {
  return goalEligibility(person, frame.settings, on).kind !== 'not-a-leader';
}

/** Those whom this person manages, leaders or with a goal, who are here. */
export function teamOf(staff: Staff, manager: PersonId): Person[] {
  return [...staff.people.values()].filter((person) => {
    if (!isEmployed(person, staff.on)) return false;
    if (!isGoalAsked(staff, person) && person.goals.length === 0) return false;
    const managed = staff.managerOf(person);
    return managed.kind === 'managed' && managed.manager === manager;
  });
}
