import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomUUID,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';

/** An RSA key that signs tokens, and the half of it that anybody may see. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly publicJwk: JsonWebKey & { kid: string; use: string; alg: string };
}

export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return withPublicHalf(randomUUID(), privateKey);
}

/** The key as it is kept in a file. */
export function keptSigningKey(key: SigningKey): { kid: string; pem: string } {
  return { kid: key.kid, pem: String(key.privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

export function readSigningKey(kept: { kid: string; pem: string }): SigningKey {
  return withPublicHalf(kept.kid, createPrivateKey(kept.pem));
}

function withPublicHalf(kid: string, privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey);
  const jwk = publicKey.export({ format: 'jwk' });
  return { kid, privateKey, publicKey, publicJwk: { ...jwk, kid, use: 'sig', alg: 'RS256' } };
}

/** A JSON web token, signed RS256. */
export function signToken(claims: object, key: SigningKey): string {
  const head = encode({ alg: 'RS256', typ: 'JWT', kid: key.kid, x5t: key.kid });
  const signed = `${head}.${encode(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

export function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
