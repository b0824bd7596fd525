import type { ActContext } from '../domain/act-context.ts';
import { createHash } from 'node:crypto';
import type { Outcome } from '../contract/acts.ts';
import type { Feed, Frame, Meeting } from '../domain/facts.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { endOf, networkOf, startOf } from '../domain/meeting.ts';
import { may } from '../domain/permissions.ts';
import { employmentOn } from '../domain/standing.ts';
import { addMonths, londonDate, yearOf, type Instant } from '../domain/time.ts';
import { contextOf, type House } from './context.ts';
import type { Shown } from './doors.ts';
import type { Caller } from './ports.ts';

/** One meeting as calendar programs see it: nobody's name, nobody's answer. */
export interface FeedEvent {
  /** Stays while the meeting moves. */
  readonly uid: string;
  /** Goes up with each version. */
  readonly sequence: number;
  readonly created: Instant;
  readonly modified: Instant;
  readonly starts: Instant;
  readonly ends: Instant;
  readonly title: string;
  readonly location?: string;
  readonly link?: string;
  readonly cancelled: boolean;
  readonly membersOnly: boolean;
  /** It was open to executives, and is for members now: it leaves their calendars. */
  readonly closed?: true;
}

export interface FeedView {
  readonly name: string;
  readonly events: readonly FeedEvent[];
}

/** Makes the address with this secret the one that works; the one before has stopped. */
export async function followCalendar(
  house: House,
  caller: Caller,
  asked: { calendar: string; secret: string; tap?: string | undefined },
): Promise<Outcome> {
  const of = asked.calendar as Feed['of'];
  const hash = hashOf(asked.secret);
  // An index alone opens nothing: the fact that follows does.
  const known = await house.feeds.find(hash);
  if (known !== undefined && (known.caller.person !== caller.person || known.of !== of)) {
    return { kind: 'refused', because: 'not-yours' };
  }
  const { outcome, earlier } = await changeFeed(house, caller, of, 'follow-calendar', hash);
  // Only what was allowed leads to somebody; also where it was done before and stopped half-way.
  if (outcome.kind !== 'refused' && known === undefined) {
    await house.feeds.remember(hash, caller, of);
  }
  if (earlier !== undefined) await house.feeds.forget(earlier);
  return outcome;
}

/** Stops the address: whoever has it gets nothing from then on. */
export async function unfollowCalendar(
  house: House,
  caller: Caller,
  asked: { calendar: string },
): Promise<Outcome> {
  const of = asked.calendar as Feed['of'];
  const { outcome, earlier } = await changeFeed(house, caller, of, 'unfollow-calendar', undefined);
  if (earlier !== undefined) await house.feeds.forget(earlier);
  return outcome;
}

/** `earlier` is the address that has stopped by it. */
function changeFeed(
  house: House,
  caller: Caller,
  of: Feed['of'],
  act: string,
  hash: string | undefined,
): Promise<{ outcome: Outcome; earlier?: string | undefined }> {
  return house.records.commit<{ outcome: Outcome; earlier?: string | undefined }>(
    caller.organisation,
    {
      reads: [caller.person],
      decide(book) {
        const before = book.person(caller.person)?.feeds?.find((feed) => feed.of === of);
        if (before?.hash === hash) return { outcome: { kind: 'already' } };
        // Stopping is always one's own; beginning needs the right of the day.
        if (hash !== undefined && !mayFollow(of, contextOf(house, caller, book))) {
          return { outcome: { kind: 'refused', because: 'not-yours' } };
        }
        book.putFeed(caller.person, { of, at: book.now, ...(hash === undefined ? {} : { hash }) });
        book.enter({ act, by: caller.person, about: { person: caller.person, calendar: of } });
        return { outcome: { kind: 'done' }, earlier: before?.hash };
      },
    },
  );
}

/** What an address answers: nothing where it never was, has stopped, or its owner left or lost the role. */
export async function followedFeed(house: House, secret: string): Promise<FeedView | undefined> {
  const hash = hashOf(secret);
  const found = await house.feeds.find(hash);
  if (found === undefined) return undefined;
  const { caller, of } = found;
  const { people, frame } = await house.records.some(caller.organisation, [caller.person]);
  const [owner] = people;
  const now = house.clock.now();
  if (owner?.feeds?.find((known) => known.of === of)?.hash !== hash) return undefined;
  if (employmentOn(owner, londonDate(now)).kind !== 'employed') return undefined;
  return feedOf(of, caller, frame, contextOf(house, caller, { now, frame }));
}

/** The same, downloaded once. */
export async function downloadCalendar(
  house: House,
  caller: Caller,
  of: string,
): Promise<Shown<FeedView>> {
  const frame = await house.records.frame(caller.organisation);
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  const view = feedOf(of as Feed['of'], caller, frame, context);
  return view === undefined
    ? {
        kind: 'refused',
        because: 'not-yours',
        belongsTo: [
          ...(['executive-director', 'executive-assistant'] as const),
          ...(['chair-of-the-network', 'deputy-of-the-network'] as const),
        ],
      }
    : { kind: 'shown', view };
}

/** Executives and assistants: what is open to executives. Chair and deputy: their network's own. */
export function mayFollow(of: Feed['of'], { actor, frame, now }: ActContext): boolean {
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (of !== 'own') return may('keep-calendar', who, { network: of });
  const assisted = frame.roles.flatMap((role) => (role.person === actor ? (role.for ?? []) : []));
  return (
    may('follow-open-meetings', who) ||
    assisted.some((owner) => may('follow-open-meetings', who, { owner }))
  );
}

function feedOf(
  of: Feed['of'],
  caller: Caller,
  recorded: Frame,
  context: ActContext,
): FeedView | undefined {
  if (!mayFollow(of, context)) return undefined;
  const today = londonDate(context.now);
  const frame = frameAsKnown(recorded, BY_NOW, today);
  const year = yearOf(today, frame.settings.yearStartMonth);
  const since = addMonths(year.start, -12);
  const meetings = frame.meetings
    .filter(({ date }) => date >= since)
    .filter(({ network }) => of === 'own' || network === of);
  const events = meetings.flatMap((meeting) => {
    const versions = versionsOf(meeting, recorded);
    const isClosed = of === 'own' && !meeting.openToExecutives;
    return isClosed ? closedEvent(versions, frame, caller) : asEvent(meeting, versions, caller);
  });
  const network = frame.networks.find(({ id }) => id === of);
  return {
    name: network?.name ?? `Network meetings, ${frame.settings.name}`,
    events: events.toSorted((a, b) => (a.starts < b.starts ? -1 : 1)),
  };
}

/** Oldest first. */
function versionsOf({ id }: Meeting, recorded: Frame): Meeting[] {
  return recorded.meetings
    .filter((version) => version.id === id)
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
}

/**
 * A calendar that has the meeting would keep it, so it is told that it is theirs no more: by the
 * network's name, where it stood while it was open. What members did with it since is not told.
 */
function closedEvent(versions: readonly Meeting[], frame: Frame, caller: Caller): FeedEvent[] {
  const at = versions.findLastIndex(({ openToExecutives }) => openToExecutives);
  const [open, closed] = [versions[at], versions[at + 1]];
  if (open === undefined || closed === undefined) return [];
  const { location: _, joinLink: _link, ...rest } = open;
  const shown = {
    ...rest,
    title: networkOf(frame, open)?.name ?? '',
    recordedAt: closed.recordedAt,
    openToExecutives: false,
    cancelled: true,
  };
  return [{ ...asEvent(shown, versions.slice(0, at + 2), caller), closed: true }];
}

function asEvent(meeting: Meeting, versions: readonly Meeting[], caller: Caller): FeedEvent {
  return {
    uid: `${meeting.id}.${caller.organisation.code}@silver-commitments`,
    sequence: versions.length - 1,
    created: versions[0]?.recordedAt ?? meeting.recordedAt,
    modified: meeting.recordedAt,
    starts: startOf(meeting),
    ends: endOf(meeting),
    title: meeting.title,
    ...(meeting.location === undefined ? {} : { location: meeting.location }),
    ...(meeting.joinLink === undefined ? {} : { link: meeting.joinLink }),
    cancelled: meeting.cancelled === true,
    membersOnly: !meeting.openToExecutives,
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
