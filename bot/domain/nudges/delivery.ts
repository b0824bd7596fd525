import type { NudgeKind } from '../facts.ts';
import { addDays, dayOfWeek, londonDate, type Instant, type PlainDate } from '../time.ts';
import { nudgeKey, type Nudge, type OrganisationFacts } from './nudge.ts';
import { nudgeRules } from './rules.ts';

/** What has become of reminders. `sent` holds the `answered`; every other state stands for itself. */
export interface DeliveryCounts {
  planned: number;
  sent: number;
  answered: number;
  undeliverable: number;
  failed: number;
  unknown: number;
  withdrawn: number;
}

/** A reminder as it is kept. */
export interface Delivered {
  readonly nudge: Nudge;
  readonly state: {
    readonly kind: 'planned' | 'claimed' | Trouble | 'sent' | 'withdrawn';
    readonly why?: string;
  };
  /** The moment of the state. */
  readonly at: Instant;
}

export type Trouble = 'undeliverable' | 'failed' | 'unknown';

/** Why a reminder did not arrive, or was not sent, as people are told it. */
export type DeliveryWhy =
  | 'nowhere-to-reach'
  | 'blocked'
  | 'removed'
  | 'refused'
  | 'busy'
  | 'ours'
  | 'no-answer'
  | 'no-longer-due'
  | 'away'
  | 'left'
  | 'muted'
  | 'other';

/**
 * [ours] Reverse mentoring is never counted, in no total either: how many took part on a day would
 * follow by subtraction from two periods, however large each is.
 */
export function isCounted({ kind }: Pick<Nudge, 'kind'>): boolean {
  return kind !== 'in-private';
}

/** [ours] Whether somebody has made a pledge is theirs to tell: counted, but for nobody by name. */
export function isCountedByPerson(nudge: Pick<Nudge, 'kind'>): boolean {
  return isCounted(nudge) && nudge.kind !== 'pledge-review';
}

/** The Monday of that day's week. */
export function weekOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - dayOfWeek(day));
}

/**
 * Those sent reminders that have been answered. *Answered* follows from the facts alone: asked at
 * the moment of sending, but knowing what is known now, the rule would not want to say it any more.
 * So time that went by answers nothing, and nor does putting it off.
 */
export function answeredAmong(
  kept: readonly Delivered[],
  facts: OrganisationFacts,
): ReadonlySet<string> {
  const sent = kept.filter(({ state }) => state.kind === 'sent');
  // A rule goes by days: one look for each of its kind that were sent on a day.
  const looks = Map.groupBy(sent, ({ nudge, at }) => `${nudge.kind} ${londonDate(at)}`);
  const answered = new Set<string>();
  for (const [first, ...others] of looks.values()) {
    if (first === undefined) continue;
    const sentThen = [first, ...others];
    const latest = sentThen.reduce((last, { at }) => (at > last ? at : last), first.at);
    const wanted = wantedAt(first.nudge.kind, sentThen, latest, facts);
    for (const { nudge } of sentThen) {
      if (!wanted.has(thingOf(nudge))) answered.add(nudgeKey(nudge));
    }
  }
  return answered;
}

/** What the kind's rule would have said to these people at that moment. */
function wantedAt(
  kind: NudgeKind,
  sent: readonly Delivered[],
  now: Instant,
  facts: OrganisationFacts,
): ReadonlySet<string> {
  const to = new Set(sent.map(({ nudge }) => nudge.to));
  const rules = nudgeRules.filter((rule) => rule.kind === kind);
  return new Set(
    rules
      .flatMap((rule) => {
        const people =
          rule.needs === 'the-person' ? facts.people.filter(({ id }) => to.has(id)) : facts.people;
        return rule.due({ ...facts, people, now });
      })
      .map(thingOf),
  );
}

/** The same thing to the same person, whichever of its reminders. */
function thingOf({ to, about }: Nudge): string {
  return `${to} ${about}`;
}

export function countsOf(
  kept: readonly Delivered[],
  answered: ReadonlySet<string>,
): DeliveryCounts {
  const counts: DeliveryCounts = {
    planned: 0,
    sent: 0,
    answered: 0,
    undeliverable: 0,
    failed: 0,
    unknown: 0,
    withdrawn: 0,
  };
  for (const { nudge, state } of kept) {
    // Taken by a worker, it is on its way: nobody can say yet that it was sent.
    counts[state.kind === 'claimed' ? 'planned' : state.kind] += 1;
    if (state.kind === 'sent' && answered.has(nudgeKey(nudge))) counts.answered += 1;
  }
  return counts;
}

const withdrawnWhys = ['no-longer-due', 'away', 'left', 'muted'] as const;
const busy = /^(412|429|5\d\d|E[A-Z]+|chat-not-opened|timed out|TooManyRequests|Throttled)$/;

/** Teams' codes and our own in the few words that say what can be done. */
export function whyOf({ kind, why = '' }: Delivered['state']): DeliveryWhy | undefined {
  switch (kind) {
    case 'undeliverable':
      if (why === 'nowhere-to-reach') return 'nowhere-to-reach';
      if (why === 'ConversationBlockedByUser' || why === 'MessageWritesBlocked') return 'blocked';
      return why === 'BotNotInConversationRoster' ? 'removed' : 'refused';
    case 'failed':
      return busy.test(why) ? 'busy' : 'ours';
    case 'unknown':
      return 'no-answer';
    case 'withdrawn':
      return withdrawnWhys.find((known) => known === why) ?? 'other';
    case 'planned':
    case 'claimed':
    case 'sent':
      return undefined;
  }
}
