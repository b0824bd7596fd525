import type { Outcome } from '../../contract/acts.ts';
import type { PersonId } from '../../domain/facts.ts';
import { noteId, textId, versionOf, type Goal } from '../../domain/goals/goal.ts';
import { judgeDraft, type GoalContext, type GoalVerdict } from '../../domain/goals/judge-goal.ts';
import { managerOn } from '../../domain/goals/managed.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Book, Caller, Subject } from '../ports.ts';
import { goalId, type NamedGoal } from './ids.ts';

type Told = ActOutcome & { readonly redraw?: readonly Subject[] };

export interface GoalMoving {
  readonly act: string;
  readonly tap?: string | undefined;
  /** What somebody wrote with it. */
  readonly text?: string;
  /** Who else it concerns. */
  readonly with?: PersonId;
  judge(goal: Goal | undefined, context: GoalContext): GoalVerdict;
}

/** One move of one goal: decided on the leader's facts and the actor's own, with one ledger entry. */
export async function moveGoal(
  house: House,
  caller: Caller,
  subject: string,
  named: NamedGoal | undefined,
  moving: GoalMoving,
): Promise<ActOutcome> {
  if (named === undefined) return { subject, outcome: noSuchGoal };
  const told = await house.records.commit<Told>(caller.organisation, {
    reads: [named.person, caller.person],
    decide(book) {
      const context = goalContext(house, caller, book, named.person, moving.tap);
      // Told like somebody else's goal: whether there is such a person is nobody's to find out.
      if (context === undefined) return { subject, outcome: refusedFor(moving) };
      const goal = context.leader.goals.find(({ id }) => id === named.goal);
      const verdict = moving.judge(goal, context);
      if (verdict.kind === 'done') {
        const index = verdict.goal.moves.length - 1;
        if (moving.text !== undefined) {
          const id = noteId(verdict.goal, index);
          book.putOwn('words', named.person, { id, text: moving.text, at: book.now });
        }
        enter(book, caller, moving, verdict.goal);
      }
      return { subject, outcome: outcomeOf(verdict), redraw: cardsOf(context) };
    },
  });
  return redrawn(house, caller, told);
}

/** A new text: its words are kept apart, under the goal and the version. */
export async function draftGoal(
  house: House,
  caller: Caller,
  asked: {
    text: string;
    year?: string | undefined;
    due?: string | undefined;
    was?: number | undefined;
    agree?: boolean | undefined;
    tap?: string | undefined;
  },
): Promise<ActOutcome[]> {
  // A version's words never change, so what was read before the move still holds in it.
  const read = await house.records.person(caller.organisation, caller.person);
  const said = new Map(read?.person.words?.map(({ id, text }) => [id, text]));
  const told = await house.records.commit<Told>(caller.organisation, {
    reads: [caller.person],
    decide(book) {
      const context = goalContext(house, caller, book, caller.person, asked.tap);
      if (context === undefined) return { subject: caller.person, outcome: noSuchGoal };
      const verdict = judgeDraft(
        {
          ...(asked.year === undefined ? {} : { year: asked.year as PlainDate }),
          ...(asked.due === undefined ? {} : { due: asked.due as PlainDate }),
          ...(asked.was === undefined ? {} : { was: asked.was }),
          agree: asked.agree === true,
          isTextOf: (goal) => said.get(textId(goal, versionOf(goal.moves))) === asked.text,
        },
        context,
      );
      if (verdict.kind === 'refused') {
        return { subject: caller.person, outcome: outcomeOf(verdict) };
      }
      if (verdict.kind === 'done') {
        const id = textId(verdict.goal, versionOf(verdict.goal.moves));
        if (!said.has(id)) {
          book.putOwn('words', caller.person, { id, text: asked.text, at: book.now });
        }
        enter(book, caller, { act: 'draft-goal' }, verdict.goal);
      }
      const subject = goalId(verdict.goal);
      return { subject, outcome: outcomeOf(verdict), redraw: cardsOf(context) };
    },
  });
  return [redrawn(house, caller, told)];
}

function enter(
  book: Book,
  caller: Caller,
  { act, with: other }: Pick<GoalMoving, 'act' | 'with'>,
  goal: Goal,
): void {
  const { person, id } = goal;
  book.putOwn('goal', person, goal);
  const about = { person, goal: id, ...(other === undefined ? {} : { with: other }) };
  book.enter({ act, by: caller.person, about });
}

export function goalContext(
  house: House,
  caller: Caller,
  book: Book,
  person: PersonId,
  tap: string | undefined,
): GoalContext | undefined {
  const leader = book.person(person);
  if (leader === undefined) return undefined;
  const actorFacts = book.person(caller.person);
  return { ...contextOf(house, caller, book, tap), leader, actorFacts };
}

/** The leader's cards and their manager's. */
function cardsOf({ leader, frame, now }: GoalContext): Subject[] {
  const managed = managerOn(leader, frame, londonDate(now), () => true);
  const own: Subject = `person|${leader.id}`;
  return managed.kind === 'managed' ? [own, `person|${managed.manager}`] : [own];
}

function redrawn(
  house: House,
  caller: Caller,
  { subject, outcome, redraw = [] }: Told,
): ActOutcome {
  if (outcome.kind === 'done') house.changed(caller.organisation, redraw);
  return { subject, outcome };
}

function outcomeOf(verdict: GoalVerdict): Outcome {
  return verdict.kind === 'refused'
    ? { kind: 'refused', because: verdict.because }
    : { kind: verdict.kind };
}

const noSuchGoal: Outcome = { kind: 'refused', because: 'no-such-goal' };
const refusedFor = ({ with: other }: GoalMoving): Outcome => ({
  kind: 'refused',
  because: other === undefined ? 'not-their-manager' : 'not-yours',
});
