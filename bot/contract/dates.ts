// How the bot and the tab both say a date: the NHS service manual's style.
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "8 April 2026" */
export function fullDate(date: string): string {
  return `${dayAndMonth(date)} ${date.slice(0, 4)}`;
}

/** "8 April"; with its year where that isn't the year of `today`. */
export function shortDate(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(date) : fullDate(date);
}

/** "Wednesday 8 April, 12 to 1pm"; with its year where that isn't the year of `today`. */
export function meetingTime(
  meeting: { date: string; start: string; end: string },
  today: string,
): string {
  const day = weekdays[new Date(`${meeting.date}T00:00:00Z`).getUTCDay()];
  return `${day} ${shortDate(meeting.date, today)}, ${timeRange(meeting.start, meeting.end)}`;
}

/** "12 to 1pm", "11am to midday", "5:30 to 6:30pm" */
export function timeRange(start: string, end: string): string {
  const sameHalf = isMorning(start) === isMorning(end);
  // "12 to 1pm" reads better than "midday to 1pm"; "11am to midday" better than "11am to 12pm".
  const from = sameHalf && end !== '12:00' ? clock(start) : timeOfDay(start);
  return `${from} to ${timeOfDay(end)}`;
}

/** A moment, as London's clocks show it: "9 April 2026, 9:30am". */
export function londonMoment(instant: string): string {
  const parts = new Map(london.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return `${fullDate(date)}, ${timeOfDay(`${parts.get('hour')}:${parts.get('minute')}`)}`;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function dayAndMonth(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1]}`;
}

/** "5:30pm", "midday" */
export function timeOfDay(time: string): string {
  if (time === '12:00') return 'midday';
  if (time === '00:00') return 'midnight';
  return `${clock(time)}${isMorning(time) ? 'am' : 'pm'}`;
}

/** "5:30", "12": without saying which half of the day. */
function clock(time: string): string {
  const hour = Number(time.slice(0, 2)) % 12 || 12;
  const minutes = time.slice(3, 5);
  return minutes === '00' ? String(hour) : `${hour}:${minutes}`;
}

function isMorning(time: string): boolean {
  return time < '12:00';
}
