import * as z from 'zod/mini';
import type { Trouble } from './answer.ts';

const refusalSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), correlationId: z.optional(z.string()) }),
});

/** What an answer of the server that is no success means for the person. */
export function troubleOf(status: number, body: unknown): Trouble {
  const refusal = refusalSchema.safeParse(body);
  const { correlationId } = refusal.data?.error ?? {};
  const traced = correlationId === undefined ? {} : { correlationId };
  if (status === 401) return { kind: 'failed', because: 'sign-in', ...traced };
  // Trying again helps against a 503, but for what a newer version wrote: its words say what does.
  const isOfNewer = refusal.data?.error.code === 'newer-version';
  if ([429, 502, 503, 504].includes(status) && !isOfNewer)
    return { kind: 'failed', because: 'busy', ...traced };
  if ((status >= 500 && !isOfNewer) || !refusal.success)
    return { kind: 'failed', because: 'fault', ...traced };
  const { code, message } = refusal.data.error;
  return { kind: 'refused', code, message, ...traced };
}
