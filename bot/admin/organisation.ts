import type { OrganisationRef } from '../domain/facts.ts';
import type { Directory } from '../use-cases/ports.ts';
import { refused } from './given.ts';

/** The one organisation with that code; the tenant is asked for only where several have it. */
export async function findOrganisation(
  directory: Pick<Directory, 'withCode'>,
  code: string,
  tenant: string | undefined,
): Promise<
  { kind: 'found'; organisation: OrganisationRef } | { kind: 'refused'; because: string }
> {
  const known = await directory.withCode(code);
  const fitting = known.filter((each) => tenant === undefined || each.tenant === tenant);
  const [organisation, ...others] = fitting;
  if (!organisation) {
    const where = tenant && known.length > 0 ? ` in the tenant ${tenant}` : '';
    return refused(`${code} is not known here${where}: add it first, with add-organisation`);
  }
  if (others.length > 0) {
    const tenants = fitting.map((each) => each.tenant).join(', ');
    return refused(`${code} is known in several tenants, choose one with --tenant: ${tenants}`);
  }
  return { kind: 'found', organisation };
}
