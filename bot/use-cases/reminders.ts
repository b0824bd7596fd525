import type { Reminders } from '../contract/views.ts';
import { nudgeKinds, type NudgeKind, type Person } from '../domain/facts.ts';
import type { ActContext } from '../domain/judge-claim.ts';
import { isMuted, snoozedUntil } from '../domain/judge-reminders.ts';
import { queueOf, waitingDays } from '../domain/nudges/claims-waiting.ts';
import { nudgeId, type OrganisationFacts } from '../domain/nudges/nudge.ts';
import { dueNudges } from '../domain/nudges/rules.ts';
import { may } from '../domain/permissions.ts';
import { londonDate } from '../domain/time.ts';
import { quarterPaperReminder } from './board/reminder.ts';
import { contextOf, type House } from './context.ts';
import { asMyMeeting } from './my-progress.ts';
import { factsAbout } from './nudge-facts.ts';
import type { Caller } from './ports.ts';

type Reminder = Reminders['reminders'][number];

/** What the bot says to this person unprompted, each reminder as it stands now; all that are due where none is named. */
export async function reminders(
  house: House,
  caller: Caller,
  nudges?: readonly string[],
): Promise<Reminders> {
  const facts = await factsAbout(house, caller.organisation, caller.person, ['waiting-claims']);
  const on = londonDate(facts.now);
  const person = facts.people.find(({ id }) => id === caller.person);
  if (person === undefined) return { on, reminders: [], muted: [] };
  const context = contextOf(house, caller, facts);
  const muted = nudgeKinds.filter((kind) =>
    isMuted(person.mutes.find((mute) => mute.kind === kind)),
  );
  const due = dueNudges(facts).filter(({ to }) => to === person.id);
  const shown = (nudges ?? due.map(nudgeId)).flatMap((nudge): Reminder[] => {
    const [given, about = ''] = nudge.split(':');
    const kind = nudgeKinds.find((known) => known === given);
    if (kind === undefined) return [];
    const snooze = person.snoozes.find((made) => made.nudge === nudge);
    const until = snooze && snoozedUntil(snooze);
    const common = {
      nudge,
      kind,
      muted: muted.includes(kind),
      ...(until !== undefined && until > on ? { snoozedUntil: until } : {}),
    };
    return [{ ...common, ...whatOf(kind, about, person, facts, context) }];
  });
  return { on, reminders: shown, muted };
}

function whatOf(
  kind: NudgeKind,
  about: string,
  person: Person,
  facts: OrganisationFacts,
  context: ActContext,
): Pick<Reminder, 'due' | 'meeting' | 'queue' | 'quarterPaper'> {
  switch (kind) {
    case 'were-you-there': {
      const meeting = facts.frame.meetings.find(({ id }) => id === about);
      if (meeting === undefined) return { due: false };
      const mine = asMyMeeting(meeting, person, facts.frame, context);
      return { due: mine.state === 'not-recorded', meeting: mine };
    }
    case 'claims-waiting':
      return queueIn(about.split('~')[0] ?? '', person, facts);
    case 'quarter-paper':
      return quarterPaperReminder(about, person.id, facts);
  }
}

function queueIn(
  id: string,
  person: Person,
  facts: OrganisationFacts,
): Pick<Reminder, 'due' | 'queue'> {
  const network = facts.frame.networks.find((known) => known.id === id);
  const on = londonDate(facts.now);
  const who = { person: person.id, roles: facts.frame.roles, on };
  if (network === undefined) return { due: false };
  const decides = may('confirm', who, { network: network.id });
  if (!decides && !may('confirm-instead', who)) return { due: false };
  const queue = queueOf(network, person.id, facts);
  if (queue === undefined) {
    return {
      due: false,
      queue: { networkName: network.name, count: 0, since: on, supporting: !decides },
    };
  }
  const { first, second } = waitingDays(queue.since, facts.isBankHoliday);
  const next = [first, second].find((day) => decides && day > on);
  return {
    due: true,
    queue: {
      networkName: network.name,
      count: queue.count,
      since: queue.since,
      supporting: !decides,
      ...(next === undefined ? {} : { next }),
    },
  };
}
