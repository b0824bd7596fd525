import type { NetworkId, PersonId } from '../facts.ts';
import { londonDate, type PlainDate } from '../time.ts';
import type { PlanDetails, PlanLine, PlanMove } from './plan-line.ts';

/** A move that still stands, and its place among all. */
export type StandingPlanMove = PlanMove & { readonly index: number };

/** A network's part in a line: it counts once its chair or deputy has said yes. */
export interface Involvement {
  readonly network: NetworkId;
  readonly text: string;
  readonly by: PersonId;
  readonly on: PlainDate;
  readonly state: 'waiting' | 'agreed' | 'questioned';
  /** Who said yes, or asked to talk first: nobody else changes it. */
  readonly answeredBy?: PersonId;
  /** The move that asked for the yes: another one is another question. */
  readonly asked: number;
}

export interface PlanState {
  readonly details: PlanDetails;
  readonly state: 'open' | 'in-progress' | 'done' | 'removed';
  readonly progress?: { readonly text: string; readonly on: PlainDate };
  readonly involvement?: Involvement;
  /** Since when its target date has stood. */
  readonly targetSince: PlainDate;
}

/** Its moves, oldest first, without those that were taken back. */
export function standingPlanMoves({ moves }: PlanLine): StandingPlanMove[] {
  const standing: StandingPlanMove[] = [];
  for (const [index, move] of moves.entries()) {
    if (move.to !== 'taken-back') standing.push({ ...move, index });
    else if (standing.length > 1) standing.pop();
  }
  return standing;
}

/** Done, or off the plan: nothing more is asked about it. */
export function isPlanLineOver(line: PlanLine): boolean {
  const { state } = planState(line);
  return state === 'done' || state === 'removed';
}

/** What its moves come to. */
export function planState(line: PlanLine): PlanState {
  const [first, ...later] = standingPlanMoves(line);
  let state: PlanState = {
    details: detailsOf(first ?? line.moves[0]),
    state: 'open',
    targetSince: londonDate(line.moves[0].at),
  };
  for (const move of later) state = after(state, move);
  return state;
}

function after(before: PlanState, move: StandingPlanMove): PlanState {
  const on = londonDate(move.at);
  switch (move.to) {
    case 'edited':
      return afterEdit(before, move);
    case 'begun':
    case 'reopened':
      return { ...before, state: 'in-progress' };
    case 'progress':
      return { ...before, state: 'in-progress', progress: { text: move.text ?? '', on } };
    case 'involved': {
      if (move.network === undefined) return before;
      const { network, text = '', by, index } = move;
      return { ...before, involvement: { network, text, by, on, state: 'waiting', asked: index } };
    }
    case 'agreed':
      return answered(before, { state: 'agreed', answeredBy: move.by });
    case 'questioned':
      return answered(before, { state: 'questioned', answeredBy: move.by });
    case 'done':
    case 'removed':
      return { ...before, state: move.to };
    case 'planned':
    case 'taken-back':
      return before;
  }
}

/** A yes is to an action, and from somebody else than its owner: otherwise it is asked for again. */
function afterEdit(before: PlanState, move: StandingPlanMove): PlanState {
  const details = detailsOf(move);
  const { involvement } = before;
  const sameTarget = details.target === before.details.target;
  const targetSince = sameTarget ? before.targetSince : londonDate(move.at);
  const changed = { ...before, details, targetSince };
  if (involvement === undefined) return changed;
  const { answeredBy, ...said } = involvement;
  const stillAYes =
    details.action === before.details.action &&
    (answeredBy === undefined || answeredBy !== details.owner);
  if (involvement.state !== 'agreed' || stillAYes) return changed;
  const on = londonDate(move.at);
  return { ...changed, involvement: { ...said, on, state: 'waiting', asked: move.index } };
}

function answered(before: PlanState, answer: Pick<Involvement, 'state' | 'answeredBy'>): PlanState {
  if (before.involvement === undefined) return before;
  return { ...before, involvement: { ...before.involvement, ...answer } };
}

function detailsOf(move: PlanMove): PlanDetails {
  const { owner, team, timescale, comments } = move;
  return {
    action: move.action ?? '',
    target: move.target ?? londonDate(move.at),
    ...(owner === undefined ? {} : { owner }),
    ...(team === undefined ? {} : { team }),
    ...(timescale === undefined ? {} : { timescale }),
    ...(comments === undefined ? {} : { comments }),
  };
}
