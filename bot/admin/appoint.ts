import { fullDate } from '../contract/dates.ts';
import type { OrganisationRef, PersonId, RoleName } from '../domain/facts.ts';
import { londonDate } from '../domain/time.ts';
import { networkId } from '../domain/network-id.ts';
import { appoint } from '../use-cases/appoint.ts';
import type { Holdings } from '../use-cases/ports.ts';
import { refused, type Command, type Ending, type Given } from './given.ts';
import { readOptions } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { closedWords } from './words.ts';

export const appointCommand: Command = {
  purpose: 'gives one person a role: how an organisation gets its first EDI lead',
  usage:
    '--org CODE [--tenant ID] --role ROLE --person WHO [--from DAY] [--to DAY] [--network NAME] [--for WHO] [--apply]',
  help: [
    '--org CODE      the organisation’s ODS code',
    '--tenant ID     its Microsoft 365 tenant, where the code is known in several',
    '--role ROLE     edi-lead, edi-sponsor, board-chair, board-secretary, programme-lead,',
    '                executive-director, non-executive-director, executive-assistant,',
    '                network-chair or network-deputy',
    '--person WHO    their staff number or work address; the staff list must have them',
    '--from DAY      the first day on which they hold it; today where left out',
    '--to DAY        the last day; the same command with --from and --to ends a role',
    '--network NAME  of which network, for a chair or deputy',
    '--for WHO       whose assistant, for an executive assistant',
    '--apply         does it; without this the command only says what it would do',
  ],
  run,
};

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptions(argv, [
    ...(['org', 'tenant', 'role', 'person', 'from', 'to', 'network', 'for', 'apply'] as const),
  ]);
  if (read.kind === 'refused') return read;
  const { options } = read;
  const { org, role, to, network, apply = false } = options;
  if (role === undefined) return refused('--role is needed, such as edi-lead');
  if (options.person === undefined) {
    return refused('--person is needed: a staff number or a work address');
  }
  if (to !== undefined && options.from === undefined) {
    return refused('--to needs --from: the first day on which they hold the role');
  }

  const ports = await given.open();
  const found = await findOrganisation(ports.directory, org, options.tenant);
  if (found.kind === 'refused') return found;
  const { organisation } = found;
  const who = await oneWith(ports.holdings, organisation, options.person);
  if (who.kind === 'refused') return who;
  const executive =
    options.for === undefined
      ? undefined
      : await oneWith(ports.holdings, organisation, options.for);
  if (executive?.kind === 'refused') return executive;

  const on = options.from ?? londonDate(given.clock.now());
  const asked = {
    ...{ person: who.person, role, on },
    ...(to === undefined ? {} : { to }),
    ...(network === undefined ? {} : { network: networkId(network) }),
    ...(executive === undefined ? {} : { for: executive.person }),
  };
  const verdict = await appoint({ ...ports, clock: given.clock }, organisation, asked, apply);
  if (verdict.kind === 'closed') return refused(closedWords(org, verdict));
  if (verdict.kind === 'refused') return refused(why(verdict.because, role));
  const { givenName, familyName } = verdict.person;
  const until = to === undefined ? '' : ` to ${fullDate(to)}`;
  const what = `${givenName} ${familyName}: ${role} of ${org} from ${fullDate(on)}${until}`;
  given.print(
    {
      appointed: `${what}. Recorded.`,
      already: `${what}. It stands so already. Nothing to do.`,
      'would-appoint': `${what}. Nothing was changed. Run it again with --apply.`,
    }[verdict.kind],
  );
  return { kind: 'done' };
}

async function oneWith(
  holdings: Pick<Holdings, 'find'>,
  organisation: OrganisationRef,
  named: string,
): Promise<{ kind: 'found'; person: PersonId } | { kind: 'refused'; because: string }> {
  const [person, ...others] = await holdings.find(organisation, named);
  if (person === undefined) {
    return refused(
      `nobody on the staff list of ${organisation.code} has “${named}”: import the staff list first, or check it`,
    );
  }
  if (others.length > 0) return refused(`several people have “${named}”: use the staff number`);
  return { kind: 'found', person };
}

type Refused = Extract<Awaited<ReturnType<typeof appoint>>, { kind: 'refused' }>['because'];

function why(because: Refused, role: RoleName): string {
  const words: Readonly<Record<Refused, string>> = {
    'no-such-person': 'that person is not listed',
    'not-employed': 'by the staff list they are not employed on that day',
    'ends-before-it-begins': '--to is before --from',
    'network-needed': `${role}: of which network? Add --network`,
    'no-such-network': 'no network has that name: import the networks first, or check it',
    'network-not-asked': `${role} is of no one network: leave out --network`,
    'executive-needed': `${role}: whose? Add --for`,
    'not-an-executive': '--for names nobody who is an executive director then',
    'executive-not-asked': `${role} is nobody’s assistant: leave out --for`,
  };
  return words[because];
}
