import { refused, type Command, type Ending, type Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { count } from './words.ts';

export const eraseOrganisationCommand: Command = {
  purpose: 'erases a whole organisation, its ledger too',
  usage: '--org CODE [--tenant ID] [--confirm CODE --apply]',
  help: [
    '--org CODE      the organisation’s ODS code',
    '--tenant ID     its Microsoft 365 tenant, where the code is known in several',
    '--confirm CODE  the code once more; needed with --apply',
    '--apply         erases it; without this the command only says what is kept',
    'Make a backup first, and keep its place and the ledger’s head on paper.',
    'Everything goes: people, facts, ledger, reminders, cards, files and calendar addresses.',
    'Other organisations stay as they are. Stopped half-way, run it again.',
    'Only a backup brings it back.',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'confirm', 'apply']);
  if (read.kind === 'refused') return read;
  const { org, tenant, confirm, apply = false } = read.options;
  if (apply && confirm !== org) return refused(`to erase all of it, add --confirm ${org}`);
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;
  const { organisation } = found;
  const kept = await ports.erasures.organisationKept(organisation);
  given.print(
    `${org}: ${count(kept.people, 'person', 'people')}, ${count(kept.rows, 'row', 'rows')}, ${count(kept.files, 'file', 'files')} of its own`,
  );
  if (kept.head !== '') given.print(`The ledger’s head: ${kept.head}`);
  if (!apply) {
    given.print(
      `Nothing was changed. Run it again with --confirm ${org} --apply to erase all of it.`,
    );
    return { kind: 'done' };
  }
  await ports.erasures.eraseOrganisation(organisation, (rows) => {
    if (rows >= 10_000 && rows % 10_000 < 100) given.print(`… ${rows} rows`);
  });
  given.print('Erased.');
  return { kind: 'done' };
}
