export const headings =
  'Person ID,Assignment Number,First Name,Last Name,Email Address,Position Title,Directorate,Grade,Assignment Status,Primary Assignment,FTE,Supervisor Person ID,Effective Start Date,Effective End Date';

export interface StaffCells {
  number: string;
  assignment?: string;
  first?: string;
  last?: string;
  email?: string;
  title?: string;
  grade?: string;
  status?: string;
  primary?: string;
  supervisor?: string;
  start?: string;
  end?: string;
}

/** One row of a staff list; only what matters to a test is written in it. */
export function staffRow(cells: StaffCells): string {
  const { number } = cells;
  return [
    number,
    cells.assignment ?? `${number}-1`,
    cells.first ?? 'Leader',
    cells.last ?? number,
    cells.email ?? `leader.${number}@pennine-vale.example`,
    cells.title ?? 'Head of Something',
    'People',
    cells.grade ?? 'NHS|XR08|Review Body Band 8 - Range A|',
    cells.status ?? 'Active Assignment',
    cells.primary ?? 'Yes',
    '1.00',
    cells.supervisor ?? '',
    cells.start ?? '01-APR-2019',
    cells.end ?? '31-DEC-4712',
  ].join(',');
}

export function staffList(...rows: (StaffCells | string)[]): string {
  const written = rows.map((row) => (typeof row === 'string' ? row : staffRow(row)));
  return [headings, ...written, ''].join('\r\n');
}
