/** [ours] How long what people write about an item may be, in characters. */
export const mostCharacters = { title: 120, text: 2_000, minute: 1_000, reason: 500 } as const;

/**
 * Whether a text holds ten digits that are a valid NHS number (modulus 11), with spaces, dots or
 * hyphens between them or not. One other number in eleven looks like one: so it is a warning only.
 */
export function holdsNhsNumber(text: string): boolean {
  const runs = text.normalize('NFKC').matchAll(/(?<!\d)(?=(\d(?:[\s.‐–-]{0,2}\d){9})(?!\d))/g);
  return [...runs].some(([, run = '']) => isNhsNumber(run.replaceAll(/\D/g, '')));
}

function isNhsNumber(digits: string): boolean {
  const weighted = Array.from(digits.slice(0, 9), Number).reduce(
    (sum, digit, index) => sum + digit * (10 - index),
    0,
  );
  const check = (11 - (weighted % 11)) % 11;
  return check === Number(digits[9]);
}
