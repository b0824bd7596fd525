import { refused, type ActContext } from '../act-context.ts';
import type { Network, NetworkId } from '../facts.ts';
import { networkId } from '../network-id.ts';
import { may } from '../permissions.ts';
import { addMonths, londonDate, type PlainDate } from '../time.ts';
import { firstOpenDay } from './judge-setting.ts';

const FURTHEST_MONTHS = 12;

export type NetworkVerdict =
  | { kind: 'done'; network: Omit<Network, 'recordedAt'> }
  | { kind: 'already'; network: Network }
  | {
      kind: 'refused';
      because:
        | 'not-allowed'
        | 'no-such-network'
        | 'network-name-taken'
        | 'network-name-needed'
        | 'network-ended'
        | 'meetings-after-its-end'
        | 'closed-year'
        | 'setting-too-far-ahead';
    };

interface Described {
  readonly name: string;
  readonly countsForSilver: boolean;
  /** Empty: none. */
  readonly termsUsed: string;
  readonly because: string;
}

/** A staff network that no file brought. */
export function judgeAddNetwork(asked: Described, context: ActContext): NetworkVerdict {
  const not = whyNot(context);
  if (not !== undefined) return refused(not);
  const id = networkId(asked.name);
  if (id === '') return refused('network-name-needed');
  const network = described(id, asked, context);
  const there = context.frame.networks.find((known) => isCalled(known, asked.name));
  if (there !== undefined) {
    const isSame = says(there, network);
    return isSame ? { kind: 'already', network: there } : refused('network-name-taken');
  }
  return { kind: 'done', network };
}

/** Another name, other words of its own, or whether it counts; its meetings and claims stay. */
export function judgeChangeNetwork(
  id: NetworkId,
  asked: Described,
  context: ActContext,
): NetworkVerdict {
  const found = findNetwork(id, context);
  if ('kind' in found) return found;
  if (networkId(asked.name) === '') return refused('network-name-needed');
  const others = context.frame.networks.filter((known) => known.id !== id);
  if (others.some((known) => isCalled(known, asked.name))) return refused('network-name-taken');
  const network = { ...described(id, asked, context), ...endOf(found) };
  return says(found, network) ? { kind: 'already', network: found } : { kind: 'done', network };
}

/** It never vanishes: what was attended there stays, and from the day after nothing is asked of it. */
export function judgeEndNetwork(
  id: NetworkId,
  asked: { readonly lastDay: PlainDate; readonly because: string },
  context: ActContext,
): NetworkVerdict {
  const found = findNetwork(id, context);
  if ('kind' in found) return found;
  if (found.endsOn === asked.lastDay) return { kind: 'already', network: found };
  const { frame, now } = context;
  const today = londonDate(now);
  if (found.endsOn !== undefined && found.endsOn < today) return refused('network-ended');
  if (asked.lastDay < firstOpenDay(today, frame.settings)) return refused('closed-year');
  if (asked.lastDay > addMonths(today, FURTHEST_MONTHS)) return refused('setting-too-far-ahead');
  const isAfter = frame.meetings.some(
    ({ network, date, cancelled }) => network === id && cancelled !== true && date > asked.lastDay,
  );
  if (isAfter) return refused('meetings-after-its-end');
  const { recordedAt: _, changed: __, ...said } = found;
  const network = { ...said, endsOn: asked.lastDay, ...changedBy(asked.because, context) };
  return { kind: 'done', network };
}

/** Whether anything is asked of it on a day. */
export function isThere({ endsOn }: Pick<Network, 'endsOn'>, on: PlainDate): boolean {
  return endsOn === undefined || on <= endsOn;
}

function findNetwork(id: NetworkId, context: ActContext): Network | NetworkVerdict {
  const not = whyNot(context);
  if (not !== undefined) return refused(not);
  return context.frame.networks.find((known) => known.id === id) ?? refused('no-such-network');
}

function whyNot({ actor, frame, now }: ActContext): 'not-allowed' | undefined {
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  return may('change-settings', who) ? undefined : 'not-allowed';
}

function described(
  id: NetworkId,
  { name, countsForSilver, termsUsed, because }: Described,
  context: ActContext,
): Omit<Network, 'recordedAt'> {
  return {
    ...{ id, name, countsForSilver },
    ...(termsUsed === '' ? {} : { termsUsed }),
    ...changedBy(because, context),
  };
}

function changedBy(because: string, { actor, tap }: ActContext): Pick<Network, 'changed'> {
  return { changed: { by: actor, because, ...(tap === undefined ? {} : { tap }) } };
}

function endOf({ endsOn }: Network): Pick<Network, 'endsOn'> {
  return endsOn === undefined ? {} : { endsOn };
}

function isCalled(known: Network, name: string): boolean {
  return known.id === networkId(name) || networkId(known.name) === networkId(name);
}

function says(known: Network, wanted: Omit<Network, 'recordedAt'>): boolean {
  return (
    known.name === wanted.name &&
    known.countsForSilver === wanted.countsForSilver &&
    known.termsUsed === wanted.termsUsed &&
    known.endsOn === wanted.endsOn
  );
}
