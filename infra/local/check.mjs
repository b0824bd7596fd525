// `npm run check`: format, lint, types, dead code. Each tool must first show that it read our files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandOf, ensureInstalled, projectNode, root } from './install.mjs';

const ourFolders = ['bot', 'tab', 'infra', 'manifest', 'tests'];
const notOurs = ['node_modules', 'dist', 'fixtures'];

/**
 * Tools that read nothing may still say that all is well, so each has a `read` that finds in its
 * answer how many files it saw, and `atLeast` says how many there are.
 */
const tools = [
  {
    name: 'format (prettier)',
    package: 'prettier',
    args: ['--check', '--log-level', 'debug', '.'],
    read: (said) => said.match(/resolve config from/g)?.length,
    atLeast: () => sources('.ts').length,
  },
  {
    name: 'lint (oxlint)',
    package: 'oxlint',
    args: ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
    read: (said) => Number(/ on ([\d,]+) files/.exec(said)?.[1]?.replaceAll(',', '')),
    atLeast: () => sources('.ts', '.tsx', '.mjs').length,
  },
  typeCheck('bot, infra, tests', 'tsconfig.json', () => sources('.ts', '.json').length / 2),
  typeCheck('tab', 'tab/tsconfig.json', () => sources('.tsx').length),
  typeCheck('practice window', 'infra/local/window/tsconfig.json', () => 5),
  {
    // An entry that matches no file is an error here: so it cannot pass on having read nothing.
    name: 'dead code (knip)',
    package: 'knip',
    args: ['--no-progress', '--treat-config-hints-as-errors'],
  },
];

function typeCheck(what, project, atLeast) {
  return {
    name: `types of ${what} (tsc)`,
    package: 'typescript',
    command: 'tsc',
    args: ['-p', project, '--noEmit', '--pretty', 'false', '--listFiles'],
    read: (said) => said.split('\n').filter(isOurs).length,
    hide: (line) => isOurs(line) || line.includes('node_modules'),
    atLeast,
  };
}

/**
 * Runs every tool; answers how many were content and how many were not. Where it `yields`, a tool
 * has the processor only while nothing else wants it.
 */
export async function runChecks({ say = console.log, yields = false } = {}) {
  let failed = 0;
  for (const tool of tools) {
    const verdict = await runTool(tool, yields);
    if (verdict.kind === 'failed') failed += 1;
    say(`${verdict.kind === 'passed' ? 'passed' : 'FAILED'}  ${tool.name}  ${verdict.note}`);
    if (verdict.said) say(verdict.said);
  }
  return { passed: tools.length - failed, failed };
}

async function runTool(tool, yields) {
  const child = spawn(projectNode(), [commandOf(tool.package, tool.command), ...tool.args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (yields && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let all = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (all += text));
  }
  const [status] = await once(child, 'close');
  if (status !== 0) {
    const kept = tool.hide
      ? all
          .split('\n')
          .filter((line) => !tool.hide(line))
          .join('\n')
      : all;
    return { kind: 'failed', note: '', said: withoutDebug(kept) };
  }
  if (tool.read === undefined) return { kind: 'passed', note: '' };
  const read = tool.read(all) ?? 0;
  const wanted = Math.max(1, Math.floor(tool.atLeast()));
  return read >= wanted
    ? { kind: 'passed', note: `${read} files` }
    : { kind: 'failed', note: `it read ${read || 0} files where there are ${wanted} or more` };
}

function withoutDebug(said) {
  return said
    .split('\n')
    .filter((line) => !line.startsWith('[debug]'))
    .join('\n')
    .trim();
}

function isOurs(line) {
  const path = line.trim().replaceAll('\\', '/');
  return path.startsWith(root.replaceAll('\\', '/')) && !path.includes('/node_modules/');
}

function sources(...endings) {
  return ourFolders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((file) => endings.some((ending) => file.endsWith(ending)));
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureInstalled();
    process.exitCode = (await runChecks()).failed === 0 ? 0 : 1;
  } catch (fault) {
    console.error(fault.message);
    process.exitCode = 1;
  }
}
