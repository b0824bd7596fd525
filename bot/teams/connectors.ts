import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  AppCredentials,
  ConnectorClient,
  TeamsConnectorClient,
  type BotFrameworkAuthentication,
  type ConnectorClientOptions,
  type ServiceClientCredentials,
} from 'botframework-connector';
import type { Config } from '../config.ts';
import { createHttpClient } from './http-client.ts';

const scope = 'https://api.botframework.com';
/** Teams cuts a turn off after fifteen seconds. */
const timeoutMs = 8_000;

export interface Connectors {
  /** One for each service address, used by all turns and redraws. */
  clientFor(serviceUrl: string): Promise<ConnectorClient>;
  /** The same for what only Teams has: its meetings. */
  teamsClientFor(serviceUrl: string): Promise<TeamsConnectorClient>;
  /** The same with its token at hand: whatever fails from then on may have left. */
  readyFor(serviceUrl: string): Promise<ConnectorClient>;
  /** botbuilder's own authentication, new each time. */
  stock(): BotFrameworkAuthentication;
}

/** The bot's own identity towards Teams: a managed identity, so that there is no secret to keep. */
export function createConnectors({ bot, channel }: Pick<Config, 'bot' | 'channel'>): Connectors {
  // An empty app id would switch botbuilder's authentication off without a word.
  if (bot.appId.trim() === '') throw new Error('the bot needs its app id');
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppId: bot.appId,
    MicrosoftAppTenantId: bot.tenantId,
  });
  const httpClient = createHttpClient({ timeoutMs });
  let made = 0;

  function oneForEach<Client>(
    Made: new (signer: ServiceClientCredentials, options: ConnectorClientOptions) => Client,
  ): (serviceUrl: string) => Promise<Client> {
    const clients = new Map<string, Promise<Client>>();
    return (serviceUrl) => {
      const known = clients.get(serviceUrl);
      if (known !== undefined) return known;
      const client = credentials
        .createCredentials(bot.appId, scope, '', true)
        .then((signer) => new Made(signer, { baseUri: serviceUrl, httpClient }));
      clients.set(serviceUrl, client);
      return client;
    };
  }
  const clientFor = oneForEach(ConnectorClient);

  return {
    clientFor,
    async readyFor(serviceUrl) {
      const client = await clientFor(serviceUrl);
      // Kept by botbuilder until shortly before it expires, so that this costs nothing most times.
      if (client.credentials instanceof AppCredentials) await client.credentials.getToken();
      return client;
    },
    teamsClientFor: oneForEach(TeamsConnectorClient),
    stock: () =>
      new ConfigurationBotFrameworkAuthentication(
        {
          MicrosoftAppId: bot.appId,
          ToBotFromChannelTokenIssuer: channel.issuer,
          // botbuilder keeps keys by address for a day: the part after # makes it another address.
          ToBotFromChannelOpenIdMetadataUrl: `${channel.metadataUrl}#${made++}`,
          ToChannelFromBotOAuthScope: scope,
          CallerId: 'urn:botframework:azure',
        },
        credentials,
        undefined,
        undefined,
        { httpClient },
      ),
  };
}
