/** What the process needs to know, read once from the environment. Written by the api helper. */
export interface Config {
  /** PORT (default 3978; 0: any free one) and HOST (default 0.0.0.0). */
  readonly port: number;
  readonly host: string;
  /** LOG_LEVEL, default info. */
  readonly logLevel: string;
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
  /** STORAGE_TABLES_URL (managed identity) or STORAGE_CONNECTION (a connection string; refused with NODE_ENV=production). */
  readonly storage: { readonly kind: 'identity'; readonly url: string } | { readonly kind: 'connection'; readonly text: string };
}
