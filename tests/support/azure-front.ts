import { createServer, type Server } from 'node:https';
import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AccountSASPermissions,
  AccountSASResourceTypes,
  AccountSASServices,
  generateAccountSASQueryParameters,
  SASProtocol,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import type { Azurite } from '../../infra/local/azurite.ts';
import { ownCertificate } from './own-certificate.ts';

const services = ['tables', 'queues', 'files'] as const;
export type Service = (typeof services)[number];

/**
 * Azure Storage as a managed identity meets it, before an Azurite: TLS, a bearer token, and a role
 * for each service. What it refuses it refuses as Azure does.
 */
export interface AzureFront {
  readonly environment: Readonly<Record<string, string>>;
  readonly cert: string;
  /** The services for which the identity has no role; none at first. */
  withoutRole(...missing: Service[]): void;
  /** By how much storage's clock differs from this machine's. */
  clockOff(seconds: number): void;
  close(): Promise<void>;
}

export async function azureFront(azurite: Azurite): Promise<AzureFront> {
  const { key, cert } = ownCertificate();
  const ports = { tables: azurite.port, queues: azurite.queuePort, files: azurite.blobPort };
  const sas = accountSas(azurite.connection);
  let missing: readonly Service[] = [];
  let seconds = 0;

  const servers = await Promise.all(
    services.map(async (service) => {
      const server = createServer({ key, cert }, (request, response) => {
        response.setHeader('Date', new Date(Date.now() + seconds * 1000).toUTCString());
        const fault = faultOf(request);
        if (fault !== undefined) return refuse(request, response, service, fault);
        if (missing.includes(service)) return refuse(request, response, service, noRole);
        return pass(request, response, ports[service], sas);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return [service, server] as const;
    }),
  );
  const at = Object.fromEntries(
    servers.map(([service, server]) => [service, addressOf(server)]),
  ) as Record<Service, string>;

  return {
    cert,
    environment: {
      STORAGE_CONNECTION: '',
      STORAGE_TABLES_URL: at.tables,
      STORAGE_QUEUES_URL: at.queues,
      STORAGE_BLOBS_URL: at.files,
    },
    withoutRole: (...of) => void (missing = of),
    clockOff: (by) => void (seconds = by),
    async close() {
      await Promise.all(
        servers.map(([, server]) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      );
    },
  };
}

interface Fault {
  readonly status: 401 | 403;
  readonly code: string;
  readonly message: string;
}

const noRole: Fault = {
  status: 403,
  code: 'AuthorizationPermissionMismatch',
  message: 'This request is not authorized to perform this operation using this permission.',
};

function faultOf({ headers }: IncomingMessage): Fault | undefined {
  const claims = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(headers.authorization ?? '')?.[1];
  const { aud } = claims ? JSON.parse(Buffer.from(claims, 'base64url').toString()) : {};
  if (String(aud).replace(/\/$/, '') === 'https://storage.azure.com') return undefined;
  const message = 'Server failed to authenticate the request.';
  return { status: 401, code: 'InvalidAuthenticationInfo', message };
}

/** Tables say it in JSON, queues and blobs in XML. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  service: Service,
  { status, code, message }: Fault,
): void {
  request.resume();
  const inJson = { 'odata.error': { code, message: { lang: 'en-US', value: message } } };
  const inXml = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  const json = service === 'tables';
  response.writeHead(status, {
    'x-ms-error-code': code,
    'content-type': json ? 'application/json;odata=minimalmetadata' : 'application/xml',
  });
  response.end(json ? JSON.stringify(inJson) : inXml);
}

/** To Azurite, which knows of no identities: a signature in the address takes the token's place. */
function pass(request: IncomingMessage, response: ServerResponse, port: number, sas: string): void {
  const { authorization: _, ...headers } = request.headers;
  const path = `${request.url}${request.url?.includes('?') ? '&' : '?'}${sas}`;
  const { method } = request;
  const onward = forward({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    const date = response.getHeader('Date');
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, date: String(date) });
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function accountSas(connection: string): string {
  const part = (name: string) => new RegExp(`${name}=([^;]+)`).exec(connection)?.[1] ?? '';
  const parameters = generateAccountSASQueryParameters(
    {
      expiresOn: new Date(Date.now() + 86_400_000),
      permissions: AccountSASPermissions.parse('rwdlacup'),
      resourceTypes: AccountSASResourceTypes.parse('sco').toString(),
      services: AccountSASServices.parse('bqt').toString(),
      protocol: SASProtocol.HttpsAndHttp,
    },
    new StorageSharedKeyCredential(part('AccountName'), part('AccountKey')),
  );
  return parameters.toString();
}

function addressOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `https://127.0.0.1:${port}/devstoreaccount1`;
}
