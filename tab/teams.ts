import { app, authentication } from '@microsoft/teams-js';

export type Opened =
  | { kind: 'in-teams'; /** What a deep link points at. */ link: string | undefined }
  | { kind: 'not-in-teams' };

/** Says hello to Teams, takes its theme and follows it. */
export async function openTeams(): Promise<Opened> {
  try {
    await app.initialize();
    const context = await app.getContext();
    wear(context.app.theme);
    app.registerOnThemeChangeHandler(wear);
    return { kind: 'in-teams', link: context.page.subPageId ?? context.page.id };
  } catch {
    // teams-js rejects where no Teams is around: the page says so and asks for nothing.
    wear(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default');
    return { kind: 'not-in-teams' };
  }
}

export type Token = { kind: 'token'; token: string } | { kind: 'no-token' };

/** The person's token for this app's API. Teams keeps and renews it. */
export async function getToken(): Promise<Token> {
  try {
    return { kind: 'token', token: await authentication.getAuthToken() };
  } catch {
    // Consent missing or sign-in broken: whoever asked tells the person that signing in failed.
    return { kind: 'no-token' };
  }
}

/** Opens Microsoft's own page, where the person or their administrator allows something. */
export async function askConsent(authorize: string): Promise<'given' | 'not-given'> {
  try {
    const { user } = await app.getContext();
    const hint = user?.loginHint ?? user?.userPrincipalName ?? '';
    const page = new URL('/tab/consent.html', location.origin);
    // Teams opens no other.
    page.protocol = 'https:';
    page.hash = new URLSearchParams({ to: authorize, hint }).toString();
    await authentication.authenticate({ url: page.href, width: 600, height: 560 });
    return 'given';
  } catch {
    // Closed, refused, or for an administrator to allow: the page says what to do instead.
    return 'not-given';
  }
}

/** Marks the root element with one of Teams' three themes; newer names fall back to light or dark. */
function wear(theme: string): void {
  const worn = theme === 'contrast' || theme === 'dark' ? theme : 'default';
  document.documentElement.dataset['theme'] = theme === 'glass' ? 'dark' : worn;
}
