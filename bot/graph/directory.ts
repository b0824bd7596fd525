import * as z from 'zod';
import type { EntraAnswer, EntraSays } from '../use-cases/ports.ts';

const address = z
  .string()
  .max(320)
  .transform((text) => text.trim().toLowerCase());

/** As Graph answers to `$select=id,mail,userPrincipalName`; of whom we may not read, the id alone. */
const entrySchema = z.object({
  id: z.guid(),
  mail: address.nullish(),
  userPrincipalName: address.nullish(),
});
type Entry = z.infer<typeof entrySchema>;

type Fault = Exclude<EntraAnswer, { kind: 'read' }>;
type Got = { kind: 'entry'; entry: Entry } | { kind: 'nobody' } | Fault;

const patienceMs = 6_000;

/** Who the token's person is and who manages them; ids and addresses, never a name. */
export async function readDirectory(graphUrl: string, token: string): Promise<EntraAnswer> {
  const [own, manager] = await Promise.all([
    get(`${graphUrl}/v1.0/me`, token),
    get(`${graphUrl}/v1.0/me/manager`, token),
  ]);
  if (own.kind === 'nobody') return { kind: 'unreadable' };
  if (own.kind !== 'entry') return own;
  if (manager.kind !== 'entry' && manager.kind !== 'nobody') return manager;
  const says: EntraSays = {
    addresses: addressesOf(own.entry),
    ...(manager.kind === 'entry' && {
      manager: { account: manager.entry.id.toLowerCase(), addresses: addressesOf(manager.entry) },
    }),
  };
  return { kind: 'read', says };
}

/** The work address first; what somebody signs in with may be another. */
function addressesOf({ mail, userPrincipalName }: Entry): string[] {
  return [...new Set([mail, userPrincipalName])].filter((each) => typeof each === 'string');
}

async function get(url: string, token: string): Promise<Got> {
  let status: number;
  let body: unknown;
  try {
    const response = await fetch(`${url}?$select=id,mail,userPrincipalName`, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    });
    ({ status } = response);
    body = response.ok ? parseJson(await response.text()) : undefined;
    if (!response.ok) await response.body?.cancel();
  } catch (cause) {
    return { kind: 'away', cause };
  }
  if (status === 404) return { kind: 'nobody' };
  if (status === 401) return { kind: 'sign-in' };
  if (status === 403) return { kind: 'not-allowed' };
  if (status !== 200) return { kind: 'away', cause: new Error(`Graph answered ${status}`) };
  const entry = entrySchema.safeParse(body);
  return entry.success ? { kind: 'entry', entry: entry.data } : { kind: 'unreadable' };
}

/** Undefined for what isn't JSON: the schema doesn't take it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
