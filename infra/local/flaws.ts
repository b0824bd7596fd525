import { createHmac } from 'node:crypto';
import { createSigningKey, encode, signToken, type SigningKey } from './signing-key.ts';

/** Ways in which a token can be bad whoever issued it: what a strict door must refuse. */
export const tokenFlaws = [
  'expired',
  'no-expiry',
  'not-yet-valid',
  'wrong-audience',
  'wrong-issuer',
  'unsigned',
  'signed-with-public-key',
  'unknown-key',
  'forged-signature',
] as const;
export type TokenFlaw = (typeof tokenFlaws)[number];

export type Claims = Record<string, unknown>;

const hour = 3600;

/** Seconds since 1970, by the machine's clock: tokens know nothing of practice time. */
export function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** Good for an hour from now. */
export function times(): { iat: number; nbf: number; exp: number } {
  const now = nowInSeconds();
  return { iat: now, nbf: now - 60, exp: now + hour };
}

/** The token that `claims` would be, with one thing wrong. */
export async function signFlawed(
  claims: Claims,
  key: SigningKey,
  flaw: TokenFlaw,
): Promise<string> {
  const now = nowInSeconds();
  switch (flaw) {
    case 'expired':
      return signToken(
        { ...claims, iat: now - 3 * hour, nbf: now - 3 * hour, exp: now - hour },
        key,
      );
    case 'no-expiry':
      return signToken({ ...claims, exp: undefined }, key);
    case 'not-yet-valid':
      return signToken({ ...claims, nbf: now + hour, exp: now + 2 * hour }, key);
    case 'wrong-audience':
      return signToken({ ...claims, aud: '00000000-0000-4000-8000-00000000dead' }, key);
    case 'wrong-issuer':
      return signToken({ ...claims, iss: 'https://issuer.example' }, key);
    case 'unsigned':
      return `${encode({ alg: 'none', typ: 'JWT', kid: key.kid })}.${encode(claims)}.`;
    case 'signed-with-public-key':
      return signedWithPublicKey(claims, key);
    case 'unknown-key':
      return signToken(claims, await createSigningKey());
    case 'forged-signature':
      return signToken(claims, { ...(await createSigningKey()), kid: key.kid });
  }
}

/** The old trick: the public key, which anybody has, used as if it were a shared secret. */
function signedWithPublicKey(claims: Claims, key: SigningKey): string {
  const secret = key.publicKey.export({ type: 'spki', format: 'pem' });
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: key.kid })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
