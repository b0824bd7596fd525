import { itemState } from './agenda/item-state.ts';
import { correctionStands, type Correction } from './corrections.ts';
import type {
  Assignment,
  Claim,
  HistoryEntry,
  Intention,
  MeetingId,
  NotThere,
  PersonId,
  Role,
} from './facts.ts';
import { lastPairMove, pairState } from './mentoring/pair.ts';
import type { OwnFacts } from './own-facts.ts';
import { isPlanLineOver } from './plan/plan-state.ts';
import { pledgeState } from './pledges/pledge.ts';
import type { Things } from './things.ts';
import { addDays, addMonths, londonDate, type Instant, type PlainDate } from './time.ts';

/** [domain.md, Privacy] How long a fact is kept after it ended, in months; then it is erased. */
const MONTHS = 48;
/** The same for a mentoring pair: as long as its sessions count, and a quarter to settle them. */
const MONTHS_OF_A_PAIR = 39;

/** The last day on which it is kept. */
export function keptUntil(end: PlainDate, kind: string): PlainDate {
  return addMonths(end, kind === 'pair' ? MONTHS_OF_A_PAIR : MONTHS);
}

/** [ours] A file that was begun and never finished, in days: time to find out why, and go on. */
const DAYS_TO_GO_ON = 7;

/** The last day on which an import that was begun then can be gone on with; then what it staged goes. */
export function resumableUntil(begun: PlainDate): PlainDate {
  return addDays(begun, DAYS_TO_GO_ON);
}

/** A person's facts by kind, as far as their ends depend on what they say. */
interface PersonFacts {
  person: { on: PlainDate };
  assignment: Pick<Assignment, 'assignment' | 'on' | 'end'>;
  role: Pick<Role, 'role' | 'network' | 'for' | 'on' | 'to'>;
  claim: Pick<Claim, 'meeting' | 'moves'>;
  intention: Pick<Intention, 'meeting' | 'answers'>;
  'not-there': Pick<NotThere, 'meeting' | 'moves'>;
  history: Pick<HistoryEntry, 'on'>;
  education: Pick<OwnFacts['education'], 'on'>;
  goal: Pick<OwnFacts['goal'], 'id' | 'due'>;
  pledge: OwnFacts['pledge'];
  words: Pick<OwnFacts['words'], 'id'>;
  /** These end with their person. */
  correction: Pick<Correction, 'assignment' | 'what' | 'from' | 'moves'>;
  'named-manager': unknown;
  snooze: unknown;
  mute: unknown;
  feed: unknown;
  link: unknown;
}
export type PersonFact = {
  [Kind in keyof PersonFacts]: { kind: Kind; body: PersonFacts[Kind] };
}[keyof PersonFacts];

/**
 * The day on which each fact of a person ended; undefined while it has not. What a staff list said
 * ends with the next one that says otherwise; what happened on a day ended that day; a goal when it
 * fell due; everything else when its person left. Nothing ends later than that.
 */
export function endsOf<Fact extends PersonFact>(
  facts: readonly Fact[],
  dayOf: (meeting: MeetingId) => PlainDate | undefined,
): Map<Fact, PlainDate | undefined> {
  const left = leftOn(facts);
  const goals = new Map(
    facts.flatMap((fact) => (fact.kind === 'goal' ? [[fact.body.id, fact.body.due]] : [])),
  );
  const pledges = new Map(
    facts.flatMap((fact) =>
      fact.kind === 'pledge' ? [[fact.body.id, endOfPledge(fact.body)]] : [],
    ),
  );
  const endOf = (fact: PersonFact): PlainDate | undefined => {
    switch (fact.kind) {
      case 'person':
      case 'assignment':
      case 'role':
        return ownEnd(fact, facts) ?? nextSaid(fact, facts) ?? left;
      case 'claim':
      case 'not-there':
        return dayOf(fact.body.meeting) ?? lastDay(fact.body.moves);
      case 'intention':
        return dayOf(fact.body.meeting) ?? lastDay(fact.body.answers);
      case 'history':
      case 'education':
        return fact.body.on;
      case 'goal':
        return fact.body.due;
      case 'pledge':
        return endOfPledge(fact.body) ?? left;
      case 'words':
        return endOfWords(fact.body.id) ?? left;
      case 'correction':
      case 'named-manager':
      case 'snooze':
      case 'mute':
      case 'feed':
      case 'link':
        return left;
    }
  };
  /** Words go with what they are the words of: `goal.2026-04-01.2`, `pledge.abc`. */
  const endOfWords = (id: string): PlainDate | undefined => {
    const [of, what = ''] = id.split('.');
    return of === 'goal' ? goals.get(what) : of === 'pledge' ? pledges.get(what) : undefined;
  };
  return new Map(facts.map((fact) => [fact, earlier(endOf(fact), left)]));
}

/**
 * The last day of whoever has left; undefined while an assignment has no end. A role that nobody
 * ended goes with the last assignment [ours]: else a forgotten one would keep them for good. One that
 * began after it was not forgotten: they came back.
 */
export function leftOn(facts: readonly PersonFact[]): PlainDate | undefined {
  const lasting = facts.filter((fact) => nextSaid(fact, facts) === undefined);
  const endsOfKind = (kind: 'assignment' | 'role') =>
    lasting.filter((fact) => fact.kind === kind).map((fact) => ownEnd(fact, facts));
  const assignments = endsOfKind('assignment');
  const roles = endsOfKind('role');
  const asked = assignments.length === 0 ? roles : assignments;
  if (asked.length === 0 || asked.includes(undefined)) return undefined;
  const lastAssigned = latest(assignments);
  const cameBack = lasting.some(
    (fact) =>
      fact.kind === 'role' &&
      fact.body.to === undefined &&
      lastAssigned !== undefined &&
      fact.body.on > lastAssigned,
  );
  return cameBack ? undefined : latest([...assignments, ...roles]);
}

function latest(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/** The earlier of two ends, where there are two. */
export function earlier(
  end: PlainDate | undefined,
  left: PlainDate | undefined,
): PlainDate | undefined {
  return end !== undefined && left !== undefined && left < end ? left : (end ?? left);
}

/** What of an organisation's own is over; what it says of itself, and its papers, tell of nobody. */
export function endOfThing<Kind extends keyof Things>(
  kind: Kind,
  thing: Things[Kind][number],
  leftOf: (person: PersonId) => PlainDate | undefined,
): PlainDate | undefined {
  const ends: { [Each in keyof Things]?: (each: Things[Each][number]) => PlainDate | undefined } = {
    pair(pair) {
      const isOver = overPairs.has(pairState(pair));
      if (isOver) return londonDate(lastPairMove(pair).at);
      return leftOf(pair.mentor) ?? leftOf(pair.director);
    },
    'agenda-item': (item) => (overItems.has(itemState(item)) ? lastDay(item.moves) : undefined),
    contribution: ({ on }) => on,
    'plan-line': (line) => (isPlanLineOver(line) ? lastDay(line.moves) : undefined),
  };
  return ends[kind]?.(thing);
}
const overPairs = new Set(['mentor-declined', 'director-declined', 'ended', 'completed']);
const overItems = new Set(['withdrawn', 'declined', 'acknowledged']);

/** The end that a fact names itself, or that the EDI lead gave it. */
function ownEnd(fact: PersonFact, facts: readonly PersonFact[]): PlainDate | undefined {
  if (fact.kind === 'assignment') return fact.body.end ?? correctedEnd(fact.body, facts);
  return fact.kind === 'role' ? fact.body.to : undefined;
}

function correctedEnd(
  { assignment }: { assignment: string },
  facts: readonly PersonFact[],
): PlainDate | undefined {
  const ends = facts.flatMap(({ kind, body }) =>
    kind === 'correction' &&
    body.what === 'end' &&
    body.assignment === assignment &&
    correctionStands(body)
      ? [body.from]
      : [],
  );
  return ends.toSorted().at(-1);
}

/** When a later list spoke of the same thing again. */
function nextSaid(fact: PersonFact, facts: readonly PersonFact[]): PlainDate | undefined {
  const mine = subjectOf(fact);
  if (mine === undefined) return undefined;
  const later = facts.flatMap((other) => {
    const said = subjectOf(other);
    return said?.of === mine.of && said.on > mine.on ? [said.on] : [];
  });
  return later.toSorted()[0];
}

function subjectOf(fact: PersonFact): { of: string; on: PlainDate } | undefined {
  switch (fact.kind) {
    case 'person':
      return { of: 'person', on: fact.body.on };
    case 'assignment':
      return { of: `assignment ${fact.body.assignment}`, on: fact.body.on };
    case 'role': {
      const { role, network, for: whom, on } = fact.body;
      return { of: `role ${role} ${network ?? whom ?? ''}`, on };
    }
    default:
      return undefined;
  }
}

function endOfPledge(pledge: OwnFacts['pledge']): PlainDate | undefined {
  const { withdrawn, review } = pledgeState(pledge);
  return withdrawn || review === undefined ? lastDay(pledge.moves) : undefined;
}

function lastDay(moves: readonly [{ at: Instant }, ...{ at: Instant }[]]): PlainDate {
  return londonDate((moves.at(-1) ?? moves[0]).at);
}
