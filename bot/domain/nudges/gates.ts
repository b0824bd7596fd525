import type { Person } from '../facts.ts';
import { USUAL_HOURS, type ReminderHours } from '../settings/settings.ts';
import { isMuted } from '../judge-reminders.ts';
import { presenceOn } from '../standing.ts';
import { addDays, instantAt, londonDate, LONDON, type Instant, type PlainDate } from '../time.ts';
import { isWorkingDay, type IsBankHoliday } from '../working-days.ts';
import { nudgeKey, type Nudge } from './nudge.ts';

const MOST_IN_A_WEEK = 3;
/** Reminders of one kind to one person about the same network or meeting are a week apart. */
export const DAYS_APART = 7;

/** Working days, 09:00 to 17:00 in London where the organisation says nothing else. */
export function isOfficeHours(
  now: Instant,
  isBankHoliday: IsBankHoliday,
  { opens, closes }: ReminderHours = USUAL_HOURS,
): boolean {
  const today = londonDate(now);
  if (!isWorkingDay(today, isBankHoliday)) return false;
  return now >= instantAt(today, opens, LONDON) && now < instantAt(today, closes, LONDON);
}

/** What was sent to somebody before: a day on which something was, and which things. */
export interface Sent {
  readonly day: PlainDate;
  readonly nudges: readonly Pick<Nudge, 'kind' | 'about'>[];
}

export type Gate =
  | { kind: 'send' }
  | {
      kind: 'later';
      because: 'not-yet' | 'out-of-hours' | 'enough-today' | 'enough-this-week' | 'too-soon';
    }
  | { kind: 'withdraw'; because: 'no-longer-due' | 'away' | 'left' | 'muted' };

/** May this one be sent to them now? Read from top to bottom. */
export function gateFor(
  nudge: Nudge,
  known: {
    person: Person | undefined;
    due: readonly Nudge[];
    sent: readonly Sent[];
    now: Instant;
    isBankHoliday: IsBankHoliday;
    /** The organisation's own; left out: 9 to 5. */
    hours?: ReminderHours;
  },
): Gate {
  const { person, due, sent, now, isBankHoliday, hours } = known;
  const today = londonDate(now);
  const key = nudgeKey(nudge);
  // Planned ahead of its day: whether it is due shows then.
  if (today < nudge.from) return later('not-yet');
  if (!due.some((wanted) => nudgeKey(wanted) === key)) return withdraw('no-longer-due');
  if (person === undefined) return withdraw('left');
  const presence = presenceOn(person, today).kind;
  if (presence === 'not-employed') return withdraw('left');
  if (presence === 'away') return withdraw('away');
  if (isMuted(person.mutes.find(({ kind }) => kind === nudge.kind))) return withdraw('muted');
  if (!isOfficeHours(now, isBankHoliday, hours)) return later('out-of-hours');
  if (sent.some(({ day }) => day === today)) return later('enough-today');
  const thisWeek = sent.filter(({ day }) => day > addDays(today, -7));
  if (thisWeek.length >= MOST_IN_A_WEEK) return later('enough-this-week');
  if (!wasAskedFor(nudge) && sent.some((before) => isTooSoon(before, nudge, today))) {
    return later('too-soon');
  }
  return { kind: 'send' };
}

/** They tapped "Ask me tomorrow": it is no reminder too many. */
function wasAskedFor({ step }: Nudge): boolean {
  return /-\d{4}-\d{2}-\d{2}$/.test(step);
}

function isTooSoon({ day, nudges }: Sent, nudge: Nudge, today: PlainDate): boolean {
  return (
    day > addDays(today, -DAYS_APART) &&
    nudges.some(({ kind, about }) => kind === nudge.kind && thingOf(about) === thingOf(nudge.about))
  );
}

/** The network or meeting, whatever day its reminders began. */
function thingOf(about: string): string {
  return about.split('~')[0] ?? about;
}

function withdraw(because: Extract<Gate, { kind: 'withdraw' }>['because']): Gate {
  return { kind: 'withdraw', because };
}

function later(because: Extract<Gate, { kind: 'later' }>['because']): Gate {
  return { kind: 'later', because };
}
