import type { Config } from './config.ts';

type Identified = Extract<Config['storage'], { kind: 'identity' }>;

/** What is right by itself, and wrong beside something else. */
export function contradictions({ bot, tab, teamsAppId, tenants, storage }: Config): string[] {
  const ids = [
    ['BOT_ID', bot.appId],
    ['BOT_TENANT_ID', bot.tenantId],
    ['TAB_CLIENT_ID', tab.clientId],
    ['TEAMS_APP_ID', teamsAppId],
  ] as const;
  const faults = ids.flatMap(([name, id], index) =>
    ids
      .slice(0, index)
      .filter(([, other]) => id !== '' && other === id)
      .map(([other]) => `${other} and ${name} are the same id: they name different things`),
  );
  // A tenant's id in an app's place, or the other way round, is a slip of the clipboard.
  for (const [name, id] of ids) {
    if (name !== 'BOT_TENANT_ID' && tenants.includes(id)) {
      faults.push(`${name} is an id of ALLOWED_TENANTS: an app is no tenant`);
    }
  }
  return storage.kind === 'identity' ? [...faults, ...oneAccount(storage)] : faults;
}

const storageAddress = /^https:\/\/([a-z0-9]{3,24})\.(table|queue|blob)\./;

/** Azure's addresses name account and service; others, such as Azurite's, are taken as they are. */
function oneAccount(storage: Identified): string[] {
  const named = [
    ['STORAGE_TABLES_URL', 'table', storage.url],
    ['STORAGE_QUEUES_URL', 'queue', storage.queuesUrl],
    ['STORAGE_BLOBS_URL', 'blob', storage.blobsUrl],
  ] as const;
  const read = named.map(([name, service, address]) => {
    const [, account, ofService] = storageAddress.exec(address) ?? [];
    return { name, service, account, ofService };
  });
  const swapped = read
    .filter(({ service, ofService }) => ofService !== undefined && ofService !== service)
    .map(
      ({ name, service, ofService }) => `${name} is the address of ${ofService}s, not ${service}s`,
    );
  const accounts = new Set(read.flatMap(({ account }) => account ?? []));
  return accounts.size < 2
    ? swapped
    : [...swapped, `STORAGE_…_URL name several accounts: ${[...accounts].join(', ')}`];
}
