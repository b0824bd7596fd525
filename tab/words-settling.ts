import type {
  CorrectedThing,
  CorrectionReason,
  GradeMeaning,
  LeaveReason,
  SettleList,
  SettleWay,
} from '../bot/contract/settle.ts';
import { fullDate } from '../bot/contract/dates.ts';

type Item = SettleList['items'][number];

export const settling = {
  settle: 'Settle',
  settleFor: (item: Item) => `Settle: ${item.name ?? item.detail}`,
  own: 'This is about you. The EDI sponsor can correct it.',
  question: 'What is so?',
  choose: 'Choose one',
  chooseFirst: 'Choose what is so',
  band: 'Band',
  bandMissing: 'Choose a band',
  supervisor: 'Their supervisor',
  supervisorMissing: 'Choose a person from the list',
  from: 'From which day',
  lastDay: 'Their last day',
  dayMissing: 'Enter a day',
  because: 'How you know',
  toldLeft: 'Settled. Nothing was changed.',
  toldReopened: 'It waits again.',
  toldBack: 'Taken back. The staff list’s word stands again.',
  told: (name: string | undefined) =>
    name === undefined
      ? 'Settled. Figures go by it now.'
      : `Settled: ${name}. Figures go by it now.`,
  corrections: (count: number) =>
    count === 1 ? '1 correction that you made' : `${count} corrections that you made`,
  left: (count: number) =>
    count === 1 ? '1 question left as it is' : `${count} questions left as they are`,
  takeBack: 'Take back',
  takeBackFor: (name: string) => `Take back the correction for ${name}`,
  reopen: 'Ask again',
  reopenFor: (name: string) => `Ask again: ${name}`,
  onDay: (on: string) => `On ${fullDate(on)}`,
};

/** What may be so, as the EDI lead would say it. */
export const wayWords: Readonly<Record<Exclude<SettleWay, 'leave'>, string>> = {
  'grade-for-all': 'Everybody with this grade is at one band',
  grade: 'Only this person’s band is another',
  supervisor: 'Somebody else supervises them',
  left: 'They have left',
  unlink: 'The account that is linked to them isn’t theirs',
};

export const leaveWords: Readonly<Record<LeaveReason, string>> = {
  'still-here': 'They are still here',
  'right-as-it-is': 'It is right as it is',
  'mended-in-the-list': 'The next list will have it right',
};

export const reasonWords: Readonly<Record<CorrectionReason, string>> = {
  'wrong-on-the-list': 'The staff list is wrong',
  'not-yet-on-the-list': 'The staff list doesn’t have it yet',
  'told-by-hr': 'Human resources told me',
};

export function bandWords(band: GradeMeaning): string {
  if (band === 'medical') return 'A medical grade';
  if (band === 'non-executive') return 'A non-executive director';
  return band === 'VSM' ? 'Very senior manager' : `Band ${band}`;
}

const corrected: Readonly<Record<CorrectedThing, (from: string, to: string) => string>> = {
  grade: (from, to) => `${to} from ${from}`,
  supervisor: (from, to) => `Supervised by ${to} from ${from}`,
  away: (from) => `Away since ${from}`,
  start: (from) => `Began on ${from}`,
  end: (from) => `Left on ${from}`,
};

export function correctionWords({
  what,
  from,
  to = '',
}: SettleList['corrections'][number]): string {
  const value = what === 'grade' ? bandWords(to as GradeMeaning) : to;
  return corrected[what](fullDate(from), value);
}
