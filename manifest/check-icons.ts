import type { Manifest } from './manifest.ts';
import { readPng, type Picture } from './png.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

/** Icons that are missing, of the wrong size, no PNG of the kind that Teams shows, or empty. */
export function iconFaults({ icons }: Pick<Manifest, 'icons'>, files: Files): string[] {
  const wanted = [
    { name: icons.color, size: 192, look: notEmpty },
    { name: icons.outline, size: 32, look: whiteOnNothing },
    ...(icons.color32x32 === undefined
      ? []
      : [{ name: icons.color32x32, size: 32, look: notEmpty }]),
  ];
  return wanted.flatMap(({ name, size, look }) => {
    const file = files.get(name);
    if (file === undefined) return [`The icon ${name} is missing.`];
    const read = readPng(file);
    switch (read.kind) {
      case 'no-png':
        return [`The icon ${name} is no PNG.`];
      case 'broken':
        return [`The icon ${name} is a broken PNG.`];
      case 'other-make':
        return [`The icon ${name} must be an RGBA PNG with 8 bits a channel, not interlaced.`];
      case 'picture': {
        const { width, height } = read.picture;
        return width === size && height === size
          ? look(name, read.picture)
          : [`The icon ${name} is ${width} × ${height}; it must be ${size} × ${size}.`];
      }
    }
  });
}

function notEmpty(name: string, picture: Picture): string[] {
  return pixelsOf(picture).some(({ opacity }) => opacity > 0) ? [] : [`The icon ${name} is empty.`];
}

/** Teams puts the outline on any colour: it may be white, more or less opaque, and nothing else. */
function whiteOnNothing(name: string, picture: Picture): string[] {
  const pixels = pixelsOf(picture);
  const seen = pixels.filter(({ opacity }) => opacity > 0);
  if (seen.length === 0) return [`The icon ${name} is empty.`];
  if (seen.length === pixels.length) return [`The icon ${name} has no transparent background.`];
  const coloured = seen.filter(({ white }) => !white).length;
  return coloured === 0
    ? []
    : [`The icon ${name} must be white on transparent: ${coloured} of its pixels are not white.`];
}

function pixelsOf({ pixels }: Picture): { white: boolean; opacity: number }[] {
  return Array.from({ length: pixels.length / 4 }, (_, index) => {
    const [red, green, blue, opacity = 0] = pixels.subarray(index * 4, index * 4 + 4);
    return { white: red === 255 && green === 255 && blue === 255, opacity };
  });
}
