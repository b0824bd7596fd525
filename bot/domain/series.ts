import type { ActContext } from './act-context.ts';
import type { Frame, Meeting, NetworkId, Series } from './facts.ts';
import { endOf, startOf } from './meeting.ts';
import { may } from './permissions.ts';
import { epochMilliseconds, londonDate, type Instant } from './time.ts';

/** [ours] A meeting in Teams may be opened so long before the calendar has it begin. */
const EARLY_MINUTES = 60;

/** Which network a series is linked to; `frame` is as known. */
export function networkOfSeries(frame: Frame, conversation: string): NetworkId | undefined {
  return frame.series.find((series) => series.conversation === conversation)?.network;
}

export type SeriesVerdict =
  | { kind: 'done'; series: Omit<Series, 'recordedAt'> }
  | { kind: 'already' }
  | { kind: 'refused'; because: 'no-such-network' | 'not-your-network' | 'linked-elsewhere' };

/**
 * "This series is our network's": its chair or deputy, once. A series of another network stays so
 * until one of that network's own takes it back; so does a chat that its calendar joins by link.
 */
export function judgeLink(
  network: string,
  conversation: string,
  context: ActContext,
): SeriesVerdict {
  const { frame, now } = context;
  const found = frame.networks.find(({ id }) => id === network);
  if (found === undefined) return { kind: 'refused', because: 'no-such-network' };
  if (!mayLink(found.id, context)) return { kind: 'refused', because: 'not-your-network' };
  const before = networkOfSeries(frame, conversation);
  if (before === found.id) return { kind: 'already' };
  const owners = before === undefined ? networksInCalendar(frame, conversation) : [before];
  if (owners.length > 0 && !owners.some((owner) => owner === found.id || mayLink(owner, context))) {
    return { kind: 'refused', because: 'linked-elsewhere' };
  }
  return { kind: 'done', series: { on: londonDate(now), conversation, network: found.id } };
}

/** Takes the link back: chair or deputy of the network that it is linked to. */
export function judgeUnlink(conversation: string, context: ActContext): SeriesVerdict {
  const before = networkOfSeries(context.frame, conversation);
  if (before === undefined) return { kind: 'already' };
  if (!mayLink(before, context)) return { kind: 'refused', because: 'not-your-network' };
  return { kind: 'done', series: { on: londonDate(context.now), conversation } };
}

/** Networks whose calendar joins meetings by this chat's own link. */
function networksInCalendar({ meetings }: Frame, conversation: string): NetworkId[] {
  const chat = conversation.toLowerCase();
  return meetings
    .filter(({ joinLink }) => linkKey(joinLink)?.split('/').includes(chat) === true)
    .map(({ network }) => network);
}

function mayLink(network: NetworkId, { actor, frame, now }: ActContext): boolean {
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  return may('link-series', who, { network });
}

/**
 * The calendar's meeting that a meeting in Teams is: by its join link, else by its series; of
 * several, the one that is on now or about to be. `frame` is as known.
 */
export function meetingNow(
  frame: Frame,
  teams: { conversation: string; joinLink?: string | undefined },
  now: Instant,
): Meeting | undefined {
  const network = networkOfSeries(frame, teams.conversation);
  const link = linkKey(teams.joinLink);
  const near = frame.meetings.filter((meeting) => isNear(meeting, now));
  const byLink = near.filter(({ joinLink }) => link !== undefined && linkKey(joinLink) === link);
  const bySeries = near.filter((meeting) => network !== undefined && meeting.network === network);
  const found = byLink.length > 0 ? byLink : bySeries;
  return found.toSorted((a, b) => distance(a, now) - distance(b, now))[0];
}

/** From an hour before its start until its end. */
function isNear(meeting: Meeting, now: Instant): boolean {
  const opens = epochMilliseconds(startOf(meeting)) - EARLY_MINUTES * 60_000;
  return opens <= epochMilliseconds(now) && now < endOf(meeting);
}

function distance(meeting: Meeting, now: Instant): number {
  return Math.abs(epochMilliseconds(startOf(meeting)) - epochMilliseconds(now));
}

/** Teams adds who organised it after the question mark, and calendars encode it in their own ways. */
function linkKey(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { host, pathname } = new URL(link);
  try {
    return `${host}${decodeURIComponent(pathname)}`.replace(/\/$/, '').toLowerCase();
  } catch {
    // Percent signs that encode nothing: compared as they stand.
    return `${host}${pathname}`;
  }
}
