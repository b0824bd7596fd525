import { fullDate } from '../contract/dates.ts';
import type { OrganisationIsClosed } from '../use-cases/import-file.ts';
import type { SettleItem } from '../use-cases/ports.ts';
import type { RosterSummary, RowsSummary } from '../use-cases/readers.ts';

const number = new Intl.NumberFormat('en-GB');

/** As many questions as fit a screen; the settle list has them all. */
const mostQuestions = 40;

export function count(n: number, one: string, several: string): string {
  return `${number.format(n)} ${n === 1 ? one : several}`;
}

/** Why nothing is brought in or taken out any more, and where it belongs now. */
export function closedWords(code: string, { closedOn, successor }: OrganisationIsClosed): string {
  const where = successor === undefined ? '' : `; import it into ${successor}`;
  return `${code} closed on ${fullDate(closedOn)}, and what it has stays as it is${where}`;
}

const changeWords: Readonly<
  Record<keyof RosterSummary['changes'], readonly [one: string, several?: string]>
> = {
  joined: ['joined'],
  left: ['left'],
  noLongerListed: ['no longer listed'],
  actingUp: ['acting up'],
  newAssignment: ['new assignment', 'new assignments'],
  newGrade: ['new grade', 'new grades'],
  newSupervisor: ['new supervisor', 'new supervisors'],
  wentAway: ['now away'],
  cameBack: ['back'],
  newEnd: ['new end date', 'new end dates'],
  newName: ['new name', 'new names'],
  newAddress: ['new address', 'new addresses'],
  otherwise: ['changed otherwise'],
};
const changeKinds = Object.keys(changeWords) as (keyof typeof changeWords)[];

/** Each change by staff number, the commonest way to look it up where the list comes from. */
export function changedLines({ changed }: RosterSummary): string[] {
  return changed.map(({ staffNumber, what }) => {
    const words = what.map((kind) => changeWords[kind][0]);
    return `  ${staffNumber}: ${words.join(', ')}`;
  });
}

export function rosterLines(summary: RosterSummary): string[] {
  const { changes, unknownGrades } = summary;
  const on = fullDate(summary.asAt);
  const told = changeKinds
    .filter((kind) => changes[kind] > 0)
    .map((kind) => {
      const [one, several = one] = changeWords[kind];
      return `${number.format(changes[kind])} ${changes[kind] === 1 ? one : several}`;
    });
  const people = count(summary.people, 'person', 'people');
  const assignments = count(summary.assignments, 'assignment', 'assignments');
  return [
    `${people} with ${assignments} in the file`,
    `${count(summary.leaders, 'leader', 'leaders')} at band 8a and above on ${on}`,
    `${count(summary.away, 'person', 'people')} away on ${on}`,
    ...unknownGrades.map(
      ({ grade, rows }) => `no rule knows the grade “${grade}”: ${rowList(rows)}`,
    ),
    `changes to what was known: ${told.length > 0 ? told.join(', ') : 'none'}`,
  ];
}

function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, 10).join(', ');
  const more = rows.length > 10 ? ` and ${number.format(rows.length - 10)} more` : '';
  return `${rows.length === 1 ? 'row' : 'rows'} ${shown}${more}`;
}

export function rowsLines({ rows, added, changed, unchanged }: RowsSummary): string[] {
  return [
    `${count(rows, 'row', 'rows')} in the file: ${number.format(added)} new, ${number.format(changed)} changed, ${number.format(unchanged)} as known`,
  ];
}

export function learningLines(summary: RowsSummary): string[] {
  return [...rowsLines(summary), 'rows of people who do not lead are not kept'];
}

export function settleLines(settle: readonly SettleItem[]): string[] {
  if (settle.length === 0) return ['nothing to settle'];
  const lines = settle
    .slice(0, mostQuestions)
    .map(({ row, problem, detail }) => `  ${row ? `row ${row}, ` : ''}${problem}: ${detail}`);
  const more = settle.length - lines.length;
  return [
    `${count(settle.length, 'question', 'questions')} for the settle list:`,
    ...lines,
    ...(more > 0 ? [`  and ${number.format(more)} more`] : []),
  ];
}
