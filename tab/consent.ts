import { app, authentication } from '@microsoft/teams-js';

/**
 * The page in the pop-up: it leads to Microsoft's, and tells the tab once that has led back. The code
 * that comes back is let be: what counts is that Microsoft has noted the consent.
 */
const answered = new URLSearchParams(location.search);
const asked = new URLSearchParams(location.hash.slice(1));
const to = URL.parse(asked.get('to') ?? '');

if (to !== null && leadsToSignIn(to)) {
  to.searchParams.set('redirect_uri', `${location.origin}${location.pathname}`);
  const hint = asked.get('hint') ?? '';
  if (hint !== '') to.searchParams.set('login_hint', hint);
  location.replace(to.href);
} else {
  await app.initialize();
  if (answered.has('code')) authentication.notifySuccess();
  else authentication.notifyFailure(answered.get('error') ?? 'nothing-asked');
}

/** Nowhere else, whoever made up the address. */
function leadsToSignIn({ origin, pathname }: URL): boolean {
  const isTheirs = origin === 'https://login.microsoftonline.com' || origin === location.origin;
  return isTheirs && pathname.endsWith('/oauth2/v2.0/authorize');
}
