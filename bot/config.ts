import { contradictions } from './contradictions.ts';
import { readCertificate } from './graph/certificate.ts';

/** What the process needs to know, read once from the environment. */
export interface Config {
  /** PORT (default 3978; 0: any free one) and HOST (default 0.0.0.0). */
  readonly port: number;
  readonly host: string;
  /** PROXIES: how many proxies stand in front and tell the caller's address; default 0. */
  readonly proxies: number;
  /** LOG_LEVEL, default info. */
  readonly logLevel: LogLevel;
  /** BOT_ID: the bot's Microsoft app id; BOT_TENANT_ID: where its managed identity lives. */
  readonly bot: { readonly appId: string; readonly tenantId: string };
  /** CHANNEL_ISSUER, CHANNEL_METADATA_URL: who signs for Teams. Default: Microsoft's public cloud. */
  readonly channel: { readonly issuer: string; readonly metadataUrl: string };
  /** TAB_CLIENT_ID: the tab's Entra app id, the audience of its tokens. ENTRA_AUTHORITY default https://login.microsoftonline.com */
  readonly tab: { readonly clientId: string; readonly authority: string };
  /** TEAMS_APP_ID: the app's id in the manifest, for links into the tab. */
  readonly teamsAppId: string;
  /** ALLOWED_TENANTS, comma separated; at least one. */
  readonly tenants: readonly string[];
  /**
   * GRAPH_CERTIFICATE: the tab's Entra app's certificate with its key, as PEM. Left out: Microsoft
   * Graph is never asked. GRAPH_URL, default https://graph.microsoft.com
   */
  readonly graph?: { readonly certificate: string; readonly url: string };
  /** NUDGES_PER_SECOND: messages to people of one tenant, default 25; Teams takes 50. */
  readonly nudgesPerSecond: number;
  /** APPLICATIONINSIGHTS_CONNECTION_STRING: where figures go; left out, nothing is counted. */
  readonly insights?: string;
  /** STORAGE_TABLES_URL, STORAGE_QUEUES_URL and STORAGE_BLOBS_URL (managed identity) or STORAGE_CONNECTION (a connection string; refused with NODE_ENV=production). */
  readonly storage:
    | {
        readonly kind: 'identity';
        readonly url: string;
        readonly queuesUrl: string;
        readonly blobsUrl: string;
      }
    | { readonly kind: 'connection'; readonly text: string };
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigVerdict = { ok: true; config: Config } | { ok: false; faults: string[] };

const publicCloud = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  authority: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
};

/**
 * Reads the whole environment and names every fault at once. It fails closed: what would leave a
 * door open (no bot id, no tenant, a key in production) is a fault, never a default.
 */
export function readConfig(env: Environment): ConfigVerdict {
  const reader = createReader(env);
  const config: Config = {
    port: reader.port('PORT', 3978),
    host: reader.host('HOST', '0.0.0.0'),
    proxies: reader.proxies('PROXIES'),
    logLevel: reader.level('LOG_LEVEL'),
    // botbuilder takes an empty app id to mean that nobody need be authenticated.
    bot: { appId: reader.guid('BOT_ID'), tenantId: reader.guid('BOT_TENANT_ID') },
    channel: reader.channel(),
    tab: { clientId: reader.guid('TAB_CLIENT_ID'), authority: reader.authority() },
    teamsAppId: reader.guid('TEAMS_APP_ID'),
    tenants: reader.guids('ALLOWED_TENANTS'),
    nudgesPerSecond: reader.pace('NUDGES_PER_SECOND', 25),
    ...reader.insights(),
    storage: reader.storage(),
    ...reader.graph(),
  };
  reader.faults.push(...contradictions(config));
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, config };
}

/** Storage alone, for the operators' command. */
export function readStorageConfig(
  env: Environment,
): { ok: true; storage: Config['storage'] } | { ok: false; faults: string[] } {
  const reader = createReader(env);
  const storage = reader.storage();
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, storage };
}

const guidShape = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const nobody = '00000000-0000-0000-0000-000000000000';
const hasPath = (address: string): boolean => URL.parse(address)?.pathname !== '/';
const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** One method for each kind of value; a fault is noted and a stand-in returned, so that all are found. */
function createReader(env: Environment) {
  const faults: string[] = [];
  const production = text('NODE_ENV') === 'production';

  function text(name: string): string | undefined {
    return env[name]?.trim() || undefined;
  }

  function port(name: string, otherwise: number): number {
    const value = text(name);
    if (value === undefined) return otherwise;
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65535) return Number(value);
    faults.push(`${name} must be a whole number from 0 to 65535`);
    return otherwise;
  }

  function pace(name: string, otherwise: number): number {
    const value = text(name);
    if (value === undefined) return otherwise;
    if (/^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 50) return Number(value);
    faults.push(`${name} must be a whole number from 1 to 50`);
    return otherwise;
  }

  function proxies(name: string): number {
    const value = text(name) ?? '0';
    if (/^[0-5]$/.test(value)) return Number(value);
    faults.push(`${name} must be a whole number from 0 to 5`);
    return 0;
  }

  function level(name: string): LogLevel {
    const value = text(name) ?? 'info';
    const found = logLevels.find((each) => each === value);
    if (!found) faults.push(`${name} must be one of ${logLevels.join(', ')}`);
    return found ?? 'info';
  }

  function guid(name: string): string {
    const value = text(name)?.toLowerCase();
    if (value === undefined) faults.push(`${name} is missing`);
    else if (!guidShape.test(value) || value === nobody) faults.push(`${name} must be a GUID`);
    return value ?? '';
  }

  function guids(name: string): string[] {
    const values = (text(name) ?? '')
      .toLowerCase()
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
    if (values.length === 0) faults.push(`${name} is missing: at least one tenant must be allowed`);
    for (const value of values) {
      if (!guidShape.test(value) || value === nobody) {
        faults.push(`${name} must hold GUIDs separated by commas: ${value} is none`);
      }
    }
    return [...new Set(values)];
  }

  /** Without a slash at its end. Plain http is for loopback, and never in production. */
  function url(name: string): string | undefined {
    const value = text(name);
    if (value === undefined) return undefined;
    const parsed = URL.parse(value);
    if (!parsed || parsed.username || parsed.password || parsed.search || parsed.hash) {
      faults.push(`${name} must be an address without user, query or fragment`);
      return undefined;
    }
    const plainButLocal =
      parsed.protocol === 'http:' && loopback.has(parsed.hostname) && !production;
    if (parsed.protocol !== 'https:' && !plainButLocal) {
      faults.push(`${name} must start with https:// (http:// is for this machine alone)`);
    }
    return value.replace(/\/+$/, '');
  }

  /** Entra's tenants stand in its path, so it has none of its own in production. */
  function authority(): string {
    const value = url('ENTRA_AUTHORITY');
    if (value?.startsWith('https:') && production && hasPath(value)) {
      faults.push(
        'ENTRA_AUTHORITY must be a host alone, such as https://login.microsoftonline.com',
      );
    }
    return value ?? publicCloud.authority;
  }

  /** A name or an address to listen on, without scheme, port or spaces. */
  function host(name: string, otherwise: string): string {
    const value = text(name);
    if (value === undefined) return otherwise;
    if (!/^[A-Za-z0-9.-]+$|^[0-9A-Fa-f:]+$/.test(value)) {
      faults.push(`${name} must be a host’s name or address, without scheme or port`);
    }
    return value;
  }

  function channel(): Config['channel'] {
    const issuer = url('CHANNEL_ISSUER');
    const metadataUrl = url('CHANNEL_METADATA_URL');
    if ((text('CHANNEL_ISSUER') === undefined) !== (text('CHANNEL_METADATA_URL') === undefined)) {
      faults.push('CHANNEL_ISSUER and CHANNEL_METADATA_URL must be given together or not at all');
    }
    return {
      issuer: issuer ?? publicCloud.issuer,
      metadataUrl: metadataUrl ?? publicCloud.metadataUrl,
    };
  }

  /** The exporter would send nothing for a fault in it, and say so to nobody. */
  function insights(): Pick<Config, 'insights'> {
    const name = 'APPLICATIONINSIGHTS_CONNECTION_STRING';
    const value = text(name);
    if (value === undefined) return {};
    const parts = new Map(
      value
        .split(';')
        .filter((part) => part.trim() !== '')
        .map((part) => [
          part.slice(0, part.indexOf('=')).trim().toLowerCase(),
          part.slice(part.indexOf('=') + 1).trim(),
        ]),
    );
    if (!guidShape.test((parts.get('instrumentationkey') ?? '').toLowerCase())) {
      faults.push(`${name} must hold InstrumentationKey=, a GUID`);
    }
    if (!/^https:\/\/[^\s]+$/.test(parts.get('ingestionendpoint') ?? '')) {
      faults.push(`${name} must hold IngestionEndpoint=, an address that starts with https://`);
    }
    return { insights: value };
  }

  function storage(): Config['storage'] {
    const tables = url('STORAGE_TABLES_URL');
    const queues = url('STORAGE_QUEUES_URL');
    const blobs = url('STORAGE_BLOBS_URL');
    const connection = text('STORAGE_CONNECTION');
    const named = text('STORAGE_TABLES_URL') !== undefined;
    if (named && connection !== undefined) {
      faults.push('STORAGE_TABLES_URL and STORAGE_CONNECTION are both given: choose one');
    } else if (!named && connection === undefined) {
      faults.push('STORAGE_TABLES_URL is missing (or STORAGE_CONNECTION, outside production)');
    }
    if (connection !== undefined) {
      if (production) {
        faults.push('STORAGE_CONNECTION holds a key: production uses STORAGE_TABLES_URL');
      }
      // The value itself is a secret and stays out of every message.
      if (!/(^|;)(AccountName|TableEndpoint|UseDevelopmentStorage)=/i.test(connection)) {
        faults.push('STORAGE_CONNECTION is no connection string');
      }
      return { kind: 'connection', text: connection };
    }
    for (const name of ['STORAGE_QUEUES_URL', 'STORAGE_BLOBS_URL']) {
      if (!named && text(name) !== undefined) {
        faults.push(`${name} is given without STORAGE_TABLES_URL`);
      }
      if (named && text(name) === undefined) faults.push(`${name} is missing`);
    }
    return { kind: 'identity', url: tables ?? '', queuesUrl: queues ?? '', blobsUrl: blobs ?? '' };
  }

  function graph(): Pick<Config, 'graph'> {
    const address = url('GRAPH_URL');
    const given = text('GRAPH_CERTIFICATE');
    if (text('GRAPH_CLIENT_SECRET') !== undefined) {
      faults.push('GRAPH_CLIENT_SECRET is not taken: use GRAPH_CERTIFICATE');
    }
    if (given === undefined) {
      if (address !== undefined) faults.push('GRAPH_URL is given without GRAPH_CERTIFICATE');
      return {};
    }
    const read = readCertificate(given);
    if (!read.ok) faults.push(`GRAPH_CERTIFICATE ${read.fault}`);
    return { graph: { certificate: read.ok ? read.pem : '', url: address ?? publicCloud.graph } };
  }

  return {
    faults,
    authority,
    host,
    port,
    pace,
    proxies,
    level,
    guid,
    guids,
    url,
    channel,
    graph,
    insights,
    storage,
  };
}
