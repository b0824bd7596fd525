// Names of the board's papers, the same on the bot's cards and in the tab.
import { fullDate } from './dates.ts';
import type { PaperKind, Quarter } from './board.ts';

export const paperNames: Readonly<Record<PaperKind, string>> = {
  wres: 'WRES data',
  'workforce-by-ethnic-group': 'Workforce data by ethnic group',
  'staff-survey': 'Staff survey by ethnic group',
  'quarterly-review': 'Quarterly review',
};

/** "January to March 2026" */
export function quarterName({ start, end }: Quarter): string {
  const [, first = ''] = fullDate(start).split(' ');
  const [, last = '', year = ''] = fullDate(end).split(' ');
  return start.slice(0, 4) === end.slice(0, 4)
    ? `${first} to ${last} ${year}`
    : `${first} ${start.slice(0, 4)} to ${last} ${year}`;
}

/** "No WRES data has been presented since 8 May 2025."; what was never presented in one sentence. */
export function missingWords(
  missing: readonly { kind: PaperKind; last?: string | undefined }[],
): string[] {
  const never = missing.filter(({ last }) => last === undefined).map(({ kind }) => inText(kind));
  const since = missing.flatMap(({ kind, last }) =>
    last === undefined ? [] : [`No ${inText(kind)} has been presented since ${fullDate(last)}.`],
  );
  return [...(never.length === 0 ? [] : [`Not presented yet: ${list.format(never)}.`]), ...since];
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function inText(kind: PaperKind): string {
  return kind === 'wres' ? paperNames.wres : paperNames[kind].toLowerCase();
}

export const stateNames = {
  'in-place': 'In place',
  'development-area': 'Development area',
  'not-said': 'Not said yet',
} as const;
