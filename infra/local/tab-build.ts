import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { projectFolder } from './practice-ids.ts';

/** What the built tab is made of. */
const sources = ['tab', 'bot/contract', 'package-lock.json'];
const entry = join(projectFolder, 'tab', 'dist', 'index.html');
// Beside what was built: taken away together, or moved together.
const marker = join(dirname(entry), '.built-from');

/** Builds the tab, unless what is built was built from these very sources. */
export async function buildTab(): Promise<'built' | 'up-to-date'> {
  const wanted = await hashOfSources();
  if (existsSync(entry) && existsSync(marker) && (await readFile(marker, 'utf8')) === wanted) {
    return 'up-to-date';
  }
  await viteBuild();
  await writeFile(marker, wanted);
  return 'built';
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(sources.map(filesUnder))).flat().sort()) {
    hash
      .update(relative(projectFolder, file))
      .update('\0')
      .update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesUnder(source: string): Promise<string[]> {
  const path = join(projectFolder, source);
  if (!existsSync(path)) return [];
  if (source.endsWith('.json')) return [path];
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  return found
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((file) => !file.startsWith(dirname(entry)));
}

function viteBuild(): Promise<void> {
  const vite = join(
    dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin',
    'vite.js',
  );
  const args = [vite, 'build', '--config', 'tab/vite.config.ts', '--logLevel', 'warn'];
  const child = spawn(process.execPath, args, { cwd: projectFolder, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The tab could not be built (vite ended with ${code}).`));
    });
  });
}

if (import.meta.main) console.log(`The tab is ${await buildTab()}.`);
