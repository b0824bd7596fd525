import { verify } from 'node:crypto';
import * as z from 'zod';
import { nowInSeconds, times } from './flaws.ts';
import { ok, Refused, route, type Route } from './http.ts';
import { signToken, type SigningKey } from './signing-key.ts';

const connectorAudience = 'https://api.botframework.com';

const claimsSchema = z.object({ aud: z.string(), appid: z.string(), exp: z.number() });

export interface ManagedIdentity {
  readonly routes: readonly Route[];
  /** The environment by which App Service tells a process where its identity is. */
  environment(origin: string): { IDENTITY_ENDPOINT: string; IDENTITY_HEADER: string };
  /** Whether an Authorization header is the bot's own, good for the connector. */
  check(header: string | undefined): 'accepted' | 'refused';
}

/** App Service's managed-identity endpoint, for the bot's own app id alone. */
export function createManagedIdentity(given: {
  botId: string;
  secret: string;
  key: SigningKey;
}): ManagedIdentity {
  return {
    environment: (origin) => ({
      IDENTITY_ENDPOINT: `${origin}/identity`,
      IDENTITY_HEADER: given.secret,
    }),
    routes: [
      route('GET', '/identity', ({ request, url }) => {
        if (request.headers['x-identity-header'] !== given.secret) {
          throw new Refused(401, 'The identity header is not this process’s.');
        }
        const resource = url.searchParams.get('resource');
        const client = url.searchParams.get('client_id');
        if (resource === null || client !== given.botId) {
          throw new Refused(400, 'Ask for a resource, as the bot’s own client id.');
        }
        const lifetime = times();
        const claims = { ...lifetime, iss: `${url.origin}/identity`, aud: resource, appid: client };
        return ok({
          access_token: signToken(claims, given.key),
          expires_on: String(lifetime.exp),
          resource,
          token_type: 'Bearer',
          client_id: client,
        });
      }),
    ],
    check(header) {
      const claims = verified(header, given.key);
      const good =
        claims !== undefined &&
        claims.aud === connectorAudience &&
        claims.appid === given.botId &&
        claims.exp > nowInSeconds();
      return good ? 'accepted' : 'refused';
    },
  };
}

function verified(
  header: string | undefined,
  key: SigningKey,
): z.infer<typeof claimsSchema> | undefined {
  const [head, body, signature] = /^Bearer (.+)$/.exec(header ?? '')?.[1]?.split('.') ?? [];
  if (!head || !body || !signature) return undefined;
  const bytes = Buffer.from(signature, 'base64url');
  if (!verify('sha256', Buffer.from(`${head}.${body}`), key.publicKey, bytes)) return undefined;
  return claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
}
