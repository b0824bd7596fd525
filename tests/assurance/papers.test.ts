import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kindWords } from '../../bot/admin/person-words.ts';
import { addDays, addMonths, type PlainDate } from '../../bot/domain/time.ts';
import { endOfThing, keptUntil, resumableUntil } from '../../bot/domain/retention.ts';
import { permissions, type Capacity } from '../../bot/domain/permissions.ts';
import { thingKinds } from '../../bot/domain/things.ts';
import { bodies } from '../../bot/storage/fact.ts';
import { memoryTables } from '../support/house.ts';
import { folder, named, paper, papers, tableWith, toDecide } from './papers.ts';

const links = [...papers].flatMap(([name, text]) =>
  [...text.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, says = '', to = '']) => ({
    name,
    says,
    to,
  })),
);

test('every link leads to a file that is there', () => {
  expect(links.length).toBeGreaterThan(80);
  const lost = links.filter(({ to }) => !existsSync(path.join(folder, to)));
  expect(lost).toEqual([]);
});

test('every test that a paper names stands in the file that it leads to', () => {
  const tests = links.filter(({ to }) => to.endsWith('.test.ts'));
  expect(tests.length).toBeGreaterThan(60);
  const lost = tests.filter(({ says, to }) => {
    const text = readFileSync(path.join(folder, to), 'utf8');
    return !["'", '"', '`'].some((mark) => text.includes(`${mark}${says}${mark}`));
  });
  expect(lost).toEqual([]);
});

test('the index names each paper, and how many blanks an organisation must fill', () => {
  const rows = tableWith(paper('README.md'), 'paper').map(([link = '', , blanks]) => [
    /\(([^)]+)\)/.exec(link)?.[1],
    Number(blanks),
  ]);
  const counted = [...papers]
    .filter(([name]) => name !== 'README.md')
    .map(([name, text]) => [name, [...text.matchAll(toDecide)].length]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(counted));
});

test('no blank is marked in any other way', () => {
  for (const [name, text] of papers) {
    const other = /\b(TODO|TBC|TBD|FIXME|XXX|N\/K)\b|_{3,}|\[(insert|name|date)\b|<[a-z ]+>|\?\?/i;
    expect(text, name).not.toMatch(other);
    expect(text.match(/to decide/gi)?.length ?? 0, name).toBe(
      (text.match(toDecide)?.length ?? 0) + (name === 'README.md' ? 1 : 0),
    );
  }
});

test('what is kept on a person is in the impact assessment, and nothing else', () => {
  const rows = tableWith(paper('dpia.md'), 'kind').map(([kind = '']) => named(kind).join());
  expect(rows.toSorted()).toEqual(Object.keys(kindWords).toSorted());
});

/** How the assessment calls whoever may see something. */
const calledBy: Readonly<Record<Capacity, string>> = {
  themselves: 'the person',
  'their-assistant': 'their assistant',
  'chair-of-the-network': 'chair and deputy of a network',
  'deputy-of-the-network': 'chair and deputy of a network',
  'chair-of-a-network': 'executives and network chairs',
  'executive-director': 'executives and network chairs',
  'non-executive-director': 'leaders and directors',
  'board-chair': 'board chair',
  'board-secretary': 'board secretary',
  'edi-lead': 'EDI lead',
  'edi-sponsor': 'EDI sponsor',
  'programme-lead': 'programme lead; where there is none, the EDI lead',
  'their-manager': 'their manager of the day',
  'shared-with-them': 'whom they show their goal to',
};

test('whoever may see something of somebody is in the impact assessment', () => {
  const rows = tableWith(paper('dpia.md'), 'who').map(([who]) => who);
  const seeing = new Set(
    Object.entries(permissions)
      .filter(([name]) => name.startsWith('see-'))
      .flatMap(([, capable]) => capable.map((capacity) => calledBy[capacity])),
  );
  expect(rows).toEqual(expect.arrayContaining([...seeing]));
  expect(rows.filter((who = '') => !seeing.has(who))).toEqual([
    'leaders and directors',
    'whoever carries a line of the plan',
    "members of a network's channel",
    'operators of the service',
  ]);
});

const kept = tableWith(paper('records-and-retention.md'), 'record');

test('each kind of record has its line in the retention table, once', () => {
  const kinds = kept.flatMap(([record = '']) => named(record));
  expect(kinds.toSorted()).toEqual(Object.keys(bodies).toSorted());
});

test('each period in the table is the code’s', () => {
  const day = '2026-01-31' as PlainDate;
  const months = kept.flatMap(([record = '', , period = '']) =>
    named(record).map((kind) => ({ kind, months: Number(/^(\d+) months$/.exec(period)?.[1]) })),
  );
  const dated = months.filter((each) => !Number.isNaN(each.months));
  expect(dated.length).toBeGreaterThan(20);
  for (const { kind, months: period } of dated) {
    expect(keptUntil(day, kind), kind).toBe(addMonths(day, period));
  }
  // The same two periods are told to staff and in the assessment.
  const said = new Set(dated.map((each) => String(each.months)));
  for (const name of ['dpia.md', 'privacy-notice.md']) {
    const told = [...paper(name).matchAll(/(\d+) months|after (\d+)/g)].map(
      ([, first, second]) => first ?? second,
    );
    expect(new Set(told), name).toEqual(said);
  }
});

test('the days that the papers name are those of the code and of Azure', () => {
  const said = (name: string, pattern: RegExp) => Number(pattern.exec(paper(name))?.[1]);
  const begun = '2026-01-31' as PlainDate;
  for (const name of ['records-and-retention.md', 'dpia.md']) {
    const days = said(name, /never committed goes (\d+) days/);
    expect(resumableUntil(begun), name).toBe(addDays(begun, days));
  }
  const azure = (name: string, pattern: RegExp) =>
    Number(pattern.exec(readFileSync(`infra/azure/${name}`, 'utf8'))?.[1]);
  const log = azure('watching.bicep', /retentionInDays: (\d+)/);
  expect(said('records-and-retention.md', /\| (\d+) days, which is set in/)).toBe(log);
  expect(said('privacy-notice.md', /The log .* is kept for (\d+) days/)).toBe(log);
  const files = azure('storage.bicep', /deleteRetentionPolicy: \{ enabled: true, days: (\d+) \}/);
  expect(said('records-and-retention.md', /deleted file for (\d+) days more/)).toBe(files);
});

test('what the table calls kept has no end in the code, and all else of nobody’s own has one', () => {
  const untouched = new Proxy({}, { get: () => expect.fail('it is asked for its end') }) as never;
  const endless = thingKinds.filter((kind) => {
    try {
      return endOfThing(kind, untouched, () => undefined) === undefined;
    } catch {
      // It was asked: so it has an end.
      return false;
    }
  });
  const said = kept
    .filter(([, , period]) => period === 'kept')
    .flatMap(([record = '']) => named(record));
  expect(said.filter((kind) => thingKinds.some((each) => each === kind)).toSorted()).toEqual(
    endless.toSorted(),
  );
  expect(endless.length).toBeLessThan(thingKinds.length);
});

test('every table of storage is named beside the records', () => {
  const stores = tableWith(paper('records-and-retention.md'), 'store').flatMap(([store = '']) =>
    named(store),
  );
  for (const table of Object.keys(memoryTables())) expect(stores).toContain(table);
});

test('every address that the code names is in the impact assessment', () => {
  const told = tableWith(paper('dpia.md'), 'address').flatMap(([address = '']) => named(address));
  const hosts = new Set<string>();
  for (const file of filesUnder('bot').filter((name) => /\.(ts|json)$/.test(name))) {
    for (const [, host = ''] of readFileSync(file, 'utf8').matchAll(
      /https?:\/\/((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+)/g,
    )) {
      if (!/^127\.|\.example$/.test(host)) hosts.add(host.replace('*.', ''));
    }
  }
  expect(hosts.size).toBeGreaterThan(5);
  const untold = [...hosts].filter(
    (host) => !told.some((name) => host === name || host.endsWith(`.${name}`)),
  );
  expect(untold).toEqual([]);
});

test('plain British English, and nobody is abbreviated', () => {
  for (const [name, text] of papers) {
    expect(text, name).not.toMatch(/\bBA?ME\b/);
    expect(text, name).not.toMatch(
      /\b(organiz|authoriz|behavior\b|color\b|center\b|fulfill|recogniz|minimiz|license[sd]? (under|by))/i,
    );
    expect(text, name).not.toMatch(/\bclick here\b|\bin order to\b|\bleverage|\butili[sz]e/i);
  }
});

function filesUnder(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => path.join(found.parentPath, found.name));
}
