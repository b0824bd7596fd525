import type { Outcome } from '../contract/acts.ts';
import type { MeetingId, Person, PersonId } from '../domain/facts.ts';
import { judgeClaim, judgeWithdraw, type ClaimVerdict } from '../domain/judge-claim.ts';
import { contextOf, type House } from './context.ts';
import type { Book, Caller } from './ports.ts';

interface Asked {
  readonly meeting: string;
  readonly for?: string | undefined;
  readonly tap?: string | undefined;
}

/** "I was at this meeting", said by the executive or for them by their assistant. */
export function claimAttendance(house: House, caller: Caller, asked: Asked): Promise<Outcome> {
  return moveOwnClaim(house, caller, asked, 'claim');
}

/** Takes one's own claim back. */
export function withdrawClaim(house: House, caller: Caller, asked: Asked): Promise<Outcome> {
  return moveOwnClaim(house, caller, asked, 'withdraw');
}

async function moveOwnClaim(
  house: House,
  caller: Caller,
  asked: Asked,
  act: 'claim' | 'withdraw',
): Promise<Outcome> {
  const claimant = (asked.for ?? caller.person) as PersonId;
  const { outcome, network } = await house.records.commit(caller.organisation, {
    reads: [claimant],
    decide(book: Book): { outcome: Outcome; network?: string } {
      const context = contextOf(house, caller, book, asked.tap);
      const meeting = context.frame.meetings.find(({ id }) => id === asked.meeting);
      const person = book.person(claimant);
      if (meeting === undefined || person === undefined) {
        return { outcome: { kind: 'refused', because: 'no-such-meeting' } };
      }
      if (isTapOfAnother(person, meeting.id, asked.tap)) {
        return { outcome: { kind: 'refused', because: 'tap-used-before' } };
      }
      const claim = person.claims.find((made) => made.meeting === meeting.id);
      const verdict =
        act === 'claim'
          ? judgeClaim(meeting, claimant, claim, context)
          : judgeWithdraw(meeting, claimant, claim, context);
      recordClaim(book, caller, act, verdict);
      return { outcome: outcomeOf(verdict), network: meeting.network };
    },
  });
  if (outcome.kind === 'done' && network !== undefined) {
    house.changed(caller.organisation, [`person|${claimant}`, `network|${network}`]);
  }
  return outcome;
}

/** Writes what a verdict decided, with its ledger entry; nothing where nothing is to be done. */
export function recordClaim(book: Book, caller: Caller, act: string, verdict: ClaimVerdict): void {
  if (verdict.kind !== 'done') return;
  const { claimant, meeting } = verdict.claim;
  book.putClaim(verdict.claim);
  book.enter({ act, by: caller.person, about: aboutClaim(claimant, meeting) });
}

/** A tap is for one thing: sent again with another meeting it is not the same act. */
export function isTapOfAnother(
  person: Person,
  meeting: MeetingId,
  tap: string | undefined,
): boolean {
  if (tap === undefined) return false;
  const ofOther = (made: { meeting: MeetingId }): boolean => made.meeting !== meeting;
  return (
    person.claims.filter(ofOther).some(({ moves }) => moves.some((move) => move.tap === tap)) ||
    person.intentions
      .filter(ofOther)
      .some(({ answers }) => answers.some((move) => move.tap === tap))
  );
}

function aboutClaim(claimant: PersonId, meeting: MeetingId): Record<string, string> {
  return { person: claimant, meeting };
}

/** A verdict as a door hears it. */
export function outcomeOf(verdict: ClaimVerdict): Outcome {
  return verdict.kind === 'refused'
    ? { kind: 'refused', because: verdict.because }
    : { kind: verdict.kind };
}
