import * as z from 'zod';
import type { PersonId, Role, RoleName } from '../domain/facts.ts';
import type { ImportedFact, ListedPerson, Unrecorded } from '../use-cases/ports.ts';
import type { KnownRoles, Reading, RowsSummary } from '../use-cases/readers.ts';
import { dateCell, endDateCell, optionalText, parseRow, text } from './cells.ts';
import type { ParsedRow } from './cells.ts';
import { byStaffNumber } from './list.ts';
import { networkNamed } from './networks.ts';
import { compare, isOlderFile, latestBy, readRows } from './rows.ts';
import type { Change, Part } from './rows.ts';
import { rowKey, settler } from './settle.ts';
import type { Settler } from './settle.ts';
import type { Row } from './table.ts';
import { fullDate } from '../contract/dates.ts';

const columns = ['Role', 'Email Address', 'Network', 'For', 'From', 'To'] as const;

const schema = z
  .object({
    Role: text,
    'Email Address': text,
    Network: optionalText,
    For: optionalText,
    From: dateCell,
    To: endDateCell,
  })
  .superRefine((row, context) => {
    if (row.To === undefined || row.To >= row.From) return;
    const params = { problem: 'bad-date' };
    context.addIssue({ code: 'custom', path: ['To'], message: 'is before From', params });
  });

const roleByName: Readonly<Record<string, RoleName>> = {
  'executive director': 'executive-director',
  'non-executive director': 'non-executive-director',
  'executive assistant': 'executive-assistant',
  'network chair': 'network-chair',
  'network deputy chair': 'network-deputy',
  'network deputy': 'network-deputy',
  'board chair': 'board-chair',
  'board secretary': 'board-secretary',
  'edi lead': 'edi-lead',
  'edi sponsor': 'edi-sponsor',
  'programme lead': 'programme-lead',
};

/** As people write them. */
const titleOf: Readonly<Record<RoleName, string>> = {
  'executive-director': 'executive director',
  'non-executive-director': 'non-executive director',
  'executive-assistant': 'executive assistant',
  'network-chair': 'network chair',
  'network-deputy': 'network deputy chair',
  'board-chair': 'board chair',
  'board-secretary': 'board secretary',
  'edi-lead': 'EDI lead',
  'edi-sponsor': 'EDI sponsor',
  'programme-lead': 'programme lead',
};

interface RoleRow {
  readonly parsed: ParsedRow<z.output<typeof schema>>;
  readonly cells: Row<(typeof columns)[number]>['cells'];
}

type RoleFact = Unrecorded<Role>;
type Judged =
  { kind: 'role'; row: number; fact: RoleFact } | { kind: 'question'; question: ImportedFact };

/** Who holds which role, from when to when. A role is known by holder, network or executive, and From. */
export async function readRoles(bytes: Uint8Array): Promise<Reading<KnownRoles, RowsSummary>> {
  const parse = (row: Row<(typeof columns)[number]>): RoleRow => ({
    parsed: parseRow(schema, row),
    cells: row.cells,
  });
  return readRows(bytes, columns, parse, hold);
}

function* hold(rows: readonly RoleRow[], known: KnownRoles): Generator<Part> {
  const settle = settler('roles', known.fileName);
  const isOlder = isOlderFile(known);
  const byAddress = new Map(
    known.listed.flatMap((each) => (each.email === '' ? [] : [[each.email.toLowerCase(), each]])),
  );
  const before = latestBy(
    known.listed.flatMap(({ roles }) => roles),
    roleKey,
  );
  const executives = executivesIn(rows, known.listed, byAddress);

  const holders = new Map<PersonId, { facts: ImportedFact[]; changes: Change[] }>();
  const seen = new Set<string>();
  for (const row of rows) {
    const judged = judge(row, known, byAddress, executives, settle);
    if (judged.kind === 'question') {
      yield { facts: [judged.question] };
      continue;
    }
    const { fact } = judged;
    const key = roleKey(fact);
    if (seen.has(key)) {
      const detail = `${roleName(row)} from ${fullDate(fact.on)} is in the file already; the first row was imported.`;
      const question = { problem: 'listed-twice', about: key, row: judged.row, detail } as const;
      yield { facts: [settle({ ...question, person: fact.person })] };
      continue;
    }
    seen.add(key);
    const change = compare(before.get(key), fact, isOlder);
    const holder = holders.get(fact.person) ?? { facts: [], changes: [] };
    holders.set(fact.person, holder);
    holder.changes.push(change);
    if (change !== 'unchanged') holder.facts.push({ kind: 'role', fact });
  }
  for (const { facts, changes } of holders.values()) {
    yield { facts };
    for (const change of changes) yield { change, facts: [] };
  }
  if (!isOlder) yield* noLongerListed(rows, seen, known, settle);
}

/** Everybody who is an executive director by this file or an earlier one. */
function executivesIn(
  rows: readonly RoleRow[],
  listed: readonly ListedPerson[],
  byAddress: ReadonlyMap<string, ListedPerson>,
): ReadonlySet<PersonId> {
  const earlier = listed.filter(({ roles }) =>
    roles.some(({ role }) => role === 'executive-director'),
  );
  const now = rows.flatMap(({ parsed }) => {
    if (parsed.kind !== 'row' || nameOf(parsed.value.Role) !== 'executive-director') return [];
    return byAddress.get(parsed.value['Email Address'].toLowerCase()) ?? [];
  });
  return new Set([...earlier, ...now].map(({ id }) => id));
}

function judge(
  row: RoleRow,
  known: KnownRoles,
  byAddress: ReadonlyMap<string, ListedPerson>,
  executives: ReadonlySet<PersonId>,
  settle: Settler,
): Judged {
  const { parsed, cells } = row;
  const ask = (
    problem: Parameters<Settler>[0]['problem'],
    detail: string,
    person?: PersonId,
  ): Judged => {
    const about = rowKey(cells);
    const full = `${detail} The row was not imported.`;
    const question = settle({ problem, about, row: parsed.number, person, detail: full });
    return { kind: 'question', question };
  };
  if (parsed.kind === 'fault') {
    return ask(parsed.problem, `${parsed.column || 'The row'} ${parsed.what}.`);
  }
  const { value } = parsed;
  const role = nameOf(value.Role);
  if (!role) return ask('unknown-role', `There is no role called “${value.Role}”.`);
  const address = value['Email Address'].toLowerCase();
  const person = byAddress.get(address)?.id;
  if (!person) {
    return ask('unknown-role-holder', `${value.Role}: nobody listed has the address ${address}.`);
  }
  const fact = { role, person, on: value.From, ...(value.To && { to: value.To }) };
  if (role === 'network-chair' || role === 'network-deputy') {
    if (value.Network === '') return ask('bad-value', `${value.Role}: of which network?`, person);
    const network = networkNamed(value.Network, known.networks);
    if (!known.networks.some(({ id }) => id === network)) {
      return ask('unknown-network', `No network is called “${value.Network}”.`, person);
    }
    return { kind: 'role', row: parsed.number, fact: { ...fact, network } };
  }
  if (role === 'executive-assistant') {
    const executive = byAddress.get(value.For.toLowerCase())?.id;
    if (!executive || !executives.has(executive) || executive === person) {
      const whom = value.For === '' ? 'For is empty' : `${value.For} is no executive director`;
      return ask('unknown-executive', `${value.Role} ${address}: ${whom}.`, person);
    }
    return { kind: 'role', row: parsed.number, fact: { ...fact, for: executive } };
  }
  return { kind: 'role', row: parsed.number, fact };
}

/** Absence from a file ends no role: it is a question, where the role was still held. */
function* noLongerListed(
  rows: readonly RoleRow[],
  seen: ReadonlySet<string>,
  known: KnownRoles,
  settle: Settler,
): Generator<Part> {
  const mentioned = new Set(rows.map(({ cells }) => mentionOf(cells.Role, cells['Email Address'])));
  for (const person of byStaffNumber(known.listed)) {
    const current = latestBy(person.roles, roleKey);
    for (const [key, role] of current) {
      if (seen.has(key) || (role.to !== undefined && role.to < known.asAt)) continue;
      const isFaulty = Object.entries(roleByName).some(
        ([name, each]) => each === role.role && mentioned.has(mentionOf(name, person.email)),
      );
      // The same person and role with another From: a correction, or a row with a fault of its own.
      const hint = isFaulty ? ' Another row names the same person for it.' : '';
      const name = `${person.givenName} ${person.familyName}`;
      const detail = `${name}: the role ${titleOf[role.role]} from ${fullDate(role.on)} is no longer in the list, and no end is known.${hint}`;
      const question = {
        problem: 'role-no-longer-listed',
        about: key,
        person: person.id,
        detail,
      } as const;
      yield { facts: [settle(question)] };
    }
  }
}

function mentionOf(role: string, address: string): string {
  return `${role.trim().toLowerCase()}|${address.trim().toLowerCase()}`;
}

function roleKey(role: RoleFact): string {
  return [role.role, role.person, role.network ?? '', role.for ?? '', role.on].join('|');
}

function nameOf(role: string): RoleName | undefined {
  const plain = role.toLowerCase();
  return Object.hasOwn(roleByName, plain) ? roleByName[plain] : undefined;
}

function roleName({ cells }: RoleRow): string {
  return `${cells.Role.trim()} ${cells['Email Address'].trim()}`;
}
