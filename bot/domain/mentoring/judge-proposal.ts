import { refused, type ActContext } from '../act-context.ts';
import type { Person } from '../facts.ts';
import { presenceOn } from '../standing.ts';
import { londonDate } from '../time.ts';
import { isDirectorOrReport, leadsMentoring } from './leading.ts';
import { pairState, type Pair } from './pair.ts';

export type ProposalVerdict =
  | { kind: 'done'; pair: Pair }
  | { kind: 'already'; pair: Pair }
  | {
      kind: 'refused';
      because: 'not-allowed' | 'no-such-person' | 'three-people' | 'not-a-director';
    };

/**
 * The programme lead proposes two people and who supports the mentor. The same two are not proposed
 * twice at a time. `people` are those named, as far as they are known.
 */
export function judgeProposal(
  proposed: Omit<Pair, 'moves'>,
  known: {
    readonly people: ReadonlyMap<string, Person>;
    readonly pairs: readonly Pair[];
  },
  context: ActContext,
): ProposalVerdict {
  const { actor, frame, now, tap } = context;
  const on = londonDate(now);
  if (!leadsMentoring({ person: actor, roles: frame.roles, on })) return refused('not-allowed');
  const named = [proposed.mentor, proposed.director, proposed.supporter];
  const listed = named.flatMap((id) => known.people.get(id) ?? []);
  if (listed.length < named.length || listed.some((person) => hasLeft(person))) {
    return refused('no-such-person');
  }
  if (new Set(named).size < named.length) return refused('three-people');
  const director = known.people.get(proposed.director);
  if (director === undefined || !isDirectorOrReport(director, frame, on)) {
    return refused('not-a-director');
  }
  const same = known.pairs.find(
    (pair) =>
      (tap !== undefined && pair.moves[0].tap === tap) ||
      (pair.mentor === proposed.mentor && pair.director === proposed.director && isGoing(pair)),
  );
  if (same !== undefined) return { kind: 'already', pair: same };
  const move = { to: 'proposed', at: now, by: actor } as const;
  const moves = [{ ...move, ...(tap === undefined ? {} : { tap }) }] as const;
  return { kind: 'done', pair: { ...proposed, moves } };

  function hasLeft(person: Person): boolean {
    return presenceOn(person, on).kind === 'not-employed';
  }
}

function isGoing(pair: Pair): boolean {
  return ['mentor-asked', 'director-asked', 'matched', 'active', 'paused'].includes(
    pairState(pair),
  );
}
