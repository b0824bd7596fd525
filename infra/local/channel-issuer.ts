import { signFlawed, times, tokenFlaws, type Claims } from './flaws.ts';
import { ok, route, type Route } from './http.ts';
import { signToken, type SigningKey } from './signing-key.ts';

export const channelFlaws = [
  ...tokenFlaws,
  'not-endorsed',
  'other-service-address',
  'no-service-address',
] as const;
export type ChannelFlaw = (typeof channelFlaws)[number];

export interface ChannelIssuer {
  readonly routes: readonly Route[];
  /** What the bot is told of its channel, once the port is known. */
  settings(origin: string): { issuer: string; metadataUrl: string };
  /** A token as Teams puts on every activity that it sends to the bot. */
  mint(given: {
    origin: string;
    serviceUrl: string;
    flaw?: ChannelFlaw | undefined;
  }): Promise<string>;
}

/**
 * Signs for Teams: OpenID metadata, keys with endorsements, tokens from channel to bot.
 * `unendorsed` is published too, but vouches for no channel.
 */
export function createChannelIssuer(given: {
  botId: string;
  key: SigningKey;
  unendorsed: SigningKey;
}): ChannelIssuer {
  const issuer = (origin: string) => `${origin}/channel`;
  return {
    routes: [
      route('GET', '/channel/v1/.well-known/openidconfiguration', ({ url }) =>
        ok({
          issuer: issuer(url.origin),
          jwks_uri: `${url.origin}/channel/v1/.well-known/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      ),
      route('GET', '/channel/v1/.well-known/keys', () =>
        ok({
          keys: [
            { ...given.key.publicJwk, x5t: given.key.kid, endorsements: ['msteams'] },
            { ...given.unendorsed.publicJwk, x5t: given.unendorsed.kid, endorsements: [] },
          ],
        }),
      ),
    ],
    settings: (origin) => ({
      issuer: issuer(origin),
      metadataUrl: `${origin}/channel/v1/.well-known/openidconfiguration`,
    }),
    async mint({ origin, serviceUrl, flaw }) {
      const claims: Claims = {
        ...times(),
        iss: issuer(origin),
        aud: given.botId,
        serviceurl: serviceUrl,
      };
      switch (flaw) {
        case undefined:
          return signToken(claims, given.key);
        case 'not-endorsed':
          return signToken(claims, given.unendorsed);
        case 'other-service-address':
          return signToken({ ...claims, serviceurl: 'https://elsewhere.example/' }, given.key);
        case 'no-service-address':
          return signToken({ ...claims, serviceurl: undefined }, given.key);
        default:
          return signFlawed(claims, given.key, flaw);
      }
    },
  };
}
