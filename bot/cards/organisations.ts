import type { Me } from '../contract/views.ts';
import type { Viewer } from './card.ts';
import template from './organisations.json' with { type: 'json' };
import { compile, render, type Card, type CardData } from './render.ts';

const fill = compile(template);
/** A card has six buttons at most. */
const MOST = 6;

/** Which organisation they are in, with a button for each of their others. */
export function organisationsCard(
  viewer: Viewer,
  [current, ...others]: readonly Pick<Me['organisation'], 'code' | 'name'>[],
): Card {
  const switches = others.slice(0, MOST).map(({ code, name }) => {
    return { name, data: { organisation: code } };
  });
  return render(
    fill,
    { current: current?.name ?? '', several: others.length > 0, switches },
    viewer,
  );
}

/** The card with the organisation's name above it; with `hint`, how to change to another. */
export function ofOrganisation(card: Card, name: string, { hint }: { hint: boolean }): Card {
  const text = hint ? `${name}. Say “switch” for another organisation.` : name;
  // Shown as it stands: a TextRun knows no Markdown.
  const line = {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, size: 'small', isSubtle: true }],
  };
  const { speak } = card;
  return {
    ...card,
    body: [line, ...listOf(card['body'])],
    ...(typeof speak === 'string' ? { speak: `${name}. ${speak}` } : {}),
  };
}

function listOf(data: CardData | undefined): readonly CardData[] {
  return Array.isArray(data) ? data : [];
}
