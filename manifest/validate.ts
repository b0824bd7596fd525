import { commandFaults } from './check-commands.ts';
import { iconFaults, type Files } from './check-icons.ts';
import { schemaFaults } from './check-schema.ts';
import { manifestSchema, type Manifest } from './manifest.ts';
import { judgePermission } from './permissions.ts';
import { namesIn } from './variables.ts';

export type PackageVerdict =
  { kind: 'valid'; manifest: Manifest } | { kind: 'faulty'; faults: readonly string[] };

/** The package's manifest as text, and its other files by the names that they have in it. */
export interface AppPackage {
  readonly manifest: string;
  readonly files: Files;
}

/**
 * Holds a package against Microsoft's schema, and against what the schema can't know: every fault
 * is named, so that one run is enough.
 */
export function validate({ manifest: text, files }: AppPackage): PackageVerdict {
  const left = namesIn(text).map((name) => `The variable ${name} has not been filled in.`);
  const json = parseJson(text);
  if (json.kind === 'no-json') return faulty([...left, `manifest.json is no JSON: ${json.why}`]);
  const againstSchema = schemaFaults(json.value);
  const read = manifestSchema.safeParse(json.value);
  if (!read.success) return faulty([...left, ...againstSchema]);
  const manifest = read.data;
  const faults = [
    ...left,
    ...againstSchema,
    ...versionFaults(manifest),
    ...idFaults(manifest),
    ...iconFaults(manifest, files),
    ...permissionFaults(manifest),
    ...commandFaults(manifest),
    ...hostFaults(manifest),
  ];
  return faults.length === 0 ? { kind: 'valid', manifest } : faulty(faults);
}

function faulty(faults: readonly string[]): PackageVerdict {
  return { kind: 'faulty', faults: [...new Set(faults)] };
}

function parseJson(
  text: string,
): { kind: 'json'; value: unknown } | { kind: 'no-json'; why: string } {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (fault) {
    return { kind: 'no-json', why: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** The schema takes any text; Teams orders versions by these three numbers. */
function versionFaults({ version }: Manifest): string[] {
  const fits = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version);
  return fits ? [] : [`version must be three numbers, as 1.4.0: “${version}”.`];
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const nobody = /^[0-]+$/;

function idFaults({ id, bots, webApplicationInfo }: Manifest): string[] {
  const ids = [
    { what: 'id', value: id },
    ...bots.map(({ botId }) => ({ what: 'bots.botId', value: botId })),
    ...(webApplicationInfo === undefined
      ? []
      : [{ what: 'webApplicationInfo.id', value: webApplicationInfo.id }]),
  ];
  return ids
    .filter(({ value }) => !guid.test(value) || nobody.test(value))
    .map(({ what, value }) => `${what} is no GUID: “${value}”.`);
}

function permissionFaults({ authorization }: Manifest): string[] {
  const asked = authorization?.permissions?.resourceSpecific ?? [];
  return asked.flatMap((permission) => {
    const { name, type } = permission;
    switch (judgePermission(permission)) {
      case 'known':
        return [];
      case 'not-in-this-mode':
        return [`The permission ${name} cannot be asked for as ${type}.`];
      case 'no-such-permission':
        return [`There is no permission named ${name}.`];
    }
  });
}

/** A name in full, with nothing before or after it: no scheme, port, path, wildcard or address. */
const hostName =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** The tab may be on the listed hosts only, and the tokens for it name one of them. */
function hostFaults(manifest: Manifest): string[] {
  const { developer, validDomains, staticTabs, webApplicationInfo } = manifest;
  const wrong = validDomains
    .filter((domain) => !hostName.test(domain))
    .map((domain) => `validDomains must hold host names: “${domain}” is none.`);
  const addresses = staticTabs.flatMap(({ contentUrl, websiteUrl }) =>
    [contentUrl, websiteUrl].filter((url) => url !== undefined),
  );
  const plain = [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl, ...addresses]
    .filter((url) => URL.parse(url)?.protocol !== 'https:')
    .map((url) => `${url} must be an address with https://.`);
  const elsewhere = addresses
    .filter((url) => !validDomains.includes(URL.parse(url)?.host ?? ''))
    .map((url) => `${url} is on no host of validDomains.`);
  const { id, resource } = webApplicationInfo ?? {};
  const named =
    id === undefined || validDomains.some((domain) => resource === `api://${domain}/${id}`)
      ? []
      : ['webApplicationInfo.resource must be api://HOST/ID with a host of validDomains.'];
  return [...wrong, ...plain, ...elsewhere, ...named];
}
