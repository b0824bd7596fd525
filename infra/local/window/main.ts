import type { Theme } from './card-look.ts';
import { createChannelView } from './channel.ts';
import { createChat } from './chat.ts';
import { createClock } from './clock.ts';
import { byId } from './element.ts';
import { house, type Person } from './house-calls.ts';
import { createPeopleList } from './people-list.ts';
import { createTabHost } from './tab-host.ts';

// Who, which theme and which width stand after the # of the address: a reload changes nothing.
const chosen = new URLSearchParams(location.hash.slice(1));
const root = document.documentElement;
const notice = byId('notice', HTMLParagraphElement);
const themes = byId('theme', HTMLSelectElement);
const phone = byId('phone', HTMLButtonElement);
const showChat = byId('show-chat', HTMLButtonElement);
const showChannel = byId('show-channel', HTMLButtonElement);
const showTab = byId('show-tab', HTMLButtonElement);

function readTheme(text: string | null): Theme {
  return text === 'dark' || text === 'contrast' ? text : 'default';
}

function tell(words: string): void {
  notice.textContent = words;
  notice.hidden = words === '';
}

function remember(name: string, value: string): void {
  if (value === '') chosen.delete(name);
  else chosen.set(name, value);
  history.replaceState(null, '', `#${chosen.toString()}`);
}

function show(which: 'chat' | 'channel' | 'tab'): void {
  root.dataset['show'] = which;
  showChat.setAttribute('aria-pressed', String(which === 'chat'));
  showChannel.setAttribute('aria-pressed', String(which === 'channel'));
  showTab.setAttribute('aria-pressed', String(which === 'tab'));
}

function bePhone(narrow: boolean): void {
  root.toggleAttribute('data-phone', narrow);
  phone.setAttribute('aria-pressed', String(narrow));
  remember('phone', narrow ? 'yes' : '');
}

/** A link into our own tab opens it here, at its page; others would leave this computer. */
function openLink(url: string): void {
  const link = URL.parse(url);
  if (link === null || player === undefined) return;
  if (link.hostname !== 'teams.microsoft.com' || !link.pathname.startsWith('/l/entity/')) {
    tell(`In Teams this opens ${url}. Here nothing leaves this computer.`);
    return;
  }
  tab.open(player, pageOf(link));
  show('tab');
}

function pageOf(link: URL): string | undefined {
  try {
    const context: unknown = JSON.parse(link.searchParams.get('context') ?? '{}');
    const page: unknown = Reflect.get(Object(context), 'subEntityId');
    return typeof page === 'string' ? page : undefined;
  } catch (fault) {
    console.error('The link holds no context that can be read.', fault);
    return undefined;
  }
}

let player: Person | undefined;
const theme = readTheme(chosen.get('theme'));
const tab = createTabHost({ theme, openLink });
const chat = createChat({ theme, openLink, moved: () => tab.lookedAt() });
const channel = createChannelView({ theme, openLink, moved: () => tab.lookedAt() });
const clock = createClock({
  tell,
  moved: () => {
    void chat.update();
    tab.lookedAt();
  },
});

function wear(worn: Theme): void {
  root.dataset['theme'] = worn;
  themes.value = worn;
  remember('theme', worn === 'default' ? '' : worn);
  chat.wear(worn);
  channel.wear(worn);
  tab.wear(worn);
}

async function become(person: Person): Promise<void> {
  player = person;
  remember('person', person.email);
  tell('');
  byId('welcome', HTMLDivElement).hidden = true;
  byId('desk', HTMLDivElement).hidden = false;
  list.mark(person);
  tab.open(person);
  await Promise.all([chat.open(person), channel.open(person)]);
}

const people = await house.people();
const list = createPeopleList(people, (person) => void become(person));
themes.addEventListener('change', () => wear(readTheme(themes.value)));
phone.addEventListener('click', () => bePhone(!root.hasAttribute('data-phone')));
showChat.addEventListener('click', () => show('chat'));
showChannel.addEventListener('click', () => show('channel'));
showTab.addEventListener('click', () => show('tab'));
show('chat');
bePhone(chosen.has('phone'));
wear(theme);
await clock.update();
const again = people.find(({ email }) => email === chosen.get('person'));
if (again !== undefined) await become(again);

/** Other people's acts redraw cards here too; the clock runs on. */
const events = new EventSource('/local/events');
events.addEventListener('message', ({ data }) => {
  const event: unknown = JSON.parse(String(data));
  const kind: unknown = Reflect.get(Object(event), 'kind');
  if (kind === 'clock') void clock.update();
  if (kind === 'bot') {
    const up = Reflect.get(Object(event), 'state') === 'up';
    tell(up ? '' : 'The bot has stopped and is starting again.');
  }
  if (kind !== 'chat') return;
  const conversation = String(Reflect.get(Object(event), 'conversation'));
  if (channel.shows(conversation)) void channel.update();
  if (chat.shows(conversation)) void chat.update().then(() => tab.lookedAt());
});
setInterval(() => void clock.update(), 30_000);
