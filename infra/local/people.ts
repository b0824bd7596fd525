import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { fullDate } from '../../bot/contract/dates.ts';
import { objectIdFor, type Account } from './accounts.ts';

/** Somebody of the fictional trust who can be played. */
export interface PracticePerson extends Account {
  /** Their post, as the staff list writes it. */
  readonly title: string;
  /** Dated roles in words. */
  readonly roles: readonly string[];
}

const rosterRow = z.object({
  'First Name': z.string(),
  'Last Name': z.string(),
  'Email Address': z.string(),
  'Position Title': z.string(),
  'Primary Assignment': z.string(),
});
const roleRow = z.object({
  Role: z.string(),
  'Email Address': z.string(),
  Network: z.string(),
  For: z.string(),
  From: z.string(),
  To: z.string(),
});
type RoleRow = z.infer<typeof roleRow>;

/** Both extracts of the staff list: people of October can be played before the bot has heard of them. */
const extracts = ['2026-04-01', '2026-10-01'];

/** Everybody on the trust's lists, and two who are on none of them, so that strangers can be tried. */
export async function readPeople(folder: string, tenant: string): Promise<PracticePerson[]> {
  const names = new Map<string, { name: string; title: string }>();
  const roles = new Map<string, RoleRow & { first: string }>();
  for (const asAt of extracts) {
    for (const row of await rows(join(folder, `roster-${asAt}.csv`), rosterRow)) {
      const email = row['Email Address'].toLowerCase();
      if (row['Primary Assignment'] !== 'Yes' && names.has(email)) continue;
      const name = `${row['First Name']} ${row['Last Name']}`;
      names.set(email, { name, title: row['Position Title'] });
    }
    for (const row of await rows(join(folder, `roles-${asAt}.csv`), roleRow)) {
      const key = [row.Role, row['Email Address'], row.Network, row.For].join('|').toLowerCase();
      roles.set(key, { ...row, first: roles.get(key)?.first ?? asAt });
    }
  }
  const nameOf = (email: string) => names.get(email.toLowerCase())?.name ?? email;
  const listed = [...names].map(([email, { name, title }]) => ({
    ...account(email, name, tenant),
    title,
    roles: [...roles.values()]
      .filter((row) => row['Email Address'].toLowerCase() === email)
      .map((row) => roleInWords(row, nameOf)),
  }));
  return [...listed, ...strangers(tenant)];
}

function account(email: string, name: string, tenant: string): Account {
  return { id: objectIdFor(email), tenant, name, email, guest: false };
}

function strangers(tenant: string): PracticePerson[] {
  return [
    {
      ...account('visitor@pennine-vale.example', 'Visitor', tenant),
      title: 'On no staff list',
      roles: [],
    },
    {
      ...account('guest@elsewhere.example', 'Guest from elsewhere', tenant),
      guest: true,
      title: 'A guest account',
      roles: [],
    },
  ];
}

function roleInWords(row: RoleRow & { first: string }, nameOf: (email: string) => string): string {
  const about = row.Network ? `, ${row.Network}` : row.For ? ` to ${nameOf(row.For)}` : '';
  const from = row.From > (extracts[0] ?? '') ? ` from ${fullDate(row.From)}` : '';
  const to = row.To ? ` until ${fullDate(row.To)}` : '';
  return `${row.Role}${about}${from}${to}`;
}

async function rows<Row>(file: string, schema: z.ZodType<Row>): Promise<Row[]> {
  const parsed: unknown = parse(await readFile(file), { bom: true, columns: true });
  return z.array(schema).parse(parsed);
}
