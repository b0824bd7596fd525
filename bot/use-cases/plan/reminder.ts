import type { Reminders } from '../../contract/views.ts';
import type { PersonId } from '../../domain/facts.ts';
import { waitingDays } from '../../domain/nudges/claims-waiting.ts';
import { askedAbout } from '../../domain/nudges/involvement-waiting.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { planLineDays } from '../../domain/nudges/plan-line-due.ts';
import { may } from '../../domain/permissions.ts';
import { isPlanLineOver, planState } from '../../domain/plan/plan-state.ts';
import { londonDate } from '../../domain/time.ts';

type Reminder = Reminders['reminders'][number];

/** What a reminder about a line of the action plan says, to somebody who may see the line. */
export function planReminder(
  kind: 'plan-line-due' | 'involvement-waiting',
  about: string,
  person: PersonId,
  facts: OrganisationFacts,
): Pick<Reminder, 'due' | 'plan'> {
  const [id, of = ''] = about.split('~');
  const line = facts.things['plan-line'].find((known) => known.id === id);
  if (line === undefined) return { due: false };
  const on = londonDate(facts.now);
  const { details, involvement } = planState(line);
  const { owner, action, target } = details;
  const { network } = involvement ?? {};
  const thing = { ...(owner && { owner }), ...(network && { network }) };
  if (!may('see-plan-line', { person, roles: facts.frame.roles, on }, thing)) return { due: false };
  const plan = { id: line.id, action, target, passed: target < on };
  if (kind === 'plan-line-due') {
    const { second } = planLineDays(line, facts);
    const supporting = owner !== undefined && owner !== person;
    return {
      due: target === of && !isPlanLineOver(line),
      plan: { ...plan, supporting, ...(!supporting && second > on ? { next: second } : {}) },
    };
  }
  if (involvement === undefined) return { due: false };
  const { second } = waitingDays(involvement.on, facts.isBankHoliday);
  const supporting = !askedAbout(line, facts).includes(person);
  return {
    due:
      involvement.state === 'waiting' && String(involvement.asked) === of && !isPlanLineOver(line),
    plan: {
      ...plan,
      networkName: facts.frame.networks.find((known) => known.id === network)?.name ?? '',
      since: involvement.on,
      supporting,
      ...(!supporting && second > on ? { next: second } : {}),
    },
  };
}
