import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nameFaults } from './check-names.ts';
import { typeFaults } from './check-types.ts';
import { azureFolder, bicepFile, bicepFiles, readBicep, types } from './deployment.ts';

describe.each([...bicepFiles])('%s', (_, file) => {
  test('can be read from the first line to the last', () => {
    expect(file.unreadable).toEqual([]);
    expect(file.resources.length + file.modules.length).toBeGreaterThan(0);
  });

  test('holds to Microsoft’s types: every property, every required one, every value', () => {
    expect(typeFaults(file, types)).toEqual([]);
  });

  test('names nothing that isn’t there', () => {
    expect(nameFaults(file, bicepFiles)).toEqual([]);
  });
});

const storage = readFileSync(join(azureFolder, 'storage.bicep'), 'utf8');
const main = readFileSync(join(azureFolder, 'main.bicep'), 'utf8');
const alerts = readFileSync(join(azureFolder, 'alerts.bicep'), 'utf8');
const bot = readFileSync(join(azureFolder, 'bot.bicep'), 'utf8');

/** The faults of a file once `from` stands as `to`; the file must have had it. */
function planted(text: string, from: string, to: string): string[] {
  expect(text).toContain(from);
  const file = readBicep(text.replace(from, to));
  expect(file.unreadable).toEqual([]);
  return [...typeFaults(file, types), ...nameFaults(file, bicepFiles)];
}

test.each([
  ['a property that isn’t there', 'allowBlobPublicAccess:', 'allowPublicBlobs:'],
  ['a value of the wrong kind', 'allowBlobPublicAccess: false', "allowBlobPublicAccess: 'no'"],
  ['true where a word belongs', "kind: 'StorageV2'", 'kind: true'],
  ['a version that doesn’t exist', 'storageAccounts@2025-01-01', 'storageAccounts@2025-01-02'],
  ['a required property left out', "  kind: 'StorageV2'\n", ''],
  ['what only Azure may set', "accessTier: 'Hot'", "provisioningState: 'Succeeded'"],
  ['a number where a text belongs', "principalType: 'ServicePrincipal'", 'principalType: 7'],
  ['an object where a list belongs', 'logs: written', 'logs: { enabled: true }'],
  [
    'a fault in a list that a variable holds',
    "{ category: 'StorageWrite', enabled: true }",
    "{ category: 'StorageWrite' }",
  ],
  ['a name that nothing declares', 'scope: tables', 'scope: table'],
  ['a function that doesn’t exist', 'guid(account.id', 'guide(account.id'],
  ['a parameter of another kind', 'param redundancy string', 'param redundancy int'],
])('%s is caught', (_, from, to) => {
  expect(planted(storage, from, to)).not.toEqual([]);
});

test.each([
  ['a word that isn’t on a closed list', alerts, "operator: 'GreaterThan'", "operator: 'Above'"],
  ['a fault in what a loop goes over', alerts, 'above: 900', "above: 'many'"],
  [
    'a shape that the choosing property doesn’t have',
    bot,
    "channelName: 'MsTeamsChannel'",
    "channelName: 'Pigeon'",
  ],
  ['a module that isn’t given all', main, '    redundancy: redundancy\n', ''],
  [
    'a module that is given too much',
    main,
    '    redundancy: redundancy\n',
    '    redundancy: redundancy\n    colour: name\n',
  ],
  [
    'an output that a module doesn’t have',
    main,
    'storage.outputs.tablesUrl',
    'storage.outputs.tableUrl',
  ],
])('%s is caught', (_, text, from, to) => {
  expect(planted(text, from, to)).not.toEqual([]);
});

test('what can’t be read is caught with its line', () => {
  expect(readBicep("resource x 'A/b@1' = {\n  name: \n}\n").unreadable).not.toEqual([]);
});

test('the parameter files give main.bicep the same, all that it needs and nothing else', () => {
  const { parameters } = bicepFile('main.bicep');
  const needed = parameters.filter(({ value }) => value === undefined).map(({ symbol }) => symbol);
  const json = Object.keys(
    JSON.parse(readFileSync(join(azureFolder, 'parameters.json'), 'utf8')).parameters,
  );
  const text = readFileSync(join(azureFolder, 'main.bicepparam'), 'utf8');
  const given = [...text.matchAll(/^param (\w+) = /gm)].map(([, name]) => name);
  expect(given).toEqual(json);
  expect(parameters.map(({ symbol }) => symbol)).toEqual(expect.arrayContaining(json));
  expect(json).toEqual(expect.arrayContaining(needed));
});

/** Bicep's own compiler, alone or within Azure's CLI; none can be had everywhere. */
const compiler = [
  ['bicep', 'build'],
  ['az', 'bicep', 'build', '--file'],
].find(([command = '', ...args]) => {
  const version = command === 'az' ? ['bicep', 'version'] : ['--version'];
  return args.length > 0 && spawnSync(command, version).status === 0;
});

test.skipIf(!compiler)(
  'Bicep’s own compiler builds it without a warning (skipped where neither bicep nor az is installed)',
  () => {
    const [command = '', ...args] = compiler ?? [];
    const file = join(azureFolder, 'main.bicep');
    const ran = spawnSync(command, [...args, file, '--stdout'], { encoding: 'utf8' });
    expect({ status: ran.status, warned: ran.stderr }).toEqual({ status: 0, warned: '' });
  },
);
