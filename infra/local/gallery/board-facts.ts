import type { Council, Papers } from '../../../bot/contract/board.ts';
import framework from '../../../bot/domain/framework.json' with { type: 'json' };

const items = framework.levels.find(({ level }) => level === 'silver')?.items ?? [];
const deliverable = (id: string) => items.find((item) => item.id === id)?.directDeliverable ?? '';
const action = (id: string) =>
  items.flatMap((item) => item.supportingActions).find((known) => known.id === id)?.text ?? '';

const quarters = [
  { start: '2025-07-01', end: '2025-09-30' },
  { start: '2025-10-01', end: '2025-12-31' },
  { start: '2026-01-01', end: '2026-03-31' },
  { start: '2026-04-01', end: '2026-06-30' },
] as const;
const [, autumn, winter, spring] = quarters;
const boards = [
  {
    id: '2026-05-07-0930',
    title: 'Board of Directors (public)',
    date: '2026-05-07',
    papersDue: '2026-04-28',
  },
  {
    id: '2026-07-09-0930',
    title: 'Board of Directors (public)',
    date: '2026-07-09',
    papersDue: '2026-06-30',
  },
];

/** As the board secretary sees them on 9 April 2026. */
export const papers: Papers = {
  on: '2026-04-09',
  ...(boards[0] && { next: boards[0] }),
  missing: [
    { kind: 'workforce-by-ethnic-group', last: '2025-05-08' },
    { kind: 'quarterly-review' },
    { kind: 'staff-survey' },
  ],
  covered: {
    n: 1,
    of: 4,
    quarters: quarters.map((quarter) => ({
      ...quarter,
      seen: quarter === winter ? [{ kind: 'wres' as const, date: '2026-01-15' }] : [],
      current: quarter === spring,
    })),
  },
  papers: [
    {
      ...{ id: 'p-1', kind: 'staff-survey', quarter: winter, state: 'planned' },
      ...{ date: '2026-03-12', networks: false, may: ['present', 'withdraw'] },
    },
    {
      ...{ id: 'p-2', kind: 'wres', quarter: autumn, state: 'presented', date: '2026-01-15' },
      ...{ minute: 'Item 9 <b>${name}</b>', networks: false, may: ['reopen', 'withdraw'] },
    },
  ],
  keep: { boards, met: ['2026-03-12', '2026-01-15'], quarters: [...quarters].reverse() },
  why: { framework: deliverable('S5'), rule: 'S5.quarters/1' },
};

/** As the EDI lead sees them. */
export const council: Council = {
  on: '2026-04-09',
  terms: { move: 'council~0', date: '2025-06-03', document: 'terms-of-reference.docx' },
  meetings: [{ move: 'council~1', date: '2026-03-04', document: 'council-minutes.docx' }],
  metLately: true,
  months: 6,
  lines: [
    {
      ...{ line: 'S1.a', framework: action('S1.a') },
      said: {
        ...{ move: 'S1.a~0', state: 'in-place', date: '2026-02-03' },
        evidence: 'Talent report 2026',
      },
    },
    {
      ...{ line: 'S1.b', framework: action('S1.b') },
      said: { move: 'S1.b~0', state: 'development-area', date: '2026-02-03' },
    },
    { line: 'S1.c', framework: action('S1.c') },
    { line: 'S5.a', framework: action('S5.a'), paper: { date: '2025-09-11', networks: true } },
    { line: 'S5.b', framework: action('S5.b') },
  ],
  mayKeep: true,
  why: { framework: deliverable('S1'), rule: 'S1/1' },
};
