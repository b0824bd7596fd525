import type {
  Frame,
  Meeting,
  MeetingId,
  NetworkId,
  Person,
  Role,
} from '../../../bot/domain/facts.ts';
import {
  statementLines,
  type CouncilMove,
  type StatementMove,
} from '../../../bot/domain/board/statement.ts';
import { paperKinds, type PaperMove } from '../../../bot/domain/board/paper.ts';
import type { ItemMove } from '../../../bot/domain/agenda/item.ts';
import type { PairMove } from '../../../bot/domain/mentoring/pair.ts';
import type { Things } from '../../../bot/domain/things.ts';
import type { Instant, PlainTime } from '../../../bot/domain/time.ts';
import { dice, type Dice } from './dice.ts';
import {
  assignmentsOf,
  claimsOf,
  date,
  educationOf,
  goalsOf,
  historyOf,
  id,
  leader,
  moments,
  several,
} from './generated-people.ts';

export interface Facts {
  readonly people: readonly Person[];
  readonly frame: Frame;
  readonly things: Things;
}

const early = '2025-04-02T09:00:00.000Z' as Instant;
const networks = ['one', 'two', 'others'].map((name) => name as NetworkId);

/** A fictional organisation with facts of every kind, the same for the same seed. */
export function generatedOrganisation(seed: number, many = 300): Facts {
  const throws = dice(seed);
  const directors = Array.from({ length: 16 }, (_, index) => id(index + 1));
  const bosses = [...directors, ...Array.from({ length: 30 }, (_, index) => id(index + 17))];
  const meetings = meetingsOf(throws);
  const chosen = meetings.filter(({ recordedAt }) => recordedAt === early);
  const attended = chosen.map(({ date: on, network }) => ({ on, network }));
  const people = Array.from({ length: many }, (_, index) => {
    const person = id(index + 1);
    const busy = index < 40 || throws.chance(0.05);
    return leader(index + 1, {
      assignments: assignmentsOf(throws, index + 1, bosses),
      goals: goalsOf(throws, person),
      education: busy ? educationOf(throws, person) : [],
      history: historyOf(throws, person, attended),
      claims: busy ? claimsOf(throws, person, chosen) : [],
    });
  });
  const frame: Frame = {
    settings: {
      name: 'Generated Trust',
      yearStartMonth: 4,
      attendanceTarget: 4,
      ...(seed % 2 === 0 ? { assistantsCount: true } : {}),
      gradeMap: { XR07: '7', XR08: '8a', XR09: '8b', XR10: '8c', XR12: '9', 'ZZ|VSM': 'VSM' },
    },
    networks: networks.map((network) => {
      return {
        id: network,
        name: network,
        countsForSilver: network !== 'others',
        recordedAt: early,
      };
    }),
    meetings,
    boardMeetings: ['2025-07-03', '2025-11-06', '2026-03-05', '2026-07-09', '2027-01-14'].map(
      (day) => ({
        ...{ id: `board-${day}`, title: 'Board', on: date('2025-04-01'), date: date(day) },
        ...{ start: '09:30' as PlainTime, papersDue: date(day), recordedAt: early },
      }),
    ),
    series: [],
    roles: rolesOf(throws),
  };
  return { people, frame, things: thingsOf(throws, many) };
}

function rolesOf(throws: Dice): Role[] {
  const roles: Role[] = [];
  const give = (role: Role['role'], number: number, more: Partial<Role> = {}): void => {
    const on = date(throws.chance(0.7) ? '2025-04-01' : throws.day('2025-04-01', '2026-12-31'));
    const held: Role = { role, person: id(number), on, recordedAt: early, ...more };
    roles.push(held);
    // A later list gives it an end.
    if (throws.chance(0.35)) {
      const to = date(throws.day('2026-01-01', '2026-12-31'));
      if (to >= on) roles.push({ ...held, to, recordedAt: '2026-10-06T10:00:00.000Z' as Instant });
    }
  };
  for (let number = 1; number <= 8; number += 1) give('executive-director', number);
  for (let number = 9; number <= 16; number += 1) give('non-executive-director', number);
  for (let number = 50; number < 56; number += 1) {
    give('executive-assistant', number, { for: id(number - 49) });
  }
  for (const network of networks) {
    give('network-chair', 60, { network });
    give('network-deputy', 61, { network });
  }
  return roles;
}

function meetingsOf(throws: Dice): Meeting[] {
  return networks.flatMap((network) =>
    Array.from({ length: 26 }, (_, month): Meeting[] => {
      const day = new Date(Date.UTC(2025, 3 + month, 1 + throws.below(28)))
        .toISOString()
        .slice(0, 10);
      const first: Meeting = {
        ...{ id: `${network}-${day}-1200` as MeetingId, network, title: 'Network meeting' },
        ...{ on: date('2025-04-01'), date: date(day), timeZone: 'Europe/London' },
        ...{ start: '12:00' as PlainTime, end: '13:00' as PlainTime },
        ...{ openToExecutives: true, recordedAt: early },
      };
      const [recordedAt = early] = moments(throws, day, 1, 90);
      if (throws.chance(0.1)) return [first, { ...first, cancelled: true, recordedAt }];
      if (!throws.chance(0.1)) return [first];
      const moved = date(throws.day(day, day.slice(0, 8) + '28'));
      return [first, { ...first, date: moved, recordedAt }];
    }).flat(),
  );
}

function thingsOf(throws: Dice, many: number): Things {
  const by = id(1);
  const timed = <Move>(from: string, moves: Move[], most?: number) => {
    const at = moments(throws, from, moves.length, most);
    return several(moves.map((move, index) => ({ by, ...move, at: at[index] ?? early })));
  };
  const takingBack = <Move extends { to: string; on: PlainDay }>(moves: Move[]) =>
    moves.flatMap((move, index) =>
      throws.chance(0.15) ? [move, { ...move, to: 'taken-back' as const, takes: index }] : [move],
    );
  return {
    ...{ snapshot: [], 'snapshot-part': [], 'regular-review': [] },
    pair: Array.from({ length: 40 }, (_, index) => {
      const [mentor, director] = [id(17 + throws.below(many - 17)), id(1 + throws.below(60))];
      const moves: Omit<PairMove, 'at'>[] = [{ to: 'proposed', by }];
      for (let session = throws.below(4); session > 0; session -= 1) {
        const on = date(throws.day('2025-06-01', '2026-12-31'));
        moves.push({ to: 'met', by: mentor, on });
        if (throws.chance(0.6)) moves.push({ to: 'met', by: director, on });
        if (throws.chance(0.1)) moves.push({ to: 'not-met', by: mentor, on });
      }
      if (throws.chance(0.2)) moves.push({ to: 'ended', by: director });
      return {
        id: `pair-${index}`,
        mentor,
        director,
        supporter: by,
        moves: timed('2025-05-01', moves, 90),
      };
    }),
    'agenda-item': Array.from({ length: 8 }, (_, index) => {
      const meeting = `board-${throws.pick(['2025-07-03', '2026-03-05', '2026-07-09', '2027-01-14'])}`;
      const moves: Omit<ItemMove, 'at' | 'by'>[] = [
        { to: 'raised' },
        { to: 'edited', text: 'More.' },
      ];
      moves.push({ to: 'triaged' }, { to: 'scheduled', meeting });
      moves.push({ to: 'discussed', meeting, attended: id(throws.pick([60, 61, 62])) });
      if (throws.chance(0.2)) moves.push({ to: 'taken-back' });
      const [network, text] = [throws.pick(networks), 'An item.'];
      return {
        id: `item-${index}`,
        network,
        title: 'Item',
        text,
        moves: timed('2025-06-01', moves, 60),
      };
    }),
    contribution: Array.from({ length: 6 }, (_, index) => {
      const on = date(throws.day('2025-05-01', '2027-01-31'));
      const moves: { to: 'recorded' | 'withdrawn' }[] = [{ to: 'recorded' }];
      if (throws.chance(0.3)) moves.push({ to: 'withdrawn' });
      const [network, person] = [throws.pick(networks), id(throws.pick([60, 61]))];
      return {
        id: `spoke-${index}`,
        network,
        person,
        body: 'Board',
        on,
        minute: '9',
        moves: timed(on, moves),
      };
    }),
    paper: Array.from({ length: 16 }, (_, index) => {
      const on = date(throws.day('2025-04-01', '2027-03-01'));
      const moves: Omit<PaperMove, 'at' | 'by'>[] = [{ to: 'planned' }];
      if (throws.chance(0.8))
        moves.push({ to: 'presented', on, minute: '9', networks: throws.chance(0.6) });
      if (throws.chance(0.2)) moves.push({ to: 'planned' });
      if (throws.chance(0.1)) moves.push({ to: 'withdrawn' });
      const [kind, quarter] = [throws.pick(paperKinds), date('2025-01-01')];
      return { id: `paper-${index}`, kind, quarter, moves: timed(on, moves) };
    }),
    statement: statementLines.map((line) => {
      const said = Array.from({ length: 3 }, (): Omit<StatementMove, 'at' | 'by'> => {
        const on = date(throws.day('2025-04-01', '2026-12-31'));
        return throws.chance(0.6)
          ? { to: 'in-place', on, evidence: 'minutes' }
          : { to: 'development-area', on };
      }).toSorted((a, b) => (a.on < b.on ? -1 : 1));
      return { id: line, moves: timed('2025-05-01', said, 120) };
    }),
    evidence: [],
    council: [
      {
        id: 'council',
        moves: timed(
          '2025-05-01',
          takingBack(
            ['2025-06-02', '2025-09-01', '2026-06-01', '2026-08-31'].map(
              (on, index): Omit<CouncilMove, 'at' | 'by'> & { takes?: number } => ({
                to: index === 1 ? 'terms-approved' : 'met',
                on: date(on),
                document: 'minutes',
              }),
            ),
          ),
          60,
        ),
      },
    ],
    settlement: [],
    'plan-line': [],
    'goal-report': [
      {
        id: '2025-04-01',
        year: date('2025-04-01'),
        moves: timed(
          '2026-04-20',
          [
            { to: 'reported' as const, on: date('2026-04-21'), n: 10, of: 20, document: 'paper' },
            { to: 'reported' as const, on: date('2026-06-30'), n: 12, of: 20, document: 'paper' },
          ],
          60,
        ),
      },
    ],
  };
}
type PlainDay = ReturnType<typeof date>;
