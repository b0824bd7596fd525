import type { Entra } from '../use-cases/ports.ts';
import { exchangeToken, graphScope, type AppIdentity } from './credential.ts';
import { readDirectory } from './directory.ts';

/**
 * What Microsoft Entra says of whoever asks: their own work address and their manager, read in their
 * own name by Microsoft Graph, only when they ask, and kept nowhere. Switched on by a certificate of
 * the tab's Entra app; without one this room is never opened.
 */
export function openEntra(given: {
  app: AppIdentity;
  /** Where people sign in, which is where consent is asked for. */
  authority: string;
  graphUrl: string;
}): Entra {
  const { app, authority, graphUrl } = given;
  return {
    async about(signedIn) {
      const granted = await exchangeToken(app, signedIn);
      return granted.kind === 'token' ? readDirectory(graphUrl, granted.token) : granted;
    },
    consentAddress(tenant) {
      const asked = new URLSearchParams({
        client_id: app.clientId,
        response_type: 'code',
        response_mode: 'query',
        scope: graphScope,
      });
      return `${authority}/${tenant}/oauth2/v2.0/authorize?${asked.toString()}`;
    },
  };
}
