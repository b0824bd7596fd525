import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../infra/local/practice-ids.ts';
import { bicepFile, bicepFiles } from './deployment.ts';
import { at, only, plain, resources } from './look.ts';

const main = bicepFile('main.bicep');
const everything = [...bicepFiles.values()].map(({ text }) => text).join('\n');

function parameter(name: string): unknown {
  const value = main.parameters.find(({ symbol }) => symbol === name)?.value;
  return value && plain(value);
}

function variable(file: string, name: string): unknown {
  const value = bicepFile(file).variables.find(({ symbol }) => symbol === name)?.value;
  return value && plain(value);
}

/** What main.bicep gives a module. */
function given(module: string, name: string): unknown {
  const found = main.modules.find(({ symbol }) => symbol === module);
  return found && at(found, `params.${name}`);
}

test('the bot is a user-assigned managed identity, and nobody keeps a password for it', () => {
  only('Microsoft.ManagedIdentity/userAssignedIdentities');
  const bot = only('Microsoft.BotService/botServices');
  expect(at(bot, 'properties')).toMatchObject({
    msaAppType: 'UserAssignedMSI',
    msaAppId: '→ clientId',
    msaAppTenantId: '→ tenantId',
    msaAppMSIResourceId: '→ identityId',
    disableLocalAuth: true,
  });
  expect(given('bot', 'clientId')).toBe('→ identity.properties.clientId');
  expect(at(only('Microsoft.Web/sites'), 'identity.type')).toBe('UserAssigned');
});

test('the bot speaks in Teams and nowhere else, at the address that the service answers', () => {
  expect(at(only('Microsoft.BotService/botServices/channels'), 'properties')).toEqual({
    channelName: 'MsTeamsChannel',
    properties: { isEnabled: true, enableCalling: false },
  });
  const endpoint = at(only('Microsoft.BotService/botServices'), 'properties.endpoint');
  expect(endpoint).toBe('https://${host}/api/messages');
  expect(routes()).toContain('/api/messages');
});

test('storage has no key: the identity reaches tables, queues and blobs by role', () => {
  expect(at(only('Microsoft.Storage/storageAccounts'), 'properties')).toMatchObject({
    allowSharedKeyAccess: false,
    allowBlobPublicAccess: false,
    allowCrossTenantReplication: false,
    supportsHttpsTrafficOnly: true,
  });
  expect(variable('storage.bicep', 'roles')).toEqual([
    '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
    '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
    'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  ]);
  expect(given('storage', 'principalId')).toBe('→ identity.properties.principalId');
});

test('operators reach records only where somebody named their group', () => {
  expect(parameter('operatorGroupId')).toBe('');
  const people = resources('Microsoft.Authorization/roleAssignments').filter(
    (each) => at(each, 'properties.principalType') !== 'ServicePrincipal',
  );
  expect(people.map(({ symbol }) => symbol)).toEqual(['operatorsMayUse']);
});

test('no role goes beyond its own resource', () => {
  for (const each of resources('Microsoft.Authorization/roleAssignments')) {
    expect(at(each, 'scope')).toMatch(/^→ (account|insights|vault)$/);
  }
});

test('it runs on Node 24, started as npm run serve does, with nothing between it and SIGTERM', () => {
  const site = only('Microsoft.Web/sites');
  expect(at(site, 'properties.siteConfig.linuxFxVersion')).toBe('NODE|24-lts');
  expect(at(site, 'properties.siteConfig.appCommandLine')).toBe(
    `exec ${packageFile.scripts.serve}`,
  );
  expect(at(site, 'properties.siteConfig.alwaysOn')).toBe(true);
});

test('two instances run unless a parameter says otherwise, and more when they are busy', () => {
  expect(parameter('instances')).toBe(2);
  expect(at(only('Microsoft.Web/serverfarms'), 'sku.capacity')).toBe('→ instances');
  expect(at(only('Microsoft.Web/sites'), 'properties.clientAffinityEnabled')).toBe(false);
  const scaling = at(only('Microsoft.Insights/autoscalesettings'), 'properties');
  expect(scaling).toMatchObject({
    enabled: true,
    profiles: [
      {
        rules: [
          { scaleAction: { direction: 'Increase' } },
          { scaleAction: { direction: 'Decrease' } },
        ],
      },
    ],
  });
});

test('an instance that is not ready is passed over, and its health is asked where it answers', () => {
  expect(routes()).toContain(
    at(only('Microsoft.Web/sites'), 'properties.siteConfig.healthCheckPath'),
  );
});

test('TLS is 1.2 or better, and what isn’t https is closed', () => {
  expect(at(only('Microsoft.Storage/storageAccounts'), 'properties.minimumTlsVersion')).toBe(
    'TLS1_2',
  );
  const site = only('Microsoft.Web/sites');
  expect(at(site, 'properties.httpsOnly')).toBe(true);
  expect(at(site, 'properties.siteConfig')).toMatchObject({
    minTlsVersion: '1.2',
    scmMinTlsVersion: '1.2',
    ftpsState: 'Disabled',
    remoteDebuggingEnabled: false,
  });
});

test('a day of logs and figures has a cap, and only the identity may send any', () => {
  expect(given('watching', 'dailyCapGb')).toBe('→ dailyCapGb');
  const workspace = only('Microsoft.OperationalInsights/workspaces');
  expect(at(workspace, 'properties.workspaceCapping.dailyQuotaGb')).toBe('→ dailyCapGb');
  const plan = only('Microsoft.Insights/components/pricingPlans');
  expect(at(plan, 'properties.cap')).toBe('→ dailyCapGb');
  const insights = only('Microsoft.Insights/components');
  expect(at(insights, 'properties.DisableLocalAuth')).toBe(true);
  expect(at(insights, 'properties.WorkspaceResourceId')).toBe('→ workspace.id');
});

test.each([
  'silver.nudges',
  'silver.queue.age',
  'silver.queue.aside',
  'silver.ledger.conflicts',
  'silver.ledger.faults',
  'silver.nudges.faults',
  'silver.requests.failed',
  'silver.refusals',
  'silver.memory',
])('somebody is told when %s needs looking at', (figure) => {
  expect(JSON.stringify(variable('alerts.bicep', 'figures'))).toContain(`Name == \\"${figure}\\"`);
});

test('somebody is told of server errors, of an instance that is not ready, and of silence', () => {
  const platform = resources('Microsoft.Insights/metricAlerts');
  expect(JSON.stringify(platform.map((each) => at(each, 'properties.criteria')))).toMatch(
    /Http5xx.*HealthCheckStatus/,
  );
  for (const each of platform) {
    expect(at(each, 'properties.actions')).toEqual([{ actionGroupId: '→ operators.id' }]);
  }
  const ours = only('Microsoft.Insights/scheduledQueryRules');
  expect(at(ours, 'properties.actions.actionGroups')).toEqual(['→ operators.id']);
  expect(at(ours, 'properties.enabled')).toBe(true);
  expect(JSON.stringify(variable('alerts.bicep', 'figures'))).toContain('figures == 0');
});

test('web app, storage, bot and Key Vault say what is done with them, in one workspace', () => {
  const settings = resources('Microsoft.Insights/diagnosticSettings');
  expect(settings.map((each) => String(at(each, 'scope'))).sort()).toEqual([
    '→ blobs',
    '→ bot',
    '→ queues',
    '→ site',
    '→ tables',
    '→ vault',
  ]);
  for (const each of settings) {
    expect(at(each, 'properties.workspaceId')).toBe('→ workspaceId');
  }
});

test('people’s network addresses are not kept: the platform’s own HTTP log stays off', () => {
  expect(everything).not.toMatch(/AppServiceHTTPLogs|AppServiceIPSecAuditLogs|categoryGroup/);
});

test('no secret is asked for, made, read or put out', () => {
  expect(everything).not.toMatch(
    /@secure|\blist(Keys|AccountSas|ServiceSas|Credentials|ChannelWithKeys)\b|getSecret|password(?!s)\w*:|AccountKey|sig=/i,
  );
  for (const each of resources('Microsoft.Web/sites/basicPublishingCredentialsPolicies')) {
    expect(at(each, 'properties.allow')).toBe(false);
  }
});

test('there is a Key Vault only where Graph is switched on, and it is off at first', () => {
  expect(parameter('graph')).toBe(false);
  const vault = main.modules.find(({ of }) => of === 'vault.bicep');
  expect(vault?.onlyIf && plain(vault.onlyIf)).toBe('→ graph');
  expect(at(only('Microsoft.KeyVault/vaults'), 'properties')).toMatchObject({
    enableRbacAuthorization: true,
    enablePurgeProtection: true,
    enableSoftDelete: true,
  });
});

test('the web app is given every variable that the service reads, and none that it doesn’t', () => {
  const config = readFileSync(join(projectFolder, 'bot', 'config.ts'), 'utf8');
  const read = new Set([...config.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, name]) => name));
  for (const name of [...standIns, ...toldByThePlatform]) read.delete(name);
  const text = JSON.stringify([given('web', 'settings'), variable('main.bicep', 'graphSettings')]);
  const set = new Set([...text.matchAll(/"name":"(\w+)"/g)].map(([, name]) => name));
  expect(set).toEqual(read);
});

/** For this computer alone: other places that stand in for Microsoft's, and what is refused. */
const standIns = [
  'CHANNEL_ISSUER',
  'CHANNEL_METADATA_URL',
  'ENTRA_AUTHORITY',
  'GRAPH_URL',
  'GRAPH_CLIENT_SECRET',
  'STORAGE_CONNECTION',
];
const toldByThePlatform = ['HOST', 'PORT'];

test('Graph’s certificate is a reference to the Key Vault, once somebody names it', () => {
  expect(parameter('graphCertificate')).toBe('');
  expect(JSON.stringify(variable('main.bicep', 'graphSettings'))).toContain(
    '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${graphCertificate})',
  );
  expect(at(only('Microsoft.Web/sites'), 'properties.keyVaultReferenceIdentity')).toBe(
    '→ identityId',
  );
});

function routes(): string[] {
  const text = ['routes.ts', 'health-routes.ts']
    .map((name) => readFileSync(join(projectFolder, 'bot', 'api', name), 'utf8'))
    .join('\n');
  return [...text.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
}
