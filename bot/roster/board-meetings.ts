import * as z from 'zod';
import type { KnownBoardMeetings, Reading, RowsSummary } from '../use-cases/readers.ts';
import { dateCell, parseRow, text, timeCell } from './cells.ts';
import type { ParsedRow } from './cells.ts';
import { compare, isOlderFile, latestBy, readRows } from './rows.ts';
import type { Part } from './rows.ts';
import { rowKey, settler } from './settle.ts';
import type { Row } from './table.ts';
import { fullDate } from '../contract/dates.ts';

const columns = ['Title', 'Date', 'Start', 'Papers Due'] as const;

const schema = z.object({ Title: text, Date: dateCell, Start: timeCell, 'Papers Due': dateCell });

interface BoardMeetingRow {
  readonly parsed: ParsedRow<z.output<typeof schema>>;
  readonly cells: Row<(typeof columns)[number]>['cells'];
}

/** The public board meetings; a meeting's id is its day and its start. */
export async function readBoardMeetings(
  bytes: Uint8Array,
): Promise<Reading<KnownBoardMeetings, RowsSummary>> {
  const parse = (row: Row<(typeof columns)[number]>): BoardMeetingRow => ({
    parsed: parseRow(schema, row),
    cells: row.cells,
  });
  return readRows(bytes, columns, parse, hold);
}

function* hold(rows: readonly BoardMeetingRow[], known: KnownBoardMeetings): Generator<Part> {
  const settle = settler('board-meetings', known.fileName);
  const isOlder = isOlderFile(known);
  const meetings = latestBy(known.boardMeetings, ({ id }) => id);
  const seen = new Set<string>();
  for (const { parsed, cells } of rows) {
    const row = parsed.number;
    if (parsed.kind === 'fault') {
      const { problem, column, what } = parsed;
      const detail = `${column || 'The row'} ${what}. The row was not imported.`;
      yield { facts: [settle({ problem, about: `${column}|${rowKey(cells)}`, row, detail })] };
      continue;
    }
    const { Title: title, Date: date, Start: start, 'Papers Due': papersDue } = parsed.value;
    const id = `${date}-${start.replace(':', '')}`;
    if (papersDue > date) {
      const detail = `${title}, ${fullDate(date)}: the papers are due after the meeting. The row was not imported.`;
      yield { facts: [settle({ problem: 'bad-date', about: id, row, detail })] };
    } else if (seen.has(id)) {
      const detail = `${title}, ${fullDate(date)}, is in the file already; the first row was imported.`;
      yield { facts: [settle({ problem: 'listed-twice', about: id, row, detail })] };
    } else {
      const on = date < known.asAt ? date : known.asAt;
      const fact = { id, on, title, date, start, papersDue };
      const change = compare(meetings.get(id), fact, isOlder);
      yield { change, facts: change === 'unchanged' ? [] : [{ kind: 'board-meeting', fact }] };
    }
    seen.add(id);
  }
  for (const { id, title, date } of isOlder ? [] : meetings.values()) {
    if (seen.has(id) || date < known.asAt) continue;
    const detail = `${title}, ${fullDate(date)}, is no longer in the list of board meetings. Cancelled or moved?`;
    yield { facts: [settle({ problem: 'board-meeting-no-longer-listed', about: id, detail })] };
  }
}
