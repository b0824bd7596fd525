import type { ActContext } from '../../domain/act-context.ts';
import type { ActData } from '../../contract/acts.ts';
import type { PlanVerb } from '../../contract/plan.ts';
import type { PersonId } from '../../domain/facts.ts';
import { BY_NOW, personAsKnown } from '../../domain/known.ts';
import { judgePlan, judgePlanEdit, type KnownOwner } from '../../domain/plan/judge-plan.ts';
import {
  judgePlanMove,
  judgePlanTakeBack,
  type PlanOnward,
} from '../../domain/plan/judge-plan-move.ts';
import type { PlanDetails, PlanLine } from '../../domain/plan/plan-line.ts';
import { planState } from '../../domain/plan/plan-state.ts';
import type { PlanVerdict } from '../../domain/plan/plan-verdict.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Book, Caller, Move } from '../ports.ts';
import { tellPlan } from './tell-plan.ts';

/** A new line of the action plan. */
export function addPlanLine(
  house: House,
  caller: Caller,
  data: ActData['add-plan-line'],
): Promise<ActOutcome[]> {
  const asked = detailsOf(data);
  return commit(house, caller, {
    reads: ownerOf(asked),
    things: ['plan-line'],
    decide(book) {
      const before = book.things('plan-line');
      const id = `${book.now.replaceAll(/[^0-9]/g, '')}-${before.length + 1}`;
      const verdict = judgePlan(
        { ...asked, id, line: data.line },
        before,
        knownIn(book, asked),
        contextOf(house, caller, book, data.tap),
      );
      return record(book, caller, 'add-plan-line', data.line, verdict);
    },
  });
}

export function editPlanLine(
  house: House,
  caller: Caller,
  data: ActData['edit-plan-line'],
): Promise<ActOutcome[]> {
  const asked = detailsOf(data);
  const judge = (line: PlanLine, context: ActContext, book: Book) =>
    judgePlanEdit(line, { ...asked, seen: data.seen }, knownIn(book, asked), context);
  return move(house, caller, 'edit-plan-line', data, judge, ownerOf(asked));
}

interface Said {
  readonly plan: string;
  readonly tap?: string | undefined;
  readonly text?: string;
  readonly network?: string;
  readonly asked?: number;
}

/** What moves a line on: the verb, and where it leads. */
export function movePlanLine(act: PlanVerb, to: PlanOnward) {
  return (house: House, caller: Caller, data: Said): Promise<ActOutcome[]> =>
    move(house, caller, act, data, (line, context) => judgePlanMove(line, to, data, context));
}

export function takeBackPlanMove(
  house: House,
  caller: Caller,
  data: ActData['take-back-plan-move'],
): Promise<ActOutcome[]> {
  return move(house, caller, 'take-back-plan-move', data, (line, context) =>
    judgePlanTakeBack(line, data.seen, context),
  );
}

function move(
  house: House,
  caller: Caller,
  act: PlanVerb,
  { plan, tap }: Pick<Said, 'plan' | 'tap'>,
  judge: (line: PlanLine, context: ActContext, book: Book) => PlanVerdict,
  reads: readonly PersonId[] = [],
): Promise<ActOutcome[]> {
  return commit(house, caller, {
    reads,
    things: ['plan-line'],
    decide(book) {
      const line = book.things('plan-line').find(({ id }) => id === plan);
      const verdict: PlanVerdict =
        line === undefined
          ? { kind: 'refused', because: 'no-such-plan-line' }
          : judge(line, contextOf(house, caller, book, tap), book);
      return record(book, caller, act, plan, verdict);
    },
  });
}

interface Recorded extends ActOutcome {
  readonly line?: PlanLine;
}

function record(
  book: Book,
  caller: Caller,
  act: PlanVerb,
  subject: string,
  verdict: PlanVerdict,
): Recorded {
  if (verdict.kind === 'refused') return { subject, outcome: verdict };
  const { line, kind } = verdict;
  if (kind === 'done') {
    const { involvement } = planState(line);
    book.putThing('plan-line', line);
    book.enter({
      act,
      by: caller.person,
      about: {
        plan: line.id,
        ...(involvement === undefined ? {} : { network: involvement.network }),
      },
    });
  }
  return { subject: line.id, outcome: { kind }, line };
}

async function commit(house: House, caller: Caller, asked: Move<Recorded>): Promise<ActOutcome[]> {
  const { line, ...answer } = await house.records.commit(caller.organisation, asked);
  if (line !== undefined && answer.outcome.kind === 'done') await tellPlan(house, caller, line);
  return [answer];
}

/** What is left empty in a form is not said. */
function detailsOf(data: ActData['add-plan-line'] | ActData['edit-plan-line']): PlanDetails {
  const { action, owner, team = '', timescale = '', target, comments = '' } = data;
  return {
    action,
    target: target as PlainDate,
    ...(owner === undefined ? {} : { owner: owner as PersonId }),
    ...(team === '' ? {} : { team }),
    ...(timescale === '' ? {} : { timescale }),
    ...(comments === '' ? {} : { comments }),
  };
}

function ownerOf({ owner }: PlanDetails): PersonId[] {
  return owner === undefined ? [] : [owner];
}

function knownIn(book: Book, { owner }: PlanDetails): KnownOwner {
  const found = owner === undefined ? undefined : book.person(owner);
  return found && personAsKnown(found, BY_NOW);
}
