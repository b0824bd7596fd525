/** England's bank holidays of the story, as GOV.UK lists them: told apart from the product's own. */
const bankHolidays = new Set([
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
]);

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});

/** The day and the time that a clock on a wall in London shows. */
export function londonWall(instant: string): { day: string; time: string } {
  const parts = new Map(
    london.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}

/** The moment at which London's clocks show that; none of the story's is one that they skip. */
export function londonMoment(day: string, time: string): string {
  for (const offset of [0, 1]) {
    const instant = new Date(Date.parse(`${day}T${time}:00.000Z`) - offset * 3_600_000);
    const wall = londonWall(instant.toISOString());
    if (wall.day === day && wall.time === `${time}:00`) return instant.toISOString();
  }
  throw new Error(`no such time in London: ${day} ${time}`);
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !bankHolidays.has(day);
}
