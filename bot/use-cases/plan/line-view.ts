import type { ActContext } from '../../domain/act-context.ts';
import type { PlanLine as LineView } from '../../contract/plan.ts';
import type { NetworkId, PersonId } from '../../domain/facts.ts';
import {
  judgePlanMove,
  judgePlanTakeBack,
  type PlanOnward,
  type PlanSaid,
} from '../../domain/plan/judge-plan-move.ts';
import type { PlanLine } from '../../domain/plan/plan-line.ts';
import { isPlanLineOver, planState, standingPlanMoves } from '../../domain/plan/plan-state.ts';
import { planTarget } from '../../domain/plan/plan-targets.ts';
import { mayKeep } from '../../domain/plan/plan-verdict.ts';
import { londonDate } from '../../domain/time.ts';

/** A line of the plan as everybody who may see it reads it; what it offers is this person's own. */
export function lineView(
  line: PlanLine,
  names: ReadonlyMap<PersonId, string>,
  context: ActContext,
): LineView[] {
  const target = planTarget(line.line);
  const { details, state, progress, involvement } = planState(line);
  // What was taken off the plan is no line of it any more.
  if (target === undefined || state === 'removed') return [];
  const { owner, team = '', timescale, comments } = details;
  return [
    {
      id: line.id,
      framework: { id: target.id, level: target.level, text: target.text },
      action: details.action,
      owner: owner === undefined ? { name: team } : { id: owner, name: names.get(owner) ?? '' },
      ...(timescale === undefined ? {} : { timescale }),
      target: details.target,
      passed: details.target < londonDate(context.now) && !isPlanLineOver(line),
      ...(progress === undefined ? {} : { progress }),
      ...(comments === undefined ? {} : { comments }),
      state,
      ...(involvement === undefined
        ? {}
        : {
            involvement: {
              network: involvement.network,
              networkName: networkName(involvement.network, context),
              text: involvement.text,
              state: involvement.state,
              on: involvement.on,
              asked: involvement.asked,
            },
          }),
      history: historyOf(line, names, context),
      seen: line.moves.length,
      may: mayDoWith(line, context),
    },
  ];
}

/** Everybody whose name a line's view has. */
export function namedIn(line: PlanLine): PersonId[] {
  return line.moves.flatMap(({ by, owner }) => (owner === undefined ? [by] : [by, owner]));
}

function historyOf(
  line: PlanLine,
  names: ReadonlyMap<PersonId, string>,
  context: ActContext,
): LineView['history'] {
  return standingPlanMoves(line).flatMap(({ to, at, by, text, network }) =>
    to === 'taken-back' || to === 'removed'
      ? []
      : [
          {
            step: to,
            on: londonDate(at),
            by: names.get(by) ?? '',
            ...(text === undefined ? {} : { text }),
            ...(network === undefined ? {} : { networkName: networkName(network, context) }),
          },
        ],
  );
}

/** What somebody may do with a line now: asked of the verdicts themselves. */
function mayDoWith(line: PlanLine, context: ActContext): LineView['may'] {
  const { involvement } = planState(line);
  const network = context.frame.networks[0]?.id;
  // Words that nobody has said yet.
  const text = '\u0000';
  const may = (to: PlanOnward, said: PlanSaid = {}): boolean =>
    judgePlanMove(line, to, said, context).kind === 'done';
  const answer = { asked: involvement?.asked };
  const acts: readonly (readonly [LineView['may'][number], boolean])[] = [
    ['edit', mayKeep(context) && !isPlanLineOver(line)],
    ['begin', may('begun')],
    ['progress', may('progress', { text })],
    ['involve', may('involved', { network, text })],
    ['confirm', may('agreed', answer)],
    ['question', may('questioned', answer)],
    ['close', may('done')],
    ['reopen', may('reopened')],
    ['remove', may('removed')],
    ['take-back', judgePlanTakeBack(line, line.moves.length, context).kind === 'done'],
  ];
  return acts.flatMap(([act, allowed]) => (allowed ? [act] : []));
}

function networkName(network: NetworkId, { frame }: ActContext): string {
  return frame.networks.find(({ id }) => id === network)?.name ?? network;
}
