import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { Told } from '../use-cases/told.ts';

/** The keys of a tenant could not be had: a fault of ours or Microsoft's, not of the token. */
class KeysAway extends Told {
  readonly code = 'keys-away';
}

const timeoutMs = 4_000;
/** An unknown key makes the set be fetched again at most this often. */
const refetchAfterMs = 30_000;
/** After a failed fetch nobody waits for the next one sooner than this. */
const failedCooldownMs = 2_000;
/** Half a day, as Microsoft's own libraries keep them. */
const keepMs = 12 * 60 * 60 * 1000;

/** Signing keys of each allowed tenant, fetched when first needed; undefined for any other tenant. */
export function createTenantKeys(
  authority: string,
  tenants: readonly string[],
): { of(tenant: string): TenantKeys | undefined; ready(): Promise<void> } {
  const keys = new Map(tenants.map((tenant) => [tenant, createKeys(authority, tenant)]));
  return {
    of: (tenant) => keys.get(tenant),
    async ready() {
      await Promise.all([...keys.values()].map((one) => one.ready()));
    },
  };
}

export interface TenantKeys {
  readonly find: JWTVerifyGetKey;
  /** Fetches them unless they were of late, whoever’s token they are for. */
  ready(): Promise<void>;
}

function createKeys(authority: string, tenant: string): TenantKeys {
  const remote = createRemoteJWKSet(new URL(`${authority}/${tenant}/discovery/v2.0/keys`), {
    timeoutDuration: timeoutMs,
    cooldownDuration: refetchAfterMs,
    cacheMaxAge: keepMs,
  });
  let failedAt = -Infinity;
  const find: JWTVerifyGetKey = async (header, token) => {
    // Known keys go on serving; whoever makes keys up doesn't have Entra asked for each of them.
    const isKnown = remote.fresh && remote.jwks()?.keys.some(({ kid }) => kid === header?.kid);
    if (performance.now() - failedAt < failedCooldownMs && isKnown !== true) {
      throw new KeysAway('The keys could not be fetched a moment ago');
    }
    try {
      return await remote(header, token);
    } catch (error) {
      if (isTokensFault(error)) throw error;
      failedAt = performance.now();
      throw new KeysAway('The keys could not be fetched', { cause: error });
    }
  };
  return {
    find,
    async ready() {
      try {
        if (!remote.fresh) await remote.reload();
      } catch (error) {
        throw new KeysAway('The keys could not be fetched', { cause: error });
      }
    },
  };
}

function isTokensFault(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
