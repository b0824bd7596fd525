import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../../../infra/local/practice-ids.ts';
import { buildTab } from '../../../infra/local/tab-build.ts';
import { atMost, type Row } from '../row.ts';

const built = join(projectFolder, 'tab', 'dist');
const inPage = /<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"/g;
/** Needed before a file runs, `from "./a.js"`; and when its page is shown, `import("./a.js")`. */
const atOnce = /(?:\bfrom|\bimport) *["'`](\.[^"'`]+\.js)["'`]/g;
const whenShown = /\bimport *\( *["'`](\.[^"'`]+\.js)["'`]/g;

/** The JavaScript that the tab loads until it shows its first page, as it is sent; the largest page. */
export async function tab(): Promise<Row[]> {
  await buildTab();
  const page = await readFile(join(built, 'index.html'), 'utf8');
  const always = new Set<string>();
  for (const path of matches(page, inPage)) await addWithImports(fileOf(path), always);
  if (always.size === 0) throw new Error('the built page loads no script');

  const first = await weightOf(always);
  let heaviest = first;
  for (const start of await importedBy(always, whenShown)) {
    const files = new Set(always);
    await addWithImports(start, files);
    heaviest = Math.max(heaviest, await weightOf(files));
  }
  return [
    atMost('tab, first view', {
      unit: 'kB gzipped',
      ours: heaviest,
      baseline: 150,
      against: 'what it may weigh',
      beside: { 'before its page, kB': first },
    }),
  ];
}

async function weightOf(files: ReadonlySet<string>): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readFile(file)).length;
  return bytes / 1000;
}

async function addWithImports(file: string, files: Set<string>): Promise<void> {
  if (files.has(file)) return;
  files.add(file);
  for (const needed of await importedBy([file], atOnce)) await addWithImports(needed, files);
}

async function importedBy(files: Iterable<string>, how: RegExp): Promise<string[]> {
  const imported: string[] = [];
  for (const file of files) {
    const paths = matches(await readFile(file, 'utf8'), how);
    imported.push(...paths.map((path) => join(dirname(file), path)));
  }
  return imported;
}

/** The page names its files by the address under which the bot serves them. */
function fileOf(path: string): string {
  return join(built, path.replace(/^(\.?\/)?(tab\/)?/, ''));
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, path]) => path ?? []);
}
