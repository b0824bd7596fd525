/** "Wednesday 8 April 2026": the day of a moment in London. */
export function dayOf(instant: string): string {
  const format = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  } as const;
  return new Date(instant).toLocaleDateString('en-GB', format).replace(',', '');
}
