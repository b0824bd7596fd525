import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Invented ids of the practice Teams: nothing outside this computer knows them. */
export const practice = {
  tenant: '7a1e0000-0000-4000-8000-000000000001',
  botId: 'b0700000-0000-4000-8000-000000000001',
  tabClientId: '7ab00000-0000-4000-8000-000000000001',
  teamsAppId: 'a4400000-0000-4000-8000-000000000001',
  botName: 'Silver Commitments',
  organisation: { code: 'ZPV', name: 'Pennine Vale NHS Foundation Trust' },
  /** A small one, of some of the same people: `npm start -- --two`. */
  second: { code: 'ZVF', name: 'Fellside Community NHS Trust' },
} as const;

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Where the fictional trust's files are. */
export const trustFolder = join(projectFolder, 'infra', 'local', 'trust');

/** Where the house keeps its data unless told otherwise. */
export const houseFolder = join(projectFolder, '.local');

/** What the bot reads from its environment, but for where its neighbours are. */
export function botEnvironment(neighbours: {
  storage: string;
  channel: { issuer: string; metadataUrl: string };
  authority: string;
  identity: { IDENTITY_ENDPOINT: string; IDENTITY_HEADER: string };
  graph: { certificate: string; url: string };
}) {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    BOT_ID: practice.botId,
    BOT_TENANT_ID: practice.tenant,
    CHANNEL_ISSUER: neighbours.channel.issuer,
    CHANNEL_METADATA_URL: neighbours.channel.metadataUrl,
    TAB_CLIENT_ID: practice.tabClientId,
    ENTRA_AUTHORITY: neighbours.authority,
    TEAMS_APP_ID: practice.teamsAppId,
    ALLOWED_TENANTS: practice.tenant,
    STORAGE_CONNECTION: neighbours.storage,
    GRAPH_CERTIFICATE: neighbours.graph.certificate,
    GRAPH_URL: neighbours.graph.url,
    ...neighbours.identity,
  };
}

export type BotEnvironment = ReturnType<typeof botEnvironment>;

/** What a process reads that does nothing but storage. */
export function storageEnvironment(storage: string): { STORAGE_CONNECTION: string } {
  return { STORAGE_CONNECTION: storage };
}
