import * as z from 'zod';
import type { Meeting } from '../domain/facts.ts';
import { meetingIdAt } from '../domain/meeting.ts';
import { isOnTheClock, isTwiceOnTheClock, type PlainDate, type PlainTime } from '../domain/time.ts';
import type { Unrecorded } from '../use-cases/ports.ts';
import type { KnownMeetings, Reading, RowsSummary } from '../use-cases/readers.ts';
import { dateCell, optionalText, parseRow, text, timeCell, yesNoCell } from './cells.ts';
import type { ParsedRow } from './cells.ts';
import { networkId } from '../domain/network-id.ts';
import { networkNamed } from './networks.ts';
import { compare, isOlderFile, latestBy, readRows } from './rows.ts';
import type { Part } from './rows.ts';
import { rowKey, settler } from './settle.ts';
import type { Settler } from './settle.ts';
import type { Row } from './table.ts';
import { fullDate, timeOfDay } from '../contract/dates.ts';

const columns = [
  'Network',
  'Title',
  'Date',
  'Start',
  'End',
  'Time Zone',
  'Location',
  'Open to Executives',
  'Join Link',
] as const;

/** Left out, they stay as they are known. */
const optional = ['Location', 'Join Link'] as const;

const skipped = 'is a time that does not exist that night, as the clocks go forward';

const schema = z
  .object({
    Network: text,
    Title: text,
    Date: dateCell,
    Start: timeCell,
    End: timeCell,
    'Time Zone': text.refine(isTimeZone, 'is no time zone such as Europe/London'),
    Location: optionalText,
    'Open to Executives': yesNoCell,
    'Join Link': optionalText.refine(isWebLink, 'is no link that begins with https://'),
  })
  .refine((row) => row.End > row.Start, { path: ['End'], message: 'is not after the start' })
  .refine((row) => isThatNight(row, row.Start), { path: ['Start'], message: skipped })
  .refine((row) => isThatNight(row, row.End), { path: ['End'], message: skipped });

interface MeetingRow {
  readonly parsed: ParsedRow<z.output<typeof schema>>;
  readonly cells: Row<(typeof columns)[number]>['cells'];
  readonly absent: Row<(typeof columns)[number]>['absent'];
}

/** The networks' meetings; a meeting's id is its network, its day and its start. */
export async function readMeetings(
  bytes: Uint8Array,
): Promise<Reading<KnownMeetings, RowsSummary>> {
  const parse = (row: Row<(typeof columns)[number]>): MeetingRow => ({
    parsed: parseRow(schema, row),
    cells: row.cells,
    absent: row.absent,
  });
  return readRows(bytes, columns, parse, hold, optional);
}

function* hold(rows: readonly MeetingRow[], known: KnownMeetings): Generator<Part> {
  const settle = settler('meetings', known.fileName);
  const isOlder = isOlderFile(known);
  const meetings = latestBy(known.meetings, ({ id }) => id);
  const seen = new Set<string>();
  const moved = new Set<string>();
  for (const row of rows) {
    const fact = factOf(row, known, settle, meetings);
    if ('problem' in fact) {
      if (fact.of !== undefined) moved.add(fact.of);
      yield { facts: [fact.problem] };
    } else if (seen.has(fact.id)) {
      const detail = `${nameOf(fact)} is in the file already; the first row was imported.`;
      const number = row.parsed.number;
      yield {
        facts: [settle({ problem: 'listed-twice', about: fact.id, row: number, detail })],
      };
    } else {
      seen.add(fact.id);
      const before = meetings.get(fact.id);
      const kept = keepHistory(keepUnsaid(fact, before, row.absent ?? []), before);
      const change = compare(before && asSaid(before), kept, isOlder);
      const { number } = row.parsed;
      const facts =
        change === 'unchanged' ? [] : [{ kind: 'meeting', fact: kept, row: number } as const];
      yield { change, facts: [...facts, ...doubts(kept, row, settle)] };
    }
  }
  if (!isOlder)
    yield* noLongerListed(rows, new Set([...seen, ...moved]), { ...known, meetings }, settle);
}

function factOf(
  { parsed, cells }: MeetingRow,
  known: KnownMeetings,
  settle: Settler,
  meetings: ReadonlyMap<string, Meeting>,
): Unrecorded<Meeting> | { problem: ReturnType<Settler>; of?: string } {
  if (parsed.kind === 'fault') {
    const { number: row, problem, column, what } = parsed;
    const detail = `${column || 'The row'} ${what}. The row was not imported.`;
    return { problem: settle({ problem, about: `${column}|${rowKey(cells)}`, row, detail }) };
  }
  const { value, number: row } = parsed;
  const network = networkNamed(value.Network, known.networks);
  if (!known.networks.some(({ id }) => id === network)) {
    const detail = `No network is called “${value.Network}”. The row was not imported.`;
    return { problem: settle({ problem: 'unknown-network', about: rowKey(cells), row, detail }) };
  }
  const id = meetingIdAt(network, value.Date, value.Start);
  const there = [...meetings.values()].find(
    (meeting) =>
      meeting.network === network &&
      meeting.date === value.Date &&
      meeting.start === value.Start &&
      meeting.cancelled !== true,
  );
  const once = meetings.get(id);
  if (there === undefined && once !== undefined && isMovedFrom(once, value)) {
    const detail = `${nameOf({ title: value.Title, date: value.Date, start: value.Start })} was moved to ${fullDate(once.date)} by its network. The row was not imported.`;
    return { problem: settle({ problem: 'bad-date', about: rowKey(cells), row, detail }), of: id };
  }
  return {
    id: there?.id ?? id,
    // Known from the file's day on; a meeting that was before, from its own.
    on: value.Date < known.asAt ? value.Date : known.asAt,
    ...{ network, title: value.Title, date: value.Date, start: value.Start, end: value.End },
    ...{ timeZone: value['Time Zone'], openToExecutives: value['Open to Executives'] },
    ...(value.Location === '' ? {} : { location: value.Location }),
    ...(value['Join Link'] === '' ? {} : { joinLink: value['Join Link'] }),
  };
}

/** What a row leaves open, although it is taken: of an hour that comes twice, the first is. */
function doubts(
  { date, start, end, timeZone }: Unrecorded<Meeting>,
  row: MeetingRow,
  settle: Settler,
) {
  const { number, cells } = { number: row.parsed.number, cells: row.cells };
  return [start, end]
    .filter((time) => isTwiceOnTheClock(date, time, timeZone))
    .map((time) => {
      const detail = `${timeOfDay(time)} comes twice on ${fullDate(date)}, as the clocks go back. The first is taken.`;
      return settle({
        problem: 'bad-date',
        about: `${time}|${rowKey(cells)}`,
        row: number,
        detail,
      });
    });
}

function isThatNight(row: { Date: PlainDate; 'Time Zone': string }, time: PlainTime): boolean {
  return !isTimeZone(row['Time Zone']) || isOnTheClock(row.Date, time, row['Time Zone']);
}

function isMovedFrom(meeting: Meeting, row: { Date: PlainDate; Start: PlainTime }): boolean {
  return meeting.date !== row.Date || meeting.start !== row.Start;
}

/** What this file has no column for stays. */
function keepUnsaid(
  fact: Unrecorded<Meeting>,
  before: Meeting | undefined,
  absent: readonly string[],
): Unrecorded<Meeting> {
  const { location, joinLink } = before ?? {};
  return {
    ...fact,
    ...(absent.includes('Location') && location !== undefined ? { location } : {}),
    ...(absent.includes('Join Link') && joinLink !== undefined ? { joinLink } : {}),
  };
}

/** What no file can say stays: that the network cancelled a meeting, or moved it. */
function keepHistory(fact: Unrecorded<Meeting>, before: Meeting | undefined): Unrecorded<Meeting> {
  const { cancelled, cancelledBecause, claimsVoided, wasAt, changed } = before ?? {};
  return {
    ...fact,
    ...(cancelled === undefined ? {} : { cancelled }),
    ...(cancelledBecause === undefined ? {} : { cancelledBecause }),
    ...(claimsVoided === undefined ? {} : { claimsVoided }),
    ...(wasAt === undefined ? {} : { wasAt }),
    ...(changed === undefined ? {} : { changed }),
  };
}

/** Without what tells who wrote it down, and when. */
function asSaid(meeting: Meeting & { at?: string }): object {
  const { at: _, tap: _tap, ...said } = meeting;
  return said;
}

/** Meetings to come that the file, although it tells of their network and their time, leaves out. */
function* noLongerListed(
  rows: readonly MeetingRow[],
  seen: ReadonlySet<string>,
  known: { meetings: ReadonlyMap<string, Meeting>; asAt: PlainDate; isPart?: boolean },
  settle: Settler,
): Generator<Part> {
  const told = new Set(rows.map(({ cells }) => networkId(cells.Network)));
  const days = rows.flatMap(({ cells }) => dateCell.safeParse(cells.Date).data ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const isTold = ({ network, date }: Meeting) =>
    told.has(network) &&
    (known.isPart !== true ||
      (first !== undefined && last !== undefined && date >= first && date <= last));
  for (const meeting of known.meetings.values()) {
    if (seen.has(meeting.id) || meeting.cancelled || meeting.date < known.asAt) continue;
    if (!isTold(meeting) || isNamedInVain(meeting, rows)) continue;
    const detail = `${nameOf(meeting)} is no longer in the list of meetings. Cancelled or moved?`;
    yield { facts: [settle({ problem: 'meeting-no-longer-listed', about: meeting.id, detail })] };
  }
}

/** Its row has a fault, which is told already. */
function isNamedInVain(meeting: Meeting, rows: readonly MeetingRow[]): boolean {
  return rows.some(
    ({ parsed, cells }) =>
      parsed.kind === 'fault' &&
      networkId(cells.Network) === meeting.network &&
      dateCell.safeParse(cells.Date).data === meeting.date,
  );
}

function nameOf(meeting: Pick<Meeting, 'title' | 'date' | 'start'>): string {
  return `${meeting.title}, ${fullDate(meeting.date)}, ${timeOfDay(meeting.start)},`;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // RangeError is how Intl says that there is no such zone.
    return false;
  }
}

function isWebLink(link: string): boolean {
  return link === '' || (URL.canParse(link) && new URL(link).protocol === 'https:');
}
