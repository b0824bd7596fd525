// Plain JavaScript for any Node from 18 on: this runs before the project's own Node is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './npm.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const marker = join(modules, '.silver-installed');
const windows = process.platform === 'win32';

/** Installs what the lockfile names, unless it is there already. Throws with a sentence to act on. */
export function ensureInstalled() {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  if (read(marker) === wanted) return;
  if (!isInstalled(JSON.parse(lockfile))) {
    console.log('Installing packages. This is needed once, and again when they change.');
    install();
  }
  projectNode();
  writeFileSync(marker, wanted);
}

/** The Node that the project runs on: its own, or the machine's where that is new enough. */
export function projectNode() {
  const own = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    'Node 24 did not arrive, most likely because npm is set to ignore install scripts. ' +
      'Run "npm rebuild node --ignore-scripts=false", then try again.',
  );
}

/** A package's command as a file for Node to run; no shell is asked, so it is the same on Windows. */
export function commandOf(packageName, command = packageName) {
  const folder = join(modules, packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Whether npm's own record of what it installed agrees with the lockfile. */
function isInstalled(lockfile) {
  const record = read(join(modules, '.package-lock.json'));
  if (record === undefined) return false;
  const there = JSON.parse(record).packages;
  return Object.entries(lockfile.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = there[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function install() {
  // Windows can't replace a program that runs, and `npm ci` begins by deleting our Node.
  const ownNodeRuns = windows && process.execPath.startsWith(modules);
  const args = ownNodeRuns ? ['install', '--no-save'] : ['ci'];
  const npm = npmCommand();
  const done = spawnSync(npm.file, [...npm.args, ...args, '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: npm.shell,
  });
  if (done.status !== 0) {
    throw new Error('Packages could not be installed: what npm said stands above.');
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
