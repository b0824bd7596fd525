import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

/** `undefined` leaves a claim out. */
export type Claims = Record<string, unknown>;

export const tenant = 'aaaaaaaa-0000-4000-8000-000000000001';
export const otherTenant = 'aaaaaaaa-0000-4000-8000-000000000002';
export const clientId = 'bbbbbbbb-0000-4000-8000-000000000001';
export const objectId = 'cccccccc-0000-4000-8000-000000000001';
export const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
const stranger = await generateKeyPair('RS256');

export interface Entra {
  readonly authority: string;
  /** How often keys were asked for. */
  asked(): number;
  away(yes: boolean): void;
  /** A token as Teams gets it for the tab, with whatever is changed. */
  token(changes?: Claims, header?: Record<string, unknown>): Promise<string>;
  strangersToken(): Promise<string>;
  /** HS256 with the public key as its secret. */
  confusedToken(): Promise<string>;
  unsignedToken(): string;
  close(): Promise<void>;
}

/** A small Entra: it answers for the keys of any tenant, all with the same key. */
export async function startEntra(): Promise<Entra> {
  let asked = 0;
  let away = false;
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig' };
  const server = createServer((request, response) => {
    asked += 1;
    const known = /^\/[0-9a-f-]{36}\/discovery\/v2\.0\/keys$/.test(request.url ?? '');
    response.writeHead(away ? 500 : known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const authority = `http://127.0.0.1:${port}`;

  const now = () => Math.floor(Date.now() / 1000);
  const claims = (changes: Claims = {}): JWTPayload => {
    const all: Claims = {
      iss: `${authority}/${tenant}/v2.0`,
      aud: clientId,
      iat: now(),
      nbf: now(),
      exp: now() + 3600,
      tid: tenant,
      oid: objectId,
      ver: '2.0',
      scp: 'access_as_user',
      azp: teamsWeb,
      preferred_username: 'aoife.okafor@pennine-vale.example',
      ...changes,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  };
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  return {
    authority,
    asked: () => asked,
    away: (yes) => {
      away = yes;
    },
    token: (changes, header) =>
      new SignJWT(claims(changes))
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT', ...header })
        .sign(privateKey),
    strangersToken: () =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT' })
        .sign(stranger.privateKey),
    confusedToken: async () =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS256', kid: 'key-1', typ: 'JWT' })
        .sign(Buffer.from(JSON.stringify(jwk))),
    unsignedToken: () => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims())}.`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
