import * as z from 'zod';
import { actAnswerSchema } from '../../bot/contract/acts.ts';
import type { FuzzHouse } from './house.ts';
import type { Attempt } from './attempts.ts';
import type { Got } from './send.ts';

const errorShape = z.looseObject({
  error: z.strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
    message: z.string().min(5),
    correlationId: z.string().regex(/^[\w.-]{8,64}$/),
  }),
});
const botShape = z.union([
  z.looseObject({
    statusCode: z.number().max(499),
    type: z.string().startsWith('application/vnd.microsoft.'),
    value: z.unknown(),
  }),
  z.object({ task: z.looseObject({ type: z.string() }) }),
]);

/** Somebody's words or name, or an address; long enough that no random id has it. */
const tells =
  /Zq(?:goal|plan|note|pledge|reflection|item|minute|course|setting|terms)|Okafor|Leila Kaur|Leader 0|pennine-vale/;

const entryShape = z.object({ by: z.string(), act: z.string() });
const lineShape = z.looseObject({ level: z.string(), because: z.string().optional() });

/** Everything about one attempt that should not be. */
export function breachesOf(
  house: FuzzHouse,
  { kind, sent, sender, never }: Attempt,
  got: Got | number | undefined,
): string[] {
  const written = house.taken();
  const lines = house.lines.splice(0);
  const breaches: string[] = [];
  const status = typeof got === 'number' ? got : (got?.status ?? 0);
  if (status >= 500) breaches.push(`answered ${status}`);
  for (const line of lines) {
    const { level, because = '' } = lineShape.parse(JSON.parse(line));
    // Where Teams has no such chat is Teams' to say.
    if (level === 'error' && !because.startsWith('teams-')) breaches.push(`faulted: ${line}`);
    if (tells.test(line)) breaches.push(`a log line tells: ${line}`);
    if (line.length > 4_000) breaches.push(`a log line of ${line.length} characters`);
  }
  if (typeof got === 'object' && !Buffer.isBuffer(sent)) {
    breaches.push(...shapeOf(got, sent.path));
  }

  if (written.length > 0) {
    const entries = written.filter(({ key }) => /^l\|\d/.test(key));
    if (entries.length !== 1) breaches.push(`${entries.length} entries for one act`);
    if (status >= 400 || status === 0) breaches.push(`refused with ${status}, and written`);
    if (never) breaches.push('it was done');
    if (sender === undefined) breaches.push('nobody sent it, and it was written');
    else {
      const { organisation, person } = house.house().callerOf(sender);
      for (const { body } of entries) {
        const { by } = entryShape.parse(JSON.parse(body));
        // An entry that named one of a pair would tell the pair: its row alone says who.
        const said = by === 'pair' ? written.some((row) => namesMover(row, person)) : by === person;
        if (!said) breaches.push(`the ledger names somebody else: ${by}`);
        if (tells.test(body)) breaches.push('the ledger tells');
      }
      const own = `${organisation.tenant}|${organisation.code}`;
      if (written.some(({ partition }) => partition !== own)) {
        breaches.push('another organisation was written to');
      }
    }
  }
  return breaches.map((breach) => `${kind}: ${breach}`);
}

function namesMover({ key, body }: { key: string; body: string }, person: string): boolean {
  return !key.startsWith('l|') && body.includes(`"by":"${person}"`);
}

function shapeOf({ status, headers, text }: Got, path: string): string[] {
  const breaches: string[] = [];
  for (const name of ['x-content-type-options', 'content-security-policy', 'referrer-policy']) {
    if (headers[name] === undefined) breaches.push(`without ${name}`);
  }
  if (status < 300 && !/^\/(api\/acts|api\/messages)$/.test(path)) return breaches;
  if (text === '' && (status < 300 || status === 308)) return breaches;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [...breaches, `an answer that is no JSON: ${text.slice(0, 80)}`];
  }
  const shape =
    status < 300
      ? path === '/api/acts'
        ? actAnswerSchema
        : botShape
      : z.union([errorShape, botShape]);
  if (!shape.safeParse(body).success) {
    breaches.push(`an answer of no documented shape: ${text.slice(0, 200)}`);
  }
  return breaches;
}
