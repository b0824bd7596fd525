import type { ActContext } from '../domain/act-context.ts';
import type { Outcome } from '../contract/acts.ts';
import type { Claim, Meeting, QueryReason } from '../domain/facts.ts';
import {
  judgeConfirm,
  judgeQuery,
  judgeReopen,
  judgeVoid,
  mayKnowOfClaim,
  type ClaimVerdict,
} from '../domain/judge-claim.ts';
import { outcomeOf, recordClaim } from './claim-attendance.ts';
import { contextOf, type House } from './context.ts';
import { parseClaimId, type ActOutcome } from './doors.ts';
import type { Caller, Subject } from './ports.ts';

type Deciding = 'confirm' | 'query' | 'reopen' | 'void';
type Judge = (meeting: Meeting, claim: Claim, context: ActContext) => ClaimVerdict;

/** Confirms each claim for itself: one refused doesn't hold up the others. */
export function confirmClaims(
  house: House,
  caller: Caller,
  asked: { claims: readonly string[]; reason?: string | undefined; tap?: string | undefined },
): Promise<ActOutcome[]> {
  const judge: Judge = (meeting, claim, context) =>
    judgeConfirm(meeting, claim, asked.reason, context);
  return decideEach(house, caller, 'confirm', asked.claims, asked.tap, judge);
}

export function queryClaim(
  house: House,
  caller: Caller,
  asked: { claim: string; reason: QueryReason; tap?: string | undefined },
): Promise<ActOutcome[]> {
  const judge: Judge = (meeting, claim, context) =>
    judgeQuery(meeting, claim, asked.reason, context);
  return decideEach(house, caller, 'query', [asked.claim], asked.tap, judge);
}

/** Takes one's own decision back within 24 hours. */
export function reopenClaim(
  house: House,
  caller: Caller,
  asked: { claim: string; tap?: string | undefined },
): Promise<ActOutcome[]> {
  return decideEach(house, caller, 'reopen', [asked.claim], asked.tap, judgeReopen);
}

export function voidClaim(
  house: House,
  caller: Caller,
  asked: { claim: string; reason: string; tap?: string | undefined },
): Promise<ActOutcome[]> {
  const judge: Judge = (_meeting, claim, context) => judgeVoid(claim, asked.reason, context);
  return decideEach(house, caller, 'void', [asked.claim], asked.tap, judge);
}

/** One move a claim; they wait together, so they are committed together. */
async function decideEach(
  house: House,
  caller: Caller,
  act: Deciding,
  claims: readonly string[],
  tap: string | undefined,
  judge: Judge,
): Promise<ActOutcome[]> {
  const subjects = new Set<Subject>();
  const outcomes = await Promise.all(
    [...new Set(claims)].map(async (subject) => {
      const { outcome, changes } = await decideOne(house, caller, act, subject, tap, judge);
      for (const change of changes) subjects.add(change);
      return { subject, outcome };
    }),
  );
  if (subjects.size > 0) house.changed(caller.organisation, [...subjects]);
  return outcomes;
}

async function decideOne(
  house: House,
  caller: Caller,
  act: Deciding,
  claimId: string,
  tap: string | undefined,
  judge: Judge,
): Promise<{ outcome: Outcome; changes: Subject[] }> {
  const named = parseClaimId(claimId);
  if (named === undefined) return noSuchClaim;
  return house.records.commit(caller.organisation, {
    reads: [named.claimant],
    decide(book) {
      const context = contextOf(house, caller, book, tap);
      const meeting = context.frame.meetings.find(({ id }) => id === named.meeting);
      const claimant = book.person(named.claimant);
      if (claimant === undefined) return noSuchClaim;
      const claim = claimant.claims.find((made) => made.meeting === named.meeting);
      if (meeting === undefined || claim === undefined) {
        if (mayKnowOfClaim(named.claimant, meeting?.network, context)) return noSuchClaim;
        // As if it were there: whether somebody was at a meeting isn't theirs to ask.
        return refusedFor(act === 'void' ? 'not-allowed' : 'not-your-network');
      }
      const verdict = judge(meeting, claim, context);
      recordClaim(book, caller, act, verdict);
      const changes: Subject[] =
        verdict.kind === 'done' ? [`person|${named.claimant}`, `network|${meeting.network}`] : [];
      return { outcome: outcomeOf(verdict), changes };
    },
  });
}

type Refused = Extract<Outcome, { kind: 'refused' }>;

function refusedFor(because: Refused['because']): { outcome: Outcome; changes: Subject[] } {
  return { outcome: { kind: 'refused', because }, changes: [] };
}

const noSuchClaim = refusedFor('no-such-claim');
