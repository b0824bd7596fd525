import type { Cell } from './tables.ts';

/** RFC 4180, in UTF-8 with its mark, so that Excel reads every letter. */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map((cell) => quoted(textOf(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? asText(cell) : cell.day;
}

/** A spreadsheet would take it for a formula: the mark before it says that it is text. */
function asText(text: string): string {
  return /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
