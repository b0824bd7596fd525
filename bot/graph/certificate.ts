import { createPrivateKey, X509Certificate } from 'node:crypto';

/** The app's certificate and its key, as one text of PEM blocks with the certificate first. */
export type CertificateVerdict = { ok: true; pem: string } | { ok: false; fault: string };

/**
 * Reads what App Service puts in place of a Key Vault reference. Line breaks may have become spaces
 * or `\n` on their way through a setting, and the key may stand before the certificates of a chain.
 * The text is a secret: no fault quotes it.
 */
export function readCertificate(text: string): CertificateVerdict {
  if (text.startsWith('@Microsoft.KeyVault')) {
    return refuse('is a Key Vault reference that App Service could not follow');
  }
  const blocks = [...text.matchAll(/-----BEGIN ([A-Z ]+)-----(.+?)-----END \1-----/gs)].map(
    ([, label = '', content = '']) => ({ label, pem: asPem(label, content) }),
  );
  const key = blocks.find(({ label }) => /^(RSA )?PRIVATE KEY$/.test(label))?.pem;
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ pem }) => pem);
  if (key === undefined || certificates.length === 0) {
    return refuse('must hold a certificate and its private key, as PEM');
  }
  try {
    const privateKey = createPrivateKey(key);
    const own = certificates.find((each) => new X509Certificate(each).checkPrivateKey(privateKey));
    if (own === undefined) return refuse('holds a private key that isn’t its certificate’s');
    return { ok: true, pem: `${own}${key}` };
  } catch {
    // Whatever crypto finds wrong, it is no certificate or no key.
    return refuse('holds a certificate or a private key that can’t be read');
  }
}

function asPem(label: string, content: string): string {
  const lines = content.replaceAll(/\\r|\\n|\s/g, '').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function refuse(fault: string): CertificateVerdict {
  return { ok: false, fault };
}
