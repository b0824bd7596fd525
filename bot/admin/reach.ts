import type { Delivery } from '../contract/delivery.ts';
import { factsOfAll } from '../use-cases/nudge-facts.ts';
import { reachOf } from '../use-cases/reach.ts';
import { englandsBankHolidays } from '../domain/bank-holidays.ts';
import type { Command, Ending, Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { count } from './words.ts';

export const reachCommand: Command = {
  purpose: 'says how many people the app can’t reach in Teams yet, and why',
  usage: '--org CODE [--tenant ID] [--verbose]',
  help: [
    '--org CODE   the organisation’s ODS code',
    '--tenant ID  its Microsoft 365 tenant, where the code is known in several',
    '--verbose    lists their work addresses, such as for a setup policy in Teams',
    'It counts whoever holds a role or is at band 8a and above, and is there today.',
  ],
  run,
};

type Why = Delivery['reach']['unreached'][number]['why'];

const whys: readonly (readonly [Why, string])[] = [
  ['not-linked', 'never opened the app, or Teams hasn’t installed it for them'],
  ['never-wrote', 'opened the tab, but have no chat with the bot: install it for them in Teams'],
  ['removed', 'took the app off'],
  ['blocked', 'blocked the bot'],
];

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, ['org', 'tenant', 'verbose']);
  if (read.kind === 'refused') return read;
  const { org, tenant, verbose = false } = read.options;
  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;
  const { organisation } = found;

  const house = { ...ports, clock: given.clock, isBankHoliday: englandsBankHolidays() };
  const facts = await factsOfAll(house, organisation);
  const { of, unreached } = await reachOf(ports, organisation, facts);
  const addresses = new Map(facts.people.map(({ id, email }) => [id as string, email]));
  given.print(
    `${org}: ${count(of - unreached.length, 'person', 'people')} of ${of} can be reached, ${unreached.length} can’t.`,
  );
  for (const [why, words] of whys) {
    const these = unreached.filter((each) => each.why === why);
    if (these.length === 0) continue;
    given.print(`  ${these.length}: ${words}`);
    if (!verbose) continue;
    for (const { person, name } of these) given.print(`    ${addresses.get(person) || name}`);
  }
  return { kind: 'done' };
}
