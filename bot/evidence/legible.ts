/** XML takes no control characters, and a lone half of a letter is none. */
export function legible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''));
}
