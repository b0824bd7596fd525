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
