import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture: four bytes a pixel (red, green, blue, opacity), row by row from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export type PngVerdict =
  | { kind: 'picture'; picture: Picture }
  | { kind: 'no-png' }
  /** A PNG of another make: palette, grey, 16 bits, interlaced, no opacity. */
  | { kind: 'other-make'; width: number; height: number }
  | { kind: 'broken' };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const rgba = 6;
const bytesAPixel = 4;
/** Far beyond any icon: what claims to be larger is not unpacked. */
const largest = 1024;

/** Reads PNGs of one make, eight bits each of red, green, blue and opacity: what Teams asks for. */
export function readPng(file: Uint8Array): PngVerdict {
  const bytes = Buffer.from(file);
  if (!bytes.subarray(0, 8).equals(signature)) return { kind: 'no-png' };
  const chunks = readChunks(bytes);
  const head = chunks?.[0];
  if (chunks === undefined || head?.name !== 'IHDR' || head.data.length !== 13) {
    return { kind: 'broken' };
  }
  const width = head.data.readUInt32BE(0);
  const height = head.data.readUInt32BE(4);
  const [depth, colour, , , interlaced] = head.data.subarray(8);
  if (depth !== 8 || colour !== rgba || interlaced !== 0 || width > largest || height > largest) {
    return { kind: 'other-make', width, height };
  }
  const data = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((each) => each.data));
  const pixels = unpack(data, width, height);
  return pixels === undefined
    ? { kind: 'broken' }
    : { kind: 'picture', picture: { width, height, pixels } };
}

export function writePng({ width, height, pixels }: Picture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, rgba], 8);
  const stride = width * bytesAPixel;
  const lines = Buffer.alloc(height * (stride + 1));
  for (let y = 0; y < height; y += 1) {
    lines.set(pixels.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  }
  const body = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines, { level: 9 }))];
  return Buffer.concat([signature, ...body, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
}

/** Undefined where a chunk is cut short or its checksum is wrong. */
function readChunks(bytes: Buffer): { name: string; data: Buffer }[] | undefined {
  const chunks: { name: string; data: Buffer }[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return undefined;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return undefined;
    const name = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ name, data: bytes.subarray(at + 8, end) });
    if (name === 'IEND') return chunks;
    at = end + 4;
  }
  return undefined;
}

function unpack(data: Buffer, width: number, height: number): Uint8Array | undefined {
  const stride = width * bytesAPixel;
  const size = height * (stride + 1);
  let lines: Buffer;
  try {
    lines = inflateSync(data, { maxOutputLength: size + 1 });
  } catch {
    // Cut short, or never compressed: the caller says that the file is broken.
    return undefined;
  }
  if (lines.length !== size) return undefined;
  const pixels = new Uint8Array(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (stride + 1)] ?? 0;
    if (filter > 4) return undefined;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const raw = lines[y * (stride + 1) + 1 + x] ?? 0;
      const left = x >= bytesAPixel ? (pixels[at - bytesAPixel] ?? 0) : 0;
      const above = y > 0 ? (pixels[at - stride] ?? 0) : 0;
      const corner = x >= bytesAPixel && y > 0 ? (pixels[at - stride - bytesAPixel] ?? 0) : 0;
      pixels[at] = raw + predicted(filter, left, above, corner);
    }
  }
  return pixels;
}

/** What a line's filter took away, by the PNG specification's numbers. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return nearest(left, above, corner);
    default:
      return 0;
  }
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((each) => Math.abs(guess - each));
  if (byLeft === undefined || byAbove === undefined || byCorner === undefined) return 0;
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
