import type { Reminders } from '../../contract/views.ts';
import type { PersonId } from '../../domain/facts.ts';
import { leadsMentoring } from '../../domain/mentoring/leading.ts';
import type { Side } from '../../domain/mentoring/pair.ts';
import { stageOf } from '../../domain/mentoring/stages.ts';
import { sides } from '../../domain/nudges/in-private.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { londonDate } from '../../domain/time.ts';

type About = Pick<Reminders['reminders'][number], 'due' | 'mentoring'>;

/** What a reminder is about: for the one whose handle it carries, and the programme lead's for them. */
export function mentoringReminder(
  about: string,
  person: PersonId,
  facts: OrganisationFacts,
): About {
  const [handle = '', number = ''] = about.split('~');
  const on = londonDate(facts.now);
  const stageFor = (pair: OrganisationFacts['things']['pair'][number], side: Side) => {
    const stage = stageOf(pair, side, on, facts.isBankHoliday);
    return String(stage?.number) === number ? stage : undefined;
  };
  for (const pair of facts.things.pair) {
    const side = sides.find((each) => pair.handles?.[each] === handle && pair[each] === person);
    if (side !== undefined) {
      const stage = stageFor(pair, side);
      if (stage === undefined) return { due: false };
      const next = stage.days.find((day) => day > on);
      const mentoring = { pair: pair.id, role: side, stage: stage.kind };
      return { due: true, mentoring: { ...mentoring, ...(next === undefined ? {} : { next }) } };
    }
    if (pair.handles?.lead !== handle) continue;
    if (!leadsMentoring({ person, roles: facts.frame.roles, on })) return { due: false };
    const [stage] = sides.flatMap((each) => stageFor(pair, each) ?? []);
    if (stage?.lead === undefined) return { due: false };
    return { due: true, mentoring: { pair: pair.id, role: 'lead', stage: stage.kind } };
  }
  return { due: false };
}
