import { actSchema } from '../../bot/contract/acts.ts';
import type { Account } from '../../infra/local/accounts.ts';
import type { Chance } from '../support/chance.ts';
import { dayAfter } from './calendar.ts';
import type { YearHouse } from './house.ts';
import { kindOf, type Button, type Received } from './received.ts';

/** How somebody takes what the bot says. */
type Habit = 'at-once' | 'late' | 'puts-off' | 'stops-it' | 'silent';

interface Plan {
  readonly on: string;
  readonly message: Received;
}

const answers = new Set(['claim', 'not-there', 'intend', 'confirm', 'query', 'agree-goal']);

/** People who answer by chance, each by a habit of their own, with what stands on the card. */
export function peopleOf(house: YearHouse, chance: Chance, accounts: readonly Account[]) {
  const habits = new Map<string, Habit>();
  for (const { email } of accounts) {
    const habit = chance.oneOf<Habit>([
      ...(['at-once', 'at-once', 'at-once', 'late', 'late'] as const),
      ...(['puts-off', 'stops-it', 'silent', 'silent'] as const),
    ]);
    habits.set(email, habit);
  }
  const plans: Plan[] = [];
  let heard = 0;

  /** Whatever came since: some of it will be answered, today or on a later day. */
  function listen(day: string): void {
    for (const message of house.received.slice(heard)) {
      const habit = habits.get(message.to);
      if (!message.unprompted || habit === undefined || habit === 'silent') continue;
      const wait = habit === 'late' ? chance.between(2, 9) : 0;
      plans.push({ on: dayAfter(day, wait), message });
    }
    heard = house.received.length;
  }

  async function act(day: string): Promise<void> {
    listen(day);
    const due = plans.filter(({ on }) => on <= day);
    for (const plan of due) {
      plans.splice(plans.indexOf(plan), 1);
      await answer(plan.message);
    }
  }

  async function answer({ to, nudges, buttons }: Received): Promise<void> {
    const account = house.account(to.split('@')[0] ?? '');
    const habit = habits.get(to);
    const press = async (wanted: (verb: string) => boolean): Promise<boolean> => {
      const found = buttons.filter((button) => isAct(button) && wanted(button.verb));
      const [first, ...others] = found;
      if (first === undefined) return false;
      const { verb, data } = chance.oneOf([first, ...others]);
      return (await house.does(account, verb, data)) !== undefined;
    };
    if (habit === 'puts-off' && chance.happens(0.6)) {
      if (await press((verb) => verb === 'snooze')) return;
    }
    if (habit === 'stops-it' && chance.happens(0.3)) {
      if (await press((verb) => verb === 'mute')) return;
    }
    if (await press((verb) => answers.has(verb))) return;
    for (const nudge of nudges) await answerElsewhere(account, nudge);
  }

  /** What has a form or a page of its own. */
  async function answerElsewhere(account: Account, nudge: string): Promise<void> {
    const kind = kindOf(nudge);
    const caller = await house.callerOf(account);
    if (kind === 'own-goal') {
      const goal = `${caller.person}~2026-04-01`;
      const text = 'I will sponsor two colleagues this year.';
      if (nudge.includes(':needed')) await house.does(account, 'draft-goal', { text, agree: true });
      else await house.does(account, 'note-goal', { goal, text: 'The first has started.' });
    }
    if (kind !== 'team-goals') return;
    const shown = await house.doors.team(caller);
    if (shown.kind !== 'shown') return;
    for (const { waits, goal } of shown.view.people) {
      if (goal === undefined) continue;
      if (waits === 'agree') await house.does(account, 'agree-goal', { texts: [goal.textId] });
      if (waits !== 'confirm' || goal.proposed === undefined) continue;
      await house.does(account, 'confirm-goal', { proposals: [`${goal.id}~${goal.proposed}`] });
    }
  }

  return { act, habits };
}

function isAct({ verb, data }: Button): boolean {
  return actSchema.safeParse({ verb, data }).success;
}
