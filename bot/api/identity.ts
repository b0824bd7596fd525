import type { IncomingMessage } from 'node:http';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { Config } from '../config.ts';
import type { Account, SignedIn } from '../use-cases/ports.ts';
import { createTenantKeys } from './keys.ts';

export type Identity =
  { kind: 'verified'; account: Account } | { kind: 'refused'; because: TokenFault };

export type TokenFault =
  | 'no-token'
  | 'not-a-token'
  | 'algorithm'
  | 'tenant'
  | 'tenant-not-allowed'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'no-end'
  | 'not-yet-valid'
  | 'no-such-key'
  | 'signature'
  | 'version'
  | 'scope'
  | 'client'
  | 'claims';

/** Teams' and Microsoft 365's own clients, as Microsoft publishes them (as of November 2026). */
export const microsoftClients: ReadonlySet<string> = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams mobile and desktop
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365 web
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365 desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Microsoft 365 mobile, Outlook desktop
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook web
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook mobile
]);

/** Clocks of two computers differ by seconds; more than that is an old token. */
const clockToleranceSeconds = 10;

const guid = z
  .string()
  .check(z.toLowerCase(), z.regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/));

const claimsSchema = z.object({
  iss: z.string(),
  // One audience as a text: a token for several apps is not for us.
  aud: z.string(),
  tid: guid,
  oid: guid,
  ver: z.string(),
  scp: z.optional(z.string()),
  azp: z.optional(z.string()),
  preferred_username: z.optional(z.string()),
  acct: z.optional(z.union([z.number(), z.string()])),
  idp: z.optional(z.string()),
});
type Claims = z.infer<typeof claimsSchema>;

const isGuid = (text: string): boolean => guid.safeParse(text).success;

export type Identify = ((authorization: string | undefined) => Promise<Identity>) & {
  /** Resolves while the tenants' keys can be had. */
  ready(): Promise<void>;
};

/** Verifies the tab's bearer token; who it names is the tenant and the object id, never an address. */
export function createIdentity(
  config: Pick<Config, 'tab' | 'tenants'>,
  /** A rightly signed token begins later than now, by so many seconds. */
  early: (seconds: number) => void = () => {},
): Identify {
  const { authority, clientId } = config.tab;
  const tenantKeys = createTenantKeys(authority, config.tenants);

  const identify = async (authorization: string | undefined): Promise<Identity> => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (!token) return refuse(authorization ? 'not-a-token' : 'no-token');
    const claimed = read(token);
    if (!claimed) return refuse('not-a-token');
    if (claimed.algorithm !== 'RS256') return refuse('algorithm');
    if (!claimed.hasKeyId) return refuse('no-such-key');
    const keys = tenantKeys.of(claimed.tenant);
    // Nobody can vouch for it, and nothing is let in by it: it only says whom to tell what.
    if (!keys) return refuse(isGuid(claimed.tenant) ? 'tenant-not-allowed' : 'tenant');
    try {
      const { payload } = await jwtVerify(token, keys.find, {
        algorithms: ['RS256'],
        issuer: `${authority}/${claimed.tenant}/v2.0`,
        audience: clientId,
        requiredClaims: ['exp'],
        clockTolerance: clockToleranceSeconds,
      });
      const claims = claimsSchema.safeParse(payload);
      return claims.success ? judgeClaims(claims.data) : refuse('claims');
    } catch (error) {
      const because = tokenFault(error);
      if (!because) throw error;
      if (because === 'not-yet-valid') early(secondsEarly(error));
      return refuse(because);
    }
  };
  return Object.assign(identify, { ready: () => tenantKeys.ready() });
}

/** What came beside a request that has been verified. */
export function signedInOf({ headers }: IncomingMessage): SignedIn {
  return { token: (headers.authorization ?? '').replace(/^Bearer +/i, '') };
}

/** What the token says of itself before anything is checked: enough to know whose keys to ask for. */
function read(token: string) {
  try {
    const header = decodeProtectedHeader(token);
    const { tid } = decodeJwt(token);
    return {
      algorithm: header.alg,
      hasKeyId: typeof header.kid === 'string',
      tenant: typeof tid === 'string' ? tid : '',
    };
  } catch {
    return undefined;
  }
}

function judgeClaims(claims: Claims): Identity {
  if (claims.ver !== '2.0') return refuse('version');
  if (!claims.scp?.split(' ').includes('access_as_user')) return refuse('scope');
  if (!claims.azp || !microsoftClients.has(claims.azp)) return refuse('client');
  const address = claims.preferred_username;
  const guest = isGuest(claims);
  return {
    kind: 'verified',
    account: {
      tenant: claims.tid,
      objectId: claims.oid,
      address: async () => (address ? { address, guest } : undefined),
      atHand: true,
    },
  };
}

function isGuest(claims: Claims): boolean {
  if (Number(claims.acct) === 1) return true;
  // Entra names the identity provider only where it isn't the tenant itself.
  if (claims.idp !== undefined && claims.idp !== claims.iss) return true;
  return claims.preferred_username?.toUpperCase().includes('#EXT#') === true;
}

function tokenFault(error: unknown): TokenFault | undefined {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claimFault(error);
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JWKSNoMatchingKey) return 'no-such-key';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'no-such-key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  // Whatever else jose finds wrong is wrong with the token; keys that are away have their own error.
  if (error instanceof errors.JOSEError) return 'not-a-token';
  return undefined;
}

/** jose looks at the times only once it has verified the signature. */
function secondsEarly(error: unknown): number {
  const { nbf } = error instanceof errors.JWTClaimValidationFailed ? error.payload : {};
  return typeof nbf === 'number' ? nbf - Math.floor(Date.now() / 1000) : 0;
}

function claimFault({ claim, reason }: errors.JWTClaimValidationFailed): TokenFault {
  if (claim === 'exp' && reason === 'missing') return 'no-end';
  if (claim === 'iss') return 'issuer';
  if (claim === 'aud') return 'audience';
  if (claim === 'exp') return 'expired';
  if (claim === 'nbf') return 'not-yet-valid';
  return 'claims';
}

function refuse(because: TokenFault): Identity {
  return { kind: 'refused', because };
}
