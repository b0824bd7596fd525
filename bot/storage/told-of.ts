import type { PersonId } from '../domain/facts.ts';
import { bodies, type Fact } from './fact.ts';

interface Kept {
  readonly fact: Fact;
}

/** [ours] A shorter number may as well be a row's, or a day's. */
const SHORTEST_NUMBER = 5;

/**
 * Whether a question is about this person or names them: by id, or in its words by what their own
 * rows say. Many a question is of a row that was not imported, and so has no id.
 */
export function toldOf(person: PersonId, own: readonly Kept[]): (question: Kept) => boolean {
  const { names, numbers, addresses } = whatLeadsTo(own);
  const byNumber = new RegExp(`${START}${anyOf(numbers)}${NUMBER_ENDS}`, 'iu');
  const byAddress = new RegExp(`${START}${anyOf(addresses)}${ENDS}`, 'iu');
  const byName = new RegExp(`${START}${anyOf(names)}${ENDS}`, 'iu');
  return ({ fact: { body } }) => {
    if (JSON.stringify(body).includes(person)) return true;
    const { detail, person: about } = bodies.settle.parse(body);
    if (byNumber.test(detail) || byAddress.test(detail)) return true;
    // Two may have one name: a question that says whom it is about is theirs.
    return about === undefined && byName.test(detail);
  };
}

/** No name ends within another's, no address within a longer one; a number's assignments are its own. */
const START = String.raw`(?<![\p{L}\p{N}_.+-])`;
const ENDS = String.raw`(?![-.]?[\p{L}\p{N}])`;
const NUMBER_ENDS = String.raw`(?![\p{L}\p{N}])`;

function whatLeadsTo(own: readonly Kept[]) {
  const [names, numbers, addresses]: [string[], string[], string[]] = [[], [], []];
  for (const { kind, body } of own.map(({ fact }) => fact)) {
    if (kind === 'person') {
      const { givenName, familyName, staffNumber, email } = bodies.person.parse(body);
      if (givenName !== '' && familyName !== '') names.push(`${givenName} ${familyName}`);
      numbers.push(staffNumber);
      addresses.push(email);
    }
    if (kind === 'assignment') numbers.push(bodies.assignment.parse(body).assignment);
    if (kind === 'link') addresses.push(bodies.link.parse(body).address);
  }
  const long = numbers.filter((number) => number.length >= SHORTEST_NUMBER);
  return { names, numbers: long, addresses: addresses.filter((address) => address !== '') };
}

/** With none of them: nothing. */
function anyOf(texts: readonly string[]): string {
  if (texts.length === 0) return '(?!)';
  const escaped = [...new Set(texts)].map((text) =>
    text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  );
  return `(?:${escaped.join('|')})`;
}
