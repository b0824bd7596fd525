import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../infra/local/practice-ids.ts';
import { importsOf } from '../house-rules/rules.ts';
import { azureFolder, bicepFile } from './deployment.ts';

const guide = readFileSync(join(azureFolder, 'README.md'), 'utf8');

test('the guide says of each Bicep file what it makes, and of no other', () => {
  const told = [...guide.matchAll(/^\| `([\w.]+\.bicep)`/gm)].map(([, name = '']) => name);
  const there = readdirSync(azureFolder).filter((name) => name.endsWith('.bicep'));
  expect(told.sort()).toEqual(there.sort());
});

test('every command of the project that the guide gives is there', () => {
  const commands = [...guide.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name);
  expect(commands).toContain('admin');
  for (const name of commands) expect(packageFile.scripts).toHaveProperty(name);
});

test('what the operator sets reaches the commands that follow', () => {
  const set = [...guide.matchAll(/^ *(.*)STORAGE_\w+_URL=https/gm)].map(([, before]) => before);
  expect(set).toEqual(['export ', 'export ', 'export ']);
});

test('every page that the guide links to is there', () => {
  const links = [...guide.matchAll(/\]\((\.\.[^)#]+)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((path) => !existsSync(join(azureFolder, path)))).toEqual([]);
});

test('every parameter that the guide names can be set', () => {
  const parameters = bicepFile('main.bicep').parameters.map(({ symbol }) => symbol);
  for (const name of ['operatorGroupId', 'ownHost', 'dailyCapGb', 'graph', 'graphCertificate']) {
    expect(guide).toContain(`\`${name}\``);
    expect(parameters).toContain(name);
  }
});

test('what runs needs no package and no file that deployment leaves behind', () => {
  const bot = join(projectFolder, 'bot');
  const files = readdirSync(bot, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(bot, path), 'utf8') }));
  const imports = files.flatMap(({ path, text }) =>
    importsOf(text).map((target) => ({ path, target })),
  );
  const packages = imports
    .filter(({ target }) => !/^(\.|node:)/.test(target))
    .map(({ target }) => /^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target);
  expect(packages).toContain('restify');
  expect(packages.filter((name) => !(name in packageFile.dependencies))).toEqual([]);
  const outside = imports.filter(({ path, target }) => {
    const up = target.split('/').filter((part) => part === '..').length;
    return up > path.split(/[\\/]/).length - 1;
  });
  expect(outside.map(({ target }) => target)).toEqual(outside.map(() => '../package.json'));
});
