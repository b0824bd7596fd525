import type { Words } from '../own-facts.ts';
import type { Instant } from '../time.ts';

/**
 * A private note to oneself, one for each of the framework's zones. Every writing is a row of its
 * own, named by its tap, and the zone stands in the text: so that not even the ledger knows in which
 * zone somebody wrote, and two writings at the same moment don't meet. What stood before is blanked.
 */
export interface Note {
  readonly zone: string;
  readonly text: string;
}

const prefix = 'note.';

/** What stands: of each zone the last words. */
export function notesOf(words: readonly Words[]): Note[] {
  const latest = words
    .filter(({ id, text }) => id.startsWith(prefix) && text !== '')
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ text }): [string, Note] => {
      const zone = zoneOf(text);
      return [zone, { zone, text: text.slice(zone.length + 1) }];
    });
  return [...new Map(latest).values()];
}

export type NoteVerdict =
  | { kind: 'done'; rows: readonly Words[] }
  | { kind: 'already' }
  | { kind: 'refused'; because: 'tap-used-before' };

/** The last words for a zone stand; no text: none do. `writing` tells this one from every other. */
export function judgeNote(
  words: readonly Words[],
  { zone, text = '' }: { zone: string; text?: string | undefined },
  writing: string,
  at: Instant,
): NoteVerdict {
  const id = prefix + writing;
  const standing = notesOf(words).find((note) => note.zone === zone)?.text ?? '';
  // A zone without words: forgotten, and still what this tap was for.
  const written = `${zone}\n${text}`;
  const row = words.find((known) => known.id === id);
  // Blanked meanwhile: nobody can tell what it was.
  if (row !== undefined && row.text !== '' && row.text !== written) {
    return { kind: 'refused', because: 'tap-used-before' };
  }
  if (standing === text || row !== undefined) return { kind: 'already' };
  const before = words.filter(
    (known) => known.id.startsWith(prefix) && zoneOf(known.text) === zone,
  );
  return {
    kind: 'done',
    rows: [...before.map((known) => ({ ...known, text: '', at })), { id, text: written, at }],
  };
}

function zoneOf(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}
