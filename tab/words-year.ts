import { fullDate } from '../bot/contract/dates.ts';
import type { Breakdown } from '../bot/contract/silver-breakdown.ts';
import type { YearLine } from '../bot/contract/silver-year.ts';

type Point = YearLine['points'][number];

export const year = {
  label: (name: string) => `${name} through the year`,
  /** Beyond what is needed, it is never called so many of fewer. */
  count: ({ n, of }: Pick<Point, 'n' | 'of'>) => (n > of ? `${n} (${of} needed)` : `${n} of ${of}`),
  /** What the picture shows, in words. */
  words: (first: Point, last: Point) =>
    `${year.count(first)} on ${fullDate(first.on)}; ${year.count(last)} on ${fullDate(last.on)}.`,
  still: (first: Point) => `${year.count(first)} since ${fullDate(first.on)}.`,
  months: 'Month by month',
  /** "Apr" */
  month: (date: string) => monthName.format(new Date(`${date}T00:00:00Z`)),
};

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

export const groups = {
  title: { S2: 'Goals agreed', 'S3.b': 'Reverse mentoring' },
  by: { band: 'By band', directorate: 'By directorate' },
  asOf: ({ on, next }: Pick<Breakdown, 'on' | 'next'>) =>
    `On ${fullDate(on)}, as known that day. Told next of ${fullDate(next)}.`,
  why: 'Groups are told of set days only. One is not shown where it would tell of fewer than 10 people, by itself or by taking one number from another.',
  none: 'No group can be shown: a number below 10 would show, or could be worked out.',
  nobody: 'Nobody was counted by then.',
  hidden: (names: readonly string[]) => `Not shown: ${list.format(names)}.`,
  name: (by: Breakdown['by'], name: string) =>
    name === 'others' ? 'Others' : by === 'band' && name !== 'VSM' ? `Band ${name}` : name,
};

const list = new Intl.ListFormat('en-GB');
