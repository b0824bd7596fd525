import { globSync, readFileSync } from 'node:fs';

/** The part of a template that something was drawn from is written on it by this name. */
export const mark = 'drawnFrom';

/** Every card template, by its path. */
export const templates: ReadonlyMap<string, object> = new Map(
  globSync('bot/cards/**/*.json')
    .map((path) => [path, Object(JSON.parse(readFileSync(path, 'utf8')))] as const)
    .filter(([, content]) => 'body' in content),
);

/** A template with each part's place written on it: `bot/cards/done.json body 0`. */
export function withMarks(template: object): object {
  const text = JSON.stringify(template);
  const path = [...templates].find(([, known]) => JSON.stringify(known) === text)?.[0];
  return Object(marked(template, path ?? 'no template'));
}

/** Every place that `withMarks` writes. */
export function placesIn(template: object): string[] {
  const places: string[] = [];
  JSON.stringify(withMarks(template), (name, value: unknown) => {
    if (name === mark) places.push(String(value));
    return value;
  });
  return places;
}

function marked(part: unknown, place: string): unknown {
  if (Array.isArray(part)) return part.map((each, at) => marked(each, `${place} ${at}`));
  if (typeof part !== 'object' || part === null) return part;
  const inside = Object.entries(part).map(([name, each]) => [
    name,
    marked(each, `${place} ${name}`),
  ]);
  return Object.fromEntries('type' in part ? [...inside, [mark, place]] : inside);
}
