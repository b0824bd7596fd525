import type { Command, Ending, Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { count } from './words.ts';

const rowsBetweenLines = 10_000;

export const verifyLedgerCommand: Command = {
  purpose: 'holds every row against the ledger, and the ledger against itself',
  usage: '--org CODE [--tenant ID]',
  help: [
    '--org CODE   the organisation’s ODS code',
    '--tenant ID  its Microsoft 365 tenant, where the code is known in several',
    'Reads only. Ends with an error where something was altered, dropped or reordered, and names it.',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant']);
  if (read.kind === 'refused') return read;
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, read.options.org, read.options.tenant);
  if (found.kind === 'refused') return found;

  let said = 0;
  const { entries, rows, head, faults } = await ports.auditor.verify(found.organisation, (done) => {
    if (done - said < rowsBetweenLines) return;
    said = done;
    given.print(`… ${done} rows`);
  });
  given.print(`${count(entries, 'entry', 'entries')}, ${count(rows, 'row', 'rows')}`);
  given.print(`head of the ledger: ${head || 'none yet'}`);
  for (const fault of faults) given.print(`FAULT: ${fault}`);
  if (faults.length > 0) {
    given.print(`${count(faults.length, 'fault', 'faults')}.`);
    return { kind: 'faults-found' };
  }
  given.print('Clean: every row is as its last ledger entry left it.');
  return { kind: 'done' };
}
