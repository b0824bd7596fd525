import type { Programme } from '../../contract/mentoring.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../../domain/known.ts';
import { judgeEnd, judgeResume } from '../../domain/mentoring/judge-pair.ts';
import { isDirectorOrReport, leadsMentoring } from '../../domain/mentoring/leading.ts';
import { lastTurn, pairState, sessionsOf } from '../../domain/mentoring/pair.ts';
import { isQuiet } from '../../domain/mentoring/stages.ts';
import { presenceOn } from '../../domain/standing.ts';
import { londonDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { nameOf } from '../names.ts';
import type { Caller } from '../ports.ts';
import { namesOf } from './own.ts';

/** All pairs, for whoever leads the programme, and whom a new one may be made of. */
export async function programme(house: House, caller: Caller): Promise<Shown<Programme>> {
  const now = house.clock.now();
  const on = londonDate(now);
  const frame = frameAsKnown(await house.records.frame(caller.organisation), BY_NOW, on);
  if (!leadsMentoring({ person: caller.person, roles: frame.roles, on })) {
    return {
      kind: 'refused',
      because: 'not-yours',
      belongsTo: ['programme-lead'],
    };
  }
  const [{ pair: pairs }, { people }] = await Promise.all([
    house.records.things(caller.organisation, ['pair']),
    house.records.people(caller.organisation),
  ]);
  const names = namesOf(people);
  const context = contextOf(house, caller, { now, frame });
  return {
    kind: 'shown',
    view: {
      on,
      pairs: pairs
        .toSorted((a, b) => (a.moves[0].at < b.moves[0].at ? 1 : -1))
        .map((pair) => {
          const sessions = sessionsOf(pair, BY_NOW);
          const last = sessions.at(-1)?.on;
          const may: Programme['pairs'][number]['may'] = [];
          if (judgeEnd(pair, context).kind === 'done') may.push('end');
          if (judgeResume(pair, context).kind === 'done') may.push('resume');
          return {
            id: pair.id,
            mentor: names.get(pair.mentor) ?? '',
            director: names.get(pair.director) ?? '',
            supporter: names.get(pair.supporter) ?? '',
            state: pairState(pair),
            since: londonDate(lastTurn(pair).at),
            sessions: sessions.length,
            ...(last === undefined ? {} : { last }),
            quiet: isQuiet(pair, on),
            may,
          };
        }),
      people: people
        .map((person) => personAsKnown(person, BY_NOW))
        .filter((person) => presenceOn(person, on).kind !== 'not-employed')
        .map((person) => ({
          id: person.id,
          name: nameOf(person),
          director: isDirectorOrReport(person, frame, on),
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    },
  };
}
