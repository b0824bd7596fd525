import * as z from 'zod';
import { paramsSchema, viewSchema, type Params, type View } from '../cards/views.ts';
import { actSchema, type Act } from '../contract/acts.ts';
import { checked } from '../contract/checked.ts';
import { Refusal } from './refusal.ts';

/** What a button, or Teams' refresh of a card, asks for. */
export type Press =
  | {
      kind: 'act';
      act: Act;
      /** The view to go back to, where the act doesn't lead to one of its own. */
      back: View | undefined;
      /** The reminders on the card that was pressed. */
      nudges: string | undefined;
      /** The meeting that the card is about, to go back to. */
      meeting?: string | undefined;
      /** What its answer says beside what was done. */
      why?: 'alone' | undefined;
      asked: Asked;
    }
  | { kind: 'show'; organisation: string | undefined; view: View; params: Params; asked: Asked };

/** As it came: what a "try again" asks for once more. */
export interface Asked {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const dataSchema = z.record(z.string(), z.unknown());
const executeSchema = z.object({
  action: z.object({
    verb: z.string().min(1).max(100),
    data: dataSchema.nullish().transform((data) => data ?? {}),
  }),
  trigger: z.enum(['manual', 'automatic']).optional(),
});
const submitSchema = z.looseObject({ verb: z.string().min(1).max(100) });
const showSchema = z.object({
  organisation: z.string().max(120).optional(),
  view: viewSchema,
  params: paramsSchema.default({}),
});
/** From now on they are in this organisation. */
const switchSchema = z.object({ organisation: z.string().min(1).max(120) });
const backSchema = z.object({
  back: viewSchema.optional(),
  nudges: paramsSchema.shape.nudges,
  meeting: paramsSchema.shape.meeting,
});

/** An adaptiveCard/action invoke's value: Action.Execute, or a refresh. */
export function readExecute(value: unknown): Press {
  return readPress(askedByExecute(value));
}

export function askedByExecute(value: unknown): Asked {
  const read = checked(executeSchema, value);
  if (!read.success) throw new Refusal(400, 'unreadable-action', fieldOf(read.error));
  return read.data.action;
}

/** A message's value: Action.Submit, which the same button falls back to. */
export function readSubmit(value: unknown): Press {
  return readPress(askedBySubmit(value));
}

export function askedBySubmit(value: unknown): Asked {
  const read = checked(submitSchema, value);
  if (!read.success) throw new Refusal(400, 'unreadable-action', fieldOf(read.error));
  const { verb, ...data } = read.data;
  return { verb, data };
}

function readPress(asked: Asked): Press {
  const { verb, data } = asked;
  if (verb === 'show' || verb === 'refresh') {
    const read = checked(showSchema, data);
    if (!read.success) throw new Refusal(400, 'unreadable-data', fieldOf(read.error));
    return { kind: 'show', organisation: undefined, ...read.data, asked };
  }
  if (verb === 'switch') {
    const read = checked(switchSchema, data);
    if (!read.success) throw new Refusal(400, 'unreadable-data', fieldOf(read.error));
    return { kind: 'show', ...read.data, view: 'organisations', params: {}, asked };
  }
  // A card's inputs need ids of their own, and the query beside it has a reason already.
  const { why, ...rest } = data;
  const act = checked(actSchema, {
    verb,
    data: why === undefined ? data : { ...rest, reason: why },
  });
  const back = checked(backSchema, data);
  if (!act.success) throw new Refusal(400, 'unreadable-act', fieldOf(act.error));
  if (!back.success) throw new Refusal(400, 'unreadable-act', fieldOf(back.error));
  const { back: view, ...on } = back.data;
  return { kind: 'act', act: act.data, back: view, nudges: on.nudges, meeting: on.meeting, asked };
}

interface Faulty {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}

function fieldOf({ issues }: Faulty): string {
  return issues[0]?.path.map(String).join('.') || 'value';
}
