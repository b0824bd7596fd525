import type { People } from '../contract/people.ts';
import { isEmployed } from '../domain/goals/managed.ts';
import { BY_NOW, personAsKnown } from '../domain/known.ts';
import { isLeaderOrDirector, titleOn } from '../domain/leaders.ts';
import { readAsAt } from './as-at.ts';
import type { House } from './context.ts';
import type { Shown } from './doors.ts';
import { nameOf } from './names.ts';
import type { Caller } from './ports.ts';

/** Leaders and directors by name, for whoever records something of somebody else. */
export async function people(house: House, caller: Caller): Promise<Shown<People>> {
  const read = await readAsAt(house, caller, {}, ['see-people']);
  if (read.kind === 'refused') return read;
  const { frame, on } = read;
  const { people: listed } = await house.records.people(caller.organisation);
  return {
    kind: 'shown',
    view: {
      people: listed
        .map((person) => personAsKnown(person, BY_NOW))
        .filter((person) => isLeaderOrDirector(person, frame.roles, on, frame.settings.gradeMap))
        .toSorted(
          (a, b) =>
            byName.compare(a.familyName, b.familyName) || byName.compare(a.givenName, b.givenName),
        )
        .map((person) => {
          const title = titleOn(person, on);
          return {
            ...{ id: person.id, name: nameOf(person) },
            ...(title === undefined ? {} : { title }),
            ...(isEmployed(person, on) ? {} : { left: true as const }),
          };
        }),
    },
  };
}

const byName = new Intl.Collator('en-GB');
