import { createSign, generateKeyPairSync } from 'node:crypto';

/** A certificate for 127.0.0.1 that vouches for itself, made anew for each test: nothing to keep. */
export function ownCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = sequence(set(sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from('127.0.0.1')))));
  const body = sequence(
    der(0xa0, integer(2)),
    integer(1),
    sha256WithRsa,
    name,
    sequence(time(-1), time(1)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(forLoopback, forItself)),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const whole = sequence(body, sha256WithRsa, der(0x03, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

/** Tag, length and what is in it, as X.509 writes everything. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function set(...parts: Buffer[]): Buffer {
  return der(0x31, ...parts);
}

function oid(...bytes: number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

function integer(value: number): Buffer {
  return der(0x02, Buffer.from([value]));
}

/** A day from now, or a day ago. */
function time(days: number): Buffer {
  const then = new Date(Date.now() + days * 86_400_000).toISOString();
  return der(0x18, Buffer.from(`${then.replaceAll(/[-:T]/g, '').slice(0, 14)}Z`));
}

const sha256WithRsa = sequence(
  oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b),
  der(0x05),
);
/** subjectAltName: the address; basicConstraints: it is its own authority. */
const forLoopback = sequence(
  oid(0x55, 0x1d, 0x11),
  der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))),
);
const forItself = sequence(
  oid(0x55, 0x1d, 0x13),
  der(0x04, sequence(der(0x01, Buffer.from([0xff])))),
);
