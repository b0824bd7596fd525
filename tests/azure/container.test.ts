import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../infra/local/practice-ids.ts';
import { azureFolder } from './deployment.ts';

/** The Dockerfile's instructions, each on one line, without comments. */
const instructions = readFileSync(join(azureFolder, 'Dockerfile'), 'utf8')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => /^(\S+) (.*)$/.exec(line)?.slice(1) ?? []);
const lastFrom = instructions.findLastIndex(([name]) => name === 'FROM');
const final = instructions.slice(lastFrom);
const of = (name: string, among = instructions) =>
  among.flatMap(([each, rest = '']) => (each === name ? [rest] : []));
const allowed = readFileSync(join(projectFolder, '.dockerignore'), 'utf8').split('\n');

test('both stages stand on Node 24, slim', () => {
  expect(of('FROM')).toEqual(['node:24-slim AS tab', 'node:24-slim']);
});

test('everything that is copied is there, and let in', () => {
  const sources = of('COPY')
    .filter((line) => !line.startsWith('--from='))
    .flatMap((line) => line.split(' ').slice(0, -1));
  expect(sources.length).toBeGreaterThan(4);
  for (const source of sources) {
    expect(existsSync(join(projectFolder, source)), source).toBe(true);
    expect(allowed).toContain(`!${source}`);
  }
});

test('nothing else is let in: not the environment, the tests or what was kept here', () => {
  expect(allowed).toContain('*');
  expect(allowed.filter((line) => line.startsWith('!')).sort()).toEqual([
    '!bot',
    '!package-lock.json',
    '!package.json',
    '!tab',
    '!tsconfig.json',
  ]);
});

test('the tab can be built from what its stage copies, and from nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'image-'));
  try {
    for (const line of of('COPY', instructions.slice(0, lastFrom))) {
      for (const source of line.split(' ').slice(0, -1)) {
        const filter = (from: string) => from !== join(projectFolder, 'tab', 'dist');
        await cp(join(projectFolder, source), join(folder, source), { recursive: true, filter });
      }
    }
    await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const [program, ...rest] = packageFile.scripts.build.split(' ');
    expect(program).toBe('vite');
    const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
    const build = spawn(process.execPath, [vite, ...rest], { cwd: folder });
    let said = '';
    for (const stream of [build.stdout, build.stderr]) stream.on('data', (text) => (said += text));
    const ended = await new Promise((resolve) => build.once('close', resolve));
    expect([ended, said]).toEqual([0, expect.stringContaining('index.html')]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);

test('the tab is built in a stage of its own, with what only developers need', () => {
  expect(of('RUN', instructions.slice(0, lastFrom))).toEqual(['npm ci', 'npm run build']);
  expect(of('RUN', final)[0]).toMatch(/^npm ci --omit=dev\b/);
  expect(of('COPY', final)).toContain('--from=tab /app/tab/dist ./tab/dist');
});

test('it doesn’t run as root, and says so by number', () => {
  expect(of('USER', final)).toEqual(['1000']);
});

test('it runs what npm run serve runs, itself, so that SIGTERM reaches it', () => {
  const [command = ''] = of('CMD', final);
  expect(JSON.parse(command)).toEqual(packageFile.scripts.serve.split(' '));
  expect(of('ENV', final)).toContain('NODE_ENV=production');
});

test('its health is life alone, asked on the port that it listens on', async () => {
  const [check = ''] = of('HEALTHCHECK', final);
  const script = /CMD (\[.*\])$/.exec(check)?.[1] ?? '[]';
  const [program, flag, code] = JSON.parse(script);
  expect([program, flag]).toEqual(['node', '-e']);
  for (const [status, ends] of [
    [200, 0],
    [503, 1],
  ] as const) {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/healthz' ? status : 404).end();
    });
    const port = await new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(Object(server.address()).port));
    });
    const asked = spawn(process.execPath, [flag, code], { env: { PORT: String(port) } });
    expect(await new Promise((resolve) => asked.once('close', resolve))).toBe(ends);
    await new Promise((resolve) => server.close(resolve));
  }
  expect(of('EXPOSE', final)).toEqual(['3978']);
});
