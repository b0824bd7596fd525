import { fullDate } from '../contract/dates.ts';
import type { ImportRecord, Resting } from '../domain/undo-import.ts';
import { londonDate } from '../domain/time.ts';
import { undoImport } from '../use-cases/undo-import.ts';
import { refused, type Command, type Ending, type Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { closedWords, count } from './words.ts';

export const undoImportCommand: Command = {
  purpose: 'undoes an import: from now on nothing that its file brought counts',
  usage: '--org CODE [--tenant ID] [--import ID] [--apply]',
  help: [
    '--org CODE    the organisation’s ODS code',
    '--tenant ID   its Microsoft 365 tenant, where the code is known in several',
    '--import ID   which import; left out, the command lists them',
    '--apply       undoes it; without this the command only says what it would do',
    'Figures as they were known before keep it. The same file may be imported again.',
    'Only the last import of its kind is undone, and none that roles, links or records stand on.',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'import', 'apply']);
  if (read.kind === 'refused') return read;
  const { org, tenant, apply = false, import: id } = read.options;
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;
  const { organisation } = found;
  if (id === undefined) {
    const imports = await ports.imports.all(organisation);
    if (imports.length === 0) given.print('nothing was imported yet');
    for (const each of imports) given.print(line(each));
    return { kind: 'done' };
  }
  const verdict = await undoImport({ ...ports, clock: given.clock }, organisation, id, apply);
  if (verdict.kind === 'closed') return refused(closedWords(org, verdict));
  if (verdict.kind === 'refused') {
    switch (verdict.because) {
      case 'no-such-import':
        return refused(`${org} has no import ${id}; without --import the command lists them`);
      case 'a-later-one-stands-on-it':
        return refused(
          `a later ${verdict.later.kind} file was read against it; undo ${verdict.later.id} first`,
        );
      case 'else-stands-on-it':
        return refused(`${restingWords(verdict.resting)}. Correct what is wrong instead`);
    }
  }
  given.print(line(verdict.record));
  given.print(
    {
      undone: 'Undone. None of it counts from now on.',
      already: 'It was undone before. Nothing to do.',
      'would-undo': 'Nothing was changed. Run it again with --apply to undo it.',
    }[verdict.kind],
  );
  return { kind: 'done' };
}

function line({ id, kind, asAt, committedAt, facts, undoneAt }: ImportRecord): string {
  const on = fullDate(londonDate(committedAt));
  const undone = undoneAt === undefined ? '' : `, undone on ${fullDate(londonDate(undoneAt))}`;
  const what = count(facts, 'fact', 'facts');
  return `${id}  ${kind} as at ${fullDate(asAt)}, imported on ${on}: ${what}${undone}`;
}

function restingWords({ people, meetings, networks }: Resting): string {
  const told = [
    people > 0 && count(people, 'person', 'people'),
    meetings > 0 && count(meetings, 'meeting', 'meetings'),
    networks > 0 && count(networks, 'network', 'networks'),
  ].filter((each) => each !== false);
  return `it alone brought ${told.join(', ')} that roles, links or records stand on`;
}
