import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const versions = z.record(z.string(), z.string());
const packageFile = z
  .looseObject({ dependencies: versions, devDependencies: versions, overrides: versions })
  .parse(read('package.json'));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        version: z.string().optional(),
        integrity: z.string().optional(),
        license: z.string().optional(),
        dev: z.boolean().optional(),
      }),
    ),
  })
  .parse(read('package-lock.json'));
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const inProduction = locked.filter(([, { dev }]) => dev !== true);

test('every dependency is of one version, and that is the one locked', () => {
  const { dependencies, devDependencies, overrides } = packageFile;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
  for (const [name, version] of Object.entries(overrides)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test('what is installed is what was locked, to the byte', () => {
  const unsealed = locked.filter(([, { integrity }]) => !/^sha(512|1)-/.test(integrity ?? ''));
  expect(unsealed.map(([path]) => path)).toEqual([]);
});

/** Licences that ask for no more than their notice to be kept. */
const taken = new Set([
  ...['MIT', 'ISC', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0'],
  ...['Unlicense', 'PSF-2.0', '(AFL-2.1 OR BSD-3-Clause)', '(ISC AND CC-BY-3.0)'],
]);
/** Say it in a form of their own. */
const saidOtherwise: Readonly<Record<string, RegExp>> = {
  cldrjs: /MIT/,
  'escape-regexp-component': /MIT/,
  jspath: /MIT/,
  limiter: /MIT/,
};

test('the licence of everything in production is one that an NHS organisation can take', () => {
  expect(inProduction.length).toBeGreaterThan(100);
  const others = inProduction.filter(([path, { license }]) => {
    if (license !== undefined) return !taken.has(license);
    const said = saidOtherwise[path.replace(/^.*node_modules\//, '')];
    return said === undefined || !said.test(licenceFileOf(path));
  });
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

function licenceFileOf(path: string): string {
  const { licenses, license } = z
    .looseObject({ licenses: z.unknown(), license: z.unknown() })
    .partial()
    .parse(read(`${path}/package.json`));
  if (licenses !== undefined || license !== undefined) return JSON.stringify([licenses, license]);
  for (const name of ['LICENSE', 'LICENSE.txt', 'LICENSE-MIT', 'Readme.md', 'README.md']) {
    try {
      return readFileSync(`${path}/${name}`, 'utf8');
    } catch {
      // Another name, then.
    }
  }
  return '';
}

test('the bill of materials names everything in production, without asking a registry', () => {
  const args = ['infra/local/sbom.mjs'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const bill = z
    .looseObject({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(z.looseObject({ name: z.string(), version: z.string() })),
    })
    .parse(JSON.parse(stdout));
  const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  for (const [name, version] of Object.entries(packageFile.dependencies)) {
    expect(named, name).toContain(`${name}@${version}`);
  }
  expect(named.has(`vitest@${packageFile.devDependencies['vitest']}`)).toBe(false);
});
