/** Shorter words have too many neighbours. */
const SHORTEST = 5;

/**
 * The same word, or one slip of the typing hand from it: a letter left out, added, changed, or two
 * swapped. Not in its first letter, where a slip mostly makes another word (quality, equality).
 */
export function isSlipOf(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (typed.length < SHORTEST || meant.length < SHORTEST) return false;
  if (typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > 1) return false;
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same += 1;
  const rest = (word: string, skipped: number) => word.slice(same + skipped);
  if (typed.length > meant.length) return rest(typed, 1) === rest(meant, 0);
  if (typed.length < meant.length) return rest(typed, 0) === rest(meant, 1);
  if (rest(typed, 1) === rest(meant, 1)) return true;
  const areSwapped = typed[same] === meant[same + 1] && typed[same + 1] === meant[same];
  return areSwapped && rest(typed, 2) === rest(meant, 2);
}
