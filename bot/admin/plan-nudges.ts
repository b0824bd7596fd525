import { londonMoment } from '../contract/dates.ts';
import { englandsBankHolidays } from '../domain/bank-holidays.ts';
import type { OrganisationRef } from '../domain/facts.ts';
import { addMonths, londonDate, type Instant } from '../domain/time.ts';
import type { Clock } from '../use-cases/ports.ts';
import { countable, planNudges, previewNudges } from '../use-cases/plan-nudges.ts';
import { refused, type Command, type Ending, type Given } from './given.ts';
import { countLines, previewLines } from './nudge-words.ts';
import { readOptionsOrAll } from './options.ts';
import { findOrganisation } from './organisation.ts';
import { count } from './words.ts';

/** How often a long look says how far it is. */
const organisationsBetweenLines = 25;

export const planNudgesCommand: Command = {
  purpose: 'says which reminders are due at a moment, to whom and why, and plans them',
  usage: '--org CODE [--tenant ID] | --all, [--at MOMENT] [--apply]',
  help: [
    '--org CODE   the organisation’s ODS code: each reminder is listed',
    '--tenant ID  its Microsoft 365 tenant, where the code is known in several',
    '--all        every organisation: counts alone',
    '--at MOMENT  in London, such as 2026-04-09T09:30; now where left out. The facts are today’s',
    '--apply      plans them; without this the command only says what it would do',
    'Nothing is sent by it: workers send what is planned, on its day, and look at each afresh before.',
    'Reminders in private are planned too. Nobody is shown them, so they are not listed or counted.',
  ],
  run,
};

type Ports = Awaited<ReturnType<Given['open']>>;

async function run(argv: readonly string[], given: Given): Promise<Ending> {
  const read = readOptionsOrAll(argv, ['org', 'all', 'tenant', 'at', 'apply']);
  if (read.kind === 'refused') return read;
  const { org, tenant, at = given.clock.now(), apply = false } = read.options;
  if (londonDate(at) > addMonths(londonDate(given.clock.now()), 12)) {
    return refused(`--at ${londonMoment(at)} is more than a year ahead`);
  }
  const ports = await given.open();
  if (org === undefined) return everywhere(ports, given, { tenant, at, apply });
  const found = await findOrganisation(ports.directory, org, tenant);
  if (found.kind === 'refused') return found;
  await one(ports, given, { organisation: found.organisation, at, apply });
  return { kind: 'done' };
}

async function one(
  ports: Ports,
  { print }: Given,
  { organisation, at, apply }: { organisation: OrganisationRef; at: Instant; apply: boolean },
): Promise<void> {
  const house = houseAt(ports, at);
  const { name, wouldPlan, plannedBefore } = await previewNudges(house, organisation);
  print(`${organisation.code}, ${name}, at ${londonMoment(at)}`);
  for (const line of previewLines(wouldPlan)) print(line);
  for (const line of countLines(wouldPlan.map(({ nudge }) => nudge))) print(line);
  if (plannedBefore > 0) print(`${count(plannedBefore, 'was', 'were')} planned before.`);
  const planned = apply ? countable((await planNudges(house, organisation)).planned) : undefined;
  print(lastLine(planned));
}

async function everywhere(
  ports: Ports,
  { print }: Given,
  { tenant, at, apply }: { tenant: string | undefined; at: Instant; apply: boolean },
): Promise<Ending> {
  const house = houseAt(ports, at);
  const all = (await ports.directory.all()).filter(
    (each) => tenant === undefined || each.tenant === tenant,
  );
  if (all.length === 0) return refused('no organisation is known here: add one first');
  const counted = [];
  let planned = 0;
  let troubled = 0;
  for (const [index, organisation] of all.entries()) {
    if (index > 0 && index % organisationsBetweenLines === 0) print(`… ${index} of ${all.length}`);
    try {
      const { name, wouldPlan } = await previewNudges(house, organisation);
      const nudges = wouldPlan.map(({ nudge }) => nudge);
      if (nudges.length > 0) {
        print(`${organisation.code}, ${name}: ${count(nudges.length, 'reminder', 'reminders')}`);
      }
      counted.push(...nudges);
      if (apply) planned += countable((await planNudges(house, organisation)).planned);
    } catch (error) {
      // As with the bot's own look, one organisation's trouble holds up no other.
      const [why] = String(error instanceof Error ? error.message : error).split('\n');
      print(`${organisation.code}: could not be looked at: ${why}`);
      troubled += 1;
    }
  }
  print(`${count(all.length, 'organisation', 'organisations')}, at ${londonMoment(at)}`);
  for (const line of countLines(counted)) print(line);
  print(lastLine(apply ? planned : undefined));
  return troubled > 0 ? { kind: 'faults-found' } : { kind: 'done' };
}

/** Facts as they are now, and the clock at that moment. */
function houseAt(ports: Ports, at: Instant): Ports & { clock: Clock } & Holidays {
  return { ...ports, clock: { now: () => at }, isBankHoliday: englandsBankHolidays() };
}
type Holidays = { isBankHoliday: ReturnType<typeof englandsBankHolidays> };

function lastLine(planned: number | undefined): string {
  return planned === undefined
    ? 'Nothing was changed. Run it again with --apply to plan them.'
    : `Planned ${planned}. Nothing was sent: that is the workers’ to do.`;
}
