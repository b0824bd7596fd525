import { sign } from 'node:crypto';
import { keptSigningKey, type SigningKey } from './signing-key.ts';

/** A certificate of the key, signed by itself, with the key: as Key Vault hands a certificate out. */
export function certificateOf(key: SigningKey, name: string): string {
  const rsaSha256 = sequence(oid('2a864886f70d01010b'), der(0x05));
  const who = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));
  const version = der(0xa0, der(0x02, Buffer.from([2])));
  const serial = der(0x02, Buffer.from([1]));
  const publicKey = key.publicKey.export({ type: 'spki', format: 'der' });
  const validity = sequence(time('200101000000Z'), time('491231235959Z'));
  const body = sequence(version, serial, rsaSha256, who, validity, who, publicKey);
  const signature = sign('sha256', body, key.privateKey);
  const all = sequence(body, rsaSha256, der(0x03, Buffer.from([0]), signature));
  const lines = all.toString('base64').match(/.{1,64}/g) ?? [];
  const certificate = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''];
  return `${keptSigningKey(key).pem}${certificate.join('\n')}`;
}

/** One value of ASN.1, as X.509 writes it: what it is, how long, and what is in it. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const time = (text: string): Buffer => der(0x17, Buffer.from(text));
