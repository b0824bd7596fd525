// `npm run sbom`: the software bill of materials of production, as CycloneDX. npm's own
// `--omit dev` leaves out what tests use too, so the whole bill is taken and held to the lockfile.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const ran = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  maxBuffer: 64 * 1024 * 1024,
});
const bill = JSON.parse(ran.stdout);
const used = new Set(
  Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { name, version }]) => `${name ?? nameOf(path)}@${version}`),
);
const components = bill.components.filter(({ name, version }) => used.has(`${name}@${version}`));
const kept = new Set([bill.metadata.component['bom-ref'], ...components.map((c) => c['bom-ref'])]);
const dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((on) => kept.has(on)) }));
console.log(JSON.stringify({ ...bill, components, dependencies }, undefined, 2));

function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
