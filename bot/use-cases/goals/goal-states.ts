import type { GoalStates } from '../../contract/goals.ts';
import type { Person } from '../../domain/facts.ts';
import { appraisalYear } from '../../domain/goals/goal.ts';
import { isEmployed } from '../../domain/goals/managed.ts';
import { goalsMet } from '../../domain/goals/reporting.ts';
import { goalEligibility } from '../../domain/measures/who-counts.ts';
import { may } from '../../domain/permissions.ts';
import { employmentOn } from '../../domain/standing.ts';
import { addDays } from '../../domain/time.ts';
import type { House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { notYours } from '../not-yours.ts';
import type { Caller } from '../ports.ts';
import { standingOf } from './goal-view.ts';
import { isGoalAsked, readStaff, type Staff } from './people.ts';

/** Each leader's goal by its state, never its words: the EDI lead's, who names managers. */
export async function goalStates(house: House, caller: Caller): Promise<Shown<GoalStates>> {
  const staff = await readStaff(house, caller.organisation);
  const { frame, on, people } = staff;
  if (!may('see-goal-states', { person: caller.person, roles: frame.roles, on })) {
    return notYours('see-goal-states');
  }
  const year = appraisalYear(frame.settings, on);
  const last = appraisalYear(frame.settings, addDays(year.start, -1));
  const { 'goal-report': reports } = await house.records.things(caller.organisation, [
    'goal-report',
  ]);
  const reported = reports.find(({ id }) => id === last.start)?.moves.at(-1);
  const { n, of } = goalsMet([...people.values()], last.start, on);
  const leaders = [...people.values()].filter(
    (person) => isEmployed(person, on) && isGoalAsked(staff, person),
  );
  return {
    kind: 'shown',
    view: {
      on,
      year,
      people: leaders
        .map((person) => stateOf(staff, person, year.start))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      lastYear: {
        year: last,
        ...{ n, of },
        ...(reported?.to === 'reported'
          ? {
              reported: {
                on: reported.on,
                n: reported.n,
                of: reported.of,
                document: reported.document,
              },
            }
          : {}),
      },
    },
  };
}

function stateOf(staff: Staff, person: Person, year: string): GoalStates['people'][number] {
  const { frame, on } = staff;
  const goal = person.goals.find(({ id }) => id === year);
  const asked = goalEligibility(person, frame.settings, on).kind;
  const managed = staff.managerOf(person);
  const employment = employmentOn(person, on);
  const [first] = employment.kind === 'employed' ? employment.assignments : [];
  return {
    person: person.id,
    name: staff.name(person.id),
    directorate: first?.directorate ?? '',
    standing: standingOf(goal, person, on),
    ...(asked === 'eligible' || asked === 'not-a-leader' ? {} : { outside: asked }),
    ...(managed.kind === 'managed'
      ? {
          manager: { id: managed.manager, name: staff.name(managed.manager) },
          managerBy: managed.by,
        }
      : {}),
  };
}
