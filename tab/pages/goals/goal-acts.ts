import type { Act } from '../../../bot/contract/acts.ts';
import type { Goal, GoalOutcome } from '../../../bot/contract/goals.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { batches } from '../../parts/batches.ts';
import { shell } from '../../words.ts';
import { own, team } from '../../words-goals.ts';

type Draft = Omit<Extract<Act, { verb: 'draft-goal' }>['data'], 'organisation' | 'tap'>;

export function draftRequest(draft: Draft, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'draft-goal', data: { organisation, ...draft } }],
    done: () => ({ text: draft.agree ? own.told.sent : own.told.saved }),
  };
}

/** One's own agreement: where the manager has agreed this text, it is both's. */
export function ownAgreeRequest(goal: Goal, organisation: string): ActRequest {
  const text = goal.agreedByManager === undefined ? own.told.sent : own.told.agreed;
  return agreeRequest([goal], organisation, () => text);
}

/** A manager's agreement: of several at once. */
export function agreeRequest(
  goals: readonly Goal[],
  organisation: string,
  told = team.told.agreed,
): ActRequest {
  const mine = byId(goals, ({ textId }) => textId);
  return {
    acts: batches([...mine.keys()]).map((texts) => ({
      verb: 'agree-goal',
      data: { organisation, texts },
    })),
    done: (subjects) => ({
      text: told(subjects.length, nameIn(mine, subjects)),
      undo: undoOf(subjects.map(withoutEnd), organisation),
    }),
    ...(goals.length > 1 && { nameOf: (subject: string) => nameIn(mine, [subject]) }),
  };
}

export function confirmRequest(goals: readonly Goal[], organisation: string): ActRequest {
  const mine = byId(goals, ({ id, proposed = 'achieved' }) => `${id}~${proposed}`);
  return {
    acts: batches([...mine.keys()]).map((proposals) => ({
      verb: 'confirm-goal',
      data: { organisation, proposals },
    })),
    done: (subjects) => ({
      text: team.told.confirmed(subjects.length, nameIn(mine, subjects)),
      undo: undoOf(subjects.map(withoutEnd), organisation),
    }),
    ...(goals.length > 1 && { nameOf: (subject: string) => nameIn(mine, [subject]) }),
  };
}

type OfOne = 'pause-goal' | 'resume-goal' | 'undo-goal';

export function oneRequest(
  verb: OfOne,
  goal: Goal,
  organisation: string,
  text: string,
): ActRequest {
  const undo = verb === 'undo-goal' ? {} : { undo: undoOf([goal.id], organisation) };
  return {
    acts: [{ verb, data: { organisation, goal: goal.id } }],
    done: () => ({ text, ...undo }),
  };
}

export function writeRequest(
  verb: 'note-goal' | 'comment-goal',
  goal: Goal,
  text: string,
  organisation: string,
): ActRequest {
  const told = verb === 'note-goal' ? own.told.noted : own.told.commented;
  return {
    acts: [{ verb, data: { organisation, goal: goal.id, text } }],
    done: () => ({ text: told, undo: undoOf([goal.id], organisation) }),
  };
}

export function outcomeRequest(
  verb: 'propose-goal' | 'answer-goal',
  goal: Goal,
  outcome: GoalOutcome,
  organisation: string,
): ActRequest {
  const { name } = goal.leader;
  const told =
    verb === 'propose-goal'
      ? own.told[outcome === goal.answer ? 'concluded' : 'proposed']
      : outcome === goal.proposed
        ? team.told.confirmed(1, name)
        : team.told.answered(name);
  return {
    acts: [{ verb, data: { organisation, goal: goal.id, outcome } }],
    done: () => ({ text: told, undo: undoOf([goal.id], organisation) }),
  };
}

export function shareRequest(
  verb: 'share-goal' | 'unshare-goal',
  goal: Goal,
  other: string,
  organisation: string,
): ActRequest {
  const told = verb === 'share-goal' ? own.told.shared : own.told.unshared;
  return {
    acts: [{ verb, data: { organisation, goal: goal.id, with: other } }],
    done: () => ({ text: told }),
  };
}

function undoOf(goals: readonly string[], organisation: string) {
  return {
    label: shell.undo,
    request: {
      acts: goals.map((goal): Act => ({ verb: 'undo-goal', data: { organisation, goal } })),
      done: () => ({ text: own.told.undone }),
    },
  };
}

function byId(goals: readonly Goal[], idOf: (goal: Goal) => string): ReadonlyMap<string, Goal> {
  return new Map(goals.map((goal) => [idOf(goal), goal]));
}

function nameIn(goals: ReadonlyMap<string, Goal>, [subject = '']: readonly string[]): string {
  return goals.get(subject)?.leader.name ?? '';
}

/** A text's or a proposal's id without what it says of the goal. */
function withoutEnd(id: string): string {
  return id.slice(0, id.lastIndexOf('~'));
}
