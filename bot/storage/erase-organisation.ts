import type { OrganisationRef } from '../domain/facts.ts';
import { ORGANISATION_OWNS, type ErasedOrganisation } from '../use-cases/ports.ts';
import { rowsByPerson } from './due-rows.ts';
import { eraseBeside, type Places } from './erase.ts';
import { deleteAll } from './erase-told.ts';
import { HEAD, keys, partitionOf } from './keys.ts';
import { readHead } from './ledger.ts';
import { turnKeys } from './nudges.ts';

/** What is kept of an organisation, and its ledger's head, to be noted before all of it goes. */
export async function organisationKept(
  { tables, files }: Places,
  organisation: OrganisationRef,
): Promise<ErasedOrganisation> {
  const partition = partitionOf(organisation);
  let rows = 0;
  for (const table of partitioned(tables)) {
    for await (const page of table.range(partition, ' ', '\uffff')) rows += page.length;
  }
  let people = 0;
  for await (const _ of rowsByPerson(tables.records, partition)) people += 1;
  const head = readHead(await tables.records.get(partition, HEAD));
  const own = await files.list({ organisation, person: ORGANISATION_OWNS });
  return { people, rows, files: own.length, head: head.hash };
}

/**
 * Takes all of an organisation away, its ledger too. First whatever leads to its people, so that
 * nobody acts any more; what says that the organisation is there goes last, so that the same again
 * goes on where it was stopped.
 */
export async function eraseOrganisation(
  places: Places,
  organisation: OrganisationRef,
  progress: (rows: number) => void = () => undefined,
): Promise<void> {
  const { tables, files, directory } = places;
  const partition = partitionOf(organisation);
  for await (const { person, rows } of rowsByPerson(tables.records, partition)) {
    await eraseBeside(places, organisation, { person, due: rows, isAll: true });
  }
  const owner = { organisation, person: ORGANISATION_OWNS };
  for (const { id } of await files.list(owner)) await files.remove(owner, id);
  const { tenant, code } = organisation;
  const turns = await Promise.all(turnKeys(code).map((key) => tables.nudges.get(tenant, key)));
  await deleteAll(
    tables.nudges,
    tenant,
    turns.filter((row) => row !== undefined),
  );
  let done = 0;
  for (const table of partitioned(tables)) {
    for await (const page of table.range(partition, ' ', '\uffff')) {
      const some = page.filter(({ key }) => key !== HEAD && key !== keys.settings);
      await deleteAll(table, partition, some);
      done += some.length;
      progress(done);
    }
  }
  const last = [HEAD, keys.settings].map(async (key) => tables.records.get(partition, key));
  const left = (await Promise.all(last)).filter((row) => row !== undefined);
  await deleteAll(tables.records, partition, left);
  await directory.removeOrganisation(organisation);
}

function partitioned({ nudges, conversations, cards, records }: Places['tables']) {
  return [nudges, conversations, cards, records];
}
