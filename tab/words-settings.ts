import { fullDate, timeRange } from '../bot/contract/dates.ts';
import type { GradeMeaning } from '../bot/contract/settle.ts';
import type { SettingsPreview, SettingsView } from '../bot/contract/settings.ts';
import { bandWords } from './words-settling.ts';

type Change = SettingsView['changes'][number];
type Network = SettingsView['networks'][number];
type Grade = SettingsView['grades'][number];

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

export const monthChoices = months.map((name, index) => ({ id: String(index + 1), name }));

export const settings = {
  title: 'How we count',
  lead: 'What your organisation chose for itself. What the framework asks for stays as it is.',
  changeRights: 'The EDI lead and the EDI sponsor can change these.',
  change: 'Change',
  changeFor: (name: string) => `Change: ${name}`,
  from: 'From which day',
  because: 'Why',
  becauseHint: 'Kept beside the change. Name nobody.',
  preview: 'See what changes',
  save: 'Save',
  /** With the day from which it counts, where one was chosen. */
  saved: (from = '') => (from === '' ? 'Saved.' : `Saved. It counts from ${fullDate(from)}.`),
  choose: 'Choose one',
  problem: 'Fill this in',
  yearStart: 'The year begins in',
  appraisalStart: 'The appraisal year begins in',
  yearFrom: 'The new year’s first day',
  target: 'Meetings a year',
  targetHint: '4 or more: the framework asks for four',
  assistants: 'Executive assistants among directors’ direct reports',
  counted: 'Count',
  notCounted: 'Don’t count',
  opens: 'From',
  closes: 'Until',
  name: 'Your organisation’s name',
  speakUp: 'Freedom to Speak Up guardian',
  speakUpHint: 'A web address. Leave it empty where there is none',
  noSpeakUp: 'No Freedom to Speak Up address',
  networks: 'Staff networks',
  networkName: 'Its name',
  termsUsed: 'Words that it uses for itself',
  termsHint: 'May stay empty',
  counts: 'For Silver',
  countsHint: 'A network of ethnic minority staff counts',
  countsYes: 'It counts',
  countsNo: 'It doesn’t count',
  addNetwork: 'Add a network',
  endNetwork: 'End this network',
  endNetworkFor: (name: string) => `End this network: ${name}`,
  lastDay: 'Its last day',
  grades: 'What grades mean',
  gradesLead: 'Bands 8a and above and very senior managers count as leaders.',
  unknown: (count: number) => (count === 1 ? '1 grade to settle' : `${count} grades to settle`),
  notSaid: 'Nobody has said yet',
  notListed: 'nobody holds it today',
  meaning: 'It means',
  nothing: 'No figure of today changes.',
  ownMet: 'Executive directors who have met their own commitment',
};

export const rowNames = {
  year: 'The year',
  target: 'Meetings for each executive director',
  reading: settings.assistants,
  hours: 'Reminders',
  words: 'Name and support',
  grade: 'Grade',
} satisfies Record<Change['what'], string>;

export function yearWords({ yearStartMonth, appraisalStartMonth }: SettingsView): string {
  const year = `Begins on 1 ${monthName(yearStartMonth)}`;
  return appraisalStartMonth === yearStartMonth
    ? `${year}, and so does the appraisal year`
    : `${year}, the appraisal year on 1 ${monthName(appraisalStartMonth)}`;
}

export function targetWords({ attendanceTarget }: SettingsView): string {
  return `${attendanceTarget} a year`;
}

export function hoursWords({ opens, closes }: SettingsView): string {
  return `${timeRange(opens, closes)} on working days`;
}

export function networkWords({ countsForSilver, termsUsed, endsOn }: Network): string {
  return [
    countsForSilver ? 'Counts for Silver' : 'Doesn’t count for Silver',
    ...(termsUsed === undefined ? [] : [`says “${termsUsed}”`]),
    ...(endsOn === undefined ? [] : [`ends on ${fullDate(endsOn)}`]),
  ].join(', ');
}

export function gradeWords({ meaning, listed }: Grade): string {
  const means = meaning === undefined ? settings.notSaid : bandWords(meaning);
  return listed ? means : `${means}, ${settings.notListed}`;
}

export const meaningName = (meaning: GradeMeaning): string => bandWords(meaning);

/** "From 1 May 2026, by Zainab Khan: the board decided it." */
export function changeWords({ from, by, because }: Change): string {
  return `From ${fullDate(from)}, by ${by}: ${because}`;
}

export function previewWords({ code, title, before, after }: SettingsPreview['lines'][number]) {
  const name = title === '' ? settings.ownMet : title;
  return `${name} (${code}): ${before.n} of ${before.of} now, ${after.n} of ${after.of} then`;
}

function monthName(month: number): string {
  return months[month - 1] ?? '';
}
