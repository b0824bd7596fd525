import { fullDate, meetingTime, shortDate, timeOfDay, timeRange } from '../bot/contract/dates.ts';
import type { KeptMeeting, MeetingsPreview } from '../bot/contract/calendar.ts';

type Times = { date: string; start: string; end: string };

export const calendar = {
  title: (network: string) => `Calendar of the ${network}`,
  standing: (count: number) =>
    count === 0
      ? 'No meetings are to come. Add the first one.'
      : `${count} ${count === 1 ? 'meeting is' : 'meetings are'} to come.`,
  toCome: 'To come',
  before: 'Held and cancelled',
  states: { scheduled: 'To come', held: 'Held', cancelled: 'Cancelled' },
  open: 'Open to executives',
  membersOnly: 'Members only',
  movedFrom: ({ movedFrom, date }: KeptMeeting, today: string) =>
    movedFrom === undefined
      ? ''
      : movedFrom.date === date
        ? `Moved from ${timeOfDay(movedFrom.start)}`
        : `Moved from ${shortDate(movedFrom.date, today)}`,
  actions: {
    move: 'Move',
    cancel: 'Cancel meeting',
    restore: 'Put back',
    open: 'Open to executives',
    close: 'Keep for members',
  },
  of: (action: string, times: Times, today: string) => `${action}: ${meetingTime(times, today)}`,
  cancelAsk: (times: Times, today: string) => `Cancel the meeting on ${meetingTime(times, today)}?`,
  cancelEffect: ({ claims, openToExecutives }: KeptMeeting) =>
    claims > 0
      ? `${takenOff(claims)} The meeting can’t be put back.`
      : `${openToExecutives ? 'Executives see that it is cancelled.' : 'Executives are not told.'} You can put it back.`,
  cancelReason: (held: boolean) => (held ? 'Why' : 'Why (optional)'),
  cancelReasonMissing: 'Enter why the meeting is cancelled after it was held',
  cancelReasonHint: (isOpen: boolean) =>
    `${isOpen ? 'Executives see these words.' : 'These words are kept.'} Please name nobody.`,
  cancelYes: 'Yes, cancel it',
  cancelNo: 'No, keep it',
  add: 'Add a meeting',
  addTitle: 'Add a meeting',
  moveTitle: (times: Times, today: string) => `Move the meeting on ${meetingTime(times, today)}`,
  moveHint: 'What executives have answered was for the old time. They are asked again.',
  save: { add: 'Add meeting', move: 'Move meeting' },
  notNow: 'Not now',
  fields: {
    title: 'Title (optional)',
    date: 'Date',
    start: 'Start',
    end: 'End',
    location: 'Place (optional)',
    joinLink: 'Link to join (optional)',
    openToExecutives: 'Executives may come',
  },
  openHint: 'Leave this out for members only: then no executive is asked about it.',
  problem: 'There is a problem',
  missing: {
    date: 'Enter a date, for example 10 June 2026',
    start: 'Enter a start time, for example 12:00',
    end: 'Enter an end time, for example 13:00',
  },
  told: {
    add: (times: Times, today: string) => `${meetingTime(times, today)} is in the calendar.`,
    move: (times: Times, today: string) => `Moved to ${meetingTime(times, today)}.`,
    cancel: (date: string, isOpen: boolean) =>
      `The meeting on ${date} is cancelled.${isOpen ? ' Executives see it now.' : ''}`,
    restore: (date: string) => `The meeting on ${date} is back in the calendar.`,
    open: (date: string) => `The meeting on ${date} is open to executives.`,
    close: (date: string) => `The meeting on ${date} is for members only.`,
    file: (count: number) => `${meetings(count)} from the file ${count === 1 ? 'is' : 'are'} in.`,
    follow: 'The address works now. Copy it before you leave this page.',
    unfollow: 'The address has stopped.',
    copied: 'The address is copied.',
    downloaded: 'The calendar is in your downloads.',
  },
};

export const file = {
  ask: 'Take meetings from a file',
  hint: 'Choose a CSV file, or paste its text. You see what it would do before anything is written.',
  columns:
    'Columns: Network, Title, Date, Start, End, Time Zone, Open to Executives. If you have them: Location, Join Link.',
  choose: 'CSV file',
  paste: 'Or paste its text',
  preview: 'Show what it would do',
  empty: 'Choose a file or paste its text',
  tooLong: 'The file is too long. It may have 100,000 characters.',
  title: 'What the file would do',
  refused: (why: string) => `This file can’t be read: ${why}.`,
  counts: ({ added, changed, unchanged }: MeetingsPreview) =>
    `${meetings(added.length)} to add, ${changed.length} to change, ${unchanged} as they are.`,
  added: 'To add',
  changed: 'To change',
  problems: (count: number) => `${count} ${count === 1 ? 'thing' : 'things'} to know`,
  row: (row: number) => `Row ${row}: `,
  line: (meeting: Times & { title: string }) =>
    `${fullDate(meeting.date)}, ${timeRange(meeting.start, meeting.end)}, ${meeting.title}`,
  apply: (count: number) => `Take in ${meetings(count)}`,
  nothing: 'There is nothing to take in.',
  discard: 'Leave it',
};

export const follow = {
  ask: 'Add these meetings to your calendar',
  own: 'Network meetings open to executives',
  network: (name: string) => `${name}, members’ meetings too`,
  download: 'Download a file',
  downloadOf: (name: string) => `Download a file: ${name}`,
  downloadHint: 'A file leaves Teams and stays as it is. An address follows every change.',
  make: 'Make an address to follow',
  renew: 'Make a new address',
  stop: 'Stop the address',
  since: (when: string) => `An address has worked since ${when}.`,
  address: 'Your address',
  copy: 'Copy',
  once: 'It is shown only now. In Outlook, choose Add calendar, then Subscribe from web.',
  private: 'Whoever has the address can see the meetings. It names nobody. You can stop it here.',
};

function takenOff(count: number): string {
  return count === 1
    ? '1 attendance is taken off the record, and whoever recorded it is told why.'
    : `${count} attendances are taken off the record, and those who recorded them are told why.`;
}

function meetings(count: number): string {
  return `${count} ${count === 1 ? 'meeting' : 'meetings'}`;
}
