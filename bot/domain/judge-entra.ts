import { refused, type ActContext } from './act-context.ts';
import type { PersonId } from './facts.ts';
import { may } from './permissions.ts';
import type { Settlement, SettlementMove } from './settling.ts';
import { londonDate } from './time.ts';

/** One thing as the staff list says it and as Microsoft Entra does. */
export interface Comparison {
  /** The item of the settle list that it would be: the same difference, the same item. */
  readonly item: string;
  /** Entra says something, and something else than the staff list. */
  readonly differs: boolean;
}

export type ProposeVerdict =
  | { kind: 'done'; settlement: Settlement }
  | { kind: 'already' }
  | { kind: 'refused'; because: 'not-allowed' | 'microsoft-365-agrees' };

/**
 * Asks the EDI lead to correct the staff list, of oneself alone; it changes nothing by itself. The
 * same difference is asked about once, also where it was left as it is. It is asked again where it
 * had been corrected and is there once more.
 */
export function judgePropose(
  { item, differs }: Comparison,
  owner: PersonId,
  before: Settlement | undefined,
  { actor, frame, now, tap }: ActContext,
): ProposeVerdict {
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!may('propose-correction', who, { owner })) return refused('not-allowed');
  if (!differs) return refused('microsoft-365-agrees');
  const last = before?.moves.at(-1);
  if (last !== undefined && last.to !== 'corrected') return { kind: 'already' };
  const move: SettlementMove = {
    ...{ to: 'proposed', at: now, by: actor },
    ...(tap === undefined ? {} : { tap }),
  };
  const [first = move, ...later] = [...(before?.moves ?? []), move];
  return { kind: 'done', settlement: { id: item, moves: [first, ...later] } };
}
