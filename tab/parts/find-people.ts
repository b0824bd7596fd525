import type { ListedPerson } from '../../bot/contract/people.ts';

/** From so many letters on, a list of names is short enough to choose from. */
const fewestLetters = 2;

/** Whoever has a name that begins with each word typed; nobody before there are two letters. */
export function findPeople(people: readonly ListedPerson[], typed: string): ListedPerson[] {
  const asked = wordsOf(typed);
  if (asked.join('').length < fewestLetters) return [];
  return people.filter(({ name }) => {
    const names = wordsOf(name);
    return asked.every((word) => names.some((part) => part.startsWith(word)));
  });
}

export function isLongEnough(typed: string): boolean {
  return wordsOf(typed).join('').length >= fewestLetters;
}

/** Without accents, case and hyphens: "Renée O’Neil-Shah" is found by "renee", "oneil" and "shah". */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
