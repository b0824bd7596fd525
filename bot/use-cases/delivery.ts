import type { Delivery } from '../contract/delivery.ts';
import { nudgeKinds } from '../domain/facts.ts';
import {
  answeredAmong,
  countsOf,
  isCounted,
  isCountedByPerson,
  weekOf,
  whyOf,
  type Delivered,
} from '../domain/nudges/delivery.ts';
import { nudgeId } from '../domain/nudges/nudge.ts';
import { addDays, londonDate, type PlainDate } from '../domain/time.ts';
import { readAsAt } from './as-at.ts';
import type { House } from './context.ts';
import type { Shown } from './doors.ts';
import { nameOf } from './names.ts';
import { factsOfAll } from './nudge-facts.ts';
import { nudgeTrace } from './nudge-trace.ts';
import type { Caller } from './ports.ts';
import { reachOf } from './reach.ts';

/** Both days included; left out: until today, and the seven weeks before that week. */
export interface DeliveryPeriod {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** What has become of an organisation's reminders, and whom none can reach. Never their words. */
export async function delivery(
  house: House,
  caller: Caller,
  period: DeliveryPeriod,
): Promise<Shown<Delivery>> {
  const read = await readAsAt(house, caller, {}, ['see-delivery']);
  if (read.kind === 'refused') return read;
  const { organisation } = caller;
  const [all, facts, aside] = await Promise.all([
    house.nudges.ofOrganisation(organisation),
    factsOfAll(house, organisation),
    house.queue.asideNow(),
  ]);
  const to = period.to ?? read.on;
  const from = period.from ?? addDays(weekOf(to), -7 * 7);
  const kept = all.filter((one) => isCounted(one.nudge) && isWithin(one, from, to));
  const answered = answeredAmong(kept, facts);
  const names = new Map(facts.people.map((person) => [person.id, nameOf(person)]));
  const weeks = Map.groupBy(kept, ({ at }) => weekOf(londonDate(at)));
  const sent = kept.filter(({ state }) => state.kind === 'sent');
  return {
    kind: 'shown',
    view: {
      on: read.on,
      from,
      to,
      counts: countsOf(kept, answered),
      // One a day to each person at most.
      messages: new Set(sent.map(({ nudge, at }) => `${nudge.to} ${londonDate(at)}`)).size,
      weeks: weeksBetween(from, to).map((start) => ({
        start,
        counts: countsOf(weeks.get(start) ?? [], answered),
      })),
      kinds: nudgeKinds.flatMap((kind) => {
        const ofKind = kept.filter(({ nudge }) => nudge.kind === kind);
        return ofKind.length === 0 ? [] : [{ kind, counts: countsOf(ofKind, answered) }];
      }),
      whys: whysOf(kept),
      people: [...Map.groupBy(kept.filter(byPerson), ({ nudge }) => nudge.to)]
        .map(([person, theirs]) => ({
          person,
          name: names.get(person) ?? '',
          counts: countsOf(theirs, answered),
          troubles: theirs.flatMap((one) => troubleOf(one, caller)),
        }))
        .toSorted((a, b) => byName.compare(a.name, b.name)),
      reach: await reachOf(house, organisation, facts),
      // One that nobody can read may be another organisation's.
      aside: aside.filter(
        (wave) =>
          wave?.organisation.tenant === organisation.tenant &&
          wave.organisation.code === organisation.code,
      ).length,
    },
  };
}

const byName = new Intl.Collator('en-GB');

const byPerson = ({ nudge }: Delivered): boolean => isCountedByPerson(nudge);

function isWithin({ at }: Delivered, from: PlainDate, to: PlainDate): boolean {
  const day = londonDate(at);
  return from <= day && day <= to;
}

function weeksBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const weeks: PlainDate[] = [];
  for (let start = weekOf(from); start <= to; start = addDays(start, 7)) weeks.push(start);
  return weeks;
}

const endings = ['undeliverable', 'failed', 'unknown', 'withdrawn'] as const;

function whysOf(kept: readonly Delivered[]): Delivery['whys'] {
  const counted = new Map<string, Delivery['whys'][number]>();
  for (const { state } of kept) {
    const why = whyOf(state);
    if (why === undefined) continue;
    if (state.kind === 'planned' || state.kind === 'claimed' || state.kind === 'sent') continue;
    const key = `${state.kind} ${why}`;
    const { count } = counted.get(key) ?? { count: 0 };
    counted.set(key, { state: state.kind, why, count: count + 1 });
  }
  return [...counted.values()].toSorted(
    (a, b) => endings.indexOf(a.state) - endings.indexOf(b.state) || b.count - a.count,
  );
}

function troubleOf(
  { nudge, state, at }: Delivered,
  { organisation }: Caller,
): Delivery['people'][number]['troubles'] {
  const why = whyOf(state);
  if (why === undefined) return [];
  switch (state.kind) {
    case 'undeliverable':
    case 'failed':
    case 'unknown':
      return [
        {
          state: state.kind,
          why,
          on: londonDate(at),
          reference: nudgeTrace({ organisation, person: nudge.to }, nudgeId(nudge)).slice(0, 8),
        },
      ];
    case 'planned':
    case 'claimed':
    case 'sent':
    case 'withdrawn':
      return [];
  }
}
