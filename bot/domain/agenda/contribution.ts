import { refused, type ActContext } from '../act-context.ts';
import type { NetworkId, PersonId } from '../facts.ts';
import { may } from '../permissions.ts';
import { londonDate } from '../time.ts';
import type { Contribution } from './item.ts';
import { isOfNetwork } from './judge-item.ts';

export type ContributionVerdict =
  | { kind: 'done'; contribution: Contribution }
  | { kind: 'already'; contribution: Contribution }
  | { kind: 'refused'; because: ContributionRefusal };
export type ContributionRefusal =
  | 'not-allowed'
  | 'no-such-network'
  | 'no-such-contribution'
  | 'not-of-that-network'
  | 'day-not-past';

/** The board secretary notes that a network's chair spoke at a board or committee, by its minute. */
export function judgeContribution(
  asked: Omit<Contribution, 'moves' | 'network'> & { network: string },
  before: readonly Contribution[],
  context: ActContext,
): ContributionVerdict {
  const { actor: by, frame, now: at, tap } = context;
  if (!mayRecord(context)) return refused('not-allowed');
  const network: NetworkId | undefined = frame.networks.find(({ id }) => id === asked.network)?.id;
  if (network === undefined) return refused('no-such-network');
  const same = before.find(
    (known) =>
      known.moves.some((move) => tap !== undefined && move.tap === tap) ||
      (isRecorded(known) &&
        known.network === network &&
        known.person === asked.person &&
        known.on === asked.on &&
        known.body.toLowerCase() === asked.body.toLowerCase()),
  );
  if (same !== undefined) return { kind: 'already', contribution: same };
  if (asked.on > londonDate(at)) return refused('day-not-past');
  const person: PersonId = asked.person;
  if (!isOfNetwork(person, network, asked.on, frame)) return refused('not-of-that-network');
  const move = { to: 'recorded', at, by, ...(tap === undefined ? {} : { tap }) } as const;
  return { kind: 'done', contribution: { ...asked, network, moves: [move] } };
}

export function judgeWithdrawContribution(
  contribution: Contribution | undefined,
  context: ActContext,
): ContributionVerdict {
  const { actor: by, now: at, tap } = context;
  if (!mayRecord(context)) return refused('not-allowed');
  if (contribution === undefined) return refused('no-such-contribution');
  if (!isRecorded(contribution)) return { kind: 'already', contribution };
  const move = { to: 'withdrawn', at, by, ...(tap === undefined ? {} : { tap }) } as const;
  return { kind: 'done', contribution: { ...contribution, moves: [...contribution.moves, move] } };
}

export function isRecorded({ moves }: Contribution): boolean {
  return moves.at(-1)?.to === 'recorded';
}

function mayRecord({ actor, frame, now }: ActContext): boolean {
  return may('record-contribution', { person: actor, roles: frame.roles, on: londonDate(now) });
}
