import { LONDON, wallClock } from '../domain/time.ts';
import type { FeedEvent, FeedView } from '../use-cases/follow-calendar.ts';
import { component, escapeText, local, property, utc, write } from './icalendar.ts';

/** How often a program that follows a calendar should look again; Outlook reads the second. */
const refresh = ['REFRESH-INTERVAL;VALUE=DURATION:PT4H', 'X-PUBLISHED-TTL:PT4H'];

/** London's clocks, by the rule in force since 1996. */
const london = component('VTIMEZONE', [
  `TZID:${LONDON}`,
  ...component('STANDARD', [
    'DTSTART:19961027T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0000',
    'TZNAME:GMT',
  ]),
  ...component('DAYLIGHT', [
    'DTSTART:19960331T010000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0000',
    'TZOFFSETTO:+0100',
    'TZNAME:BST',
  ]),
]);

/** Meetings for calendar programs (RFC 5545). A meeting called off says so, and stays in. */
export function icalendarOf(feed: FeedView): string {
  return write(
    component('VCALENDAR', [
      'VERSION:2.0',
      'PRODID:-//Silver Commitments//Network meetings//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      property(['NAME', escapeText(feed.name)]),
      property(['X-WR-CALNAME', escapeText(feed.name)]),
      property(['X-WR-TIMEZONE', LONDON]),
      ...refresh,
      ...london,
      ...feed.events.flatMap(asEvent),
    ]),
  );
}

function asEvent(event: FeedEvent): string[] {
  const note = event.membersOnly ? 'For members of the network.' : '';
  const description = [note, event.link ?? ''].filter((text) => text !== '').join('\n');
  // What is for members now wasn't called off: it only leaves the calendar.
  const title = event.cancelled && !event.closed ? `Cancelled: ${event.title}` : event.title;
  return component('VEVENT', [
    property(['UID', escapeText(event.uid)]),
    property(['DTSTAMP', utc(event.modified)]),
    property(['CREATED', utc(event.created)]),
    property(['LAST-MODIFIED', utc(event.modified)]),
    property(['SEQUENCE', String(event.sequence)]),
    property([`DTSTART;TZID=${LONDON}`, local(wallClock(event.starts, LONDON))]),
    property([`DTEND;TZID=${LONDON}`, local(wallClock(event.ends, LONDON))]),
    property(['SUMMARY', escapeText(title)]),
    ...(event.location === undefined ? [] : [property(['LOCATION', escapeText(event.location)])]),
    ...(description === '' ? [] : [property(['DESCRIPTION', escapeText(description)])]),
    ...(event.link?.startsWith('https://') ? [property(['URL', uri(event.link)])] : []),
    property(['STATUS', event.cancelled ? 'CANCELLED' : 'CONFIRMED']),
    property(['TRANSP', event.cancelled ? 'TRANSPARENT' : 'OPAQUE']),
    property(['CLASS', event.membersOnly ? 'PRIVATE' : 'PUBLIC']),
  ]);
}

/** As addresses are written; a line break or a space would end the line's meaning. */
function uri(link: string): string {
  return URL.canParse(link) ? new URL(link).href : '';
}
