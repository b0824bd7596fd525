import * as z from 'zod';
import type { PersonId } from '../domain/facts.ts';
import type { Wave } from '../use-cases/nudge-ports.ts';

const waveSchema = z.object({
  organisation: z.object({ tenant: z.string(), code: z.string() }),
  people: z.array(z.string().transform((value) => value as PersonId)),
}) satisfies z.ZodType<Wave>;

/** A queue's message: ids alone. */
export function encodeWave(wave: Wave): string {
  return Buffer.from(JSON.stringify(wave)).toString('base64');
}

/** Undefined where it is no message of ours. */
export function decodeWave(text: string): Wave | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    return waveSchema.safeParse(said).data;
  } catch {
    // Not even JSON: whoever takes it puts it aside.
    return undefined;
  }
}
