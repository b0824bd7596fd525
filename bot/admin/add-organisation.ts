import { addOrganisation } from '../use-cases/add-organisation.ts';
import type { Command, Ending, Given } from './given.ts';
import { refused } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';

export const addOrganisationCommand: Command = {
  purpose: 'adds an organisation, or changes its settings',
  usage:
    '--org CODE --tenant ID --name NAME [--year-start MONTH] [--target N] [--grade CODE=BAND] [--speak-up ADDRESS] [--apply]',
  help: [
    '--org CODE          the organisation’s ODS code',
    '--tenant ID         its Microsoft 365 tenant; may be left out once the code is known in one',
    '--name NAME         as people know it',
    '--year-start MONTH  first month of its year; 4, April, where left out',
    '--target N          network meetings that each executive commits to in a year; 4 where left out',
    '--grade CODE=BAND   what a grade of the staff list means, such as ZL03=8a; may be given again',
    '--speak-up ADDRESS  where its Freedom to Speak Up guardian is to be found; https',
    '--apply             does it; without this the command only says what it would do',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, [
    ...(['org', 'tenant', 'name', 'year-start', 'target', 'grade', 'speak-up', 'apply'] as const),
  ]);
  if (read.kind === 'refused') return read;
  const { options } = read;

  const ports = await given.open();
  const found = await findOrganisation(ports.directory, options.org, options.tenant);
  if (found.kind === 'refused' && options.tenant === undefined) {
    return refused(`${options.org}: --tenant is needed, the id of its Microsoft 365 tenant`);
  }
  const organisation =
    found.kind === 'found'
      ? found.organisation
      : { tenant: options.tenant ?? '', code: options.org };

  const { name, target } = options;
  const yearStartMonth = options['year-start'];
  const speakUpLink = options['speak-up'];
  // Grades are looked up in capitals, as staff lists write their codes.
  const grades = options.grade?.map((each) => {
    const [code = '', band = ''] = each.split('=');
    return [code.trim().toUpperCase(), band.trim()] as const;
  });
  const verdict = await addOrganisation(
    ports,
    organisation,
    {
      ...(name === undefined ? {} : { name }),
      ...(yearStartMonth === undefined ? {} : { yearStartMonth }),
      ...(target === undefined ? {} : { attendanceTarget: target }),
      ...(speakUpLink === undefined ? {} : { speakUpLink }),
      ...(grades && { grades: Object.fromEntries(grades) }),
    },
    options.apply ?? false,
  );
  if (verdict.kind === 'refused') return verdict;
  const who = `${options.org}, ${verdict.settings.name}, tenant ${organisation.tenant}`;
  const endings = {
    added: `Added ${who}.`,
    changed: `Changed the settings of ${who}.`,
    unchanged: `${who} stands so already. Nothing to do.`,
    'would-add': `Would add ${who}. Nothing was changed. Run it again with --apply.`,
    'would-change': `Would change the settings of ${who}. Nothing was changed. Run it again with --apply.`,
  } as const;
  given.print(endings[verdict.kind]);
  return { kind: 'done' };
}
