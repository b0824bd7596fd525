import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import type { BotEnvironment } from '../../infra/local/practice-ids.ts';

export interface EchoBot {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * A bot of the stock SDK, with the managed identity that the environment names: what the local
 * connector is held to is what the real SDK sends.
 */
export async function startEchoBot(
  environment: BotEnvironment,
  turn: (context: TurnContext) => Promise<void>,
): Promise<EchoBot> {
  process.env['IDENTITY_ENDPOINT'] = environment.IDENTITY_ENDPOINT;
  process.env['IDENTITY_HEADER'] = environment.IDENTITY_HEADER;
  const app = {
    MicrosoftAppId: environment.BOT_ID,
    MicrosoftAppTenantId: environment.BOT_TENANT_ID,
    MicrosoftAppType: 'UserAssignedMSI',
  };
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ...app,
      ToBotFromChannelTokenIssuer: environment.CHANNEL_ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: environment.CHANNEL_METADATA_URL,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      CallerId: 'urn:botframework:azure',
    },
    new ConfigurationServiceClientCredentialFactory(app),
  );
  const adapter = new CloudAdapter(authentication);
  const server = createServer((request, response) => {
    void receive(adapter, request, response, turn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

async function receive(
  adapter: CloudAdapter,
  request: IncomingMessage,
  response: ServerResponse,
  turn: (context: TurnContext) => Promise<void>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const answer = {
    socket: response.socket,
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    status: (code: number) => (response.statusCode = code),
    send: (content: unknown) => response.write(JSON.stringify(content)),
    end: () => response.end(),
  };
  const { method = 'POST', headers } = request;
  await adapter.process({ method, headers: { ...headers }, body }, answer, turn);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
