import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import {
  addDays,
  epochMilliseconds,
  instantAt,
  londonDate,
  parsePlainDate,
  parsePlainTime,
  type Instant,
} from '../../bot/domain/time.ts';
import { isWorkingDay } from '../../bot/domain/working-days.ts';
import { morningOf } from './practice-clock.ts';

const meetingRow = z.object({
  Date: z.string().transform(parsePlainDate),
  End: z.string().transform(parsePlainTime),
  'Time Zone': z.string(),
});

/** The moments that the window's clock offers to jump to. */
export interface Jumps {
  readonly workingDay: Instant;
  /** The morning after the next meeting that is yet to end; undefined when the year's are over. */
  readonly afterMeeting: Instant | undefined;
}

/** Reads the trust's meetings and England's bank holidays, once. */
export async function openDiary(trust: string): Promise<(now: Instant) => Jumps> {
  const isBankHoliday = englandsBankHolidays();
  const file = await readFile(join(trust, 'meetings.csv'));
  const rows: unknown = parse(file, { bom: true, columns: true });
  const meetings = z
    .array(meetingRow)
    .parse(rows)
    .flatMap(({ Date: date, End: end, 'Time Zone': zone }) =>
      date && end ? [{ date, ends: instantAt(date, end, zone) }] : [],
    )
    .sort((a, b) => epochMilliseconds(a.ends) - epochMilliseconds(b.ends));

  return (now) => {
    let day = addDays(londonDate(now), 1);
    while (!isWorkingDay(day, isBankHoliday)) day = addDays(day, 1);
    const next = meetings.find(({ ends }) => ends > now);
    return {
      workingDay: morningOf(day),
      afterMeeting: next && morningOf(addDays(next.date, 1)),
    };
  };
}
