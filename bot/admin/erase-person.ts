import { employmentOn } from '../domain/standing.ts';
import { londonDate } from '../domain/time.ts';
import { erasureGrounds } from '../use-cases/ports.ts';
import { erasedLines } from './erase-due.ts';
import { refused, type Command, type Ending, type Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { findPerson } from './person.ts';

export const erasePersonCommand: Command = {
  purpose: 'erases all that is kept on one person, before its time',
  usage: '--org CODE [--tenant ID] --person NUMBER-OR-ADDRESS --because GROUND [--apply]',
  help: [
    '--org CODE        the organisation’s ODS code',
    '--tenant ID       its Microsoft 365 tenant, where the code is known in several',
    '--person WHO      their staff number or work address',
    `--because GROUND  ${erasureGrounds.join(', ')}:`,
    '                  the ground under Article 17(1) of the UK GDPR on which it was granted',
    '--apply           erases it; without this the command only says what is kept',
    'It goes from records, directory, reminders, cards and files. So do mentoring pairs they were in.',
    'The ledger keeps keys, hashes and the ground, and still verifies. It can’t be brought back.',
    'Figures of past days no longer count what they did; snapshots keep theirs.',
    'What others wrote may still name them, and so does a backup from before.',
    'Whoever asked is in your own register: nothing here says it.',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'person', 'because', 'apply']);
  if (read.kind === 'refused') return read;
  const { org, tenant, person: named, because, apply = false } = read.options;
  if (named === undefined) return refused('--person is needed: a staff number or a work address');
  if (because === undefined) {
    return refused(`--because is needed: one of ${erasureGrounds.join(', ')}`);
  }
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;
  const { organisation } = found;
  const who = await findPerson(ports.holdings, organisation, named);
  if (who.kind === 'refused') return who;
  const { person } = who;

  const caller = { organisation, person };
  const [known] = (await ports.records.some(organisation, [person])).people;
  const today = londonDate(given.clock.now());
  const isHere = known !== undefined && employmentOn(known, today).kind === 'employed';
  const erased = apply
    ? await ports.erasures.erasePerson(caller, because, 'operator')
    : await ports.erasures.keptOf(caller);
  for (const line of erasedLines(erased)) given.print(line);
  given.print(apply ? 'Erased.' : 'Nothing was changed. Run it again with --apply to erase it.');
  if (isHere) given.print('The next staff list that has them brings them back, as somebody new.');
  return { kind: 'done' };
}
