// `node manifest/draw-icons.ts` draws the app's two icons anew: color.png and outline.png.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writePng, type Picture } from './png.ts';

/** Parts of a colour, 0 to 255, and its opacity, 0 to 1. */
type Paint = readonly [red: number, green: number, blue: number, opacity: number];

const nhsBlue: Paint = [0x00, 0x5e, 0xb8, 1];
const white: Paint = [255, 255, 255, 1];
/** The quarter still to come. */
const silver: Paint = [0x8f, 0xb4, 0xdb, 1];
const nothing: Paint = [255, 255, 255, 0];

/** Each pixel is looked at this many times in either direction, so that edges are smooth. */
const looks = 8;

/**
 * The mark: a speech bubble made of a ring in four quarters, for four network meetings a year, of
 * which three are filled. Its measures are parts of the ring's outer radius.
 */
interface Mark {
  readonly thickness: number;
  /** Between the quarters. */
  readonly gap: number;
  /** Of the quarter still to come; as thick as the others where left out. */
  readonly lastThickness?: number;
}

type Part = 'filled' | 'to-come' | 'outside';

/** What is at a point, with the ring's middle at 0, 0 and y upwards. */
function partAt(mark: Mark, x: number, y: number): Part {
  if (isTail(x, y)) return 'filled';
  if (Math.abs(x) < mark.gap / 2 || Math.abs(y) < mark.gap / 2) return 'outside';
  const toCome = x < 0 && y > 0;
  const radius = Math.sqrt(x * x + y * y);
  const inset = toCome ? (mark.thickness - (mark.lastThickness ?? mark.thickness)) / 2 : 0;
  const within = radius <= 1 - inset && radius >= 1 - mark.thickness + inset;
  if (!within) return 'outside';
  return toCome ? 'to-come' : 'filled';
}

/** The bubble's tail: a triangle that leaves the ring towards the lower left. */
function isTail(x: number, y: number): boolean {
  const corners = [
    [-0.8, -0.3],
    [-1, -1.04],
    [-0.26, -0.84],
  ] as const;
  const sides = corners.map(([fromX, fromY], index) => {
    const [toX, toY] = corners[(index + 1) % corners.length] ?? corners[0];
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}

function draw(
  size: number,
  radius: number,
  middle: { x: number; y: number },
  mark: Mark,
  paints: Readonly<Record<Part, Paint>>,
): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const seen: Paint[] = [];
      for (let look = 0; look < looks * looks; look += 1) {
        const x = column + ((look % looks) + 0.5) / looks - middle.x;
        const y = middle.y - row - (Math.floor(look / looks) + 0.5) / looks;
        seen.push(paints[partAt(mark, x / radius, y / radius)]);
      }
      pixels.set(mixed(seen), (row * size + column) * 4);
    }
  }
  return { width: size, height: size, pixels };
}

/** Colours weigh by their opacity, so that no edge is darkened by what can't be seen. */
function mixed(seen: readonly Paint[]): number[] {
  const opacity = seen.reduce((sum, paint) => sum + paint[3], 0);
  const part = (index: 0 | 1 | 2): number =>
    opacity === 0
      ? 255
      : Math.round(seen.reduce((sum, paint) => sum + paint[index] * paint[3], 0) / opacity);
  return [part(0), part(1), part(2), Math.round((255 * opacity) / seen.length)];
}

/** 192 × 192, the mark in white on NHS blue, well clear of the corners that Teams rounds. */
export function drawColour(): Picture {
  const mark = { thickness: 0.34, gap: 0.14 };
  const paints = { filled: white, 'to-come': silver, outside: nhsBlue };
  return draw(192, 58, { x: 97, y: 95 }, mark, paints);
}

/** 32 × 32, white on nothing; the quarter to come is thin, as there is no second colour. */
export function drawOutline(): Picture {
  const mark = { thickness: 0.36, gap: 0.16, lastThickness: 0.13 };
  const paints = { filled: white, 'to-come': white, outside: nothing };
  return draw(32, 12.5, { x: 16, y: 16 }, mark, paints);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const here = import.meta.dirname;
  writeFileSync(join(here, 'color.png'), writePng(drawColour()));
  writeFileSync(join(here, 'outline.png'), writePng(drawOutline()));
}
