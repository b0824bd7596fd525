import type { ActContext } from '../../domain/act-context.ts';
import type { People } from '../../contract/people.ts';
import type { OwnPlan, Plan, PlanLine as LineView } from '../../contract/plan.ts';
import framework from '../../domain/framework.json' with { type: 'json' };
import type { PersonId } from '../../domain/facts.ts';
import { BY_NOW, personAsKnown, thingsAsKnown } from '../../domain/known.ts';
import { mayCarry } from '../../domain/plan/judge-plan.ts';
import type { PlanLine } from '../../domain/plan/plan-line.ts';
import { inOrder } from '../../domain/plan/plan-rows.ts';
import { planState } from '../../domain/plan/plan-state.ts';
import { withoutPlan } from '../../domain/plan/plan-targets.ts';
import { mayKeep, seesLine } from '../../domain/plan/plan-verdict.ts';
import { may } from '../../domain/permissions.ts';
import { londonDate } from '../../domain/time.ts';
import { thingKinds, type Things } from '../../domain/things.ts';
import { assessmentOf, developmentAreas } from '../assessment/assessment-of.ts';
import { contextOf, type House } from '../context.ts';
import type { Shown } from '../doors.ts';
import { nameOf } from '../names.ts';
import { notYours } from '../not-yours.ts';
import type { Caller } from '../ports.ts';
import { lineView, namedIn } from './line-view.ts';

/** The whole action plan, with what its keeper needs to add to it. */
export async function plan(house: House, caller: Caller): Promise<Shown<Plan>> {
  const { things, context } = await read(house, caller);
  const on = londonDate(context.now);
  const who = { person: caller.person, roles: context.frame.roles, on };
  if (!may('see-plan', who)) {
    return notYours('see-plan');
  }
  const lines = inOrder(things['plan-line']);
  return {
    kind: 'shown',
    view: {
      on,
      columns: framework.actionPlanColumns,
      lines: await viewsOf(house, caller, lines, context),
      networks: networksOf(context),
      ...(mayKeep(context)
        ? { without: withoutPlan(things, await areasOf(house, caller, context)) }
        : {}),
    },
  };
}

/** Lines that the self-assessment calls a development area, those that Silver measures among them. */
async function areasOf(
  house: House,
  { organisation }: Caller,
  { frame, now }: ActContext,
): Promise<ReadonlySet<string>> {
  const [{ people }, things] = await Promise.all([
    house.records.people(organisation),
    house.records.things(organisation, thingKinds),
  ]);
  const lines = assessmentOf({
    people: people.map((person) => personAsKnown(person, BY_NOW)),
    frame,
    things: thingsAsKnown(things, BY_NOW),
    on: londonDate(now),
  });
  return new Set(developmentAreas(lines).map(({ code }) => code));
}

/** Somebody's own lines, and those that name a network which they chair or deputise for. */
export async function ownPlan(house: House, caller: Caller): Promise<OwnPlan> {
  const { things, context } = await read(house, caller);
  const on = londonDate(context.now);
  const who = { person: caller.person, roles: context.frame.roles, on };
  const lines = inOrder(things['plan-line']);
  const mine = lines.filter((line) => planState(line).details.owner === caller.person);
  const ours = lines.filter((line) => {
    const network = planState(line).involvement?.network;
    return network !== undefined && may('confirm-involvement', who, { network });
  });
  const both = await viewsOf(house, caller, [...new Set([...mine, ...ours])], context);
  const views = (of: readonly PlanLine[]): LineView[] => {
    const ids = new Set(of.map(({ id }) => id));
    return both.filter(({ id }) => ids.has(id));
  };
  return {
    on,
    lines: views(mine).toSorted(byWhatComesFirst),
    involvements: views(ours).toSorted((a, b) => Number(waits(b)) - Number(waits(a))),
    networks: networksOf(context),
  };
}

/** Who can carry a line: leaders, directors, and whoever holds a role of the organisation's. */
export async function planPeople(house: House, caller: Caller): Promise<Shown<People>> {
  const { people, frame: recorded } = await house.records.people(caller.organisation);
  const context = contextOf(house, caller, { now: house.clock.now(), frame: recorded });
  if (!mayKeep(context)) {
    return notYours('keep-plan');
  }
  const { frame, now } = context;
  const carriers = people
    .map((person) => personAsKnown(person, BY_NOW))
    .filter((person) => mayCarry(person, londonDate(now), frame))
    .toSorted((a, b) => byName.compare(a.familyName, b.familyName));
  return {
    kind: 'shown',
    view: { people: carriers.map((person) => ({ id: person.id, name: nameOf(person) })) },
  };
}

const byName = new Intl.Collator('en-GB');

/** One line, to whoever may see it; nothing to anybody else. */
export async function planLine(
  house: House,
  caller: Caller,
  id: string,
): Promise<LineView | undefined> {
  const { things, context } = await read(house, caller);
  const line = things['plan-line'].find((known) => known.id === id);
  if (line === undefined || !seesLine(line, context)) return undefined;
  const [view] = await viewsOf(house, caller, [line], context);
  return view;
}

async function read(
  house: House,
  caller: Caller,
): Promise<{ things: Pick<Things, 'plan-line'>; context: ActContext }> {
  const [frame, things] = await Promise.all([
    house.records.frame(caller.organisation),
    house.records.things(caller.organisation, ['plan-line']),
  ]);
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  return { things: thingsAsKnown(things, BY_NOW), context };
}

async function viewsOf(
  house: House,
  { organisation }: Caller,
  lines: readonly PlanLine[],
  context: ActContext,
): Promise<LineView[]> {
  const ids = [...new Set(lines.flatMap(namedIn))];
  const { people } = await house.records.some(organisation, ids);
  const names = new Map<PersonId, string>(people.map((person) => [person.id, nameOf(person)]));
  return lines.flatMap((line) => lineView(line, names, context));
}

function networksOf({ frame }: ActContext): { id: string; name: string }[] {
  return frame.networks.map(({ id, name }) => ({ id, name }));
}

/** What is done last; the rest by target date. */
function byWhatComesFirst(a: LineView, b: LineView): number {
  const isDone = ({ state }: LineView): number => Number(state === 'done');
  return isDone(a) - isDone(b) || a.target.localeCompare(b.target);
}

function waits({ involvement, may: acts }: LineView): boolean {
  return involvement?.state === 'waiting' && acts.includes('confirm');
}
