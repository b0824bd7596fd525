import fc from 'fast-check';
import { englandsBankHolidays } from '../../bot/domain/bank-holidays.ts';
import type {
  Assignment,
  Claim,
  ClaimMove,
  Frame,
  Intention,
  Meeting,
  MeetingId,
  NetworkId,
  Person,
  PersonId,
  Role,
  RoleName,
} from '../../bot/domain/facts.ts';
import { nudgeKinds } from '../../bot/domain/facts.ts';
import type { OrganisationFacts } from '../../bot/domain/nudges/nudge.ts';
import { anyBoards, anyGoals, anyPledges, anyThings } from './any-things.ts';
import { addDays, instantAt, type PlainDate, type PlainTime } from '../../bot/domain/time.ts';

const START = '2026-04-01' as PlainDate;
const RECORDED = instantAt(START, '08:00' as PlainTime, 'Europe/London');
const PEOPLE = 7;
const networks = ['n0', 'n1'] as const;
const isBankHoliday = englandsBankHolidays();

const person = fc.nat(PEOPLE - 1).map((n) => `p${n}` as PersonId);
const network = fc.constantFrom(...networks).map((id) => id as NetworkId);
const day = fc.nat(364).map((n) => addDays(START, n));

/** Roles that begin before the year and may end within it. */
const role: fc.Arbitrary<Role> = fc
  .record({
    role: fc.constantFrom<RoleName>(
      ...(['executive-director', 'executive-director', 'network-chair', 'network-deputy'] as const),
      ...(['edi-lead', 'edi-sponsor', 'board-chair', 'board-secretary'] as const),
      'programme-lead',
    ),
    person,
    network,
    to: fc.option(day, { nil: undefined, freq: 4 }),
  })
  .map(({ to, network: of, ...held }) => ({
    ...held,
    ...(held.role.startsWith('network-') ? { network: of } : {}),
    ...(to === undefined ? {} : { to }),
    ...{ on: addDays(START, -400), recordedAt: RECORDED },
  }));

const mostly = (usual: boolean) => fc.constantFrom(usual, usual, usual, !usual);

const meeting = fc
  .record({
    network,
    // From two months before the moment to three weeks after it.
    date: fc.integer({ min: -60, max: 21 }),
    openToExecutives: mostly(true),
    cancelled: mostly(false),
    changed: fc.option(fc.record({ at: fc.nat(20), by: person }), { nil: undefined }),
  })
  .map(({ changed, cancelled, ...given }) => (on: PlainDate): Meeting => ({
    ...given,
    date: addDays(on, given.date),
    id: `${given.network}-${addDays(on, given.date)}` as MeetingId,
    ...{ title: 'Network meeting', start: '12:00' as PlainTime, end: '13:00' as PlainTime },
    ...{ timeZone: 'Europe/London', on: START, recordedAt: RECORDED },
    ...(cancelled ? { cancelled } : {}),
    ...(changed === undefined
      ? {}
      : {
          changed: {
            at: instantAt(addDays(on, -1 - changed.at), '10:00' as PlainTime, 'Europe/London'),
            by: changed.by,
          },
        }),
  }));

const own = fc.record({
  awayFrom: fc.option(day, { nil: undefined }),
  end: fc.option(day, { nil: undefined, freq: 4 }),
  supervisor: person,
  goals: anyGoals,
  pledges: anyPledges,
  muted: fc.subarray([...nudgeKinds]),
  answers: fc.array(fc.constantFrom('will-come', 'cannot-come', ...Array<undefined>(6)), {
    maxLength: 12,
  }),
  claims: fc.array(fc.constantFrom('claimed', 'confirmed', 'queried', undefined), {
    maxLength: 12,
  }),
});

function listed(id: PersonId, given: { from: PlainDate; away: boolean } & Own): Assignment {
  return {
    ...{ assignment: `${id}-1`, title: 'Director', directorate: 'Board', grade: 'VSM' },
    ...{ primary: true, away: given.away, supervisor: given.supervisor },
    ...{ start: addDays(START, -400), on: given.from, recordedAt: RECORDED },
    ...(given.end === undefined ? {} : { end: given.end }),
  };
}

type Own = typeof own extends fc.Arbitrary<infer Given> ? Given : never;

function personFrom(
  id: PersonId,
  given: Own,
  meetings: readonly Meeting[],
  today: PlainDate,
): Person {
  const { awayFrom } = given;
  const intentions = given.answers.flatMap((answer, n): Intention[] => {
    const about = meetings[n];
    return answer === undefined || about === undefined
      ? []
      : [{ meeting: about.id, person: id, answers: [{ answer, at: RECORDED, by: id }] }];
  });
  const claims = given.claims.flatMap((to, n): Claim[] => {
    const about = meetings[n];
    if (to === undefined || about === undefined) return [];
    const at = instantAt(about.date, '14:00' as PlainTime, 'Europe/London');
    const made = { to, at, by: id } as const;
    // Taken off the record with its meeting.
    const voided: ClaimMove[] =
      about.openToExecutives && about.cancelled === true && about.changed !== undefined
        ? [{ to: 'voided', ...about.changed }]
        : [];
    return [{ meeting: about.id, claimant: id, moves: [made, ...voided] }];
  });
  return {
    ...{ id, givenName: 'Leader', familyName: id, email: `${id}@pennine-vale.example` },
    assignments: [
      listed(id, { ...given, from: addDays(START, -400), away: false }),
      ...(awayFrom === undefined ? [] : [listed(id, { ...given, from: awayFrom, away: true })]),
    ],
    ...{ roles: [], claims, intentions, history: [], notThere: [], snoozes: [] },
    mutes: given.muted.map((kind) => ({ kind, moves: [{ to: 'muted', at: RECORDED }] })),
    goals: given.goals(id, given.supervisor)(today),
    pledges: given.pledges(today),
    education: [],
  };
}

/** An organisation of a few people whose roles, leave, answers and mutes are anything, and a moment of its year. */
export const anyOrganisation: fc.Arbitrary<OrganisationFacts> = fc
  .record({
    roles: fc.array(role, { minLength: 4, maxLength: 16 }),
    meetings: fc.array(meeting, { maxLength: 10 }),
    people: fc.array(own, { minLength: PEOPLE, maxLength: PEOPLE }),
    on: day,
    hour: fc.integer({ min: 7, max: 18 }),
    boards: anyBoards,
    things: anyThings({ person, network }),
  })
  .map(({ roles, meetings: planned, people, on, hour, boards, things }) => {
    const byId = new Map(planned.map((at) => at(on)).map((each) => [each.id, each]));
    const meetings = [...byId.values()];
    const frame: Frame = {
      settings: {
        ...{ name: 'Pennine Vale NHS Foundation Trust', yearStartMonth: 4, attendanceTarget: 4 },
        gradeMap: { VSM: 'VSM' },
      },
      networks: networks.map((id, n) => ({
        ...{ id: id as NetworkId, name: `Network ${n}`, countsForSilver: n === 0 },
        recordedAt: RECORDED,
      })),
      ...{ meetings, boardMeetings: boards(on), series: [], roles },
    };
    const time = `${String(hour).padStart(2, '0')}:30` as PlainTime;
    return {
      ...{ frame, isBankHoliday, now: instantAt(on, time, 'Europe/London') },
      people: people.map((given, n) => personFrom(`p${n}` as PersonId, given, meetings, on)),
      things: things(on),
    };
  });
