import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { instantAt, parsePlainDate, parsePlainTime, type Instant } from '../../bot/domain/time.ts';
import type { Accounts } from './accounts.ts';
import { ok, readJson, Refused, route, type Route } from './http.ts';
import type { Meetings } from './meetings.ts';
import { readMoment, type PracticeClock } from './practice-clock.ts';

const playSchema = z.object({
  joinUrl: z.optional(z.url({ protocol: /^https$/ })),
  network: z.optional(z.string()),
  date: z.optional(z.string()),
  event: z.enum(['start', 'during', 'end']),
  present: z.optional(z.array(z.string())),
  now: z.optional(z.string()),
  as: z.optional(z.string()),
});

const rowSchema = z.object({
  Network: z.string(),
  Title: z.string(),
  Date: z.string(),
  Start: z.string(),
  End: z.string(),
  'Time Zone': z.string(),
  'Join Link': z.string(),
});

interface Listed {
  readonly network: string;
  readonly title: string;
  readonly date: string;
  readonly joinUrl: string;
  readonly starts: Instant;
  readonly ends: Instant;
}

/** Plays a meeting in practice Teams: who is there, and the events by which Teams tells of it. */
export function meetingRoutes(parts: {
  trust: string;
  accounts: Accounts;
  meetings: Meetings;
  clock: PracticeClock;
  /** Called after the clock was moved, and after an event: resolves once the bot is done with it. */
  clockMoved: () => Promise<void>;
}): readonly Route[] {
  const { accounts, meetings, clock } = parts;
  return [
    route('POST', '/local/meeting', async ({ request }) => {
      const asked = playSchema.parse(await readJson(request));
      const found = await listedMeeting(parts.trust, asked);
      const joinUrl = asked.joinUrl ?? found?.joinUrl;
      if (joinUrl === undefined) {
        throw new Refused(404, 'Name a joinUrl, or a network and a date of trust/meetings.csv.');
      }
      const moment = momentOf(asked.now, asked.event, found);
      if (moment !== undefined && moment > clock.now()) clock.moveTo(moment);
      if (asked.present !== undefined) {
        meetings.attend(
          joinUrl,
          asked.present.map((name) => accounts.get(name)),
        );
      }
      await parts.clockMoved();
      const turn =
        asked.event === 'during'
          ? { status: 200, body: '' }
          : await meetings.tell(asked.event, {
              joinUrl,
              title: found?.title ?? 'A meeting',
              at: clock.now(),
              sender: accounts.get(asked.as ?? asked.present?.[0] ?? accounts.all[0]?.id ?? ''),
            });
      await parts.clockMoved();
      return ok({ status: turn.status, body: turn.body, now: clock.now() });
    }),
    route('GET', '/local/look-ups', () =>
      ok(
        meetings.lookUps.map((lookUp) => ({
          ...lookUp,
          person: accounts.find(lookUp.participant)?.email ?? null,
        })),
      ),
    ),
  ];
}

/** Where `now` is left out: the calendar's start for a start, its end for an end. */
function momentOf(
  now: string | undefined,
  event: 'start' | 'during' | 'end',
  found: Listed | undefined,
): Instant | undefined {
  if (now !== undefined) {
    const moment = readMoment(now);
    if (moment === undefined) throw new Refused(400, 'Write the time as 2026-06-10T12:20.');
    return moment;
  }
  return event === 'start' ? found?.starts : event === 'end' ? found?.ends : undefined;
}

async function listedMeeting(
  trust: string,
  asked: z.infer<typeof playSchema>,
): Promise<Listed | undefined> {
  const rows: unknown = parse(await readFile(join(trust, 'meetings.csv')), {
    bom: true,
    columns: true,
  });
  const listed = z.array(rowSchema).parse(rows).flatMap(asListed);
  if (asked.joinUrl !== undefined) {
    return listed.find(({ joinUrl }) => joinUrl === asked.joinUrl);
  }
  return listed.find(
    ({ network, date }) =>
      network.toLowerCase() === asked.network?.toLowerCase() && date === asked.date,
  );
}

function asListed(row: z.infer<typeof rowSchema>): Listed[] {
  const date = parsePlainDate(row.Date);
  const start = parsePlainTime(row.Start);
  const end = parsePlainTime(row.End);
  if (!date || !start || !end) return [];
  const zone = row['Time Zone'];
  return [
    {
      network: row.Network,
      title: row.Title,
      date,
      joinUrl: row['Join Link'],
      starts: instantAt(date, start, zone),
      ends: instantAt(date, end, zone),
    },
  ];
}
