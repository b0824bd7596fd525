import type { Attendance } from '../contract/views.ts';
import type { ActContext } from '../domain/act-context.ts';
import { claimState } from '../domain/claim.ts';
import type { Frame, Meeting, Person } from '../domain/facts.ts';
import { historyState } from '../domain/history.ts';
import { judgeReopen, judgeVoid } from '../domain/judge-claim.ts';
import { counts, networkOf } from '../domain/meeting.ts';
import { attendedWithin, claimsWithin, ownTarget } from '../domain/measures/own-attendance.ts';
import { personAsKnown } from '../domain/known.ts';
import { may } from '../domain/permissions.ts';
import { isExecutiveOn } from '../domain/roles.ts';
import { yearOf, type PlainDate } from '../domain/time.ts';
import { readAsAt } from './as-at.ts';
import { contextOf, type House } from './context.ts';
import { claimId, type AsAt, type Shown } from './doors.ts';
import { historyLine } from './history.ts';
import { nameOf } from './names.ts';
import type { Caller } from './ports.ts';

/**
 * Who attended what in the year up to a date: everybody who was an executive in it. A chair or
 * deputy sees their own network's meetings.
 */
export async function attendance(
  house: House,
  caller: Caller,
  asAt: AsAt,
): Promise<Shown<Attendance>> {
  const read = await readAsAt(house, caller, asAt, [
    'see-named-attendance',
    'see-named-attendance-of-network',
  ]);
  if (read.kind === 'refused') return read;
  const { on, asked, known, by, who } = read;
  const ofNetworks = by === 'see-named-attendance-of-network';
  const frame = ofNetworks ? withinNetworks(read.frame, who) : read.frame;
  const year = yearOf(on, frame.settings.yearStartMonth);
  const terms = frame.roles
    .filter(({ role }) => role === 'executive-director')
    .filter((role) => role.on <= on && (role.to === undefined || role.to >= year.start))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const { people } = await house.records.some(caller.organisation, [
    ...new Set(terms.map(({ person }) => person)),
  ]);
  return {
    kind: 'shown',
    view: {
      on,
      known: asked,
      year,
      people: people
        .map((person) => {
          const own = terms.filter((term) => term.person === person.id);
          const row = asRow(personAsKnown(person, known), frame, on, year, {
            from: own[0]?.on ?? year.start,
            to: own.at(-1)?.to,
          });
          if (ofNetworks) return withoutTarget(row);
          // What may be done is about what stands now.
          if (asAt.known !== undefined) return row;
          const context = contextOf(house, caller, {
            now: house.clock.now(),
            frame: read.recorded,
          });
          return { ...row, meetings: row.meetings.map((one) => withMay(one, person, context)) };
        })
        .filter(({ meetings }) => !ofNetworks || meetings.length > 0)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    },
  };
}

/** The frame with the meetings of one's own networks alone. */
function withinNetworks(frame: Frame, who: Parameters<typeof may>[1]): Frame {
  const mine = (meeting: Meeting): boolean =>
    may('see-named-attendance-of-network', who, { network: meeting.network });
  return { ...frame, meetings: frame.meetings.filter(mine) };
}

type Attended = Attendance['people'][number]['meetings'][number];

/** With what the reader may do about it: the same verdicts that would judge it. */
function withMay(line: Attended, { claims }: Person, context: ActContext): Attended {
  const claim = claims.find((made) => made.meeting === line.meeting);
  const meeting = context.frame.meetings.find(({ id }) => id === line.meeting);
  if (claim === undefined || meeting === undefined) return line;
  const offered = { ...line, claim: claimId(claim.claimant, claim.meeting) };
  if (line.state === 'confirmed' && judgeVoid(claim, '', context).kind === 'done') {
    return { ...offered, may: 'void' };
  }
  if (line.state === 'voided' && judgeReopen(meeting, claim, context).kind === 'done') {
    return { ...offered, may: 'reopen' };
  }
  return line;
}

/** A target, and what was before the app, are of all networks: they say nothing of one's meetings. */
function withoutTarget({
  target: _target,
  before: _before,
  history: _history,
  ...row
}: Attendance['people'][number]) {
  const inState = (state: string) => row.meetings.filter((each) => each.state === state).length;
  const meetings = row.meetings.filter(({ state }) => state !== 'voided');
  return { ...row, meetings, confirmed: inState('confirmed'), waiting: inState('claimed') };
}

function asRow(
  person: Person,
  frame: Frame,
  on: PlainDate,
  year: { start: PlainDate; end: PlainDate },
  post: { from: PlainDate; to: PlainDate | undefined },
): Attendance['people'][number] {
  const period = { start: year.start, end: on };
  const claims = claimsWithin(person, frame, period);
  const counting = claims.map(({ claim }) => claimState(claim));
  const confirmed = claims.filter(({ claim }) => claimState(claim) === 'confirmed');
  const before = attendedWithin(person, frame, period).filter(
    ({ network, date }) =>
      !confirmed.some(({ meeting }) => meeting.network === network && meeting.date === date),
  );
  const history = historyWithin(person, frame, period);
  return {
    person: person.id,
    name: nameOf(person),
    inPost: isExecutiveOn(frame.roles, person.id, on),
    from: post.from,
    ...(post.to === undefined ? {} : { to: post.to }),
    confirmed: confirmed.length,
    waiting: counting.filter((state) => state === 'claimed').length,
    target: ownTarget(person, frame.roles, year, frame.settings.attendanceTarget),
    meetings: attended(person, frame, period),
    ...(before.length === 0 ? {} : { before: before.length }),
    ...(history.length === 0 ? {} : { history }),
  };
}

function attended(
  person: Person,
  frame: Frame,
  period: { start: PlainDate; end: PlainDate },
): Attended[] {
  return person.claims
    .flatMap((claim) => {
      const meeting = frame.meetings.find(({ id }) => id === claim.meeting);
      const state = claimState(claim);
      if (meeting === undefined || state === 'withdrawn') return [];
      // With its meeting it went for everybody: that is told where the meeting is.
      if (state === 'voided' && meeting.cancelled === true) return [];
      if (meeting.date < period.start || meeting.date > period.end) return [];
      return [
        {
          meeting: meeting.id,
          networkName: networkOf(frame, meeting)?.name ?? meeting.network,
          countsForSilver: counts(frame, meeting),
          date: meeting.date,
          state,
        },
      ];
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Attendances from before the app, apart from what it saw happen. */
function historyWithin(
  person: Person,
  frame: Frame,
  period: { start: PlainDate; end: PlainDate },
): NonNullable<Attendance['people'][number]['history']> {
  return person.history
    .filter(({ what, on }) => what === 'attendance' && period.start <= on && on <= period.end)
    .filter((entry) => historyState(entry) !== 'withdrawn')
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((entry) => ({
      ...historyLine(entry, frame),
      countsForSilver: frame.networks.some(
        ({ id, countsForSilver }) => id === entry.network && countsForSilver,
      ),
    }));
}
