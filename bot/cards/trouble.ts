import type { Refusal } from '../contract/acts.ts';
import { show, type Viewer } from './card.ts';
import doneTemplate from './done.json' with { type: 'json' };
import slowDownTemplate from './slow-down.json' with { type: 'json' };
import refusedTemplate from './refused.json' with { type: 'json' };
import { refusalText } from './refusals.ts';
import { compile, render, type Card, type CardData } from './render.ts';
import tryAgainTemplate from './try-again.json' with { type: 'json' };
import type { Params, View } from './views.ts';

const refused = compile(refusedTemplate);
const tryAgain = compile(tryAgainTemplate);
const done = compile(doneTemplate);
const slow = compile(slowDownTemplate);

/** A refusal, kindly: of an act, with the way back, or of a mere question. */
export function refusedCard(
  viewer: Viewer,
  because: Refusal,
  back?: View,
  params: Params = {},
): Card {
  const data = {
    ...refusalText(because),
    hasBack: back !== undefined,
    back: back === undefined ? {} : show(viewer, back, params),
    help: show(viewer, 'help'),
  };
  return render(refused, { ...data }, viewer);
}

/** A fault of ours; the button asks for the same thing once more. */
export function tryAgainCard(viewer: Viewer, again?: { verb: string; data: CardData }): Card {
  return render(tryAgain, { verb: again?.verb ?? '', data: again?.data ?? {} }, viewer);
}

/** What a fault looks like: to try again helps against every one but what a newer version wrote. */
export function faultCard(
  viewer: Viewer,
  fault: unknown,
  again?: { verb: string; data: CardData },
): Card {
  return isOfNewer(fault) ? refusedCard(viewer, 'newer-version') : tryAgainCard(viewer, again);
}

/** A newer version of the app wrote what had to be read. */
export function isOfNewer(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'newer-version';
}

/** What was asked has happened, though what came of it can't be read just now. */
export function doneCard(viewer: Viewer, view: View, params: Params): Card {
  return render(done, { back: show(viewer, view, params) }, viewer);
}

/** What somebody reads who asks for more at once than one person does. */
export const slowDownText =
  'That was a lot at once, so this was not done. Please wait a few seconds and try again.';

export function slowDownCard(viewer: Viewer): Card {
  return render(slow, { text: slowDownText }, viewer);
}
