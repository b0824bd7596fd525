import type { ActContext } from '../../domain/act-context.ts';
import type { MyMentoring, MyPair } from '../../contract/mentoring.ts';
import type { Frame, Person, PersonId } from '../../domain/facts.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../../domain/known.ts';
import {
  isShownTo,
  judgeAccept,
  judgeComplete,
  judgeDecline,
  judgeEnd,
  judgeMet,
  judgePause,
  judgeResume,
} from '../../domain/mentoring/judge-pair.ts';
import { countsOn, countsUntil, isLapsing, sessionDays } from '../../domain/mentoring/counting.ts';
import {
  isDirectorOrReport,
  leadsMentoring,
  mentoringLeads,
} from '../../domain/mentoring/leading.ts';
import {
  matchedOn,
  pairState,
  saidBy,
  sideOf,
  type Pair,
  type Side,
} from '../../domain/mentoring/pair.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import { nameOf } from '../names.ts';
import type { Caller } from '../ports.ts';

/** One's own pairs, newest first: with whom, when they met, and what can be done now. */
export async function myMentoring(house: House, caller: Caller): Promise<MyMentoring> {
  const now = house.clock.now();
  const on = londonDate(now);
  const [{ pair: pairs }, recorded] = await Promise.all([
    house.records.things(caller.organisation, ['pair']),
    house.records.frame(caller.organisation),
  ]);
  const frame = frameAsKnown(recorded, BY_NOW, on);
  const mine = pairs.filter((pair) => isShownTo(pair, caller.person, on));
  const leads = mentoringLeads(frame.roles, on);
  const ids = [
    caller.person,
    ...leads,
    ...mine.flatMap(({ mentor, director, supporter }) => [mentor, director, supporter]),
  ];
  const { people } = await house.records.some(caller.organisation, [...new Set(ids)]);
  const names = namesOf(people);
  const context = contextOf(house, caller, { now, frame: recorded });
  const { speakUpLink } = frame.settings;
  const self = people.find(({ id }) => id === caller.person);
  const last = self && lastSession(personAsKnown(self, BY_NOW), pairs, frame, on);
  return {
    on,
    ...(last === undefined ? {} : { last }),
    leads: leadsMentoring({ person: caller.person, roles: frame.roles, on }),
    ask: leads.filter((id) => id !== caller.person).map((id) => names.get(id) ?? ''),
    ...(speakUpLink ? { speakUp: speakUpLink } : {}),
    pairs: mine
      .toSorted((a, b) => (a.moves[0].at < b.moves[0].at ? 1 : -1))
      .flatMap((pair) => {
        const side = sideOf(pair, caller.person);
        return side === undefined ? [] : [asMyPair(pair, side, names, context)];
      }),
  };
}

/** A director's last session on record, whichever side they were on. */
export function lastSession(
  person: Person,
  pairs: readonly Pair[],
  frame: Frame,
  on: PlainDate,
): MyMentoring['last'] {
  if (!isDirectorOrReport(person, frame, on)) return undefined;
  const date = sessionDays(person, pairs, BY_NOW).findLast((day) => day <= on);
  if (date === undefined) return undefined;
  const until = countsUntil(date);
  const counts = countsOn(date, on);
  return { date, until, counts, lapsing: counts && isLapsing(until, on) };
}

export function namesOf(people: readonly Person[]): ReadonlyMap<PersonId, string> {
  return new Map(people.map((person) => [person.id, nameOf(person)]));
}

function asMyPair(
  pair: Pair,
  side: Side,
  names: ReadonlyMap<PersonId, string>,
  context: ActContext,
): MyPair {
  const other = side === 'mentor' ? pair.director : pair.mentor;
  const from = matchedOn(pair);
  const may = mayDo(pair, context);
  return {
    id: pair.id,
    side,
    with: names.get(other) ?? '',
    state: standingOf(pair, side),
    ...(pair.time === undefined ? {} : { time: pair.time }),
    ...(side === 'mentor' ? { supporter: names.get(pair.supporter) ?? '' } : {}),
    ...(from === undefined || !may.includes('met')
      ? {}
      : { days: { from, to: londonDate(context.now) } }),
    sessions: sessionsFor(pair, context.actor, other),
    may,
  };
}

/** Each sees what is asked of them; that the other was asked, but not how they took their time. */
function standingOf(pair: Pair, side: Side): MyPair['state'] {
  const state = pairState(pair);
  switch (state) {
    case 'mentor-asked':
    case 'director-asked':
      return state === `${side}-asked` ? 'asked' : 'waiting';
    case 'mentor-declined':
    case 'director-declined':
      return 'not-going-ahead';
    default:
      return state;
  }
}

function sessionsFor(pair: Pair, me: PersonId, other: PersonId): MyPair['sessions'] {
  const mine = new Set(saidBy(pair, me));
  const theirs = new Set(saidBy(pair, other));
  return [...new Set([...mine, ...theirs])]
    .toSorted()
    .toReversed()
    .map((date) => {
      const said = !theirs.has(date) ? 'me' : mine.has(date) ? 'both' : 'other';
      return { date, said } as const;
    });
}

/** What the verdicts would allow: so that no button offers what would be refused. */
function mayDo(pair: Pair, context: ActContext): MyPair['may'] {
  const today = londonDate(context.now);
  const verdicts = {
    accept: judgeAccept(pair, context),
    decline: judgeDecline(pair, context),
    met: judgeMet(pair, matchedOn(pair) ?? today, context),
    pause: judgePause(pair, context),
    resume: judgeResume(pair, context),
    end: judgeEnd(pair, context),
    complete: judgeComplete(pair, context),
  };
  return (Object.keys(verdicts) as (keyof typeof verdicts)[]).filter((each) => {
    const { kind } = verdicts[each];
    // The first day may have been told of; others are still to tell.
    return kind === 'done' || (each === 'met' && kind === 'already');
  });
}
