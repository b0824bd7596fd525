import { breakdownCutSchema, breakdownLineSchema } from '../contract/silver-breakdown.ts';
import type { Doors } from '../use-cases/doors.ts';
import { readAsAt, readChoice, readDay } from './query.ts';
import * as reply from './reply.ts';
import type { Asked, Route } from './routes.ts';

/** The Silver figures: on a day, through a year, and by group. */
export function silverRoutes(
  doors: Pick<Doors, 'silver' | 'silverYear' | 'silverBreakdown'>,
  asked: Asked,
): Route[] {
  return [
    {
      method: 'get',
      path: '/api/organisation/silver',
      answer: asked(async (caller, { query }, about) => {
        const asAt = readAsAt(query);
        if (asAt.kind === 'refused') return { ...reply.badQuery(asAt), about };
        return reply.shownAnswer(await doors.silver(caller, asAt.value), about);
      }),
    },
    {
      method: 'get',
      path: '/api/organisation/silver/year',
      answer: asked(async (caller, { query }, about) => {
        const asAt = readAsAt(query);
        if (asAt.kind === 'refused') return { ...reply.badQuery(asAt), about };
        return reply.shownAnswer(await doors.silverYear(caller, asAt.value), about);
      }),
    },
    {
      method: 'get',
      path: '/api/organisation/silver/breakdown',
      answer: asked(async (caller, { query }, about) => {
        const line = readChoice(query, 'line', breakdownLineSchema.options);
        if (line.kind === 'refused') return { ...reply.badQuery(line), about };
        const by = readChoice(query, 'by', breakdownCutSchema.options);
        if (by.kind === 'refused') return { ...reply.badQuery(by), about };
        const on = readDay(query, 'on');
        if (on.kind === 'refused') return { ...reply.badQuery(on), about };
        const shown = await doors.silverBreakdown(caller, {
          ...{ line: line.value, by: by.value },
          ...(on.value === undefined ? {} : { on: on.value }),
        });
        return reply.shownAnswer(shown, about);
      }),
    },
  ];
}
