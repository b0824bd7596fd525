/** Reads the colleague's profile and who manages them; an administrator consents to it. */
export const graphScope = 'https://graph.microsoft.com/User.Read.All';

/** A token for Graph in the name of whoever is signed in, or why there is none. */
export type GraphToken =
  | { kind: 'token'; token: string }
  /** Consent, or a further sign-in, that only a pop-up can give. */
  | { kind: 'consent' }
  | { kind: 'sign-in' }
  | { kind: 'away'; cause: unknown };

export interface AppIdentity {
  /** Where tokens are issued, without the tenant. */
  readonly authorityHost: string;
  readonly clientId: string;
  readonly certificate: string;
}

/** Exchanges the tab's token: the one place that uses @microsoft/teamsfx. */
export async function exchangeToken(
  app: AppIdentity,
  signedIn: { readonly tenant: string; readonly token: string },
): Promise<GraphToken> {
  // Its one file brings all of the Agents SDK with it, over 120 MB of memory: only when it is used.
  const { OnBehalfOfUserCredential } = await import('@microsoft/teamsfx');
  try {
    const credential = new OnBehalfOfUserCredential(signedIn.token, {
      authorityHost: app.authorityHost,
      clientId: app.clientId,
      tenantId: signedIn.tenant,
      certificateContent: app.certificate,
    });
    const granted = await credential.getToken(graphScope);
    return granted === null
      ? { kind: 'away', cause: new Error('no token came') }
      : { kind: 'token', token: granted.token };
  } catch (cause) {
    return faultOf(cause);
  }
}

function faultOf(cause: unknown): Exclude<GraphToken, { kind: 'token' }> {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'UiRequiredError') return { kind: 'consent' };
  if (code === 'TokenExpiredError') return { kind: 'sign-in' };
  // Its message may quote the request: the code alone goes into the log.
  return { kind: 'away', cause: new Error(`no token for Graph: ${String(code)}`) };
}
