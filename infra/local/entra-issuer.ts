import { randomUUID } from 'node:crypto';
import type { Account } from './accounts.ts';
import { signFlawed, times, tokenFlaws, type Claims } from './flaws.ts';
import { ok, route, type Route } from './http.ts';
import { signToken, type SigningKey } from './signing-key.ts';

export const entraFlaws = [
  ...tokenFlaws,
  'wrong-tenant',
  'other-tenants-issuer',
  'wrong-scope',
  'wrong-client',
  'old-version',
  'no-object-id',
] as const;
export type EntraFlaw = (typeof entraFlaws)[number];

/** Teams on the web: who the tab's tokens are issued through. Published by Microsoft. */
const teamsWebClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const otherTenant = '0e0e0e0e-0000-4000-8000-000000000002';

export interface EntraIssuer {
  readonly routes: readonly Route[];
  /** Where tenants' metadata lives, once the port is known. */
  authority(origin: string): string;
  /** An access token of the tab, as Teams' single sign-on hands it out. */
  mint(given: { origin: string; account: Account; flaw?: EntraFlaw | undefined }): Promise<string>;
}

/** Stands in for Microsoft Entra: each tenant's metadata and keys, and the tab's access tokens. */
export function createEntraIssuer(given: { tabClientId: string; key: SigningKey }): EntraIssuer {
  const authority = (origin: string) => `${origin}/entra`;
  return {
    authority,
    routes: [
      route('GET', '/entra/:tenant/v2.0/.well-known/openid-configuration', ({ url, params }) => {
        const base = `${authority(url.origin)}/${params['tenant']}`;
        return ok({ issuer: `${base}/v2.0`, jwks_uri: `${base}/discovery/v2.0/keys` });
      }),
      // As with Entra, all tenants share the keys: the issuer tells tenants apart, not the signature.
      route('GET', '/entra/:tenant/discovery/v2.0/keys', () => ok({ keys: [given.key.publicJwk] })),
    ],
    async mint({ origin, account, flaw }) {
      const issuer = (tenant: string) => `${authority(origin)}/${tenant}/v2.0`;
      const claims: Claims = {
        ...times(),
        iss: issuer(account.tenant),
        aud: given.tabClientId,
        azp: teamsWebClient,
        azpacr: '0',
        scp: 'access_as_user',
        ver: '2.0',
        tid: account.tenant,
        oid: account.id,
        sub: `${account.id}-sub`,
        uti: randomUUID(),
        name: account.name,
        preferred_username: account.email,
        acct: account.guest ? 1 : 0,
      };
      const good = (changed: Claims) => signToken({ ...claims, ...changed }, given.key);
      switch (flaw) {
        case undefined:
          return good({});
        case 'wrong-tenant':
          return good({ tid: otherTenant, iss: issuer(otherTenant) });
        case 'other-tenants-issuer':
          return good({ iss: issuer(otherTenant) });
        case 'wrong-scope':
          return good({ scp: 'profile' });
        case 'wrong-client':
          return good({ azp: '00000000-0000-4000-8000-00000000beef' });
        case 'old-version':
          return good({ ver: '1.0' });
        case 'no-object-id':
          return good({ oid: undefined });
        default:
          return signFlawed(claims, given.key, flaw);
      }
    },
  };
}
