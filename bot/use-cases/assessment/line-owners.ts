import type { People } from '../../contract/people.ts';
import { BY_NOW, personAsKnown } from '../../domain/known.ts';
import { isLeaderOrDirector, titleOn } from '../../domain/leaders.ts';
import { inForce } from '../../domain/roles.ts';
import { employmentOn } from '../../domain/standing.ts';
import { readAsAt } from '../as-at.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { nameOf } from '../names.ts';
import type { Caller } from '../ports.ts';

/** Who may look after a line: leaders and role holders who are here, for whoever names one. */
export async function lineOwners(house: House, caller: Caller): Promise<Shown<People>> {
  const read = await readAsAt(house, caller, {}, ['assess-lines']);
  if (read.kind === 'refused') return read;
  const { frame, on } = read;
  const { people } = await house.records.people(caller.organisation);
  const holders = new Set(
    frame.roles.filter((role) => inForce(role, on)).map(({ person }) => person),
  );
  const byName = new Intl.Collator('en-GB');
  const listed = people
    .map((person) => personAsKnown(person, BY_NOW))
    .filter((person) => employmentOn(person, on).kind !== 'left')
    .filter(
      (person) =>
        holders.has(person.id) ||
        isLeaderOrDirector(person, frame.roles, on, frame.settings.gradeMap),
    )
    .toSorted(
      (a, b) =>
        byName.compare(a.familyName, b.familyName) || byName.compare(a.givenName, b.givenName),
    );
  return {
    kind: 'shown',
    view: {
      people: listed.map((person) => {
        const title = titleOn(person, on);
        return { id: person.id, name: nameOf(person), ...(title === undefined ? {} : { title }) };
      }),
    },
  };
}
