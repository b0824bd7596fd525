import type { ActContext } from '../domain/act-context.ts';
import type { Reminders } from '../contract/views.ts';
import { nudgeKinds, type NudgeKind, type Person } from '../domain/facts.ts';
import { isMuted, snoozedUntil } from '../domain/judge-reminders.ts';
import { comesNext } from '../domain/nudges/ahead.ts';
import { queueInstead, queueOf, waitingDays } from '../domain/nudges/claims-waiting.ts';
import { DAYS_APART } from '../domain/nudges/gates.ts';
import { nudgeId, type NudgeRule, type OrganisationFacts } from '../domain/nudges/nudge.ts';
import { dueNudges, nudgeRules } from '../domain/nudges/rules.ts';
import { planReminder } from './plan/reminder.ts';
import { pledgeReminder } from './pledges/reminder.ts';
import { may } from '../domain/permissions.ts';
import { addDays, londonDate, type PlainDate } from '../domain/time.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { paceReminder, unbookedReminder } from './attendance-reminders.ts';
import { reviewReminder } from './snapshots/reminder.ts';
import { quarterPaperReminder } from './board/reminder.ts';
import { lineReviewReminder } from './assessment/reminder.ts';
import { contextOf, type House } from './context.ts';
import { mentoringReminder } from './mentoring/reminder.ts';
import { ownGoalReminder, teamGoalsReminder } from './goals/reminder.ts';
import { asMyMeeting } from './my-progress.ts';
import { factsAbout } from './nudge-facts.ts';
import { itemReminderOf } from './agenda/remind.ts';
import type { Caller } from './ports.ts';
import { attendanceOff, meetingChange } from './told-changes.ts';

type Reminder = Reminders['reminders'][number];

/**
 * What the bot says to this person unprompted, each reminder as it stands now; all that are due where none is named.
 * `ahead`: with when each would next come.
 */
export async function reminders(
  house: House,
  caller: Caller,
  nudges?: readonly string[],
  look?: 'ahead',
): Promise<Reminders> {
  const facts = await factsAbout(house, caller.organisation, caller.person, needed(nudges));
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
      ...(until === undefined ? {} : until > on ? { snoozedUntil: until } : { again: true }),
    };
    const rule = nudgeRules.find((known) => known.kind === kind);
    const next =
      look === 'ahead' && rule !== undefined
        ? comesNext({ kind, about, to: person.id }, rule, facts)
        : undefined;
    return [
      {
        ...common,
        ...(next === undefined ? {} : { comesNext: next }),
        ...whatOf(kind, about, { person, facts, context, until }),
      },
    ];
  });
  const { reminderHours: hours } = facts.frame.settings;
  return { on, reminders: shown, muted, ...(hours === undefined ? {} : { hours }) };
}

/** Everybody's facts are read only where a reminder needs them. */
function needed(nudges: readonly string[] | undefined): NudgeRule['needs'][] {
  return nudgeRules
    .filter(({ kind }) => nudges?.some((nudge) => nudge.startsWith(`${kind}:`)) ?? true)
    .map(({ needs }) => needs);
}

function whatOf(
  kind: NudgeKind,
  about: string,
  known: {
    person: Person;
    facts: OrganisationFacts;
    context: ActContext;
    until: PlainDate | undefined;
  },
): Omit<Reminder, 'nudge' | 'kind' | 'muted'> {
  const { person, facts, context } = known;
  switch (kind) {
    case 'were-you-there': {
      const meeting = facts.frame.meetings.find(({ id }) => id === about);
      if (meeting === undefined) return { due: false };
      const mine = asMyMeeting(meeting, person, facts.frame, context);
      return { due: mine.state === 'not-recorded', meeting: mine };
    }
    case 'claims-waiting':
      return queueIn(about.split('~')[0] ?? '', person, facts, known.until);
    case 'meeting-changed':
      return meetingChange(about, person, facts, context);
    case 'attendance-taken-off':
      return attendanceOff(about, person, facts, context);
    case 'pledge-review':
      return pledgeReminder(about, person);
    case 'item-untriaged':
    case 'item-no-outcome':
    case 'item-answered':
      return itemReminderOf(kind, about, person.id, facts);
    case 'in-private':
      return mentoringReminder(about, person.id, facts);
    case 'own-goal':
      return ownGoalReminder(about, person, facts);
    case 'team-goals':
      return teamGoalsReminder(about, person, facts);
    case 'quarter-paper':
      return quarterPaperReminder(about, person.id, facts);
    case 'meeting-unbooked':
      return unbookedReminder(about, person, facts, context);
    case 'coverage-pace':
      return paceReminder(about, person, facts, context);
    case 'feedback-due':
      return reviewReminder('R2', about, person.id, facts);
    case 'yearly-review':
      return reviewReminder('R1', about, person.id, facts);
    case 'plan-line-due':
    case 'involvement-waiting':
      return planReminder(kind, about, person.id, facts);
    case 'line-review':
      return lineReviewReminder(about, person.id, facts);
  }
}

function queueIn(
  id: string,
  person: Person,
  facts: OrganisationFacts,
  putOffTo: PlainDate | undefined,
): Pick<Reminder, 'due' | 'queue'> {
  const network = facts.frame.networks.find((known) => known.id === id);
  const on = londonDate(facts.now);
  const who = { person: person.id, roles: facts.frame.roles, on };
  if (network === undefined) return { due: false };
  const decides = may('confirm', who, { network: network.id });
  if (!decides && !may('confirm-instead', who)) return { due: false };
  const instead = decides ? undefined : queueInstead(network, person.id, facts);
  if (instead !== undefined) {
    const { count, since, instead: because } = instead;
    const said = { networkName: network.name, count, since, supporting: false };
    return { due: true, queue: { ...said, instead: because } };
  }
  const queue = queueOf(network, person.id, facts);
  const days = queue && waitingDays(queue.since, facts.isBankHoliday);
  // Theirs are decided, and the others have not waited so long that anybody need lend a hand.
  if (queue === undefined || days === undefined || (!decides && on < days.support)) {
    return {
      due: false,
      queue: { networkName: network.name, count: 0, since: on, supporting: !decides },
    };
  }
  const { first, second } = days;
  // One that came again as they asked keeps the next one a week away.
  const notBefore = putOffTo === undefined ? second : addDays(putOffTo, DAYS_APART);
  const last = workingDayFrom(notBefore > second ? notBefore : second, facts.isBankHoliday);
  const next = on >= second || !decides ? undefined : on < first ? first : last;
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
