import * as z from 'zod/mini';
import { silverCodes } from './silver.ts';

const date = z.string();

/** Each measured line at the ends of the year's months, and on the day itself. */
export const silverYearSchema = z.object({
  on: date,
  known: z.string(),
  year: z.object({ start: date, end: date }),
  lines: z.array(
    z.object({
      code: z.enum(silverCodes),
      points: z.array(z.object({ on: date, n: z.number(), of: z.number(), ready: z.boolean() })),
    }),
  ),
});
export type SilverYear = z.infer<typeof silverYearSchema>;
export type YearLine = SilverYear['lines'][number];
