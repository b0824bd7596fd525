import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import * as z from 'zod';
import { roleNames } from '../domain/facts.ts';
import {
  endOfDay,
  instantAt,
  isOnTheClock,
  LONDON,
  parseInstant,
  parsePlainDate,
  parsePlainTime,
  type Instant,
} from '../domain/time.ts';
import { erasureGrounds } from '../use-cases/ports.ts';
import { refused } from './given.ts';

/** Every option that a command may take; each names its own. */
const all = {
  org: { type: 'string' },
  all: { type: 'boolean' },
  tenant: { type: 'string' },
  file: { type: 'string' },
  out: { type: 'string' },
  person: { type: 'string' },
  import: { type: 'string' },
  into: { type: 'string' },
  role: { type: 'string' },
  network: { type: 'string' },
  for: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'as-at': { type: 'string' },
  at: { type: 'string' },
  name: { type: 'string' },
  'year-start': { type: 'string' },
  target: { type: 'string' },
  grade: { type: 'string', multiple: true },
  'speak-up': { type: 'string' },
  because: { type: 'string' },
  confirm: { type: 'string' },
  on: { type: 'string' },
  known: { type: 'string' },
  replace: { type: 'boolean' },
  verbose: { type: 'boolean' },
  apply: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;
export type OptionName = keyof typeof all;

const day = (option: string) =>
  z.string().transform((text, context) => {
    const date = parsePlainDate(text);
    if (date && date >= '2000-01-01' && date < '2200-01-01') return date;
    const message = `${option} is a day such as 2026-04-01`;
    context.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  });

/** A day means the end of it, in London. */
const moment = z.string().transform((text, context) => {
  const date = parsePlainDate(text);
  const instant = date === undefined ? parseInstant(text) : endOfDay(date);
  if (instant && instant >= '2000' && instant < '2200') return instant;
  const message = '--known is a day such as 2026-04-01, or a moment such as 2026-04-01T12:00:00Z';
  context.issues.push({ code: 'custom', message, input: text });
  return z.NEVER;
});

/** As it is written in the code, or in words: `edi-lead`, “EDI lead”. */
const roleName = z
  .string()
  .transform((text) => text.trim().toLowerCase().replaceAll(' ', '-'))
  .pipe(z.enum(roleNames, `--role is one of ${roleNames.join(', ')}`));

const valuesSchema = z.object({
  org: z
    .string('--org is needed: the organisation’s ODS code')
    .regex(/^[A-Za-z0-9_-]{1,20}$/, '--org is an ODS code: 1 to 20 letters and digits'),
  tenant: z.optional(
    z
      .string()
      .toLowerCase()
      .regex(/^[0-9a-f-]{36}$/, '--tenant is the Microsoft 365 tenant’s id, 36 characters')
      // As the examples write it: nobody is in it, and the service refuses it too.
      .refine((id) => /[1-9a-f]/.test(id), '--tenant is still the example’s, with noughts alone'),
  ),
  file: z.optional(z.string().min(1, '--file needs a file’s name')),
  person: z.optional(z.string().min(1, '--person needs a staff number or a work address')),
  into: z.optional(z.string().min(1, '--into needs an ODS code')),
  role: z.optional(roleName),
  network: z.optional(z.string().min(1, '--network needs a network’s name')),
  for: z.optional(z.string().min(1, '--for needs a staff number or a work address')),
  from: z.optional(day('--from')),
  to: z.optional(day('--to')),
  import: z.optional(z.string().min(1, '--import needs an import’s id')),
  'as-at': z.optional(day('--as-at')),
  at: z.optional(
    z.string().transform((text, context) => {
      const then = momentOf(text);
      if (then && then >= '2000' && then < '2200') return then;
      const message = '--at is a moment in London such as 2026-04-09T09:30';
      context.issues.push({ code: 'custom', message, input: text });
      return z.NEVER;
    }),
  ),
  name: z.optional(z.string()),
  'year-start': z.optional(z.coerce.number('--year-start is a month’s number, 1 to 12')),
  target: z.optional(z.coerce.number('--target is a number of meetings')),
  grade: z.optional(
    z.array(z.string().regex(/^[^=]+=[^=]+$/, '--grade is CODE=BAND, such as ZL03=8a')),
  ),
  'speak-up': z.optional(z.string()),
  because: z.optional(z.enum(erasureGrounds, `--because is one of ${erasureGrounds.join(', ')}`)),
  confirm: z.optional(z.string()),
  on: z.optional(day('--on')),
  known: z.optional(moment),
  out: z.optional(z.string().min(1, '--out needs a name')),
  replace: z.optional(z.boolean()),
  verbose: z.optional(z.boolean()),
  apply: z.optional(z.boolean()),
});

const orAllSchema = valuesSchema
  .extend({ org: z.optional(valuesSchema.shape.org), all: z.optional(z.boolean()) })
  .refine((values) => (values.org === undefined) === (values.all === true), {
    message: 'either --org is needed, the organisation’s ODS code, or --all',
  });

/** On the clocks of London, unless it says otherwise; not one that they skip. */
function momentOf(text: string): Instant | undefined {
  const [date, time] = [parsePlainDate(text.slice(0, 10)), parsePlainTime(text.slice(11))];
  if (date === undefined || text[10] !== 'T') return undefined;
  if (time === undefined) return parseInstant(text);
  return isOnTheClock(date, time, LONDON) ? instantAt(date, time, LONDON) : undefined;
}

/** Reads a command line; the first fault is told in one line. */
export function readOptions(argv: readonly string[], names: readonly OptionName[]) {
  return read(argv, names, valuesSchema);
}

/** The same where the command may be for every organisation. */
export function readOptionsOrAll(argv: readonly string[], names: readonly OptionName[]) {
  return read(argv, names, orAllSchema);
}

function read<Schema extends z.ZodType>(
  argv: readonly string[],
  names: readonly OptionName[],
  schema: Schema,
): { kind: 'options'; options: z.output<Schema> } | { kind: 'refused'; because: string } {
  const options = Object.fromEntries(names.map((name) => [name, all[name]]));
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true });
    const parsed = schema.safeParse(values);
    if (parsed.success) return { kind: 'options', options: parsed.data };
    return refused(parsed.error.issues[0]?.message ?? 'these options can’t be read');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // parseArgs explains at length; its first sentence is enough.
    return refused(error.message.split(/\. |\n/)[0] ?? error.message);
  }
}
