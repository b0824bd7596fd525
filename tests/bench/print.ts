import type { Row } from './row.ts';

const headings = ['row', 'ours', 'against', 'ratio', 'hold', ''] as const;

/** The rows as a table for people. */
export function asTable(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => [
    row.name,
    `${figure(row.ours)} ${row.unit}`,
    `${figure(row.baseline)} ${row.unit} (${row.against})`,
    figure(row.ratio),
    row.hold,
    row.verdict,
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(headings),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.flatMap((row, index) => [line(cells[index] ?? []), ...besideOf(row)]),
  ];
}

function besideOf({ beside }: Row): string[] {
  const parts = Object.entries(beside).map(([name, value]) => `${name} ${figure(value)}`);
  return parts.length === 0 ? [] : [`    ${parts.join(' · ')}`];
}

/** Three digits that matter. */
function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}
