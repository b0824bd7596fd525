import { byId, make } from './element.ts';
import type { Person } from './house-calls.ts';

/** Who stands first in the list: each kind of role, and how many of it. */
const first: readonly [role: string, atMost: number][] = [
  ['Executive director', 5],
  ['Executive assistant', 1],
  ['Network chair', 2],
  ['Network deputy chair', 1],
  ['EDI lead', 1],
  ['Board secretary', 1],
  ['Board chair', 1],
];

/** Roles that a post's own title says better. */
const saidByTitle = /^(Non-e|E)xecutive director/;

export function createPeopleList(
  people: readonly Person[],
  choose: (person: Person) => void,
): { mark(chosen: Person): void } {
  const list = byId('people', HTMLUListElement);
  const all = byId('all', HTMLButtonElement);
  const everybody = byId('everybody', HTMLDivElement);
  const search = byId('search', HTMLInputElement);
  const nobody = byId('nobody-found', HTMLParagraphElement);
  const featured = featuredOf(people);
  let chosen: Person | undefined;

  const draw = () => {
    const wanted = search.value.trim().toLowerCase();
    const shown = everybody.hidden ? withChosen(featured, chosen) : people.filter(matches(wanted));
    list.replaceChildren(...shown.map((person) => make('li', '', button(person))));
    nobody.hidden = shown.length > 0;
    all.textContent = everybody.hidden ? `All ${people.length} people` : 'Fewer people';
  };

  const button = (person: Person) => {
    const label = make('span', '', person.name, make('small', '', subtitle(person)));
    const face = make('span', 'face', initials(person.name));
    face.setAttribute('aria-hidden', 'true');
    const made = make('button', 'person', face, label);
    made.type = 'button';
    made.setAttribute('aria-current', String(person.id === chosen?.id));
    made.addEventListener('click', () => choose(person));
    return made;
  };

  all.addEventListener('click', () => {
    everybody.hidden = !everybody.hidden;
    search.value = '';
    draw();
    if (!everybody.hidden) search.focus();
  });
  search.addEventListener('input', draw);
  draw();

  return {
    mark(person) {
      const hadFocus = list.contains(document.activeElement);
      chosen = person;
      draw();
      if (hadFocus) list.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
    },
  };
}

function featuredOf(people: readonly Person[]): Person[] {
  const picked = first.flatMap(([role, atMost]) =>
    people.filter(({ roles }) => roles.some((each) => each.startsWith(role))).slice(0, atMost),
  );
  return [...new Set(picked)];
}

function withChosen(shown: Person[], chosen: Person | undefined): Person[] {
  return chosen === undefined || shown.includes(chosen) ? shown : [...shown, chosen];
}

function matches(wanted: string): (person: Person) => boolean {
  return ({ name, title, email, roles }) =>
    [name, title, email, ...roles].some((text) => text.toLowerCase().includes(wanted));
}

function subtitle({ title, roles }: Person): string {
  const own = roles.filter((role) => !saidByTitle.test(role));
  if (own.length === roles.length && own[0] !== undefined) return own[0];
  return [title, ...own].join(', ');
}

function initials(name: string): string {
  const words = name.split(' ');
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
