import { fullDate } from '../contract/dates.ts';
import type { MergeRefusal } from '../domain/merger.ts';
import { mergeOrganisation } from '../use-cases/merge-organisation.ts';
import { refused, type Command, type Ending, type Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';

export const mergeOrganisationCommand: Command = {
  purpose: 'closes an organisation that goes into another',
  usage: '--org CODE --into CODE --as-at DAY [--tenant ID] [--apply]',
  help: [
    '--org CODE    the ODS code of the organisation that ends',
    '--into CODE   its successor’s, added before',
    '--as-at DAY   its last day',
    '--tenant ID   their Microsoft 365 tenant, where a code is known in several',
    '--apply       closes it; without this the command only says what it would do',
    'After that day nothing is recorded there and nobody is reminded. It can still be read.',
    'Nothing is carried over: the successor has a staff list, roles and networks of its own.',
    'What counts of the time before is entered there as history, with its document, and verified.',
  ],
  run,
};

const why: Readonly<Record<MergeRefusal, string>> = {
  'same-organisation': 'an organisation doesn’t go into itself',
  'went-into-another': 'it went into another organisation before',
  'successor-is-closed': 'the successor has gone into another organisation itself',
  'another-day': 'its last day was set before, and is another',
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'into', 'as-at', 'tenant', 'apply']);
  if (read.kind === 'refused') return read;
  const { org, into, tenant, apply = false, 'as-at': lastDay } = read.options;
  if (into === undefined) return refused('--into is needed: the successor’s ODS code');
  if (lastDay === undefined) return refused('--as-at is needed: the last day, such as 2027-03-31');
  const ports = await given.open();
  const from = await findOrganisation(ports.directory, org, tenant);
  if (from.kind === 'refused') return from;
  const next = await findOrganisation(ports.directory, into, tenant);
  if (next.kind === 'refused') return next;
  const how = { lastDay, apply };
  const verdict = await mergeOrganisation(ports, from.organisation, next.organisation, how);
  if (verdict.kind === 'refused') return refused(why[verdict.because]);
  given.print(`${org} goes into ${into}; its last day is ${fullDate(lastDay)}.`);
  if (verdict.kind === 'already') given.print('It stands so already. Nothing to do.');
  else given.print(apply ? 'Recorded.' : 'Nothing was changed. Run it again with --apply.');
  return { kind: 'done' };
}
