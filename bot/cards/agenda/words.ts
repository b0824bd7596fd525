import type { Act, Refusal } from '../../contract/acts.ts';
import type { Agenda } from '../../contract/agenda.ts';
import { cutText } from '../../domain/cut-text.ts';
import { mostCharacters } from '../../domain/agenda/item-words.ts';
import type { Viewer } from '../card.ts';
import { refusalText } from '../refusals.ts';
import { compile, render, type Card, type CardData, type CardObject } from '../render.ts';
import noteTemplate from './note.json' with { type: 'json' };
import wordsTemplate from './words.json' with { type: 'json' };

const wordsFill = compile(wordsTemplate);
const noteFill = compile(noteTemplate);

// Rendering makes one line of a text: in an input its lines stay as they were typed.
const newLine = '\uE002';

type Named = Agenda['raises'];

/** What somebody has typed so far, or a message's words, to be raised with the board. */
export interface Draft {
  readonly network?: string | undefined;
  readonly title: string;
  readonly text: string;
  /** Why it was not raised yet. */
  readonly because?: Refusal | undefined;
  /** The message was longer than an item may be. */
  readonly shortened?: boolean;
}

const blank: Draft = { title: '', text: '' };
const RAISE = 'Raise with the board';

/** A title and a few words; in Teams' dialog its button sends them to the dialog's own answer. */
export function raiseCard(
  viewer: Viewer,
  networks: Named,
  draft: Draft = blank,
  dialog?: { tap: string },
): Card {
  const { organisation } = viewer;
  const [only, ...others] = networks;
  const network = networks.find(({ id }) => id === draft.network) ?? only;
  const data = {
    heading: RAISE,
    note: noteOf(draft),
    fault: draft.because !== undefined,
    networks: networks.map(({ id, name }) => ({ id, name })),
    ...{ titled: true, title: draft.title, field: 'text', text: draft.text },
    label: 'What should the board know, and what do you ask of it?',
    most: mostCharacters.text,
    warned: draft.because === 'nhs-number',
    button: dialog === undefined ? 'Raise it' : RAISE,
    dialog: dialog !== undefined,
    verb: 'raise-item',
    data: {
      organisation,
      ...(others.length === 0 ? { network: network?.id ?? '' } : {}),
      ...dialog,
    },
  };
  return filled(viewer, data);
}

function noteOf({ because, shortened = false }: Draft): string {
  if (because !== undefined) {
    const { say, next } = refusalText(because);
    return `${say} ${next}`;
  }
  return shortened
    ? 'The message is longer than an item may be, so only its beginning is here.'
    : 'The board secretary sees it at once. You can change it until they take it on.';
}

/** The words that an act came with, kept for another try. */
export function againCard(viewer: Viewer, act: Act, because: Refusal): Card | undefined {
  const fielded = fieldOf(act);
  if (fielded === undefined) return undefined;
  const { field, label, text, most } = fielded;
  const { [field]: _, tap: __, confirmNumber: ___, ...rest } = asCardData(act.data);
  const { say, next } = refusalText(because);
  const data = {
    heading: 'Nothing was changed yet',
    note: `${say} ${next}`,
    fault: true,
    ...{ networks: [], titled: false, title: '', dialog: false },
    ...{ field, label, text, most, warned: because === 'nhs-number', button: 'Send' },
    verb: act.verb,
    data: { ...rest, organisation: viewer.organisation },
  };
  return filled(viewer, data);
}

function fieldOf(act: Act) {
  switch (act.verb) {
    case 'feed-back':
      return {
        field: 'text',
        label: 'What shall the network hear?',
        text: act.data.text,
        most: mostCharacters.text,
      };
    case 'decline-item':
      return {
        field: 'reason',
        label: 'Why?',
        text: act.data.reason,
        most: mostCharacters.reason,
      };
    case 'discuss-item':
      return {
        field: 'minute',
        label: 'What does the minute say?',
        text: act.data.minute,
        most: mostCharacters.minute,
      };
    default:
      return undefined;
  }
}

/** A heading and a sentence: what became of it. */
export function noteCard(viewer: Viewer, heading: string, text: string): Card {
  return render(noteFill, { heading, text }, viewer);
}

function filled(viewer: Viewer, data: CardObject & { text: string; most: number }): Card {
  const text = cutText(data.text, data.most).replaceAll(/\r?\n/g, newLine);
  return withLines(render(wordsFill, { ...data, text }, viewer));
}

function withLines(card: Card): Card {
  const inputs = card['body'];
  if (!Array.isArray(inputs)) return card;
  const body = inputs.map((input: CardObject) => {
    const value = input['value'];
    return typeof value === 'string' ? { ...input, value: value.replaceAll(newLine, '\n') } : input;
  });
  return { ...card, body };
}

function asCardData(data: Act['data']): Record<string, CardData> {
  const known = Object.entries(data).filter((entry): entry is [string, string | number] => {
    return typeof entry[1] === 'string' || typeof entry[1] === 'number';
  });
  return Object.fromEntries(known);
}
