import * as z from 'zod/mini';
import { checked } from '../contract/checked.ts';
import type { Doors } from '../use-cases/doors.ts';
import { readObject } from './body.ts';
import { icalendarOf } from './meetings-icalendar.ts';
import * as reply from './reply.ts';
import type { Asked, Route, Unproven } from './routes.ts';

const previewSchema = z.object({
  network: z.string().check(z.minLength(1), z.maxLength(120)),
  file: z.string().check(z.minLength(1), z.maxLength(100_000)),
});

/** The chair's calendar, and calendars that other programs follow. */
export function calendarRoutes(doors: Doors, asked: Asked, unproven: Unproven): Route[] {
  return [
    {
      method: 'get',
      path: '/api/me/calendar',
      answer: asked(async (caller, _, about) => {
        return { kind: 'data', status: 200, data: await doors.calendar(caller), about };
      }),
    },
    {
      method: 'post',
      path: '/api/me/calendar/preview',
      answer: asked(async (caller, { message }, about) => {
        const read = await readObject(message);
        if (read.kind === 'refused') return { ...reply.badBody(read), about };
        const file = checked(previewSchema, read.body);
        if (!file.success) {
          const field = file.error.issues[0]?.path.join('.') || 'file';
          return { ...reply.badField(field), about };
        }
        return reply.shownAnswer(await doors.previewMeetings(caller, file.data), about);
      }),
    },
    {
      method: 'get',
      path: '/api/me/calendar.ics',
      answer: asked(async (caller, { query }, about) => {
        const shown = await doors.downloadCalendar(caller, query.get('of') ?? 'own');
        if (shown.kind === 'refused') return reply.shownAnswer(shown, about);
        return { kind: 'calendar', name: 'meetings.ics', text: icalendarOf(shown.view), about };
      }),
    },
    {
      // The address is the key: it is never logged, and answers nobody else's question.
      method: 'get',
      path: '/calendar/*',
      answer: async (incoming) => {
        const { path } = incoming;
        // Guessing costs storage a look each: whoever guessed too often isn't looked up at all.
        if (unproven.isSpent(incoming)) return unproven.answer(incoming, reply.noSuchAddress);
        const [, secret] = /^\/calendar\/([A-Za-z0-9_-]{43})\.ics$/.exec(path) ?? [];
        const feed = secret === undefined ? undefined : await doors.followedFeed(secret);
        if (feed === undefined) return unproven.answer(incoming, reply.noSuchAddress);
        return { kind: 'calendar', name: 'meetings.ics', text: icalendarOf(feed) };
      },
    },
  ];
}
