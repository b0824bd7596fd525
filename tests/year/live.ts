import { chanceFrom } from '../support/chance.ts';
import { dayAfter, isWorkday, londonMoment } from './calendar.ts';
import { yearHouse, type YearHouse } from './house.ts';
import { peopleOf } from './people.ts';
import { goneForSummer, neverThere, OCTOBER, played, plotOf } from './plot.ts';

/** When people look at what came, each working day. */
const BETWEEN = '10:30';

/** From 9 April 2026 until the same day a year later, day by day, at moments that people live by. */
export async function liveThrough(
  seed: number,
  given: {
    last?: string;
    connection?: string;
    /** So many of the staff list have the app, beside whoever the plot names. */
    people?: number;
  } = {},
): Promise<YearHouse> {
  const { last = '2027-04-09', connection, people: most = Infinity } = given;
  const first = '2026-04-09';
  const house = await yearHouse(londonMoment(first, '08:30'), connection);
  const chance = chanceFrom(seed);
  const plot = plotOf(house);
  const stranger = (name: string) => /^(visitor|guest)/.test(name);
  const isPlayed = (email: string) => played.some((name) => email.startsWith(name));
  const everybody = house.people
    .filter(({ email }) => !stranger(email))
    .filter(({ email }, index) => index < most || isPlayed(email));
  const byChance = everybody.filter(({ email }) => !isPlayed(email));
  const people = peopleOf(house, chance, byChance);

  const join = async (): Promise<void> => {
    for (const account of everybody) {
      if (account.email.startsWith(neverThere)) continue;
      if (house.conversationOf(account.email.split('@')[0] ?? '').app !== 'not-yet') continue;
      if (await isListed(house, account.email)) await house.install(account);
    }
  };

  for (let day = first; day <= last; day = dayAfter(day)) {
    if (day === OCTOBER) {
      house.clock.moveTo(londonMoment(day, '07:00'));
      await house.importLists(OCTOBER);
    }
    if (day === first || day === OCTOBER) await join();
    for (const time of momentsOf(day)) {
      await house.moveTo(londonMoment(day, time));
      if (time !== BETWEEN || !isWorkday(day)) continue;
      // Nobody answers in the instant in which they are asked.
      house.clock.moveTo(londonMoment(day, '10:37'));
      await plot.get(day)?.();
      await people.act(day);
      const summer = house.conversationOf(goneForSummer.name);
      if (day === goneForSummer.from) house.conversations.setApp(summer, 'removed');
      if (day === goneForSummer.until) {
        house.conversations.setApp(summer, 'installed');
        await house.say(house.account(goneForSummer.name), 'hello');
      }
    }
  }
  return house;

  /** Before and after the office's hours too, and to the minute at both its ends. */
  function momentsOf(day: string): string[] {
    if (!isWorkday(day)) return chance.happens(0.3) ? ['10:15'] : [];
    const early = chance.oneOf(['08:59', '09:00', '09:00', '09:01', '07:30']);
    const late = plot.has(day)
      ? '16:59'
      : chance.oneOf(['16:59', '17:00', '17:01', '19:45', '16:30']);
    return [early, BETWEEN, ...(plot.has(day) || chance.happens(0.35) ? [late] : [])];
  }
}

async function isListed(house: YearHouse, email: string): Promise<boolean> {
  const account = house.people.find((person) => person.email === email);
  if (account === undefined) return false;
  const answer = await house.doors.identify({
    ...{ tenant: account.tenant, objectId: account.id },
    address: async () => ({ address: email, guest: false }),
  });
  return answer.kind === 'known';
}
