import { fullDate } from '../contract/dates.ts';
import type { Gate } from '../domain/nudges/gates.ts';
import type { Nudge } from '../domain/nudges/nudge.ts';
import type { PreviewedKind, PreviewedNudge } from '../use-cases/plan-nudges.ts';
import { count } from './words.ts';

const steps: Readonly<Record<string, string>> = {
  '1': 'the first',
  '2': 'the second',
  support: 'in support',
};

/** Why a kind of reminder goes at all: never its words. */
const reasons: Readonly<Record<PreviewedKind, string>> = {
  'were-you-there': 'they said that they would come',
  'claims-waiting': 'claims wait for them',
  'attendance-taken-off': 'a meeting on their record was cancelled',
  'meeting-changed': 'a meeting that they said they would come to has changed',
  'pledge-review': 'the day that they set has come',
  'item-untriaged': 'an item waits to be taken on',
  'item-no-outcome': 'the board has met, and the network has not heard',
  'item-answered': 'the board has answered',
  'own-goal': 'their goal is theirs to write, or to say how it goes',
  'team-goals': 'goals of others wait for them, or for their help',
  'meeting-unbooked': 'no executive has said that they will come',
  'coverage-pace': 'a network has had executives at fewer meetings than its year needs by now',
  'plan-line-due': 'a line of the action plan is near its date, or past it',
  'involvement-waiting': 'a network has not said yet whether it took part',
  'line-review': 'a line of the framework is to be looked at again',
  'quarter-paper': 'a quarter has no paper with its data',
  'feedback-due': 'the Assembly’s feedback is due again',
  'yearly-review': 'the yearly review is due again',
};

/** Who would hear of what: the same thing to several people stands once. */
export function previewLines(previewed: readonly PreviewedNudge[]): string[] {
  const groups = Map.groupBy(previewed, ({ nudge, gate }) => {
    const { kind, about, from } = nudge;
    const why = `${reasons[kind]}; due since ${fullDate(from)}`;
    return `${kind}, ${stepOf(nudge)}, about ${about}: ${why}: ${fateOf(gate)}`;
  });
  return [...groups].flatMap(([what, each]) => [
    what,
    ...each.map(({ nudge, roles }) => `  ${[nudge.to, roles.join(', ')].join(' ').trim()}`),
  ]);
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
