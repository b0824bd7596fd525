import { refused, type ActContext } from './act-context.ts';
import { isThere } from './settings/judge-network.ts';
import { claimState } from './claim.ts';
import type { Claim, Meeting, MeetingId, NetworkId } from './facts.ts';
import { withMove } from './judge-claim.ts';
import { endOf, isHeld, isYearOpen, meetingIdAt } from './meeting.ts';
import { may, type Permission } from './permissions.ts';
import { holdersOf } from './roles.ts';
import { LONDON, londonDate, type PlainDate, type PlainTime } from './time.ts';
import { isWebLink, readTimes, type TypedTimes } from './typed-times.ts';

/** What a meeting is from now on. */
export type MeetingVersion = Omit<Meeting, 'recordedAt'>;

export type CalendarRefusal =
  | 'network-ended'
  | 'no-such-network'
  | 'not-your-network'
  | 'not-a-date'
  | 'not-a-time'
  | 'no-such-time'
  | 'ends-before-start'
  | 'too-far-ahead'
  | 'not-a-link'
  | 'doubled'
  | 'year-closed'
  | 'already-held'
  | 'has-passed'
  | 'chair-only'
  | 'cancelling-needs-a-reason'
  | 'put-it-back-first'
  | 'claims-were-voided'
  | 'meeting-recorded';

export type CalendarVerdict =
  /** `voided`: claims that go with it. */
  | { kind: 'done'; meeting: MeetingVersion; voided: readonly Claim[] }
  | { kind: 'already' }
  | { kind: 'refused'; because: CalendarRefusal };

export interface NewMeeting extends TypedTimes {
  readonly network: string;
  readonly title?: string | undefined;
  readonly location?: string | undefined;
  readonly joinLink?: string | undefined;
  readonly openToExecutives: boolean;
}

/** A new meeting: also one held lately that nobody had put in the calendar. */
export function judgeAddMeeting(asked: NewMeeting, context: ActContext): CalendarVerdict {
  const { frame, now } = context;
  const network = frame.networks.find(({ id }) => id === asked.network);
  if (network === undefined) return refused('no-such-network');
  if (!mayDo('keep-calendar', network.id, context)) return refused('not-your-network');
  const times = readTimes(asked, context.now);
  if (times.kind === 'refused') return times;
  const { date, start, end } = times;
  if (!isThere(network, date)) return refused('network-ended');
  const link = asked.joinLink ?? '';
  if (link !== '' && !isWebLink(link)) return refused('not-a-link');

  const said = {
    network: network.id,
    title: asked.title || `${network.name} meeting`,
    ...{ date, start, end, timeZone: LONDON },
    ...(asked.location ? { location: asked.location } : {}),
    ...(link === '' ? {} : { joinLink: link }),
    openToExecutives: asked.openToExecutives,
  };
  const there = meetingAt(frame.meetings, network.id, date, start);
  if (there !== undefined) {
    return isSame(there, said) ? { kind: 'already' } : refused('doubled');
  }
  const today = londonDate(now);
  const meeting: MeetingVersion = {
    ...said,
    id: freeId(frame.meetings, meetingIdAt(network.id, date, start)),
    on: date < today ? date : today,
    ...tapOf(context),
  };
  if (!isYearOpen({ ...meeting, recordedAt: now }, now, frame.settings.yearStartMonth)) {
    return refused('year-closed');
  }
  return done(meeting);
}

/** To another day or time. One that was held stays where it was; a claim can only be for that. */
export function judgeMoveMeeting(
  meeting: Meeting,
  asked: TypedTimes,
  context: ActContext,
): CalendarVerdict {
  const { frame, now } = context;
  if (!mayDo('keep-calendar', meeting.network, context)) return refused('not-your-network');
  const times = readTimes(asked, context.now);
  if (times.kind === 'refused') return times;
  const { date, start, end } = times;
  if (meeting.date === date && meeting.start === start && meeting.end === end) {
    return { kind: 'already' };
  }
  if (meeting.cancelled === true) return refused('put-it-back-first');
  if (isHeld(meeting, now)) return refused('already-held');
  const moved: Meeting = { ...meeting, date, start, end, timeZone: LONDON };
  if (endOf(moved) <= now) return refused('has-passed');
  const there = meetingAt(frame.meetings, meeting.network, date, start);
  if (there !== undefined && there.id !== meeting.id) return refused('doubled');
  const before = { date: meeting.date, start: meeting.start, end: meeting.end, until: now };
  return done({
    ...version(moved, context),
    wasAt: [...(meeting.wasAt ?? []), before],
    ...changedFor(meeting, context),
  });
}

/**
 * Calls a meeting off. One that was held takes its claims with it, and says why: the chair's
 * decision, or the deputy's while nobody chairs [ours].
 */
export function judgeCancelMeeting(
  meeting: Meeting,
  reason: string | undefined,
  claims: readonly Claim[],
  context: ActContext,
): CalendarVerdict {
  const { frame, now, actor, tap } = context;
  if (!mayDo('keep-calendar', meeting.network, context)) return refused('not-your-network');
  if (meeting.cancelled === true) return { kind: 'already' };
  if (isHeld(meeting, now)) {
    if (!isYearOpen(meeting, now, frame.settings.yearStartMonth)) return refused('year-closed');
    if (!mayCancelHeld(meeting, context)) return refused('chair-only');
    if (!reason) return refused('cancelling-needs-a-reason');
  }
  const voided = standingClaims(claims).map((claim) =>
    withMove(claim, {
      to: 'voided',
      at: now,
      by: actor,
      ...(reason ? { reason } : {}),
      ...(tap === undefined ? {} : { tap }),
    }),
  );
  return done(
    {
      ...version(meeting, context),
      cancelled: true,
      ...changedFor(meeting, context),
      ...(reason ? { cancelledBecause: reason } : {}),
      ...(voided.length > 0 ? { claimsVoided: true } : {}),
    },
    voided,
  );
}

/** Puts a cancelled meeting back, as long as nothing that was recorded went with it. */
export function judgeRestoreMeeting(meeting: Meeting, context: ActContext): CalendarVerdict {
  const { frame, now } = context;
  if (!mayDo('keep-calendar', meeting.network, context)) return refused('not-your-network');
  if (meeting.cancelled !== true) return { kind: 'already' };
  if (meeting.claimsVoided === true) return refused('claims-were-voided');
  if (!isYearOpen(meeting, now, frame.settings.yearStartMonth)) return refused('year-closed');
  if (meetingAt(frame.meetings, meeting.network, meeting.date, meeting.start) !== undefined) {
    return refused('doubled');
  }
  const { cancelled: _, cancelledBecause: _words, ...back } = version(meeting, context);
  return done({ ...back, ...changedFor(meeting, context) });
}

/**
 * Opens a meeting to executives, or keeps it for members. What somebody has recorded stays: then it
 * was open when they came [ours].
 */
export function judgeOpenMeeting(
  meeting: Meeting,
  openToExecutives: boolean,
  claims: readonly Claim[],
  context: ActContext,
): CalendarVerdict {
  const { frame, now } = context;
  if (!mayDo('keep-calendar', meeting.network, context)) return refused('not-your-network');
  if (meeting.openToExecutives === openToExecutives) return { kind: 'already' };
  if (meeting.cancelled === true) return refused('put-it-back-first');
  if (!isYearOpen(meeting, now, frame.settings.yearStartMonth)) return refused('year-closed');
  if (!openToExecutives && standingClaims(claims).length > 0) return refused('meeting-recorded');
  const { now: at, actor: by } = context;
  return done({ ...version(meeting, context), openToExecutives, changed: { at, by } });
}

/** What a row of the chair's own file makes of a meeting that is there: words, never history. */
export function judgeRewriteMeeting(
  meeting: Meeting,
  fact: MeetingVersion,
  context: ActContext,
): CalendarVerdict {
  if (!mayDo('keep-calendar', meeting.network, context)) return refused('not-your-network');
  if (meeting.cancelled === true) return refused('put-it-back-first');
  if (isHeld(meeting, context.now)) return refused('already-held');
  const { now: at, actor: by } = context;
  const isOpened = fact.openToExecutives !== meeting.openToExecutives;
  return done({ ...fact, ...(isOpened ? { changed: { at, by } } : {}), ...tapOf(context) });
}

/** Claims that count or wait: those that cancelling would take off the record. */
export function standingClaims(claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => ['claimed', 'confirmed', 'queried'].includes(claimState(claim)));
}

/** The meeting of the network at that time, called off ones left out. */
export function meetingAt(
  meetings: readonly Meeting[],
  network: NetworkId,
  date: PlainDate,
  start: PlainTime,
): Meeting | undefined {
  return meetings.find(
    (meeting) =>
      meeting.network === network &&
      meeting.date === date &&
      meeting.start === start &&
      meeting.cancelled !== true,
  );
}

function mayCancelHeld(meeting: Meeting, context: ActContext): boolean {
  if (mayDo('cancel-held-meeting', meeting.network, context)) return true;
  const on = londonDate(context.now);
  const chairs = holdersOf(context.frame.roles, 'network-chair', on, { network: meeting.network });
  return chairs.length === 0;
}

function mayDo(permission: Permission, network: NetworkId, context: ActContext): boolean {
  const { actor, frame, now } = context;
  return may(permission, { person: actor, roles: frame.roles, on: londonDate(now) }, { network });
}

function version(meeting: Meeting, context: ActContext): MeetingVersion {
  const { recordedAt: _, tap: _before, ...said } = meeting;
  return { ...said, ...tapOf(context) };
}

/** What becomes of a meeting kept for members concerns no executive. */
function changedFor({ openToExecutives }: Meeting, { now: at, actor: by }: ActContext) {
  return openToExecutives ? { changed: { at, by } } : {};
}

function tapOf({ tap }: ActContext): { tap?: string } {
  return tap === undefined ? {} : { tap };
}

/** The id that the day and the start give; another one where an earlier meeting has it. */
function freeId(meetings: readonly Meeting[], wanted: MeetingId): MeetingId {
  const taken = new Set(meetings.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = (number === 1 ? wanted : `${wanted}-${number}`) as MeetingId;
    if (!taken.has(id)) return id;
  }
}

function isSame(there: Meeting, said: Omit<MeetingVersion, 'id' | 'on'>): boolean {
  const { title, end, location, joinLink, openToExecutives } = said;
  return (
    there.title === title &&
    there.end === end &&
    there.location === location &&
    there.joinLink === joinLink &&
    there.openToExecutives === openToExecutives
  );
}

function done(meeting: MeetingVersion, voided: readonly Claim[] = []): CalendarVerdict {
  return { kind: 'done', meeting, voided };
}
