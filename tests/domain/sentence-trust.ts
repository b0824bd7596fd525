import type { Meeting, MeetingId, Network, NetworkId, PersonId } from '../../bot/domain/facts.ts';
import type { Meaning } from '../../bot/domain/sentence/meaning.ts';
import { understand, type Given } from '../../bot/domain/sentence/understand.ts';
import type { Instant, PlainDate, PlainTime } from '../../bot/domain/time.ts';

const recordedAt = '2026-04-01T08:00:00.000Z' as Instant;

export function network(id: string, name: string, termsUsed?: string): Network {
  return {
    id: id as NetworkId,
    name,
    countsForSilver: id === 'REN',
    recordedAt,
    ...(termsUsed === undefined ? {} : { termsUsed }),
  };
}

/** `REN 2026-04-08 12:00`, an hour long, is its own id. */
export function meeting(of: string, date: string, start = '12:00', more: Partial<Meeting> = {}) {
  const hour = Number(start.slice(0, 2)) + 1;
  return {
    id: `${of} ${date}${start === '12:00' ? '' : ` ${start}`}` as MeetingId,
    network: of as NetworkId,
    title: 'Network meeting',
    date: date as PlainDate,
    start: start as PlainTime,
    end: `${String(hour).padStart(2, '0')}${start.slice(2)}` as PlainTime,
    timeZone: 'Europe/London',
    openToExecutives: true,
    on: '2026-04-01' as PlainDate,
    recordedAt,
    ...more,
  } satisfies Meeting;
}

export const networks = [
  network('REN', 'Race Equality Network', 'ethnic minority colleagues'),
  network('DAWN', 'Disability and Wellbeing Network', 'disabled colleagues'),
];

/** The fictional trust's year. */
export const meetings = [
  meeting('REN', '2026-04-08'),
  meeting('REN', '2026-06-10'),
  meeting('REN', '2026-08-12', '12:00', { openToExecutives: false }),
  meeting('REN', '2026-10-14'),
  meeting('REN', '2026-12-09'),
  meeting('REN', '2027-02-10'),
  meeting('DAWN', '2026-04-21', '13:00'),
  meeting('DAWN', '2026-07-21', '13:00'),
  meeting('DAWN', '2026-10-20', '13:00'),
  meeting('DAWN', '2027-01-19', '13:00'),
];

/** Thursday 9 April, the practice clock's start; noon on other days. */
export const APRIL_9 = '2026-04-09T08:30:00.000Z' as Instant;
export const on = (date: string): Instant => `${date}T11:30:00.000Z` as Instant;

export const AOIFE = { id: 'aoife' as PersonId, name: 'Aoife Okafor' };
export const MARCUS = { id: 'marcus' as PersonId, name: 'Marcus Hussain' };

export function meant(text: string, given: Partial<Given> = {}): string {
  return inShort(understand(text, { networks, meetings, now: APRIL_9, ...given }));
}

/** A meaning in one line, for tables: `claim: REN 2026-04-08`. */
export function inShort(meaning: Meaning): string {
  if (meaning.kind === 'not-a-sentence') {
    const heard = meaning.heard === undefined ? '' : ` (${meaning.heard})`;
    return `nothing: ${meaning.because}${heard}`;
  }
  const wish = meaning.kind === 'nothing-named' ? meaning.wish : meaning;
  const verb = wish.kind === 'intend' ? wish.answer : wish.kind;
  const { whose } = meaning;
  const by =
    whose.kind === 'speaker'
      ? ''
      : ` for ${whose.kind === 'executive' ? whose.person : whose.people.join(' or ')}`;
  if (meaning.kind === 'nothing-named') return `${verb}${by}: nothing named`;
  if ('because' in meaning) {
    const heard = meaning.heard === '' ? '' : ` (${meaning.heard})`;
    return `${verb}${by}: ${meaning.because}${heard}`;
  }
  return `${verb}${by}: ${meaning.meetings.map(({ id }) => id).join(', ')}`;
}
