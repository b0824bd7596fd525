/** What differs from one deployment to the next: each variable, and what to put there. */
export const variables = {
  TEAMS_APP_ID: 'the app’s id in Teams: a GUID, chosen once and kept',
  BOT_ID: 'the client id of the bot’s managed identity: a GUID',
  TAB_CLIENT_ID: 'the client id of the Entra app that people sign in to: a GUID',
  SERVICE_HOST: 'where the service runs, as silver.example.nhs.uk',
  PUBLISHER_NAME: 'who offers the app, in up to 32 characters',
  PUBLISHER_URL: 'their page about it, with https://',
  PRIVACY_URL: 'their privacy notice, with https://; the service has one at /privacy',
  TERMS_URL: 'their terms of use, with https://; the service has some at /terms',
} as const;

export type VariableName = keyof typeof variables;

export type Filled =
  { kind: 'filled'; manifest: string } | { kind: 'unset'; names: readonly string[] };

/** `${{NAME}}`, as Microsoft's own tools write it, so that they can fill the same file. */
const placeholder = /\$\{\{\s*(\w+)\s*\}\}/g;

/** The template with each variable's value in its place, or the names of all that have none. */
export function fill(
  template: string,
  given: Readonly<Record<string, string | undefined>>,
): Filled {
  const valueOf = (name: string) => given[name]?.trim() || undefined;
  const unset = namesIn(template).filter((name) => valueOf(name) === undefined);
  if (unset.length > 0) return { kind: 'unset', names: unset };
  const manifest = template.replace(placeholder, (_, name: string) => escaped(valueOf(name) ?? ''));
  return { kind: 'filled', manifest };
}

/** Every variable that a text still asks for, once each. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ''))];
}

/** As it may stand within quotes in JSON. */
function escaped(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
