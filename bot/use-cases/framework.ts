import framework from '../domain/framework.json' with { type: 'json' };

interface Line {
  readonly id: string;
  readonly keyDriver: string;
  readonly directDeliverable: string;
  readonly supportingActions: readonly { readonly id: string; readonly text: string }[];
}

const lines = framework.levels.flatMap((level): Line[] => level.items);

/** A line of the framework, its words as the framework has them. */
export function frameworkLine(id: string): Line {
  const line = lines.find((known) => known.id === id);
  if (line === undefined) throw new Error(`the framework has no line ${id}`);
  return line;
}

/** A supporting action's words: it is never called a deliverable. */
export function supportingAction(id: string): string {
  const action = lines
    .flatMap(({ supportingActions }) => supportingActions)
    .find((known) => known.id === id);
  if (action === undefined) throw new Error(`the framework has no supporting action ${id}`);
  return action.text;
}
