import type { Piece } from './piece.ts';
import { isSlipOf } from './slips.ts';
import { contractions } from './contractions.ts';
import { slippableWords } from './words.ts';

// Each alternative eats what it begins with, so the whole is read once from left to right.
const parts =
  /(?<number>[0-9]+(?:[/.:-][0-9]+)*)(?<suffix>st|nd|rd|th|am|pm)?|(?<word>[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*)|(?<stop>[.,;:!?\n()]|\s-(?=\s))/giu;

/** Marks of direction, soft hyphens and the like, which come along with what is copied. */
const unseen = /\p{Cf}|\uFE0F/gu;

/** Text → words, numbers and stops. Anything else (markup, pictures, signs) is a gap. */
export function split(text: string): Piece[] {
  const plain = text
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/<[^<>]{1,80}>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&', ' and ')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/—/g, ' , ');
  return [...plain.matchAll(parts)].flatMap(({ 0: raw, groups }): Piece[] => {
    const { number, suffix, word, stop } = groups ?? {};
    if (number !== undefined) {
      return [{ kind: 'number', raw, text: number, suffix: suffix?.toLowerCase() ?? '' }];
    }
    if (stop !== undefined) return [{ kind: 'stop', raw: '', mark: stop.trim() }];
    return word === undefined ? [] : wordsOf(raw);
  });
}

function wordsOf(raw: string): Piece[] {
  const typed = raw.toLowerCase();
  const long = contractions.get(typed);
  if (long !== undefined) {
    return long.map((word, at) => ({ kind: 'word', raw: at === 0 ? raw : '', word }));
  }
  return [{ kind: 'word', raw, word: bare(typed) }];
}

/** How words are compared: no accents, apostrophes or hyphens, and nobody's `'s`. */
export function bare(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/'s$/, '')
    .replace(/['-]/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Puts right what was nearly one of the grammar's own words, and nothing that is a word already. */
export function mended(pieces: readonly Piece[], isWord: (word: string) => boolean): Piece[] {
  return pieces.map((piece) => {
    if (piece.kind !== 'word' || isWord(piece.word)) return piece;
    const near = slippableWords.get(piece.word[0] ?? '') ?? [];
    const meant = near.find((word) => isSlipOf(piece.word, word));
    return meant === undefined ? piece : { ...piece, word: meant };
  });
}
