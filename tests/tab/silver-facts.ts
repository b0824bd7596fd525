import type { Breakdown } from '../../bot/contract/silver-breakdown.ts';
import type { SilverYear } from '../../bot/contract/silver-year.ts';

const point = (on: string, n: number, of: number) => ({ on, n, of, ready: n >= of });

/** Attendance through a year, asked in July; the council stood still. */
export const silverYear: SilverYear = {
  on: '2026-07-15',
  known: '2026-07-15T09:00:00.000Z',
  year: { start: '2026-04-01', end: '2027-03-31' },
  lines: [
    {
      code: 'S4',
      points: [
        point('2026-04-30', 5, 4),
        point('2026-05-31', 4, 4),
        point('2026-06-30', 3, 4),
        point('2026-07-15', 3, 4),
      ],
    },
    { code: 'S1', points: [point('2026-04-30', 1, 2), point('2026-07-15', 1, 2)] },
    { code: 'S2', points: [point('2026-04-30', 0, 0), point('2026-07-15', 1, 2)] },
  ],
};

export const breakdown: Breakdown = {
  line: 'S2',
  by: 'band',
  on: '2026-03-31',
  next: '2026-04-30',
  n: 44,
  of: 88,
  groups: [
    { name: '8a', n: 30, of: 60 },
    { name: '8b', hidden: true },
    { name: '9', hidden: true },
  ],
};
