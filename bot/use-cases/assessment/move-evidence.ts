import type { ActContext } from '../../domain/act-context.ts';
import type { ActData, Outcome, Refusal } from '../../contract/acts.ts';
import type { AssessmentVerb } from '../../contract/assessment.ts';
import type { Evidence } from '../../domain/assessment/evidence.ts';
import {
  judgeApprove,
  judgeDraft,
  judgeReady,
  judgeReturn,
  judgeTakeBackEvidence,
  judgeWithdrawEvidence,
  type EvidenceVerdict,
} from '../../domain/assessment/judge-evidence.ts';
import { plainText } from '../../domain/education/plain-text.ts';
import { may, type Permission } from '../../domain/permissions.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import { mapAtMost } from '../bounded.ts';
import { tellBoard } from '../board/tell-board.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import { isFileId } from '../education/file-id.ts';
import type { Book, Caller } from '../ports.ts';
import { ORGANISATION_OWNS } from '../ports.ts';

/** A link or a file for a line. */
export async function draftEvidence(
  house: House,
  caller: Caller,
  asked: ActData['draft-evidence'],
): Promise<ActOutcome[]> {
  const { line, tap, sure } = asked;
  const shows = await whatShows(house, caller, asked.evidence);
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [],
    things: ['evidence'],
    decide(book) {
      const context = contextOf(house, caller, book, tap);
      if (shows === undefined) {
        return { subject: line, outcome: refusedTo(context, 'draft-evidence', 'no-such-file') };
      }
      const known = book.things('evidence');
      const drafted = {
        id: `${book.now.replaceAll(/[^0-9]/g, '')}-${known.length + 1}`,
        line,
        title: plainText(asked.title),
        on: asked.date as PlainDate,
        shows,
      };
      const verdict = judgeDraft(drafted, known, sure === 'yes', context);
      return entered(book, caller, 'draft-evidence', line, verdict);
    },
  });
  return told(house, caller, [answer]);
}

/** Moves each item for itself: one refused doesn't hold up the others. */
async function moveEvidence(
  house: House,
  caller: Caller,
  act: AssessmentVerb,
  { entries, tap }: { entries: readonly string[]; tap?: string | undefined },
  judge: (evidence: Evidence, context: ActContext) => EvidenceVerdict,
): Promise<ActOutcome[]> {
  const approves = act === 'approve-evidence' || act === 'return-evidence';
  const by = approves ? 'approve-evidence' : 'draft-evidence';
  const answers = await mapAtMost(20, [...new Set(entries)], (subject) =>
    house.records.commit<ActOutcome>(caller.organisation, {
      reads: [],
      things: ['evidence'],
      decide(book) {
        const context = contextOf(house, caller, book, tap);
        const evidence = book.things('evidence').find(({ id }) => id === subject);
        if (evidence === undefined) {
          return { subject, outcome: refusedTo(context, by, 'no-such-evidence') };
        }
        return entered(book, caller, act, subject, judge(evidence, context));
      },
    }),
  );
  return told(house, caller, answers);
}

type Many = ActData['ready-evidence'];

export const readyEvidence = (house: House, caller: Caller, asked: Many) =>
  moveEvidence(house, caller, 'ready-evidence', asked, judgeReady);

export const approveEvidence = (house: House, caller: Caller, asked: Many) =>
  moveEvidence(house, caller, 'approve-evidence', asked, judgeApprove);

export const returnEvidence = (house: House, caller: Caller, asked: ActData['return-evidence']) => {
  const one = { entries: [asked.entry], tap: asked.tap };
  return moveEvidence(house, caller, 'return-evidence', one, (evidence, context) =>
    judgeReturn(evidence, plainText(asked.reason), context),
  );
};

export const withdrawEvidence = (
  house: House,
  caller: Caller,
  { entry, tap }: ActData['withdraw-evidence'],
) =>
  moveEvidence(
    ...([house, caller, 'withdraw-evidence', { entries: [entry], tap }] as const),
    judgeWithdrawEvidence,
  );

export const takeBackEvidence = (
  house: House,
  caller: Caller,
  { move, tap }: ActData['take-back-evidence'],
) => {
  const [id = '', number = ''] = move.split('~');
  const one = { entries: [id], tap };
  return moveEvidence(house, caller, 'take-back-evidence', one, (evidence, context) =>
    judgeTakeBackEvidence(evidence, Number(number), context),
  );
};

/** The ledger names the item by an id that says nothing. */
function entered(
  book: Book,
  caller: Caller,
  act: AssessmentVerb,
  subject: string,
  verdict: EvidenceVerdict,
): ActOutcome {
  if (verdict.kind === 'refused') return { subject, outcome: verdict };
  const { evidence, move } = verdict;
  if (verdict.kind === 'done') {
    book.putThing('evidence', evidence);
    book.enter({ act, by: caller.person, about: { evidence: evidence.id } });
  }
  return { subject: `${evidence.id}~${move}`, outcome: { kind: verdict.kind } };
}

async function told(house: House, caller: Caller, answers: ActOutcome[]): Promise<ActOutcome[]> {
  if (answers.some(({ outcome }) => outcome.kind === 'done')) await tellBoard(house, caller);
  return answers;
}

/** Whoever has no part in evidence isn't told what there is. */
function refusedTo(
  { actor, frame, now }: ActContext,
  permission: Permission,
  because: Refusal,
): Outcome {
  const isTheirs = may(permission, { person: actor, roles: frame.roles, on: londonDate(now) });
  return { kind: 'refused', because: isTheirs ? because : 'not-allowed' };
}

/** What the item keeps of it; undefined where no such file was sent. */
async function whatShows(
  { files }: House,
  { organisation }: Caller,
  given: ActData['draft-evidence']['evidence'],
): Promise<Evidence['shows'] | undefined> {
  if (typeof given === 'string') return { kind: 'link', address: given };
  const owner = { organisation, person: ORGANISATION_OWNS };
  const file = isFileId(given.file) ? await files.find(owner, given.file) : undefined;
  if (file === undefined) return undefined;
  const { id, name, type, size, sha256 } = file;
  return { kind: 'file', id, name, type, size, sha256 };
}
