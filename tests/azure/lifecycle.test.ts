import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../infra/local/practice-ids.ts';
import { namesIn } from '../../manifest/variables.ts';
import { azureFolder, bicepFile } from './deployment.ts';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const text = read('teamsapp.yml');
const parsed: unknown = parse(text);

const step = z.object({
  uses: z.string(),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
});
const lifecycle = z
  .object({
    version: z.string(),
    environmentFolderPath: z.string(),
    provision: z.array(step),
    deploy: z.array(step),
    publish: z.array(step),
  })
  .parse(parsed);
const { provision, deploy, publish } = lifecycle;

const schema = JSON.parse(read('tests/azure/fixtures/teamsapp-yml-v1.12.schema.json'));
const holds: ValidateFunction = new Ajv({ strict: false, validateFormats: false }).compile(schema);

test('teamsapp.yml holds to Microsoft’s schema of version 1.12', () => {
  expect({ holds: holds(parsed), faults: holds.errors }).toEqual({ holds: true, faults: null });
  expect(lifecycle.version).toBe('v1.12');
});

test.each([
  ['another version', 'version: v1.12', 'version: v1.13'],
  ['a step that doesn’t exist', 'uses: arm/deploy', 'uses: arm/destroy'],
  ['a step without what it needs', '      manifestPath: ./manifest/entra.json\n', ''],
  ['a step with what it doesn’t know', 'generateClientSecret: false', 'generateSecret: false'],
])('%s is caught', (_, from, to) => {
  expect(text).toContain(from);
  expect(holds(parse(text.replace(from, to)))).toBe(false);
});

test('what is made comes before what needs it', () => {
  expect(provision.map(({ uses }) => uses)).toEqual([
    'aadApp/create',
    'teamsApp/create',
    'arm/deploy',
    'aadApp/update',
    'teamsApp/validateManifest',
    'teamsApp/zipAppPackage',
    'teamsApp/validateAppPackage',
    'teamsApp/update',
  ]);
  expect(deploy.at(-1)?.uses).toBe('azureAppService/zipDeploy');
  expect(publish.at(-1)?.uses).toBe('teamsApp/publishAppPackage');
});

/** Every text that a step reads: its own words and the files that it names. */
function textsOf({ with: given }: z.infer<typeof step>): string[] {
  const own = JSON.stringify(given);
  const files = [...own.matchAll(/"(\.\/[^"]+\.json)"/g)].map(([, path = '']) => path);
  return [own, ...files.filter((path) => !path.includes('/build/')).map(read)];
}

const yours = [...read('infra/azure/env/.env.live').matchAll(/^([A-Z_]+)=/gm)].map(
  ([, name = '']) => name,
);
const fromAzure = bicepFile('main.bicep').outputs.map(({ symbol }) => symbol);

test('every variable is somebody’s to fill in or was found out by a step before', () => {
  const known = new Set(yours);
  for (const each of [...provision, ...deploy, ...publish]) {
    const asked = textsOf(each).flatMap(namesIn);
    expect(
      asked.filter((name) => !known.has(name)),
      each.uses,
    ).toEqual([]);
    for (const name of Object.values(each.writeToEnvironmentFile ?? {})) known.add(name);
    if (each.uses === 'arm/deploy') for (const name of fromAzure) known.add(name);
  }
});

test('nothing is asked or put out that nobody uses', () => {
  const used = new Set([...provision, ...deploy, ...publish].flatMap(textsOf).flatMap(namesIn));
  const unused = [...yours, ...fromAzure].filter((name) => !used.has(name));
  // For whoever reads the environment file: the service has it from Bicep itself.
  expect(unused).toEqual(['BOT_TENANT_ID']);
});

test('every file that a step names is there', () => {
  const named = [...text.matchAll(/^ +(?:manifestPath|path|parameters): \.\/(.+)$/gm)];
  const ignored = [...text.matchAll(/ignoreFile: (.+)$/gm)];
  const paths = [...named, ...ignored].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
  expect(existsSync(join(projectFolder, lifecycle.environmentFolderPath, '.env.live'))).toBe(true);
});

test('no secret is made, and no file holds a place for one', () => {
  expect(provision[0]?.with).toMatchObject({ generateClientSecret: false });
  expect(text).not.toMatch(/botAadApp|SECRET_|clientSecret/);
  expect(read('infra/azure/env/.env.live')).not.toMatch(/^\w*(SECRET|PASSWORD|KEY)\w*=/m);
});

test('the icons lie beside the manifest, where both packagers look for them', () => {
  const zips = [...provision, ...publish].filter(({ uses }) => uses === 'teamsApp/zipAppPackage');
  expect(zips).toHaveLength(2);
  for (const { with: given } of zips) {
    const folder = join(projectFolder, dirname(String(given['manifestPath'])));
    expect(['color.png', 'outline.png'].filter((name) => !existsSync(join(folder, name)))).toEqual(
      [],
    );
    expect(given['outputZipPath']).toBe('./manifest/build/silver-commitments.zip');
  }
});

test('deployment builds the tab, and leaves what only developers need', () => {
  const commands = deploy.flatMap(({ uses, with: given }) =>
    uses === 'cli/runNpmCommand' ? [String(given['args'])] : [],
  );
  expect(commands).toEqual(['ci', 'run build', 'prune --omit=dev']);
  expect(packageFile.scripts).toHaveProperty('build');
  const left = read('.webappignore').split('\n');
  for (const needed of ['/bot', '/tab', '/package.json', '/node_modules']) {
    expect(left).not.toContain(needed);
  }
  // It may hold who is told of what; it has no business on a server.
  expect(left).toContain('/infra');
});

const entra = JSON.parse(read('manifest/entra.json'));
const manifest = JSON.parse(read('manifest/manifest.json'));

test('the Entra app answers to the address that Teams compares with the manifest', () => {
  expect(entra.identifierUris).toEqual([manifest.webApplicationInfo.resource]);
  expect(entra.appId).toBe(manifest.webApplicationInfo.id);
});

test('provisioning anew leaves the address that the consent to Graph leads back to', () => {
  expect(entra.web.redirectUris).toEqual(['https://${{SERVICE_HOST}}/tab/consent.html']);
  expect(existsSync(join(projectFolder, 'tab', 'consent.html'))).toBe(true);
});

test('it gives tokens of version 2, for one scope, with the claim that tells guests apart', () => {
  expect(entra.api.requestedAccessTokenVersion).toBe(2);
  expect(entra.api.oauth2PermissionScopes).toMatchObject([
    { value: 'access_as_user', type: 'User', isEnabled: true },
  ]);
  expect(entra.optionalClaims.accessToken).toMatchObject([{ name: 'acct' }]);
});

test('it has no secret, no certificate of its own, and no implicit tokens', () => {
  expect(entra).not.toHaveProperty('passwordCredentials');
  expect(entra).not.toHaveProperty('keyCredentials');
  expect(entra.web.implicitGrantSettings).toEqual({
    enableIdTokenIssuance: false,
    enableAccessTokenIssuance: false,
  });
});

test('the clients that need no consent are those whose tokens the service takes', async () => {
  const { microsoftClients } = await import('../../bot/api/identity.ts');
  const scope = entra.api.oauth2PermissionScopes[0].id;
  const allowed = new Map<string, unknown>();
  for (const each of entra.api.preAuthorizedApplications) {
    allowed.set(each.appId, each.delegatedPermissionIds);
  }
  expect(new Set(allowed.keys())).toEqual(microsoftClients);
  for (const scopes of allowed.values()) expect(scopes).toEqual([scope]);
});

test('a parameter that comes from the environment is one that the environment has', () => {
  const json = JSON.parse(readFileSync(join(azureFolder, 'parameters.json'), 'utf8'));
  const param = readFileSync(join(azureFolder, 'main.bicepparam'), 'utf8');
  for (const [, name = '', variable = ''] of param.matchAll(
    /^param (\w+) = readEnvironmentVariable\('(\w+)'\)$/gm,
  )) {
    expect(json.parameters[name]).toEqual({ value: `\${{${variable}}}` });
  }
});
