/** Heading and rows of a staff list with nobody real in it, in the shape of the Electronic Staff Record. */
export function rosterFile(rows: number): string {
  return [headings.join(','), ...Array.from({ length: rows }, (_, index) => rowOf(index))].join(
    '\r\n',
  );
}

const headings = [
  'Person ID',
  'Assignment Number',
  'First Name',
  'Last Name',
  'Email Address',
  'Position Title',
  'Directorate',
  'Grade',
  'Assignment Status',
  'Primary Assignment',
  'FTE',
  'Supervisor Person ID',
  'Effective Start Date',
  'Effective End Date',
];

const grades = [
  'NHS|XR06|Review Body Band 6|',
  'NHS|XR07|Review Body Band 7|',
  'NHS|XR08|Review Body Band 8 - Range A|',
  'NHS|XR09|Review Body Band 8 - Range B|',
];
const directorates = ['Nursing', 'Estates', 'Finance', 'Digital', 'Therapies'];
/** People to a manager. */
const team = 10;

function rowOf(index: number): string {
  const person = String(index + 1).padStart(8, '0');
  const number = person.slice(3);
  const manager = index === 0 ? '' : String(Math.ceil(index / team)).padStart(8, '0');
  return [
    person,
    `${person}-1`,
    'Leader',
    number,
    `leader.${number}@generated-list.example`,
    'Service Manager',
    directorates[index % directorates.length],
    grades[index % grades.length],
    index % 50 === 7 ? 'Maternity & Adoption' : 'Active Assignment',
    'Yes',
    '1.00',
    manager,
    '01-MAY-2019',
    '31-DEC-4712',
  ].join(',');
}
