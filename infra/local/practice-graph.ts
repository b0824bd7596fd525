import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { jwtVerify } from 'jose';
import * as z from 'zod';
import { objectIdFor, type Accounts } from './accounts.ts';
import { graphAudience } from './entra-consent.ts';
import { route, type Answer, type Call, type Route } from './http.ts';
import type { SigningKey } from './signing-key.ts';

const rosterRow = z.object({
  'Person ID': z.string(),
  'Email Address': z.string(),
  'Supervisor Person ID': z.string(),
});
const entraRow = z.object({ 'Email Address': z.string(), Manager: z.string() });

/** Who manages whom according to Entra: as the staff list says, but for what entra.csv says. */
export async function readManagers(folder: string): Promise<Map<string, string>> {
  const listed = await rows(join(folder, 'roster-2026-04-01.csv'), rosterRow);
  const addressOf = new Map(listed.map((row) => [row['Person ID'], row['Email Address']]));
  const managers = new Map<string, string>();
  for (const row of listed) {
    const manager = addressOf.get(row['Supervisor Person ID']);
    if (manager !== undefined) managers.set(row['Email Address'], manager);
  }
  for (const row of await rows(join(folder, 'entra.csv'), entraRow)) {
    managers.set(row['Email Address'], row.Manager);
  }
  return managers;
}

export interface PracticeGraph {
  readonly routes: readonly Route[];
  /** Answers so instead of what is known, to `me` or `me/manager`; without an answer as before. */
  instead(path: 'me' | 'me/manager', answer?: Answer): void;
  /** Whom Entra names as somebody's manager from now on. */
  manages(address: string, manager: string | undefined): void;
}

/** As much of Microsoft Graph as the app asks, in the shapes of Microsoft's documentation. */
export function createPracticeGraph(given: {
  accounts: Accounts;
  key: SigningKey;
  managers: ReadonlyMap<string, string>;
}): PracticeGraph {
  const { accounts, key } = given;
  const managers = new Map(given.managers);
  const replaced = new Map<string, Answer>();

  const asked =
    (path: 'me' | 'me/manager', answer: (address: string) => string | undefined) =>
    async ({ request, url }: Call): Promise<Answer> => {
      const oid = await bearerOf(request.headers.authorization, key);
      if (oid === undefined) return fault(401, 'InvalidAuthenticationToken');
      const other = replaced.get(path);
      if (other !== undefined) return other;
      const address = answer(accounts.get(oid).email);
      if (address === undefined) return fault(404, 'Request_ResourceNotFound');
      const entry = { id: objectIdFor(address), mail: address, userPrincipalName: address };
      const select = url.searchParams.get('$select')?.split(',') ?? Object.keys(entry);
      const chosen = Object.entries(entry).filter(([name]) => select.includes(name));
      const context = `${graphAudience}/v1.0/$metadata#users(${select.join(',')})/$entity`;
      return {
        status: 200,
        body: { '@odata.context': context, ...Object.fromEntries(chosen) },
      };
    };

  return {
    routes: [
      route(
        'GET',
        '/graph/v1.0/me',
        asked('me', (address) => address),
      ),
      route(
        'GET',
        '/graph/v1.0/me/manager',
        asked('me/manager', (own) => managers.get(own)),
      ),
    ],
    instead: (path, answer) =>
      void (answer === undefined ? replaced.delete(path) : replaced.set(path, answer)),
    manages: (address, manager) =>
      void (manager === undefined ? managers.delete(address) : managers.set(address, manager)),
  };
}

async function bearerOf(header: string | undefined, key: SigningKey): Promise<string | undefined> {
  try {
    const token = (header ?? '').replace('Bearer ', '');
    const { payload } = await jwtVerify(token, key.publicKey, { audience: graphAudience });
    return String(payload['oid']);
  } catch {
    // Whatever is wrong with it, Graph says the same.
    return undefined;
  }
}

/** https://learn.microsoft.com/graph/errors */
function fault(status: number, code: string): Answer {
  return { status, body: { error: { code, message: 'The practice Graph refuses this.' } } };
}

async function rows<Row>(file: string, schema: z.ZodType<Row>): Promise<Row[]> {
  const parsed: unknown = parse(await readFile(file), { bom: true, columns: true });
  return z.array(schema).parse(parsed);
}
