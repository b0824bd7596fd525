import type { Reminders } from '../../contract/views.ts';
import type { Person } from '../../domain/facts.ts';
import { pledgeState } from '../../domain/pledges/pledge.ts';
import { londonDate } from '../../domain/time.ts';

/** The reminder of a pledge's review day: `about` is the pledge and that day. */
export function pledgeReminder(
  about: string,
  { pledges }: Person,
): Pick<Reminders['reminders'][number], 'due' | 'pledge'> {
  const [id, day] = about.split('~');
  const pledge = pledges.find((made) => made.id === id);
  if (pledge === undefined) return { due: false };
  const { madeAt, review, withdrawn } = pledgeState(pledge);
  if (withdrawn) return { due: false };
  return {
    due: review !== undefined && review === day,
    pledge: { id: pledge.id, madeOn: londonDate(madeAt) },
  };
}
