import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { jwtVerify } from 'jose';
import * as z from 'zod';
import type { Account, Accounts } from './accounts.ts';
import { times } from './flaws.ts';
import { ok, Refused, route, type Answer, type Call, type Route } from './http.ts';
import { signToken, type SigningKey } from './signing-key.ts';

const grantSchema = z.object({
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:jwt-bearer'),
  client_id: z.string(),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: z.string(),
  assertion: z.string(),
  requested_token_use: z.literal('on_behalf_of'),
  scope: z.string(),
});
const askSchema = z.object({
  client_id: z.string(),
  response_type: z.literal('code'),
  scope: z.string(),
  redirect_uri: z.url(),
  login_hint: z.string(),
});

export interface EntraConsent {
  readonly routes: readonly Route[];
  consent(account: Account, given: boolean): void;
}

/**
 * The rest of Entra that Graph needs: a page that asks for consent, and the on-behalf-of grant, which
 * answers `consent_required` until it was given. The app shows who it is by its certificate.
 */
export function createEntraConsent(given: {
  tabClientId: string;
  accounts: Accounts;
  key: SigningKey;
  /** The app's certificate, as PEM. */
  certificate: string;
}): EntraConsent {
  const { tabClientId, accounts, key } = given;
  const certificate = new X509Certificate(
    given.certificate.slice(given.certificate.indexOf('-----BEGIN CERTIFICATE')),
  );
  const thumbprint = createHash('sha256').update(certificate.raw).digest('base64url');
  const consented = new Set<string>();

  async function grant({ request, params }: Call): Promise<Answer> {
    const asked = grantSchema.parse(Object.fromEntries(await readForm(request)));
    const tenant = params['tenant'] ?? '';
    const { protectedHeader } = await jwtVerify(asked.client_assertion, certificate.publicKey, {
      issuer: tabClientId,
      // As Entra does: its senders round their clocks up.
      clockTolerance: 300,
      audience: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    });
    if (protectedHeader['x5t#S256'] !== thumbprint) return fault('invalid_client', 700027);
    const { payload } = await jwtVerify(asked.assertion, key.publicKey, { audience: tabClientId });
    const account = accounts.get(String(payload['oid']));
    if (!consented.has(account.id)) return fault('invalid_grant', 65001, 'consent_required');
    const lifetime = times();
    const claims = { ...lifetime, tid: tenant, oid: account.id, sub: account.id };
    return ok({
      token_type: 'Bearer',
      scope: asked.scope,
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: signToken({ ...claims, aud: graphAudience }, key),
      id_token: signToken({ ...claims, aud: tabClientId, ver: '2.0' }, key),
      client_info: Buffer.from(JSON.stringify({ uid: account.id, utid: tenant })).toString(
        'base64url',
      ),
    });
  }

  return {
    consent: (account, yes) =>
      void (yes ? consented.add(account.id) : consented.delete(account.id)),
    routes: [
      route('POST', '/entra/:tenant/oauth2/v2.0/token', grant),
      route('GET', '/entra/:tenant/oauth2/v2.0/authorize', (call) => {
        const asked = askSchema.parse(Object.fromEntries(call.url.searchParams));
        return page(call, accounts.get(asked.login_hint).name, asked.scope);
      }),
      // The page's two buttons: back to the app with a code, or with Entra's word for "no".
      route(
        'POST',
        '/entra/:tenant/oauth2/v2.0/authorize',
        async ({ request, response, url }): Promise<Answer> => {
          const asked = askSchema.parse(Object.fromEntries(url.searchParams));
          const back = new URL(asked.redirect_uri);
          if ((await readForm(request)).get('answer') === 'accept') {
            consented.add(accounts.get(asked.login_hint).id);
            back.searchParams.set('code', randomUUID());
          } else {
            back.searchParams.set('error', 'access_denied');
          }
          response.writeHead(303, { location: back.href });
          response.end();
          return 'handled';
        },
      ),
    ],
  };
}

export const graphAudience = 'https://graph.microsoft.com';

/** As Entra refuses: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow */
function fault(error: string, code: number, suberror?: string): Answer {
  const description = `AADSTS${code}: The practice issuer refuses this.`;
  const ids = { trace_id: randomUUID(), correlation_id: randomUUID() };
  const body = { error, error_description: description, error_codes: [code], ...ids };
  return { status: 400, body: { ...body, ...(suberror && { suberror }) } };
}

function page({ response }: Call, name: string, scope: string): Answer {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(`<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width">
<title>Permission requested</title><style>body{font:16px system-ui;margin:2rem;max-width:32rem}</style>
<h1>Permission requested</h1><p>This stands in for Microsoft’s own page. You are ${escaped(name)}.</p>
<p>Silver Commitments would like to read colleagues’ profiles (${escaped(scope)}).</p>
<form method="post"><button name="answer" value="accept">Accept</button>
<button name="answer" value="cancel">Cancel</button></form></html>`);
  return 'handled';
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

async function readForm(request: Call['request']): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 65_536) throw new Refused(413, 'The form is too large.');
  }
  return new URLSearchParams(text);
}
