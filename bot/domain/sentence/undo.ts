import { split } from './split.ts';

const undo =
  /^(?:(?:no|oops|whoops|sorry|please|can you|could you|actually|wait) )*(?:undo(?: (?:that|it|this|last|the last(?: one| thing)?|my last(?: one| answer)?|what i did))?|(?:take|took) (?:back(?: (?:that|it|this))?|(?:that|it|this)(?: one)? back)|(?:scrap|reverse|cancel) (?:that|it|this)|(?:un ?do) (?:please|thanks))(?: (?:please|thanks|thank you|sorry|again))*$/;

/** "Undo", "take that back": of what was done last, and of nothing that is named. */
export function isUndo(text: string): boolean {
  const words = split(text).flatMap((piece) => (piece.kind === 'word' ? [piece.word] : []));
  const isWordsAlone = !/\d/.test(text);
  return isWordsAlone && undo.test(words.join(' '));
}
