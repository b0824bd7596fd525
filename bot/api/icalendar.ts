/** A line of an iCalendar file before it is written: its name with parameters, and its value. */
export type Property = readonly [name: string, value: string];

/** The most octets that a line has, its line break left out (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/** A text value (RFC 5545, 3.3.11): what has a meaning is escaped, what is no text goes. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

/** A line in pieces of at most 75 octets; none cuts a character in two. */
export function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      pieces.push(piece);
      // What goes on begins with a space, which counts.
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += more;
  }
  return [...pieces, piece].join('\r\n');
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** A component with its properties and those within it. */
export function component(name: string, lines: readonly string[]): string[] {
  return [`BEGIN:${name}`, ...lines, `END:${name}`];
}

export function property([name, value]: Property): string {
  return `${name}:${value}`;
}

/** The file: folded, each line ended as the format wants it. */
export function write(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** A moment in UTC, `20260408T110000Z`. */
export function utc(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A time on the wall, `20260408T120000`, from `2026-04-08T12:00`. */
export function local(wall: string): string {
  return `${wall.replaceAll(/[-:]/g, '')}00`;
}
