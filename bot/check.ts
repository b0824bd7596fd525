import type { Config } from './config.ts';
import { createTenantKeys } from './api/keys.ts';
import { openStorage } from './storage/open.ts';
import { createChannelKeys } from './teams/channel-keys.ts';
import { createConnectors } from './teams/connectors.ts';
import type { Clock } from './use-cases/ports.ts';

/** Beyond this an operator is told that nothing answers. */
const patienceMs = 20_000;

/**
 * `npm run serve -- --check`: whether this configuration and the identity's roles do what the bot
 * needs, without a port. A composition root of its own, since it asks of every room one thing.
 */
export async function check(
  config: Config,
  given: { clock: Clock; print: (line: string) => void },
): Promise<'well' | 'amiss'> {
  const { storage: where, bot } = config;
  const storage = openStorage(
    where.kind === 'connection' ? where : { ...where, managedIdentity: bot.appId },
    { clock: given.clock },
  );
  const keys = createTenantKeys(config.tab.authority, config.tenants);
  const trials: [string, () => Promise<unknown>, (why: Why) => string][] = [
    ['Tables', storage.trials.tables, storageAdvice('Storage Table Data Contributor')],
    ['Queues', storage.trials.queues, storageAdvice('Storage Queue Data Contributor')],
    ['Files', storage.trials.files, storageAdvice('Storage Blob Data Contributor')],
    ['Clock', storage.clock, () => 'Set this machine’s clock: tokens go by it.'],
    [
      'The bot’s own token',
      () => createConnectors(config).readyFor('https://smba.trafficmanager.net/uk/'),
      () => 'Assign the identity of BOT_ID to this machine, and check BOT_TENANT_ID.',
    ],
    [
      'Teams’ keys',
      () => createChannelKeys(config.channel.metadataUrl).find('none'),
      () => `Let this machine reach ${hostOf(config.channel.metadataUrl)}.`,
    ],
    ...config.tenants.map((tenant): (typeof trials)[number] => [
      `Keys of tenant ${tenant}`,
      () => keys.of(tenant)?.ready() ?? Promise.resolve(),
      () => `Check the id in ALLOWED_TENANTS, and reach ${hostOf(config.tab.authority)}.`,
    ]),
  ];

  let amiss = 0;
  for (const [name, trial, advice] of trials) {
    const why = await whyNot(trial);
    if (why === undefined) {
      given.print(`ok     ${name}`);
      continue;
    }
    amiss += 1;
    given.print(`AMISS  ${name}: ${why.said}. ${advice(why)}`);
  }
  const all =
    amiss === 0 ? 'All is well: the bot can start.' : `${amiss} of ${trials.length} amiss.`;
  given.print(all);
  return amiss === 0 ? 'well' : 'amiss';
}

interface Why {
  readonly said: string;
  readonly trouble: string | undefined;
}

async function whyNot(trial: () => Promise<unknown>): Promise<Why | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Why>((resolve) => {
    timer = setTimeout(() => resolve({ said: 'no answer in time', trouble: 'slow' }), patienceMs);
  });
  const asked = trial().then(
    () => undefined,
    (error: unknown): Why => ({ said: firstLine(error), trouble: troubleOf(error) }),
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

function storageAdvice(role: string): (why: Why) => string {
  return ({ trouble }) => {
    switch (trouble) {
      case 'role-missing':
        return `Give the identity the role ${role}; Azure takes up to ten minutes to spread it.`;
      case 'closed-to-us':
        return 'Let this machine through the storage account’s firewall or private network.';
      case 'identity':
        return 'Assign the identity of BOT_ID to this machine.';
      case 'refused':
        return 'Check that the account is of the same Entra tenant as the identity.';
      default:
        return 'Check the address, and that this machine can reach it.';
    }
  };
}

function troubleOf(error: unknown): string | undefined {
  return error instanceof Error && 'trouble' in error ? String(error.trouble) : undefined;
}

/** Our own words where there are some, then the innermost cause’s: that is what an operator can act on. */
function firstLine(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown fault';
  const inner = error.cause instanceof Error ? firstLine(error.cause) : undefined;
  const [own = ''] = error.message.split('\n');
  const told = 'told' in error && error.told !== undefined;
  const said = inner === undefined || told ? own : `${own}: ${inner}`;
  return said.replace(/\.$/, '').slice(0, 300);
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}
