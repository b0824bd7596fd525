import { randomUUID } from 'node:crypto';
// The package's own entry brings in types that don't compile here.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { Viewer } from './card.ts';
import { whyAction } from './why.ts';

/** What a template may be bound to, and what comes out of it. */
export type CardData = string | number | boolean | readonly CardData[] | CardObject;
export interface CardObject {
  readonly [name: string]: CardData;
}

/** An Adaptive Card, ready to be sent. */
export interface Card extends CardObject {
  readonly type: 'AdaptiveCard';
}

/** The redrawing that Teams may ask for whenever somebody looks at the card. */
export interface Refresh {
  readonly view: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Teams refuses cards of more than 28 kB. */
const largest = 28 * 1024;

// Private-use characters: no keyboard and no staff list has them, and they are gone after rendering.
const escaped = '\uE000';
const parted = '\uE001';

/** Where Teams reads Markdown: a TextBlock's text. */
const MARKDOWN = 'text';

export type Fill = (data: CardData) => unknown;

/** Compiles a template. Its first filling costs some 70 ms, later ones a tenth of a millisecond. */
export function compile(template: object): Fill {
  const compiled = new Template(template);
  return (data) => compiled.expand({ $root: data });
}

/**
 * Fills a template. People's own text is shown as text, whatever Markdown it holds; a field that
 * the data lacks is a fault, not a `${name}` for people to read.
 */
export function render(fill: Fill, data: CardData, viewer: Viewer, refresh?: Refresh): Card {
  const body = settle(fill(mark(data)), 'card');
  if (typeof body !== 'object' || isList(body)) throw new Error('a card must be an object');
  const card: Card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    ...body,
    type: 'AdaptiveCard',
    version: '1.5',
    ...(refresh === undefined
      ? {}
      : {
          body: withWhy(body['body'], refresh, viewer),
          refresh: refreshing(refresh, viewer),
        }),
  };
  const size = Buffer.byteLength(JSON.stringify(card));
  if (size > largest) throw new Error(`a card of ${size} bytes is more than Teams takes`);
  return card;
}

/** What the template says; below a reminder also why it came. */
function withWhy(said: CardData | undefined, refresh: Refresh, viewer: Viewer): CardData {
  const own = typeof said === 'object' && isList(said) ? said : [];
  const why = whyAction(refresh, viewer);
  if (why === undefined) return own;
  const link = { type: 'TextRun', text: why['title'] ?? '', selectAction: withFallback(why) };
  return [...own, { type: 'RichTextBlock', spacing: 'small', inlines: [link] }];
}

function refreshing({ view, params }: Refresh, viewer: Viewer): CardObject {
  const data = { organisation: viewer.organisation, view, params };
  return {
    action: { type: 'Action.Execute', verb: 'refresh', data },
    userIds: viewer.user === '' ? [] : [viewer.user],
  };
}

/** Marks what Markdown would read as its own, and keeps `${` from looking like a missing field. */
function mark(data: CardData): CardData {
  if (typeof data === 'string') {
    return data
      .replace(/\s+/g, ' ')
      .replaceAll('${', `$${parted}{`)
      .replace(/[\\*_[\]<>`~]|^[#+-]|^\d+(?=[.)])/g, (found) =>
        /^\d/.test(found) ? `${found}${escaped}` : `${escaped}${found}`,
      );
  }
  if (typeof data !== 'object') return data;
  return isList(data) ? data.map(mark) : mapValues(data, mark);
}

/** Turns marks into Markdown's escapes where Teams reads Markdown, and takes them out elsewhere. */
function settle(value: unknown, at: string, name = ''): CardData {
  if (typeof value === 'string') {
    if (value.includes('${')) throw new Error(`nothing to fill ${value} with, at ${at}`);
    const plain = value.replaceAll(parted, '');
    return plain.replaceAll(escaped, name === MARKDOWN ? '\\' : '');
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((each, index) => settle(each, `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) throw new Error(`nothing to show at ${at}`);
  // A TextRun is shown as it stands, also where a client knows no Markdown: people's own sentences.
  const isRun = 'type' in value && value.type === 'TextRun';
  const settled = mapValues<unknown>({ ...value }, (each, key) =>
    settle(each, `${at}.${key}`, isRun ? '' : key),
  );
  return settled['type'] === 'Action.Execute' ? withFallback(settled) : settled;
}

/** Buttons that change nothing need no telling apart. */
const reading = new Set<CardData>(['show', 'refresh']);

/**
 * Clients that know no Action.Execute send the same verb and data as a message instead. What changes
 * something carries a tap, new each time it is drawn: sent again by Teams, it is the same tap.
 */
function withFallback(action: CardObject): CardObject {
  const { verb = '', data = {}, ...rest } = action;
  const given = typeof data === 'object' && !isList(data) ? data : {};
  const told = reading.has(verb) ? given : { tap: randomUUID(), ...given };
  const fallback = { ...rest, type: 'Action.Submit', data: { ...told, verb } };
  return { ...action, data: told, fallback };
}

function mapValues<From>(
  record: Readonly<Record<string, From>>,
  each: (value: From, key: string) => CardData,
): CardObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, each(value, key)]));
}

function isList(value: CardData): value is readonly CardData[] {
  return Array.isArray(value);
}
