import { decodeProtectedHeader, errors, importJWK, jwtVerify, type JWTPayload } from 'jose';
import type { Activity } from 'botbuilder';
import {
  AuthenticationError,
  BotFrameworkAuthentication,
  ConnectorFactory,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import type { ChannelKey, ChannelKeys } from './channel-keys.ts';
import { KeysAway } from './channel-keys.ts';
import { Refusal } from './refusal.ts';

/** The one channel that this bot answers, and what its keys must be endorsed for. */
const channel = 'msteams';
/** Seconds by which Teams' clock and ours may differ; botbuilder's own allowance. */
const tolerance = 300;
const patienceMs = 5_000;

export interface AuthenticationParts {
  readonly appId: string;
  readonly issuer: string;
  readonly keys: ChannelKeys;
  /** botbuilder's own authentication; a new one reads the channel's keys anew. */
  readonly stock: () => BotFrameworkAuthentication;
  readonly connectorFor: (serviceUrl: string) => Promise<ConnectorClient>;
  /** A rightly signed token begins later than now: it may be our clock. */
  readonly early?: (seconds: number) => void;
}

/**
 * Who may speak for Teams. botbuilder's authentication lets pass a token without expiry and a key
 * without endorsements, and takes other bad tokens for faults of ours: so each token is first held
 * against all that Teams promises, and then given to botbuilder's authentication as well.
 */
export class StrictAuthentication extends BotFrameworkAuthentication {
  readonly #parts: AuthenticationParts;
  #stock: BotFrameworkAuthentication;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(parts: AuthenticationParts) {
    super();
    this.#parts = parts;
    this.#stock = parts.stock();
  }

  override async authenticateRequest(
    activity: Activity,
    header: string,
  ): Promise<AuthenticateRequestResult> {
    const { key, claims } = await this.vouch(header);
    if (activity.channelId !== channel) throw new Refusal(403, 'other-channel');
    if (claims['serviceurl'] !== activity.serviceUrl)
      throw new Refusal(403, 'other-service-address');
    if (!key.endorsements?.includes(channel)) throw new Refusal(403, 'key-not-endorsed');
    const result = await this.#askStock(activity, header);
    return { ...result, connectorFactory: new SharedConnectors(this.#parts.connectorFor) };
  }

  /** Holds the token against all that can be told without what it came with; throws a refusal. */
  async vouch(header: string): Promise<{ key: ChannelKey; claims: JWTPayload }> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/.exec(header)?.[1];
    if (token === undefined) throw new Refusal(401, 'no-token');
    const { appId, issuer, keys } = this.#parts;
    const { alg, kid } = headerOf(token);
    if (alg !== 'RS256') throw new Refusal(401, 'wrong-algorithm');
    if (kid === undefined) throw new Refusal(401, 'no-key-named');
    const key = await keys.find(kid);
    if (key === undefined) throw new Refusal(401, 'unknown-key');
    if (key.kty !== 'RSA' || !key.n || !key.e) throw new Refusal(401, 'unusable-key');
    const signing = await importJWK({ kty: 'RSA', n: key.n, e: key.e }, 'RS256');
    try {
      const { payload } = await jwtVerify(token, signing, {
        algorithms: ['RS256'],
        issuer,
        audience: appId,
        requiredClaims: ['exp', 'iss', 'aud'],
        clockTolerance: tolerance,
      });
      return { key, claims: payload };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      const claim = error instanceof errors.JWTClaimValidationFailed ? error.claim : undefined;
      if (claim === 'nbf') this.#parts.early?.(secondsEarly(error));
      throw new Refusal(401, error.code.toLowerCase().replaceAll('_', '-'), claim);
    }
  }

  /** botbuilder looks for a new key once an hour at most: a fresh one of it looks at once. */
  async #askStock(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    try {
      return await within(patienceMs, this.#stock.authenticateRequest(activity, header));
    } catch (error) {
      if (!(error instanceof AuthenticationError) || !error.message.startsWith('Signing Key')) {
        throw refusalOf(error);
      }
      this.#stock = this.#parts.stock();
      return within(patienceMs, this.#stock.authenticateRequest(activity, header));
    }
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new Refusal(403, 'no-streaming');
  }

  override createConnectorFactory(): ConnectorFactory {
    return new SharedConnectors(this.#parts.connectorFor);
  }

  /** Made for every turn though never used here: one serves them all. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= this.#stock.createUserTokenClient(identity);
    return this.#userTokens;
  }
}

class SharedConnectors extends ConnectorFactory {
  readonly #connectorFor: AuthenticationParts['connectorFor'];

  constructor(connectorFor: AuthenticationParts['connectorFor']) {
    super();
    this.#connectorFor = connectorFor;
  }

  override create(serviceUrl: string): Promise<ConnectorClient> {
    return this.#connectorFor(serviceUrl);
  }
}

function secondsEarly(error: unknown): number {
  const { nbf } = error instanceof errors.JWTClaimValidationFailed ? error.payload : {};
  return typeof nbf === 'number' ? nbf - Math.floor(Date.now() / 1000) : 0;
}

function headerOf(token: string): { alg?: string | undefined; kid?: string | undefined } {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return { alg, kid };
  } catch {
    // Three parts with dots, but no token.
    throw new Refusal(401, 'unreadable-token');
  }
}

/** botbuilder's refusals are refusals; a metadata server that it can't reach is a fault. */
function refusalOf(error: unknown): Error {
  if (error instanceof KeysAway) return error;
  if (error instanceof AuthenticationError) {
    const { statusCode: status, message } = error;
    if (status === 401 || status === 403) {
      return new Refusal(status, 'refused-by-botbuilder', message);
    }
  }
  return new KeysAway('botbuilder could not read the channel’s keys', { cause: error });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new KeysAway('the channel’s keys came too late')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
