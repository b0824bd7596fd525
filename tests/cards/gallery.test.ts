import {
  AdaptiveCard,
  Column,
  GlobalRegistry,
  Versions,
  type SerializableObject,
  type Version,
} from 'adaptivecards';
import { expect, test, vi } from 'vitest';
import { nudgeKindSchema } from '../../bot/contract/acts.ts';
import { gallery } from '../../infra/local/gallery/cards.ts';
import { partsIn } from './parts.ts';
import { mark, placesIn, templates } from './template-marks.ts';

vi.mock(import('../../bot/cards/render.ts'), async (original) => {
  const [actual, marks] = await Promise.all([original(), import('./template-marks.ts')]);
  return { ...actual, compile: (template) => actual.compile(marks.withMarks(template)) };
});

test('the gallery misses no template and no part of one', () => {
  expect(templates.size).toBeGreaterThan(30);
  const drawn = new Set<unknown>(
    Object.values(gallery).flatMap((card) => partsIn(card).map((part) => part[mark])),
  );
  const places = [...templates.values()].flatMap(placesIn);
  expect(places.length).toBeGreaterThan(templates.size);
  expect(places.filter((place) => !drawn.has(place))).toEqual([]);
});

test('the gallery misses no kind of reminder', () => {
  const muted = new Set(
    Object.values(gallery).flatMap((card) =>
      partsIn(card).flatMap(({ verb, data }) =>
        verb === 'mute' || verb === 'snooze' ? [JSON.stringify(data)] : [],
      ),
    ),
  );
  const missed = nudgeKindSchema.options.filter(
    (kind) => ![...muted].some((data) => data.includes(`"${kind}`)),
  );
  expect(missed).toEqual([]);
});

/** What holds other parts, which the official schema's classes read by themselves. */
const holders = new Set([
  'type',
  'body',
  'items',
  'columns',
  'inlines',
  'actions',
  'card',
  'fallback',
  mark,
]);

/** The names that Adaptive Cards 1.5 gives to what a part of this type may say. */
function named(type: string): Set<string> {
  const unlisted: Readonly<Record<string, () => SerializableObject>> = {
    AdaptiveCard: () => new AdaptiveCard(),
    Column: () => new Column(),
  };
  const known =
    unlisted[type]?.() ??
    GlobalRegistry.elements.createInstance(type, Versions.v1_5) ??
    GlobalRegistry.actions.createInstance(type, Versions.v1_5);
  const schema = known?.getSchema();
  return new Set(
    Array.from({ length: schema?.getCount() ?? 0 }, (_, at) => schema?.getItemAt(at))
      .filter((property) => property !== undefined && isIn15(property.targetVersion))
      .map((property) => property?.name ?? ''),
  );
}

function isIn15(version: Version): boolean {
  return version.compareTo(Versions.v1_5) <= 0;
}

test('no card says what Adaptive Cards 1.5 has no name for', () => {
  expect(named('Action.Execute')).toContain('verb');
  const unknown = Object.entries(gallery).flatMap(([name, card]) =>
    partsIn(card).flatMap(({ type, ...said }) => {
      const names = named(type);
      const strange = Object.keys(said).filter((each) => !names.has(each) && !holders.has(each));
      return names.size === 0 ? [`${name}: ${type}`] : strange.map((each) => `${name}: ${each}`);
    }),
  );
  expect(unknown).toEqual([]);
});

test('what is read aloud is sentences: no markup, no codes, no two marks in a row', () => {
  const odd = /[<>{}|]|\*\*|[.?!][.,]|\b(EDI|WRES|hr|hrs|mins?)\b(?! lead| sponsor)|\d{4}-\d\d/;
  const said = Object.entries(gallery).flatMap(([name, { speak, fallbackText }]) =>
    [speak, fallbackText].map((text) => `${name}: ${JSON.stringify(text)}`),
  );
  expect(odd.test('Which meeting?. More than one fits.')).toBe(true);
  expect(said.filter((each) => odd.test(each))).toEqual([]);
});
