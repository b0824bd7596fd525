import type { PersonId } from '../domain/facts.ts';
import {
  daysBetween,
  endOfDay,
  parseInstant,
  parsePlainDate,
  type PlainDate,
} from '../domain/time.ts';
import type { AsAt } from '../use-cases/doors.ts';

export type Query<Value> =
  { kind: 'read'; value: Value } | { kind: 'refused'; parameter: string; because: QueryFault };

type QueryFault = 'twice' | 'no-date' | 'no-moment' | 'no-id' | 'no-choice' | 'no-period';

/** Longest period that is shown week by week. */
const MOST_DAYS = 53 * 7;

/** `?on=2026-08-31&known=…`: today and now where left out. A date as `known` means the end of it. */
export function readAsAt(query: URLSearchParams): Query<AsAt> {
  const asAt: { -readonly [Key in keyof AsAt]: AsAt[Key] } = {};
  const on = single(query, 'on');
  if (on.kind === 'refused') return on;
  if (on.value !== undefined) {
    const date = sensibleDate(on.value);
    if (!date) return { kind: 'refused', parameter: 'on', because: 'no-date' };
    asAt.on = date;
  }
  const known = single(query, 'known');
  if (known.kind === 'refused') return known;
  if (known.value !== undefined) {
    const moment = momentOf(known.value);
    if (!moment) return { kind: 'refused', parameter: 'known', because: 'no-moment' };
    asAt.known = moment;
  }
  return { kind: 'read', value: asAt };
}

/** A day such as `?year=2026-04-01`. */
export function readDay(query: URLSearchParams, parameter: string): Query<PlainDate | undefined> {
  const day = single(query, parameter);
  if (day.kind === 'refused' || day.value === undefined) {
    return day.kind === 'refused' ? day : { kind: 'read', value: undefined };
  }
  const value = sensibleDate(day.value);
  return value ? { kind: 'read', value } : { kind: 'refused', parameter, because: 'no-date' };
}

/** `?from=&to=`: both days included, a year at most. */
export function readPeriod(query: URLSearchParams): Query<{ from?: PlainDate; to?: PlainDate }> {
  const from = readDay(query, 'from');
  if (from.kind === 'refused') return from;
  const to = readDay(query, 'to');
  if (to.kind === 'refused') return to;
  const days = from.value && to.value ? daysBetween(from.value, to.value) : 0;
  if (days < 0 || days > MOST_DAYS || (from.value && !to.value)) {
    return { kind: 'refused', parameter: 'from', because: 'no-period' };
  }
  return {
    kind: 'read',
    value: {
      ...(from.value === undefined ? {} : { from: from.value }),
      ...(to.value === undefined ? {} : { to: to.value }),
    },
  };
}

/** `?for=`: the executive whose progress an assistant asks for. */
export function readFor(query: URLSearchParams): Query<PersonId | undefined> {
  const person = single(query, 'for');
  if (person.kind === 'refused' || person.value === undefined) {
    return person.kind === 'refused' ? person : { kind: 'read', value: undefined };
  }
  return isPersonId(person.value)
    ? { kind: 'read', value: person.value }
    : { kind: 'refused', parameter: 'for', because: 'no-id' };
}

/** One of a few words, such as `?by=band`. */
export function readChoice<Choice extends string>(
  query: URLSearchParams,
  parameter: string,
  choices: readonly Choice[],
): Query<Choice> {
  const chosen = single(query, parameter);
  if (chosen.kind === 'refused') return chosen;
  const value = choices.find((choice) => choice === chosen.value);
  return value === undefined
    ? { kind: 'refused', parameter, because: 'no-choice' }
    : { kind: 'read', value };
}

function isPersonId(text: string): text is PersonId {
  return /^[\w.:-]{1,120}$/.test(text);
}

function single(query: URLSearchParams, parameter: string): Query<string | undefined> {
  const values = query.getAll(parameter);
  if (values.length > 1) return { kind: 'refused', parameter, because: 'twice' };
  return { kind: 'read', value: values[0] };
}

/** Years of four figures only: dates are compared as text. */
function sensibleDate(text: string): PlainDate | undefined {
  const date = parsePlainDate(text);
  return date && date >= '2000-01-01' && date <= '2199-12-31' ? date : undefined;
}

function momentOf(text: string) {
  const day = sensibleDate(text);
  if (day) return endOfDay(day);
  const shape =
    /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+ -]\d{2}:\d{2})$/.exec(text);
  // An offset's plus sign that nobody encoded arrives as a space.
  return shape?.[1] && sensibleDate(shape[1]) ? parseInstant(text.replace(' ', '+')) : undefined;
}
