// `npm run package`: fills the manifest, holds it against everything known, writes the app's zip.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { practice, projectFolder } from '../infra/local/practice-ids.ts';
import { fill, variables, type VariableName } from './variables.ts';
import { validate } from './validate.ts';
import { zipOf } from './zip.ts';

const here = import.meta.dirname;

const usage = `npm run package               the Teams app of your deployment, from the environment
npm run package -- --env FILE the same with variables from a file, such as infra/azure/env/.env.live
npm run package -- --local    the same with the practice house's ids, to look at
npm run package -- --out FILE writes it there instead of manifest/build

It reads:
${describe(Object.keys(variables))}`;

/** Ids of the practice house, on a host that exists nowhere. */
const practiceValues: Readonly<Record<VariableName, string>> = {
  TEAMS_APP_ID: practice.teamsAppId,
  BOT_ID: practice.botId,
  TAB_CLIENT_ID: practice.tabClientId,
  SERVICE_HOST: 'silver-commitments.example',
  PUBLISHER_NAME: 'Pennine Vale (practice)',
  PUBLISHER_URL: 'https://pennine-vale.example/silver-commitments',
  PRIVACY_URL: 'https://pennine-vale.example/privacy',
  TERMS_URL: 'https://pennine-vale.example/terms',
};

function describe(names: readonly string[]): string {
  const meanings: Readonly<Record<string, string>> = variables;
  return names.map((name) => `  ${name.padEnd(14)} ${meanings[name] ?? ''}`.trimEnd()).join('\n');
}

/** What to tell, and whether it worked. */
function build(asked: { local: boolean; out: string | undefined }): { ok: boolean; say: string } {
  const template = readFileSync(join(here, 'manifest.json'), 'utf8');
  const filled = fill(template, asked.local ? practiceValues : process.env);
  if (filled.kind === 'unset') {
    const say = `Not set:\n${describe(filled.names)}\nWith --local the practice ids are used.`;
    return { ok: false, say };
  }
  const icons = ['color.png', 'outline.png'];
  const files = new Map(icons.map((name) => [name, readFileSync(join(here, name))]));
  const verdict = validate({ manifest: filled.manifest, files });
  if (verdict.kind === 'faulty') {
    return {
      ok: false,
      say: `Not packaged:\n${verdict.faults.map((each) => `  ${each}`).join('\n')}`,
    };
  }
  const zip = zipOf([
    { name: 'manifest.json', bytes: Buffer.from(filled.manifest, 'utf8') },
    ...[...files].map(([name, bytes]) => ({ name, bytes })),
  ]);
  const name = asked.local ? 'silver-commitments.local.zip' : 'silver-commitments.zip';
  const file = asked.out ?? join(here, 'build', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  const hash = createHash('sha256').update(zip).digest('hex');
  const where = asked.out ?? relative(projectFolder, file);
  const say = `${where}: version ${verdict.manifest.version}, ${zip.length} bytes, SHA-256 ${hash}`;
  return { ok: true, say };
}

try {
  const { values } = parseArgs({
    options: {
      local: { type: 'boolean', default: false },
      out: { type: 'string' },
      env: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.env !== undefined) process.loadEnvFile(values.env);
  const { ok, say } = values.help
    ? { ok: true, say: usage }
    : build({ local: values.local, out: values.out });
  if (ok) console.log(say);
  else console.error(say);
  process.exitCode = ok ? 0 : 1;
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
