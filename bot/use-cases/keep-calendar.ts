import type { ActContext } from '../domain/act-context.ts';
import type { Outcome } from '../contract/acts.ts';
import type { Claim, Frame, Meeting, PersonId } from '../domain/facts.ts';
import {
  judgeAddMeeting,
  judgeCancelMeeting,
  judgeMoveMeeting,
  judgeOpenMeeting,
  judgeRestoreMeeting,
  type CalendarVerdict,
  type NewMeeting,
} from '../domain/judge-calendar.ts';
import type { TypedTimes } from '../domain/typed-times.ts';
import { contextOf, type House } from './context.ts';
import { claimId } from './doors.ts';
import { markedTap, tappedBefore } from './calendar-taps.ts';
import type { Book, Caller, Subject } from './ports.ts';

interface Tapped {
  readonly tap?: string | undefined;
}
type OfMeeting = Tapped & { readonly meeting: string };

/** Puts a meeting in the network's calendar. */
export function addMeeting(
  house: House,
  caller: Caller,
  asked: NewMeeting & Tapped,
): Promise<Outcome> {
  return moveCalendar(house, caller, 'add-meeting', asked, (context) =>
    judgeAddMeeting(asked, context),
  );
}

/** To another day or time; it keeps its id, and the answers given for the old time lapse. */
export function moveMeeting(
  house: House,
  caller: Caller,
  asked: OfMeeting & TypedTimes,
): Promise<Outcome> {
  return moveOne(house, caller, 'move-meeting', asked, (meeting, context) =>
    judgeMoveMeeting(meeting, asked, context),
  );
}

/** Calls it off; what was recorded for it is voided in the same commit. */
export function cancelMeeting(
  house: House,
  caller: Caller,
  asked: OfMeeting & { reason?: string | undefined },
): Promise<Outcome> {
  return moveOne(house, caller, 'cancel-meeting', asked, (meeting, context, claims) =>
    judgeCancelMeeting(meeting, asked.reason, claims, context),
  );
}

export function restoreMeeting(house: House, caller: Caller, asked: OfMeeting): Promise<Outcome> {
  return moveOne(house, caller, 'restore-meeting', asked, judgeRestoreMeeting);
}

/** Opens it to executives, or keeps it for members. */
export function openMeeting(
  house: House,
  caller: Caller,
  asked: OfMeeting & { openToExecutives: boolean },
): Promise<Outcome> {
  const act = asked.openToExecutives ? 'open-meeting' : 'close-meeting';
  return moveOne(house, caller, act, asked, (meeting, context, claims) =>
    judgeOpenMeeting(meeting, asked.openToExecutives, claims, context),
  );
}

function moveOne(
  house: House,
  caller: Caller,
  act: string,
  asked: OfMeeting,
  judge: (meeting: Meeting, context: ActContext, claims: readonly Claim[]) => CalendarVerdict,
): Promise<Outcome> {
  return moveCalendar(house, caller, act, asked, (context, book, executives) => {
    const meeting = context.frame.meetings.find(({ id }) => id === asked.meeting);
    if (meeting === undefined) return { kind: 'refused', because: 'no-such-meeting' };
    return judge(meeting, context, claimsOf(meeting, book, executives));
  });
}

type Judged = CalendarVerdict | { kind: 'refused'; because: 'no-such-meeting' };

async function moveCalendar(
  house: House,
  caller: Caller,
  act: string,
  asked: Tapped,
  judge: (context: ActContext, book: Book, executives: readonly PersonId[]) => Judged,
): Promise<Outcome> {
  const executives = everExecutives(await house.records.frame(caller.organisation));
  const { outcome, changes } = await house.records.commit(caller.organisation, {
    reads: executives,
    decide(book): { outcome: Outcome; changes: Subject[] } {
      const tap = markedTap(act, asked);
      const context = contextOf(house, caller, book, tap);
      const before = tappedBefore(book.frame, tap);
      if (before !== undefined) return { outcome: before, changes: [] };
      const verdict = judge(context, book, executives);
      if (verdict.kind !== 'done') return { outcome: verdict, changes: [] };
      const { meeting, voided } = verdict;
      for (const claim of voided) book.putClaim(claim);
      book.putMeeting(meeting);
      const claims = voided.map(({ claimant }) => claimId(claimant, meeting.id));
      book.enter({
        act,
        by: caller.person,
        about: {
          meeting: meeting.id,
          network: meeting.network,
          ...(claims.length > 0 ? { voided: claims.join(' ') } : {}),
        },
      });
      return { outcome: { kind: 'done' }, changes: subjectsOf(meeting.network, executives) };
    },
  });
  if (changes.length > 0) house.changed(caller.organisation, changes);
  return outcome;
}

/** Whoever ever held the role: only they can have recorded a meeting. */
export function everExecutives(frame: Frame): PersonId[] {
  const held = frame.roles.filter(({ role }) => role === 'executive-director');
  return [...new Set(held.map(({ person }) => person))];
}

/** What everybody's cards that show the network's meetings hang on. */
export function subjectsOf(network: string, executives: readonly PersonId[]): Subject[] {
  return [`network|${network}`, ...executives.map((person): Subject => `person|${person}`)];
}

function claimsOf(meeting: Meeting, book: Book, executives: readonly PersonId[]): Claim[] {
  return executives.flatMap(
    (person) => book.person(person)?.claims.filter((claim) => claim.meeting === meeting.id) ?? [],
  );
}
