import { drawCard, field } from './card.ts';
import { readTheme, type Theme } from './card-look.ts';
import { byId, make } from './element.ts';
import { house, type GalleryCard } from './house-calls.ts';

const chosen = new URLSearchParams(location.hash.slice(1));
const root = document.documentElement;
const themes = byId('theme', HTMLSelectElement);
const phone = byId('phone', HTMLButtonElement);
const cards = byId('cards', HTMLDivElement);
const contents = byId('areas', HTMLUListElement);
const areas = await house.gallery();

/** A card under its name, with what is heard of it and what stands where no cards are shown. */
function figure({ name, card }: GalleryCard, theme: Theme): HTMLElement {
  const caption = make('figcaption', '', make('h3', '', name));
  const speak = String(field(card, 'speak'));
  const fallback = String(field(card, 'fallbackText'));
  caption.append(make('p', 'soft', `Read aloud: ${speak}`));
  if (fallback !== speak) caption.append(make('p', 'soft', `As text: ${fallback}`));
  const drawn = make(
    'figure',
    '',
    caption,
    drawCard(card, theme, () => undefined),
  );
  drawn.dataset['card'] = name;
  return drawn;
}

function wear(theme: Theme): void {
  root.dataset['theme'] = theme;
  themes.value = theme;
  const sections = areas.map(({ title, cards: shown }) => {
    const heading = make('h2', '', `${title} (${shown.length})`);
    heading.id = idOf(title);
    heading.tabIndex = -1;
    const row = make('div', 'row', ...shown.map((each) => figure(each, theme)));
    const section = make('section', '', heading, row);
    section.setAttribute('aria-labelledby', heading.id);
    return section;
  });
  cards.replaceChildren(...sections);
  remember('theme', theme === 'default' ? '' : theme);
}

function bePhone(narrow: boolean): void {
  root.toggleAttribute('data-phone', narrow);
  phone.setAttribute('aria-pressed', String(narrow));
  remember('phone', narrow ? 'yes' : '');
}

function remember(name: string, value: string): void {
  if (value === '') chosen.delete(name);
  else chosen.set(name, value);
  history.replaceState(null, '', `#${chosen.toString()}`);
}

function idOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}

contents.append(
  ...areas.map(({ title }) => {
    const go = make('button', 'quiet', title);
    go.type = 'button';
    // The address holds the theme, so that it can't hold the place too.
    go.addEventListener('click', () => byId(idOf(title), HTMLHeadingElement).focus());
    return make('li', '', go);
  }),
);
themes.addEventListener('change', () => wear(readTheme(themes.value)));
phone.addEventListener('click', () => bePhone(!root.hasAttribute('data-phone')));
bePhone(chosen.has('phone'));
wear(readTheme(chosen.get('theme')));
