import type { Settings } from './facts.ts';
import { londonDate } from './time.ts';
import type { Instant, PlainDate } from './time.ts';

/** Whether it has gone into another organisation by now: what it has is read, and stays as it is. */
export function isClosed({ closedOn }: Settings, now: Instant): boolean {
  return closedOn !== undefined && closedOn < londonDate(now);
}

export type MergeVerdict =
  | { kind: 'merge'; from: Settings; into: Settings }
  | { kind: 'already' }
  | { kind: 'refused'; because: MergeRefusal };
export type MergeRefusal =
  'same-organisation' | 'went-into-another' | 'successor-is-closed' | 'another-day';

/** An organisation goes into another: its last day, and each names the other. Nothing is carried. */
export function judgeMerge(
  from: { code: string; settings: Settings },
  into: { code: string; settings: Settings },
  lastDay: PlainDate,
): MergeVerdict {
  if (from.code === into.code) return { kind: 'refused', because: 'same-organisation' };
  const { successor, closedOn } = from.settings;
  if (successor !== undefined && successor !== into.code) {
    return { kind: 'refused', because: 'went-into-another' };
  }
  if (closedOn !== undefined && closedOn !== lastDay) {
    return { kind: 'refused', because: 'another-day' };
  }
  if (into.settings.closedOn !== undefined) {
    return { kind: 'refused', because: 'successor-is-closed' };
  }
  const before = into.settings.predecessors ?? [];
  if (closedOn === lastDay && before.includes(from.code)) return { kind: 'already' };
  const predecessors = [...new Set([...before, from.code])];
  return {
    kind: 'merge',
    from: { ...from.settings, closedOn: lastDay, successor: into.code },
    into: { ...into.settings, predecessors },
  };
}
