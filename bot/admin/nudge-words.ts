import { fullDate } from '../contract/dates.ts';
import type { Gate } from '../domain/nudges/gates.ts';
import type { Nudge } from '../domain/nudges/nudge.ts';
import type { PreviewedNudge } from '../use-cases/plan-nudges.ts';
import { count } from './words.ts';

const steps: Readonly<Record<string, string>> = {
  '1': 'the first',
  '2': 'the second',
  support: 'in support',
};

/** What somebody may hear of, without a word of it: who, what about, why now, and what becomes of it. */
export function nudgeLine({ nudge, roles, gate }: PreviewedNudge): string {
  const { to, kind, about, from } = nudge;
  const who = roles.length > 0 ? `${to} (${roles.join(', ')})` : to;
  return `${who}: ${kind}, ${about}, ${stepOf(nudge)}, due since ${fullDate(from)}: ${fateOf(gate)}`;
}

/** "1-2026-06-12": they put it off until then. */
function stepOf({ step }: Nudge): string {
  const [, of = step, until] = /^(.*?)-(\d{4}-\d{2}-\d{2})$/.exec(step) ?? [];
  const which = steps[of] ?? `step ${of}`;
  return until === undefined ? which : `${which}, put off by them until ${fullDate(until)}`;
}

const laterWords: Readonly<Record<Extract<Gate, { kind: 'later' }>['because'], string>> = {
  'not-yet': 'would wait for its day',
  'out-of-hours': 'would wait for office hours',
  'enough-today': 'would wait, as they heard something today',
  'enough-this-week': 'would wait, as they heard three things this week',
  'too-soon': 'would wait, as they heard of it less than a week ago',
};

function fateOf(gate: Gate): string {
  if (gate.kind === 'send') return 'would go';
  if (gate.kind === 'later') return laterWords[gate.because];
  return `would not go (${gate.because})`;
}

/** How many to how many people, and of each kind. */
export function countLines(nudges: readonly Nudge[]): string[] {
  if (nudges.length === 0) return ['No reminder is due that was not planned before.'];
  const people = new Set(nudges.map(({ to }) => to)).size;
  const kinds = [...Map.groupBy(nudges, ({ kind }) => kind)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const width = Math.max(...kinds.map(([kind]) => kind.length));
  return [
    `${count(nudges.length, 'reminder', 'reminders')} to ${count(people, 'person', 'people')}:`,
    ...kinds.map(([kind, each]) => `  ${kind.padEnd(width)}  ${count(each.length, '', '').trim()}`),
  ];
}
