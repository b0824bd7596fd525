import type {
  Assignment,
  Claim,
  HistoryEntry,
  Person,
  PersonId,
} from '../../../bot/domain/facts.ts';
import type { Education, EducationStep } from '../../../bot/domain/education/education.ts';
import type { Goal, GoalMove, GoalStep } from '../../../bot/domain/goals/goal.ts';
import type { Instant, PlainDate } from '../../../bot/domain/time.ts';
import type { Dice } from './dice.ts';

export const date = (text: string) => text as PlainDate;
export const id = (number: number) => `leader-${String(number).padStart(5, '0')}` as PersonId;
/** Moments in order, in and out of summer time, from a day on. */
export function moments(throws: Dice, from: string, many: number, most = 20): Instant[] {
  let at = Date.parse(`${from}T09:00:00Z`);
  return Array.from({ length: many }, () => {
    at += 3_600_000 * (1 + throws.below(24 * most));
    return new Date(at).toISOString() as Instant;
  });
}
/** At least one, in order. */
export function several<T>(all: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('there should be one');
  return [first, ...rest];
}

/** The staff lists: the day they are of, and when they were imported. */
export const lists = [
  { on: date('2025-04-01'), recordedAt: '2025-04-02T09:00:00.000Z' as Instant },
  { on: date('2026-04-01'), recordedAt: '2026-04-07T09:00:00.000Z' as Instant },
  { on: date('2026-10-01'), recordedAt: '2026-10-06T09:00:00.000Z' as Instant },
] as const;
const grades = ['XR07', 'XR08', 'XR08', 'XR09', 'XR10', 'XR12', 'ZZ|VSM', 'ZL03'];
const graded = (throws: Dice): string => {
  const grade = throws.pick(grades);
  return grade.includes('|') ? `${grade}|Words|` : `NHS|${grade}|Words|`;
};

/** What the lists say of one person's assignments: joiners, leavers, absences, acting up, moves. */
export function assignmentsOf(
  throws: Dice,
  number: number,
  bosses: readonly PersonId[],
): Assignment[] {
  const versions: Assignment[] = [];
  const assignment = (extra: boolean): void => {
    const start = date(
      throws.chance(0.6)
        ? '2019-04-01'
        : throws.day('2024-11-01', extra ? '2026-09-01' : '2026-09-30'),
    );
    let grade = graded(throws);
    let end = throws.chance(extra ? 0.7 : 0.15)
      ? date(throws.day('2026-05-01', '2027-02-28'))
      : undefined;
    let supervisor = throws.chance(0.8) ? throws.pick(bosses) : undefined;
    let seen = false;
    for (const list of lists) {
      // A start that is still to come may be told in advance; a list may leave somebody out.
      if (start > list.on && throws.chance(0.7)) continue;
      if (seen && throws.chance(0.1)) continue;
      const isLast = list === lists[2];
      if (throws.chance(0.2)) grade = graded(throws);
      if (throws.chance(0.2)) supervisor = throws.pick(bosses);
      if (isLast && throws.chance(0.1)) end = date(throws.day('2026-06-01', '2026-09-30'));
      versions.push({
        assignment: `${number}-${extra ? 2 : 1}`,
        title: 'Leader',
        directorate: 'Trust Board',
        grade,
        primary: !extra,
        away: seen && throws.chance(0.12),
        start,
        on: seen || start > list.on ? (start > list.on ? start : list.on) : start,
        recordedAt: list.recordedAt,
        ...(supervisor === undefined || supervisor === id(number) ? {} : { supervisor }),
        ...(end === undefined || end < start ? {} : { end }),
      });
      seen = true;
    }
  };
  assignment(false);
  if (throws.chance(0.35)) assignment(true);
  return versions;
}

/** A goal and what became of it: drafts, agreements in either order, conclusions, take-backs. */
export function goalsOf(throws: Dice, person: PersonId): Goal[] {
  return ['2025-04-01', '2026-04-01'].flatMap((year) => {
    if (throws.chance(0.25)) return [];
    const after = String(Number(year.slice(0, 4)) + 1);
    const due = throws.chance(0.3) ? throws.day(year, `${after}-03-31`) : `${after}-03-31`;
    const steps: Omit<GoalMove, 'at' | 'by'>[] = [{ to: 'drafted', version: 1 }];
    let version = 1;
    const perhaps = (chance: number, ...more: Omit<GoalMove, 'at' | 'by'>[]) => {
      if (throws.chance(chance)) steps.push(...more);
    };
    if (throws.chance(0.2)) steps.push({ to: 'drafted', version: (version += 1) });
    const agreements = throws.shuffled<GoalStep>(['agreed-by-leader', 'agreed-by-manager']);
    for (const to of agreements) {
      perhaps(0.9, { to, version });
      perhaps(0.1, { to: 'taken-back' });
    }
    perhaps(0.3, { to: 'shared', with: id(1) });
    perhaps(0.2, { to: 'noted' });
    perhaps(0.1, { to: 'paused' }, { to: 'resumed' });
    perhaps(0.1, { to: 'paused' });
    perhaps(0.1, { to: 'drafted', version: version + 1 });
    const outcome = throws.pick(['achieved', 'achieved', 'partly', 'not-achieved'] as const);
    if (throws.chance(0.7)) {
      steps.push({ to: 'proposed', outcome });
      perhaps(0.1, { to: 'disputed', outcome: 'partly' });
      perhaps(0.8, { to: 'confirmed', outcome });
      perhaps(0.1, { to: 'taken-back' });
    }
    const at = moments(throws, year, steps.length, throws.pick([5, 40, 80]));
    const moves = steps.map((step, index) => ({
      ...step,
      at: at[index] ?? ('' as Instant),
      by: person,
    }));
    return [
      { id: `${person}.${year}`, person, year: date(year), due: date(due), moves: several(moves) },
    ];
  });
}

/** Courses recorded, verified, returned, recorded once more, withdrawn. */
export function educationOf(throws: Dice, person: PersonId): Education[] {
  return Array.from({ length: throws.below(3) }, (_, index) => {
    const on = throws.day('2022-01-01', '2026-12-31');
    const steps: EducationStep[] = ['recorded'];
    if (throws.chance(0.7)) steps.push('verified');
    if (throws.chance(0.2)) steps.push('returned');
    if (throws.chance(0.1)) steps.push('recorded', 'verified');
    if (throws.chance(0.1)) steps.push('withdrawn');
    const at = moments(throws, on < '2025-04-02' ? '2025-04-02' : on, steps.length, 60);
    const moves = steps.map((to, step) => ({ to, at: at[step] ?? ('' as Instant), by: person }));
    return {
      id: `${person}.${index}`,
      person,
      course: 'A course',
      on: date(on),
      moves: several(moves),
    };
  });
}

/** What was before the app, entered, then verified or withdrawn. */
export function historyOf(
  throws: Dice,
  person: PersonId,
  attended: readonly Pick<HistoryEntry, 'on' | 'network'>[],
): HistoryEntry[] {
  return Array.from({ length: throws.below(4) }, (_, index) => {
    const what = throws.pick(['attendance', 'mentoring-session', 'education'] as const);
    const steps = throws.pick([
      ['entered'],
      ['entered', 'verified'],
      ['entered', 'verified'],
      ['entered', 'verified', 'withdrawn'],
    ] as const);
    const at = moments(throws, '2025-05-01', steps.length, 200);
    return {
      id: `${person}.${index}`,
      person,
      what,
      document: 'register.xlsx',
      ...(what === 'attendance'
        ? throws.pick(attended)
        : { on: date(throws.day('2022-04-01', '2026-03-31')) }),
      moves: several(
        steps.map((to, step) => ({ to, at: at[step] ?? ('' as Instant), by: person })),
      ),
    };
  });
}

/** "I was there", confirmed, queried, withdrawn, voided. */
export function claimsOf(
  throws: Dice,
  claimant: PersonId,
  meetings: readonly { id: Claim['meeting']; date: string }[],
): Claim[] {
  return throws
    .shuffled(meetings)
    .slice(0, throws.below(6))
    .map((meeting) => {
      const steps = throws.pick([
        ['claimed'],
        ['claimed', 'confirmed'],
        ['claimed', 'confirmed'],
        ['claimed', 'queried', 'claimed', 'confirmed'],
        ['claimed', 'confirmed', 'voided'],
        ['claimed', 'withdrawn'],
      ] as const);
      const at = moments(throws, meeting.date, steps.length, throws.pick([3, 60]));
      const moves = steps.map((to, step) => ({
        to,
        at: at[step] ?? ('' as Instant),
        by: claimant,
      }));
      return { meeting: meeting.id, claimant, moves: several(moves) };
    });
}

export function leader(number: number, facts: Partial<Person>): Person {
  const digits = String(number).padStart(5, '0');
  const none = {
    assignments: [],
    roles: [],
    claims: [],
    intentions: [],
    history: [],
    notThere: [],
  };
  return {
    id: id(number),
    givenName: 'Leader',
    familyName: digits,
    email: `leader.${digits}@generated.example`,
    ...none,
    ...{ snoozes: [], mutes: [], goals: [], education: [], pledges: [] },
    ...facts,
  };
}
