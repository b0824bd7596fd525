import type { Refusal } from '../contract/acts.ts';
import { show, type Viewer } from './card.ts';
import refusedTemplate from './refused.json' with { type: 'json' };
import { refusalText } from './refusals.ts';
import { compile, render, type Card, type CardData } from './render.ts';
import tryAgainTemplate from './try-again.json' with { type: 'json' };
import type { View } from './views.ts';

const refused = compile(refusedTemplate);
const tryAgain = compile(tryAgainTemplate);

/** A refusal, kindly: what happened, and what to do instead. */
export function refusedCard(viewer: Viewer, because: Refusal, back?: View): Card {
  const data = {
    ...refusalText(because),
    hasBack: back !== undefined,
    back: back === undefined ? {} : show(viewer, back),
    help: show(viewer, 'help'),
  };
  return render(refused, { ...data }, viewer);
}

/** A fault of ours; the button asks for the same thing once more. */
export function tryAgainCard(viewer: Viewer, again?: { verb: string; data: CardData }): Card {
  return render(tryAgain, { verb: again?.verb ?? '', data: again?.data ?? {} }, viewer);
}
