// Who counts on a day, by the words of the specification alone, slowly: day by day.
import type { Assignment, Frame, Person, Role } from '../../../bot/domain/facts.ts';
import { plusDays, plusMonths, yearStart } from './plain-days.ts';

const order = ['1', '2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9', 'VSM'];

/** What is known of an organisation's people and roles at a moment. */
export function whoCounts(people: readonly Person[], frame: Frame, known: string) {
  const { settings } = frame;

  const roles: Role[] = [];
  for (const role of frame.roles) {
    if (role.recordedAt > known) continue;
    const same = roles.findIndex(
      (other) =>
        other.role === role.role &&
        other.person === role.person &&
        other.network === role.network &&
        other.for === role.for &&
        other.on === role.on,
    );
    const before = roles[same];
    if (before === undefined) roles.push(role);
    else if (before.recordedAt <= role.recordedAt) roles[same] = role;
  }
  const holds = (person: string, name: Role['role'], day: string, network?: string): boolean =>
    roles.some(
      (role) =>
        role.person === person &&
        role.role === name &&
        (network === undefined || role.network === network) &&
        role.on <= day &&
        !(role.to !== undefined && role.to < day),
    );
  const director = (person: string, day: string): boolean =>
    holds(person, 'executive-director', day) || holds(person, 'non-executive-director', day);

  const lists = new Map<string, Assignment[][]>();
  /** Of each assignment what the lists said, in their order. */
  function versionsOf(person: Person): Assignment[][] {
    const before = lists.get(person.id);
    if (before !== undefined) return before;
    const versions = person.assignments
      .filter(({ recordedAt }) => recordedAt <= known)
      .toSorted((a, b) => (a.on + a.recordedAt < b.on + b.recordedAt ? -1 : 1));
    const names = [...new Set(versions.map(({ assignment }) => assignment))].toSorted();
    const each = names.map((name) => versions.filter(({ assignment }) => assignment === name));
    lists.set(person.id, each);
    return each;
  }

  /** Each assignment that is held on the day, as the latest list by then has it. */
  const listed = new Map<string, Assignment[]>();
  function held(person: Person, day: string): Assignment[] {
    const key = `${person.id} ${day}`;
    const before = listed.get(key);
    if (before !== undefined) return before;
    const found: Assignment[] = [];
    for (const versions of versionsOf(person)) {
      const newest = versions.at(-1);
      const then = versions.filter(({ on }) => on <= day).at(-1);
      if (newest === undefined || then === undefined || then.start > day) continue;
      if (newest.end !== undefined && newest.end < day) continue;
      const { end: _, ...rest } = then;
      found.push(newest.end === undefined ? rest : { ...rest, end: newest.end });
    }
    listed.set(key, found);
    return found;
  }
  const main = (person: Person, day: string): Assignment | undefined => {
    const all = held(person, day);
    return all.find(({ primary }) => primary) ?? all.find(({ away }) => !away) ?? all[0];
  };
  const away = (person: Person, day: string): boolean => main(person, day)?.away === true;

  /** The last day at work of somebody who has been and is no more. */
  function lastDay(person: Person, day: string): string | undefined {
    if (held(person, day).length > 0) return undefined;
    const ends = new Set(person.assignments.flatMap(({ end }) => end ?? []));
    return [...ends]
      .filter((end) => end < day && held(person, end).length > 0)
      .toSorted()
      .at(-1);
  }

  function out(person: Person, day: string, month: number): boolean {
    if (away(person, day)) return true;
    if (!person.assignments.some((version) => version.away)) return false;
    const start = yearStart(day, month);
    let days = 0;
    for (let each = start; each <= day; each = plusDays(each, 1)) {
      if (away(person, each)) days += 1;
    }
    return plusDays(start, days) >= plusMonths(start, 6);
  }

  const bandOf = ({ grade }: Assignment): string | undefined => {
    const [scheme, code] = grade.split('|');
    return settings.gradeMap[`${scheme}|${code}`] ?? settings.gradeMap[code ?? ''];
  };
  const rank = (assignment: Assignment): number => order.indexOf(bandOf(assignment) ?? '');
  const firstLeader = order.indexOf('8a');

  function asked(
    person: Person,
    day: string,
  ): 'yes' | 'no' | 'grace' | 'away' | 'acting-up' | 'unknown-grade' {
    const all = held(person, day);
    const lasting = all.filter(({ primary, end }) => primary || end === undefined);
    const own = Math.max(-1, ...lasting.map(rank));
    const tooSoon = all.filter(
      (each) =>
        lasting.length > 0 &&
        !lasting.includes(each) &&
        rank(each) >= firstLeader &&
        rank(each) > own &&
        day < plusMonths(each.start, 3),
    );
    const counting = all.filter((each) => !tooSoon.includes(each));
    if (Math.max(-1, ...counting.map(rank)) < firstLeader) {
      if (all.some((each) => bandOf(each) === undefined)) return 'unknown-grade';
      return tooSoon.length > 0 ? 'acting-up' : 'no';
    }
    if (out(person, day, settings.appraisalStartMonth ?? settings.yearStartMonth)) return 'away';
    let joined = day;
    while (joined > plusDays(day, -100) && held(person, plusDays(joined, -1)).length > 0) {
      joined = plusDays(joined, -1);
    }
    return day < plusMonths(joined, 3) ? 'grace' : 'yes';
  }

  /** Of whom S3.b speaks; a supervisor who left as a director is one still, and flagged. */
  function mentored(person: Person, day: string): 'no' | 'yes' | 'flagged' {
    if (lastDay(person, day) !== undefined) return 'no';
    if (director(person.id, day)) return 'yes';
    if (holds(person.id, 'executive-assistant', day) && settings.assistantsCount !== true) {
      return 'no';
    }
    const all = held(person, day);
    const id = main(person, day)?.supervisor ?? all.find((each) => each.supervisor)?.supervisor;
    const supervisor = people.find((each) => each.id === id);
    if (supervisor === undefined) return 'no';
    const left = lastDay(supervisor, day);
    if (left !== undefined) return director(supervisor.id, left) ? 'flagged' : 'no';
    return director(supervisor.id, day) ? 'yes' : 'no';
  }

  return { roles, holds, lastDay, out, asked, mentored };
}
