/**
 * What a file must not even carry (UK GDPR, data minimisation): a heading that reads like one of
 * these refuses the whole file, so that nothing of it is ever read in.
 */
const forbidden: readonly { what: string; heading: RegExp }[] = [
  { what: 'ethnicity', heading: /\bethnic|\brace\b|\bracial\b|\bba?me\b/ },
  {
    what: 'National Insurance number',
    heading: /\bnational insurance\b|\bnino\b|\bn ?i ?(number|no|num|nbr)\b|^n ?i$/,
  },
  { what: 'date of birth', heading: /\b(date|year) of birth\b|\bbirth ?(date|day)\b|\bd ?o ?b\b/ },
  {
    what: 'home address',
    heading:
      /\b(home|private|personal|residential|postal|street) address\b|^address\b|(?<!mail )\baddress (line )?\d|\bpost ?code\b/,
  },
  {
    what: 'pay',
    heading: /\bpay\b|\bpay ?scale\b|\bsalar(y|ies)\b|\bwages?\b|\bearnings\b|\bremuneration\b/,
  },
  {
    what: 'reason for sickness or absence',
    heading:
      /\bsick|\billness\b|\babsence (type|category)\b|(?=.*\breason\b)(?=.*\b(absence|absent|leave|status)\b)/,
  },
];

/** What the heading would bring in that is refused, or undefined. */
export function forbiddenIn(heading: string): string | undefined {
  const words = heading
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
  return forbidden.find((rule) => rule.heading.test(words))?.what;
}
