import type { ActContext } from '../domain/act-context.ts';
import type {
  AttendanceCommitment,
  Commitment,
  MeetingState,
  MyMeeting,
  Progress,
} from '../contract/views.ts';
import { claimState, isUndone, lastMove } from '../domain/claim.ts';
import {
  queryReasons,
  type Claim,
  type Frame,
  type Meeting,
  type NotThere,
  type Person,
  type PersonId,
} from '../domain/facts.ts';
import { decidedAs } from '../domain/decided-as.ts';
import { awaits, judgeClaim, judgeWithdraw } from '../domain/judge-claim.ts';
import { judgeIntention, judgeUndoIntention } from '../domain/judge-intention.ts';
import { isNotThere, judgeNotThere } from '../domain/judge-not-there.ts';
import {
  counts,
  isHeld,
  isYearOpen,
  lastAnswer,
  networkOf,
  standingAnswer,
} from '../domain/meeting.ts';
import { ownAttendance, OWN_ATTENDANCE_RULE } from '../domain/measures/own-attendance.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../domain/known.ts';
import { may } from '../domain/permissions.ts';
import { isExecutiveOn } from '../domain/roles.ts';
import { londonDate, yearOf } from '../domain/time.ts';
import { isShownTo } from '../domain/mentoring/judge-pair.ts';
import type { Things } from '../domain/things.ts';
import { contextOf, type House } from './context.ts';
import { educationCommitments } from './education/commitment.ts';
import { goalCommitments } from './goals/commitment.ts';
import { mentoringCommitments } from './mentoring/commitment.ts';
import type { Shown } from './doors.ts';
import { frameworkLine } from './framework.ts';
import { ownHistory } from './history.ts';
import { nameOf } from './names.ts';
import { carriesLine } from './plan/carries-line.ts';
import { hasCommitments } from './own-page.ts';
import { notYours } from './not-yours.ts';
import type { Caller } from './ports.ts';

/** A leader's own progress; an assistant sees their executive's meetings. */
export async function myProgress(
  house: House,
  caller: Caller,
  forPerson: PersonId = caller.person,
): Promise<Shown<Progress>> {
  const now = house.clock.now();
  const [found, things] = await Promise.all([
    house.records.person(caller.organisation, forPerson),
    house.records.things(caller.organisation, ['pair']),
  ]);
  if (found === undefined) return notYours('see-own-meetings');
  const on = londonDate(now);
  const frame = frameAsKnown(found.frame, BY_NOW, on);
  const who = { person: caller.person, roles: frame.roles, on };
  if (!may('see-own-meetings', who, { owner: forPerson })) return notYours('see-own-meetings');

  const person = personAsKnown(found.person, BY_NOW);
  const isOwn = person.id === caller.person;
  // Whoever has a part in a pair, or carries a line of the plan, has the page without any.
  const hasPage =
    !isOwn ||
    hasCommitments(person, frame, on) ||
    things.pair.some((pair) => isShownTo(pair, person.id, on)) ||
    (await carriesLine(house, caller));
  if (!hasPage) return notAsked;
  const context = contextOf(house, caller, { now, frame });
  return {
    kind: 'shown',
    view: {
      on,
      year: yearOf(on, frame.settings.yearStartMonth),
      person: { id: person.id, name: nameOf(person), self: person.id === caller.person },
      commitments: [
        ...(isExecutiveOn(frame.roles, person.id, on)
          ? [attendanceCommitment(person, frame, context)]
          : []),
        // An assistant sees their executive's meetings, and nothing else of theirs.
        ...(person.id === caller.person ? others({ person, frame, context, things }) : []),
      ],
      ...ownHistory(person, frame, context),
    },
  };
}

/** What somebody's commitments are worked out from. */
export interface OwnRead {
  readonly person: Person;
  readonly frame: Frame;
  readonly context: ActContext;
  readonly things: Things;
}

function others(read: OwnRead): Commitment[] {
  return [...goalCommitments(read), ...educationCommitments(read), ...mentoringCommitments(read)];
}

const notAsked: Shown<Progress> = {
  kind: 'refused',
  because: 'not-yours',
  belongsTo: ['leader', 'director', 'executive-assistant'],
};

function attendanceCommitment(
  person: Person,
  frame: Frame,
  context: ActContext,
): AttendanceCommitment {
  const own = ownAttendance(person, frame, context.now, context.isBankHoliday);
  const { status, done, before, target, waiting, left, offered } = own;
  return {
    code: 'S4.own',
    title: 'Network meetings',
    status,
    done,
    ...(before === 0 ? {} : { before }),
    target,
    needed: Math.max(0, own.needed),
    waiting,
    left,
    offered,
    ...(own.awaits === undefined ? {} : { awaits: own.awaits }),
    ...(own.next === undefined ? {} : { next: own.next.id }),
    ...(own.nextYearFirst === undefined ? {} : { nextYearFirst: own.nextYearFirst.date }),
    meetings: meetingsOf(person, frame, context),
    why: {
      line: 'S4',
      framework: frameworkLine('S4').directDeliverable,
      rule: OWN_ATTENDANCE_RULE,
      ours: true,
    },
  };
}

/** This year's meetings, and last year's while they can still be claimed. */
function meetingsOf(person: Person, frame: Frame, context: ActContext): MyMeeting[] {
  const { yearStartMonth } = frame.settings;
  const year = yearOf(londonDate(context.now), yearStartMonth);
  const claimed = new Set(person.claims.map(({ meeting }) => meeting));
  return frame.meetings
    .filter((meeting) => meeting.date <= year.end)
    .filter(
      (meeting) =>
        meeting.date >= year.start ||
        (isYearOpen(meeting, context.now, yearStartMonth) &&
          meeting.openToExecutives &&
          (claimed.has(meeting.id) || isExecutiveOn(frame.roles, person.id, meeting.date))),
    )
    .toSorted(byTime)
    .map((meeting) => asMyMeeting(meeting, person, frame, context));
}

function byTime(a: Meeting, b: Meeting): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.start < b.start ? -1 : 1;
}

/** One meeting as its executive sees it. */
export function asMyMeeting(
  meeting: Meeting,
  person: Person,
  frame: Frame,
  context: ActContext,
): MyMeeting {
  const claim = person.claims.find((made) => made.meeting === meeting.id);
  const state = stateOf(meeting, person, context);
  const network = networkOf(frame, meeting);
  const moved = meeting.wasAt?.at(-1);
  const allowed = mayDo(meeting, person, context);
  return {
    id: meeting.id,
    network: meeting.network,
    networkName: network?.name ?? meeting.network,
    countsForSilver: counts(frame, meeting),
    title: meeting.openToExecutives ? meeting.title : '',
    date: meeting.date,
    start: meeting.start,
    end: meeting.end,
    ...wayIn(meeting),
    state,
    ...(moved === undefined || meeting.cancelled === true
      ? {}
      : { movedFrom: { date: moved.date, start: moved.start } }),
    ...(meeting.cancelled === true && state === 'cancelled' ? cancellationOf(meeting, claim) : {}),
    ...(state === 'queried' && claim ? queryOf(meeting, claim, frame) : {}),
    ...(state === 'claimed' && claim ? { awaits: awaits(meeting, claim, context) } : {}),
    ...(allowed.includes('claim')
      ? { awaits: awaits(meeting, claimOf(person, meeting, context), context) }
      : {}),
    ...(state === 'withdrawn' && claim && isUndone(claim) ? { undone: true as const } : {}),
    may: allowed,
    onBehalf: isOnBehalf(meeting, person, state),
  };
}

/** What was asked, and in which role. */
function queryOf(
  meeting: Meeting,
  claim: Claim,
  frame: Frame,
): Pick<MyMeeting, 'reason' | 'askedBy'> {
  const last = lastMove(claim);
  const reason = queryReasons.find((known) => known === last.reason);
  const askedBy = decidedAs(meeting, last, frame);
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(askedBy === undefined ? {} : { askedBy }),
  };
}

/** As it would be, claimed now. */
function claimOf(person: Person, meeting: Meeting, { actor, now }: ActContext): Claim {
  const move = { to: 'claimed', at: now, by: actor } as const;
  return { meeting: meeting.id, claimant: person.id, moves: [move] };
}

/** Whether an assistant made the move that `state` is of: an answer that lapsed is nobody's. */
function isOnBehalf({ id }: Meeting, person: Person, state: MeetingState): boolean {
  const claim = person.claims.find((made) => made.meeting === id);
  if (claim !== undefined && state !== 'not-there') return lastMove(claim).onBehalf === true;
  const intention = person.intentions.find((made) => made.meeting === id);
  if (state === 'will-come' || state === 'cannot-come') {
    return lastAnswer(intention)?.onBehalf === true;
  }
  const said = person.notThere.find((made) => made.meeting === id);
  return state === 'not-there' && said?.moves.at(-1)?.onBehalf === true;
}

/** Where and how to join: of a meeting kept for members nothing is told but its day. */
function wayIn({ openToExecutives, location, joinLink }: Meeting): Partial<MyMeeting> {
  if (!openToExecutives) return {};
  return {
    ...(location === undefined ? {} : { location }),
    ...(joinLink === undefined ? {} : { joinLink }),
  };
}

/** Why there is nothing to record, and whether something that was recorded went with it. */
function cancellationOf(
  meeting: Meeting,
  claim: Claim | undefined,
): Pick<MyMeeting, 'cancelledBecause' | 'uncounted'> {
  const because = meeting.cancelledBecause;
  return {
    ...(because === undefined ? {} : { cancelledBecause: because }),
    ...(claim !== undefined && claimState(claim) === 'voided' ? { uncounted: true } : {}),
  };
}

function stateOf(meeting: Meeting, person: Person, context: ActContext): MeetingState {
  const claim = person.claims.find((made) => made.meeting === meeting.id);
  // Its claims were voided with it: that it was cancelled says why.
  if (meeting.cancelled === true && meeting.openToExecutives) return 'cancelled';
  const wasNotThere = isNotThere(notThereOf(meeting, person));
  if (claim !== undefined && !(isUndone(claim) && wasNotThere)) return claimState(claim);
  if (!meeting.openToExecutives) return 'members-only';
  if (meeting.cancelled === true) return 'cancelled';
  if (isHeld(meeting, context.now)) return wasNotThere ? 'not-there' : 'not-recorded';
  const intention = person.intentions.find((made) => made.meeting === meeting.id);
  return standingAnswer(intention, meeting) ?? 'upcoming';
}

/** What the verdicts would allow: so that no button offers what would be refused. */
function mayDo(meeting: Meeting, person: Person, context: ActContext): MyMeeting['may'] {
  const claim = person.claims.find((made) => made.meeting === meeting.id);
  const intention = person.intentions.find((made) => made.meeting === meeting.id);
  const allowed: MyMeeting['may'] = [];
  if (judgeClaim(meeting, person.id, claim, context).kind === 'done') allowed.push('claim');
  if (judgeWithdraw(meeting, person.id, claim, context).kind === 'done') allowed.push('withdraw');
  for (const answer of ['will-come', 'cannot-come'] as const) {
    const verdict = judgeIntention(meeting, person.id, intention, answer, context);
    if (verdict.kind === 'done') allowed.push(answer);
  }
  const answered = standingAnswer(intention, meeting);
  if (answered !== undefined) {
    const verdict = judgeUndoIntention(meeting, person.id, intention, answered, context);
    if (verdict.kind === 'done') allowed.push('undo-intention');
  }
  const known = { said: notThereOf(meeting, person), claim };
  // Asked only while nothing is on record: a claim has its own way back.
  if (claim === undefined || isUndone(claim)) {
    const to = isNotThere(known.said) ? 'taken-back' : 'not-there';
    if (judgeNotThere(meeting, person.id, known, to, context).kind === 'done') {
      allowed.push(to === 'not-there' ? 'not-there' : 'undo-not-there');
    }
  }
  return allowed;
}

function notThereOf(meeting: Meeting, person: Person): NotThere | undefined {
  return person.notThere.find((said) => said.meeting === meeting.id);
}
