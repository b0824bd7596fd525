import type { Frame, NetworkId } from '../facts.ts';
import { addDays, londonDate, type Instant } from '../time.ts';
import type { AgendaItem } from './item.ts';
import { lastItemMove, type StandingMove } from './item-state.ts';

/** [ours] What could not be said in the channel for so long is no news any more. */
const FRESH_DAYS = 28;

/** Whether a conversation in Teams is a team's channel, by its id. */
export function isChannelId(conversation: string): boolean {
  return /^19:[^;]+@thread\.(tacv2|skype)$/.test(conversation);
}

/** The channel that a network's chair linked, and since when. `frame` is as known. */
export function channelOf(
  frame: Pick<Frame, 'series'>,
  network: NetworkId,
): { conversation: string; since: Instant } | undefined {
  const linked = frame.series
    .filter((series) => series.network === network && isChannelId(series.conversation))
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0];
  return linked && { conversation: linked.conversation, since: linked.recordedAt };
}

/**
 * Whether that move is told in the channel that is linked: one linked later doesn't hear of it, and
 * what may not have arrived there is told to chair and deputy.
 */
export function wasToldInChannel(
  { network }: AgendaItem,
  { at, untold }: StandingMove,
  frame: Pick<Frame, 'series'>,
): boolean {
  const channel = channelOf(frame, network);
  return channel !== undefined && channel.since <= at && untold !== true;
}

export interface Announcement {
  /** Told once, under this name. */
  readonly id: string;
  readonly network: NetworkId;
  readonly conversation: string;
  readonly item: string;
  /** Which of its moves. */
  readonly move: number;
}

/** What networks' channels are to hear now: what was fed back, and still stands. */
export function dueAnnouncements(
  items: readonly AgendaItem[],
  frame: Pick<Frame, 'series'>,
  now: Instant,
): Announcement[] {
  return items.flatMap((item) => {
    const { network } = item;
    const last = lastItemMove(item);
    const channel = channelOf(frame, network);
    if (last.to !== 'fed-back' || channel === undefined) return [];
    if (!wasToldInChannel(item, last, frame)) return [];
    if (londonDate(now) > addDays(londonDate(last.at), FRESH_DAYS)) return [];
    const move = item.moves.findIndex(({ at }) => at === last.at);
    const id = `item-${item.id}-${move}`;
    return [{ id, network, conversation: channel.conversation, item: item.id, move }];
  });
}

/** The item, of whose move it isn't known whether its channel heard it. */
export function untoldInChannel(item: AgendaItem, move: number): AgendaItem {
  const [raised, ...others] = item.moves;
  const marked = others.map((each, index) =>
    index + 1 === move ? { ...each, untold: true as const } : each,
  );
  return { ...item, moves: [raised, ...marked] };
}
