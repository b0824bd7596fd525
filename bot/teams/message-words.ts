import { cutText } from '../domain/cut-text.ts';

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/**
 * A Teams message's HTML as the words that people read. Whom it mentions is left out. A tag ends
 * where another begins, closed or not: looking on for its end each time would take minutes over a
 * message that is nothing but beginnings.
 */
export function messageWords(html: string): string {
  return cutText(html, 100_000)
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, '[name]')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr|blockquote)>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '• ')
    .replace(/<[a-z!/][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, decoded)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decoded(found: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named.get(name.toLowerCase()) ?? found;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0x10ffff ? found : String.fromCodePoint(code);
}
