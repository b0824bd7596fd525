import type { SilverCode } from './silver.ts';

/** What each line is about, in a few words of the app's own: in the tab and in the evidence pack. */
export const lineNames: Readonly<Record<SilverCode, string>> = {
  S1: 'Leadership council',
  'S1.a': 'Talent programmes',
  'S1.b': 'Targets and a published trajectory',
  'S1.c': 'Secondments and stretch projects',
  S2: 'Equality goals agreed',
  'S2.met': 'Equality goals met',
  S3: 'Inclusive leadership education',
  'S3.b': 'Reverse mentoring',
  S4: 'Executive directors at network meetings',
  'S4.a': 'Network chairs at the board',
  S5: 'Race data at the board',
  'S5.a': 'The staff survey, read with networks',
  'S5.b': 'The quarterly review, to board and networks',
};
