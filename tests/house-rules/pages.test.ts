import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { runAdmin } from '../../bot/admin/main.ts';
import { readConfig } from '../../bot/config.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { bodies } from '../../bot/storage/fact.ts';
import { intentOf } from '../../bot/teams/intents.ts';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const pages = listed
  .split('\n')
  .filter((path) => /(^|\/)README\.md$/.test(path) && existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const pageAt = (path: string): string => pages.find((page) => page.path === path)?.text ?? '';

/** What stands in backticks in the first column of every table with that heading. */
function firstColumn(text: string, heading: string): string[] {
  const [, ...after] = text.split(`\n| ${heading} `);
  const rows = after.flatMap((table) => table.split('\n\n', 1)[0]?.split('\n') ?? []);
  const cells = rows.map((row) => row.split('|')[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

async function saidBy(...argv: string[]): Promise<string> {
  const lines: string[] = [];
  await runAdmin(argv, {
    clock: { now: () => expect.fail('a page of help needs no clock') },
    print: (line) => lines.push(line),
    packs: openPacks('0.0.0'),
    open: () => expect.fail('a page of help opens nothing'),
  });
  return lines.join('\n');
}

test('every link of a page leads to a file, and to a heading of it', () => {
  const links = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, to = '']) => ({ path, to })),
  );
  expect(links.length).toBeGreaterThan(30);
  const lost = links.filter(({ path, to }) => {
    const [file = '', heading] = to.split('#');
    const place = file === '' ? path : join(dirname(path), file);
    if (!existsSync(place)) return true;
    return heading !== undefined && !headingsOf(place).includes(heading);
  });
  expect(lost).toEqual([]);
});

function headingsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('the operators’ page has each command once, and gives no option that there isn’t', async () => {
  const page = pageAt('bot/admin/README.md');
  const overview = await saidBy('--help');
  const commands = [...overview.matchAll(/^ {2}([a-z-]+) {2}/gm)].map(([, name = '']) => name);
  expect(commands.length).toBeGreaterThan(15);
  expect(firstColumn(page, 'command').toSorted()).toEqual(commands.toSorted());

  const examples = [page, pageAt('README.md'), pageAt('infra/azure/README.md')].flatMap((text) => [
    ...text.matchAll(/npm run admin -- ([a-z-]+)([^`\n]*)/g),
  ]);
  expect(examples.length).toBeGreaterThan(20);
  for (const [example, name = '', rest = ''] of examples) {
    const help = await saidBy(name, '--help');
    for (const [option] of rest.replace('--help', '').matchAll(/--[a-z-]+/g)) {
      expect(help, example).toContain(option);
    }
  }
});

test('the page on Azure has every variable that the service reads, and no other', () => {
  const read = new Set<string>();
  const noted = { get: (_: object, name: string) => void read.add(name) };
  readConfig(new Proxy<Record<string, undefined>>({}, noted));
  // Read to be refused.
  read.delete('GRAPH_CLIENT_SECRET');
  const page = pageAt('infra/azure/README.md');
  const [alone = ''] = /^The practice house alone.*$/m.exec(page) ?? [];
  const told = [...alone.matchAll(/`([A-Z_]+)(?:=[a-z]+)?`/g)].map(([, name = '']) => name);
  const set = firstColumn(page, 'variable');
  expect([...set, ...told].toSorted()).toEqual([...read].toSorted());
});

test('README has each command of the project, and each word that it gives is understood', () => {
  const page = pageAt('README.md');
  const given = [...page.matchAll(/^npm (start|test)\b|`npm (?:run )?([a-z]+)/gm)];
  const named = new Set(given.map(([, first, second]) => first ?? second ?? ''));
  expect([...named].toSorted()).toEqual(Object.keys(packageFile.scripts).toSorted());

  const [understood = ''] = /^The bot understands .*$/m.exec(page) ?? [];
  const words = [...understood.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
  expect(words.length).toBeGreaterThan(15);
  expect(words.filter((word) => intentOf(word) === 'lost')).toEqual([]);
});

test('the service’s page says why each package is there, and what each room knows', () => {
  const page = pageAt('bot/README.md');
  const told = firstColumn(page, 'package');
  const { dependencies, devDependencies } = packageFile;
  const there = Object.keys({ ...dependencies, ...devDependencies });
  expect(told.toSorted()).toEqual(there.toSorted());

  const rooms = readdirSync('bot', { withFileTypes: true })
    .filter(({ name }) => name !== 'README.md')
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  expect(firstColumn(page, 'room').toSorted()).toEqual(rooms.toSorted());
});

test('the service’s page has each kind of row, once', () => {
  const [, rows = ''] = pageAt('bot/README.md').split('\n## Rows\n');
  const [table = ''] = rows.split('\n\nPerson ids');
  const told = [...table.matchAll(/`([a-z-]{2,})`/g)].map(([, kind = '']) => kind);
  expect(told.filter((kind) => kind !== 'records').toSorted()).toEqual(
    Object.keys(bodies).toSorted(),
  );
});

test('every test that the service’s page names is there', () => {
  const named = [...pageAt('bot/README.md').matchAll(/`(tests\/[^`]+)`/g)];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(([, path = '']) => !existsSync(path)).map(([, path]) => path)).toEqual([]);
});
