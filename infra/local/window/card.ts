import type * as Renderer from 'adaptivecards';
import { hostConfig, type Theme } from './card-look.ts';
import { make } from './element.ts';
import { markdownToHtml } from './markdown.ts';

// The official renderer comes as a script of its own and leaves one global name.
declare const AdaptiveCards: typeof Renderer;

/** What somebody did with a card's button. */
export type Press =
  | { kind: 'execute'; verb: string; data: unknown }
  | { kind: 'submit'; data: unknown }
  | { kind: 'open'; url: string };

/** What a card asks to have fetched anew whenever it is looked at. */
export interface Refresh {
  readonly verb: string;
  readonly data: unknown;
}

let prepared = false;
function prepare(): void {
  if (prepared) return;
  prepared = true;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownToHtml(text);
    result.didProcess = true;
  };
}

/** Draws a card as Teams would; `pressed` hears of its buttons, inputs merged into their data. */
export function drawCard(
  content: unknown,
  theme: Theme,
  pressed: (press: Press) => void,
): HTMLElement {
  prepare();
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig(theme));
  card.onExecuteAction = (action) => {
    const press = pressOf(action);
    if (press !== undefined) pressed(press);
  };
  card.onAnchorClicked = (_, anchor) => {
    pressed({ kind: 'open', url: anchor.href });
    return true;
  };
  card.onInlineCardExpanded = (action, isExpanded) => {
    if (isExpanded) action.card.renderedElement?.scrollIntoView({ block: 'nearest' });
  };
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.parse(content, context);
  for (const { message } of eventsOf(context)) console.warn(`The renderer says: ${message}`);
  const drawn = card.render();
  return make('div', 'card', drawn ?? 'This card could not be drawn.');
}

function eventsOf(context: Renderer.SerializationContext): Renderer.IValidationEvent[] {
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
}

function pressOf(action: Renderer.Action): Press | undefined {
  if (action instanceof AdaptiveCards.ExecuteAction) {
    return { kind: 'execute', verb: action.verb ?? '', data: action.data ?? {} };
  }
  if (action instanceof AdaptiveCards.SubmitAction) {
    return { kind: 'submit', data: action.data ?? {} };
  }
  if (action instanceof AdaptiveCards.OpenUrlAction) {
    return { kind: 'open', url: action.url ?? '' };
  }
  return undefined;
}

/** The card's refresh, where Teams would run it for this person by itself. */
export function refreshOf(content: unknown, teamsId: string): Refresh | undefined {
  const refresh = field(content, 'refresh');
  const users = field(refresh, 'userIds');
  if (Array.isArray(users) && !users.includes(teamsId)) return undefined;
  const action = field(refresh, 'action');
  const verb = field(action, 'verb');
  return typeof verb === 'string' ? { verb, data: field(action, 'data') ?? {} } : undefined;
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
