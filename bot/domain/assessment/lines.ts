import framework from '../framework.json' with { type: 'json' };

export const levels = ['bronze', 'silver', 'gold', 'regular-review'] as const;
export type Level = (typeof levels)[number];

/** One line that the organisation assesses: a direct deliverable or a supporting action. */
export interface FrameworkLine {
  readonly code: string;
  readonly level: Level;
  /** False for a supporting action: it is never called a deliverable. */
  readonly deliverable: boolean;
  /** The deliverable that it belongs to: its own code for a deliverable. */
  readonly of: string;
  readonly keyDriver: string;
  /** The framework's words, verbatim. */
  readonly words: string;
  /** The checklist's, where they differ. */
  readonly checklist?: string;
}

/** All seventeen lines in the framework's order, each before its supporting actions. */
export const frameworkLines: readonly FrameworkLine[] = levels.flatMap((level) =>
  itemsOf(level).flatMap(({ id, keyDriver, directDeliverable, supportingActions, ...listed }) => {
    const beside = { level, of: id, keyDriver };
    const { checklistText, checklistIdentical = true } = listed;
    return [
      {
        ...{ ...beside, code: id, deliverable: true, words: directDeliverable },
        ...(checklistIdentical || checklistText === null ? {} : { checklist: checklistText }),
      },
      ...supportingActions.map(({ id: code, text: words }) => {
        return { ...beside, code, deliverable: false, words };
      }),
    ];
  }),
);

interface Item {
  readonly id: string;
  readonly keyDriver: string;
  readonly directDeliverable: string;
  readonly supportingActions: readonly { readonly id: string; readonly text: string }[];
  readonly checklistText: string | null;
  readonly checklistIdentical?: boolean;
}

function itemsOf(level: Level): readonly Item[] {
  return framework.levels.find((each) => each.level === level)?.items ?? [];
}

const codes = new Set(frameworkLines.map(({ code }) => code));

export function isLine(code: string): boolean {
  return codes.has(code);
}

/** Lines that the app measures by itself: the figure stands, whatever anybody says. */
const measured = new Set(['S1', 'S2', 'S3', 'S3.b', 'S4', 'S4.a', 'S5']);

export function isMeasured(code: string): boolean {
  return measured.has(code);
}
