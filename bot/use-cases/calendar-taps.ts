import { createHash } from 'node:crypto';
import type { Outcome } from '../contract/acts.ts';
import type { Frame } from '../domain/facts.ts';

/** A tap with what it asked for, as a meeting keeps it: one tap is one act. */
export function markedTap(act: string, asked: { tap?: string | undefined }): string | undefined {
  const { tap, ...said } = asked;
  if (tap === undefined) return undefined;
  const hash = createHash('sha256')
    .update(JSON.stringify([act, said]))
    .digest('hex');
  return `${tap}~${hash.slice(0, 16)}`;
}

/** The same tap may come again much later, when the meeting has changed once more. */
export function tappedBefore(frame: Frame, marked: string | undefined): Outcome | undefined {
  if (marked === undefined) return undefined;
  const tap = `${marked.slice(0, marked.lastIndexOf('~'))}~`;
  const seen = frame.meetings.flatMap((version) => version.tap ?? []);
  if (seen.includes(marked)) return { kind: 'already' };
  return seen.some((other) => other.startsWith(tap))
    ? { kind: 'refused', because: 'tap-used-before' }
    : undefined;
}
