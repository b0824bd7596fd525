import { cutText } from '../cut-text.ts';

/**
 * Control characters, and marks that no eye sees: some turn the text around them (`exe.` for
 * `.exe`). Halves of characters too, which no address and no header can hold.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;

/** What somebody typed, or a file is called, as one line that reads as it is written. */
export function plainText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(unseen, '').replace(/ +/g, ' ').trim();
}

const longestName = 120;

/** A file's own name: without the folders before it, its ending kept where it is long. */
export function plainFileName(given: string): string {
  const name = plainText(given).split(/[/\\]/).at(-1)?.trim() ?? '';
  if (name.length <= longestName) return name;
  const ending = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  return `${cutText(name, longestName - ending.length)}${ending}`;
}
