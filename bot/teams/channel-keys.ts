import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import * as z from 'zod';
import { Told } from '../use-cases/told.ts';

const metadataSchema = z.object({ jwks_uri: z.string() });
const keysSchema = z.object({
  keys: z.array(
    z.looseObject({
      kid: z.string(),
      kty: z.string(),
      n: z.string().optional(),
      e: z.string().optional(),
      endorsements: z.array(z.string()).optional(),
    }),
  ),
});
export type ChannelKey = z.infer<typeof keysSchema>['keys'][number];

/** The server that publishes the channel's keys can't be asked: nobody can be let in or refused. */
export class KeysAway extends Told {
  readonly code = 'keys-away';
}

export interface ChannelKeys {
  /** Asks again for a key that isn't known, though not more often than every ten seconds. */
  find(kid: string): Promise<ChannelKey | undefined>;
  /** Resolves while keys are at hand, or once they are read. */
  ready(): Promise<void>;
}

const freshForMs = 24 * 60 * 60 * 1000;
const coolDownMs = 10_000;
const patienceMs = 5_000;
const largest = 1_000_000;

/** The keys with which Teams signs, from its OpenID metadata. */
export function createChannelKeys(metadataUrl: string, now = () => Date.now()): ChannelKeys {
  let known: { keys: readonly ChannelKey[]; at: number } | undefined;
  let asking: Promise<readonly ChannelKey[]> | undefined;

  const ask = (): Promise<readonly ChannelKey[]> => {
    asking ??= load(metadataUrl)
      .then((keys) => {
        known = { keys, at: now() };
        return keys;
      })
      .finally(() => (asking = undefined));
    return asking;
  };

  return {
    async ready() {
      if (known === undefined || now() - known.at >= freshForMs) await ask();
    },
    async find(kid) {
      const age = known === undefined ? Infinity : now() - known.at;
      const found = known?.keys.find((key) => key.kid === kid);
      if (found && age < freshForMs) return found;
      if (age < coolDownMs) return undefined;
      return (await ask()).find((key) => key.kid === kid);
    },
  };
}

async function load(metadataUrl: string): Promise<readonly ChannelKey[]> {
  try {
    const metadata = metadataSchema.parse(await readJson(metadataUrl));
    return keysSchema.parse(await readJson(metadata.jwks_uri)).keys;
  } catch (cause) {
    throw new KeysAway('the channel’s keys could not be read', { cause });
  }
}

function readJson(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const get = url.startsWith('https:') ? httpsGet : httpGet;
    const request = get(url, { signal: AbortSignal.timeout(patienceMs) }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > largest) request.destroy(new Error('too much of an answer'));
        chunks.push(chunk);
      });
      response.on('end', () => {
        if (response.statusCode !== 200) {
          return reject(new Error(`answered ${response.statusCode ?? 'nothing'}`));
        }
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        } catch (error) {
          reject(error);
        }
      });
    });
    request.on('error', reject);
  });
}
