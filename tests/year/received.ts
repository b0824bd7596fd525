import * as z from 'zod';

/** One message as the connector took it. */
export interface Received {
  /** By the practice clock. */
  readonly at: string;
  /** The work address of whose chat it is. */
  readonly to: string;
  /** Nobody had just said anything: the bot spoke by itself. */
  readonly unprompted: boolean;
  /** What a locked phone shows. */
  readonly summary: string | undefined;
  /** Which reminders its card shows, as `kind:about`. */
  readonly nudges: readonly string[];
  /** Every text of the card, in the order in which it is read. */
  readonly texts: readonly string[];
  /** What is read aloud of it, and what stands where no cards are shown. */
  readonly aside: readonly string[];
  readonly buttons: readonly Button[];
}

export interface Button {
  readonly verb: string;
  readonly data: unknown;
}

const activitySchema = z.looseObject({
  summary: z.string().optional(),
  text: z.string().optional(),
  attachments: z.array(z.object({ content: z.looseObject({}) })).default([]),
});
const nudgesSchema = z.object({
  refresh: z.object({
    action: z.object({ data: z.object({ params: z.object({ nudges: z.string() }) }) }),
  }),
});
const asideSchema = z.object({ speak: z.string().default(''), fallbackText: z.string() });
const textSchema = z.object({ type: z.enum(['TextBlock', 'TextRun']), text: z.string() });
const buttonSchema = z.object({
  type: z.literal('Action.Execute'),
  verb: z.string(),
  data: z.unknown(),
});

export function asReceived(activity: unknown) {
  const { summary, attachments } = activitySchema.parse(activity);
  const texts: string[] = [];
  const buttons: Button[] = [];
  const nudges: string[] = [];
  const aside: string[] = [];
  for (const { content } of attachments) {
    nudges.push(
      ...(nudgesSchema.safeParse(content).data?.refresh.action.data.params.nudges ?? '')
        .split(' ')
        .filter(Boolean),
    );
    const read = asideSchema.safeParse(content).data;
    aside.push(...(read === undefined ? [] : [read.speak, read.fallbackText]));
    const { refresh: _, ...shown } = content;
    walk(shown, (part) => {
      const text = textSchema.safeParse(part).data?.text;
      if (text !== undefined) texts.push(text);
      const button = buttonSchema.safeParse(part).data;
      if (button !== undefined) buttons.push({ verb: button.verb, data: button.data });
    });
  }
  return { summary, nudges, texts, aside, buttons };
}

function walk(part: unknown, visit: (part: unknown) => void): void {
  if (typeof part !== 'object' || part === null) return;
  visit(part);
  for (const within of Object.values(part)) walk(within, visit);
}

export function kindOf(nudge: string): string {
  return nudge.split(':')[0] ?? nudge;
}

export function aboutOf(nudge: string): string {
  return nudge.slice(nudge.indexOf(':') + 1);
}
