import type { OrganisationRef } from '../domain/facts.ts';
import { addMonths, londonDate } from '../domain/time.ts';
import { importBoardMeetings } from '../use-cases/import-board-meetings.ts';
import type { FileToImport, ImportPorts, ImportVerdict } from '../use-cases/import-file.ts';
import { importEducation } from '../use-cases/import-education.ts';
import { importHistory } from '../use-cases/import-history.ts';
import { importMeetings } from '../use-cases/import-meetings.ts';
import { importNetworks } from '../use-cases/import-networks.ts';
import { importRoles } from '../use-cases/import-roles.ts';
import { importRoster } from '../use-cases/import-roster.ts';
import { refused } from './given.ts';
import type { Command, Ending, Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { readGivenFile } from './read-file.ts';
import { fullDate } from '../contract/dates.ts';
import {
  changedLines,
  closedWords,
  learningLines,
  rosterLines,
  rowsLines,
  settleLines,
} from './words.ts';

type Importer<Summary> = (
  ports: ImportPorts,
  organisation: OrganisationRef,
  file: FileToImport,
) => Promise<ImportVerdict<Summary>>;

/** How often a long import says how far it is. */
const partsBetweenLines = 1000;

/** The commands that bring a file in: the same course, another use case and another summary. */
export const importCommands: Readonly<Record<string, Command>> = {
  'import-roster': importCommand(importRoster, rosterLines, {
    purpose: 'imports a staff list in the shape of the Electronic Staff Record',
    asAt: 'the day of the extract; it stands in no column',
    verbose: changedLines,
    columns:
      'Person ID, Assignment Number, First Name, Last Name, Email Address, Position Title, Directorate, Grade, Assignment Status, Primary Assignment, Supervisor Person ID, Effective Start Date, Effective End Date',
  }),
  'import-roles': importCommand(importRoles, rowsLines, {
    purpose: 'imports who holds which role, from when to when',
    asAt: 'the day of which the file speaks',
    columns: 'Role, Email Address, Network, For, From, To',
  }),
  'import-networks': importCommand(importNetworks, rowsLines, {
    purpose: 'imports the staff networks, and which count for Silver',
    columns: 'Network, Counts for Silver, Terms Used',
  }),
  'import-meetings': importCommand(importMeetings, rowsLines, {
    purpose: 'imports the networks’ meetings',
    columns:
      'Network, Title, Date, Start, End, Time Zone, Open to Executives, and where there are any Location and Join Link',
  }),
  'import-board-meetings': importCommand(importBoardMeetings, rowsLines, {
    purpose: 'imports the public board meetings',
    columns: 'Title, Date, Start, Papers Due',
  }),
  'import-history': importCommand(importHistory, rowsLines, {
    purpose: 'imports what happened before the app, to be verified against its documents',
    columns: 'Kind, Email Address, Date, Network or Programme, Document',
  }),
  'import-education': importCommand(importEducation, learningLines, {
    purpose: 'imports leaders’ education from a learning system’s list, to be verified',
    columns: 'Email Address, Course, Completed, and where there is one Record Number',
  }),
};

function importCommand<Summary>(
  importer: Importer<Summary>,
  inWords: (summary: Summary) => string[],
  about: {
    purpose: string;
    asAt?: string;
    columns: string;
    verbose?: (summary: Summary) => string[];
  },
): Command {
  const asAtUsage = about.asAt ? '--as-at DAY' : '[--as-at DAY]';
  return {
    purpose: about.purpose,
    usage: `--org CODE [--tenant ID] --file FILE ${asAtUsage} ${about.verbose ? '[--verbose] ' : ''}[--apply]`,
    help: [
      '--org CODE     the organisation’s ODS code',
      '--tenant ID    its Microsoft 365 tenant, where the code is known in several',
      '--file FILE    CSV in UTF-8, separated by commas, with these columns:',
      `               ${about.columns}`,
      `--as-at DAY    ${about.asAt ?? 'the day of which the file speaks; today where left out'}`,
      ...(about.verbose ? ['--verbose      names each change by its staff number'] : []),
      '--apply        imports it; without this the command only says what it would do',
    ],
    run: (argv, given) =>
      run(argv, given, importer, inWords, about.asAt !== undefined, about.verbose),
  };
}

async function run<Summary>(
  argv: readonly string[],
  given: Given,
  importer: Importer<Summary>,
  inWords: (summary: Summary) => string[],
  needsAsAt: boolean,
  inDetail?: (summary: Summary) => string[],
): Promise<Ending> {
  const names = ['org', 'tenant', 'file', 'as-at', 'apply'] as const;
  const read = readOptions(argv, inDetail ? [...names, 'verbose'] : names);
  if (read.kind === 'refused') return read;
  const { options } = read;
  if (options.file === undefined) return refused('--file is needed: the CSV file to import');
  if (needsAsAt && options['as-at'] === undefined) {
    return refused('--as-at is needed: the day of which the file speaks, such as 2026-04-01');
  }
  const file = await readGivenFile(options.file);
  if (file.kind === 'refused') return file;

  const ports = await given.open();
  const found = await findOrganisation(ports.directory, options.org, options.tenant);
  if (found.kind === 'refused') return found;

  const today = londonDate(given.clock.now());
  const asAt = options['as-at'] ?? today;
  if (asAt > addMonths(today, 12)) {
    return refused(
      `--as-at ${fullDate(asAt)} is more than a year ahead; today is ${fullDate(today)}`,
    );
  }
  const apply = options.apply ?? false;
  const progress = printProgress(given.print);
  const verdict = await importer({ ...ports, clock: given.clock }, found.organisation, {
    ...{ name: file.name, bytes: file.bytes, asAt, apply, progress },
  });

  if (verdict.kind === 'refused') return refused(`${file.name}: ${verdict.because}`);
  if (verdict.kind === 'closed') return refused(closedWords(options.org, verdict));
  given.print(`${file.name} for ${options.org}, as at ${fullDate(asAt)}`);
  if (asAt > today)
    given.print(`Please check the day: it is still to come (today is ${fullDate(today)}).`);
  if (verdict.kind === 'already') {
    given.print('This very file was imported for that day before. Nothing to do.');
    return { kind: 'done' };
  }
  for (const line of inWords(verdict.summary)) given.print(line);
  if (options.verbose && inDetail) {
    for (const line of inDetail(verdict.summary)) given.print(line);
  }
  for (const line of settleLines(verdict.settle)) given.print(line);
  given.print(
    verdict.kind === 'imported'
      ? 'Imported.'
      : 'Nothing was changed. Run it again with --apply to import it.',
  );
  return { kind: 'done' };
}

function printProgress(print: (line: string) => void): (done: number, of: number) => void {
  let said = 0;
  return (done, of) => {
    if (of <= partsBetweenLines || done - said < partsBetweenLines) return;
    said = done;
    print(`… ${done} of ${of}`);
  };
}
