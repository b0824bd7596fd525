import { answerTo, cardType } from './answers.ts';
import { drawCard, refreshOf, type Press } from './card.ts';
import type { Theme } from './card-look.ts';
import { dayOf } from './day-of.ts';
import { byId, make } from './element.ts';
import { house, type Activity, type Message, type Person } from './house-calls.ts';

/** Teams runs a card's refresh when it comes into view; older ones wait until they are scrolled to. */
const refreshedOnView = 5;

export interface ChatView {
  open(person: Person): Promise<void>;
  /** Draws what changed since. */
  update(): Promise<void>;
  wear(theme: Theme): void;
  /** The conversation on show. */
  shows(conversation: string): boolean;
}

export function createChat(given: {
  theme: Theme;
  openLink: (url: string) => void;
  /** Called after something may have moved. */
  moved: () => void;
}): ChatView {
  const list = byId('messages', HTMLOListElement);
  const log = byId('log', HTMLDivElement);
  const form = byId('say', HTMLFormElement);
  const text = byId('text', HTMLInputElement);
  let theme = given.theme;
  let person: Person | undefined;
  let conversation = '';
  let drawn = new Map<string, { changed: number; item: HTMLElement }>();
  const refreshed = new Set<string>();

  async function update(): Promise<void> {
    const who = person;
    if (who === undefined) return;
    const chat = await house.chat(who);
    if (who !== person) return;
    conversation = chat.id;
    const items: HTMLElement[] = [];
    const next: typeof drawn = new Map();
    let day = '';
    for (const message of chat.messages) {
      const on = dayOf(message.shownAt);
      if (on !== day) items.push(make('li', 'day', on));
      day = on;
      const known = drawn.get(message.activity.id);
      const item = known?.changed === message.changed ? known.item : draw(who, message);
      next.set(message.activity.id, { changed: message.changed, item });
      items.push(item);
    }
    const grew = next.size > drawn.size;
    const focused = drawnWithFocus();
    drawn = next;
    place(items);
    if (focused !== undefined) focusAgain(focused);
    if (grew) log.scrollTop = log.scrollHeight;
    for (const message of chat.messages.slice(-refreshedOnView)) {
      void refresh(who, message, chat.teamsId);
    }
  }

  /** Moves nothing that stands where it should: an input being filled in keeps its focus. */
  function place(items: readonly HTMLElement[]): void {
    items.forEach((item, at) => {
      if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
    });
    while (list.children.length > items.length) list.lastElementChild?.remove();
  }

  function drawnWithFocus(): string | undefined {
    for (const [id, { item }] of drawn) if (item.contains(document.activeElement)) return id;
    return undefined;
  }

  /** A card that was redrawn under somebody's finger keeps them there, not at the top of the page. */
  function focusAgain(id: string): void {
    const item = drawn.get(id)?.item;
    if (item === undefined || item.contains(document.activeElement)) return;
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }

  function draw(who: Person, { by, activity }: Message): HTMLElement {
    if (by === 'person') return make('li', 'mine', unseen('You said: '), activity.text ?? '');
    const item = make('li', '', unseen('Silver Commitments said: '));
    if (activity.text) item.append(make('p', '', activity.text));
    for (const attachment of activity.attachments ?? []) {
      if (attachment.contentType !== cardType) continue;
      const card = drawCard(attachment.content, theme, (press) => {
        void pressed(who, activity, card, press);
      });
      item.append(card);
    }
    return item;
  }

  async function pressed(
    who: Person,
    activity: Activity,
    card: HTMLElement,
    press: Press,
  ): Promise<void> {
    if (press.kind === 'open') return given.openLink(press.url);
    card.querySelector('.said')?.remove();
    card.setAttribute('aria-busy', 'true');
    const { activeElement } = document;
    const said = await answerTo(() =>
      press.kind === 'execute'
        ? house.act(who, {
            activityId: activity.id,
            verb: press.verb,
            data: press.data,
            trigger: 'manual',
          })
        : house.send(who, { type: 'message', replyToId: activity.id, value: press.data }),
    );
    card.removeAttribute('aria-busy');
    if (said !== undefined) {
      const line = make('p', 'said', said);
      line.setAttribute('role', 'alert');
      card.append(line);
    }
    if (activeElement instanceof HTMLElement && card.contains(activeElement)) activeElement.focus();
    await update();
    given.moved();
  }

  async function refresh(who: Person, message: Message, teamsId: string): Promise<void> {
    const { activity } = message;
    if (message.by !== 'bot' || refreshed.has(activity.id)) return;
    refreshed.add(activity.id);
    const content = activity.attachments?.find((each) => each.contentType === cardType)?.content;
    const wanted = refreshOf(content, teamsId);
    if (wanted === undefined) return;
    // Nobody asked for it: where it fails, the card stays as it was.
    await answerTo(() =>
      house.act(who, { activityId: activity.id, ...wanted, trigger: 'automatic' }),
    );
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (person === undefined || words === '') return;
    text.value = '';
    void say(person, words);
  });

  async function say(who: Person, words: string): Promise<void> {
    const said = await answerTo(() => house.say(who, words));
    await update();
    if (said !== undefined) {
      const line = make('li', '', said);
      list.append(line);
      log.scrollTop = log.scrollHeight;
    }
    given.moved();
  }

  return {
    async open(who) {
      person = who;
      drawn = new Map();
      refreshed.clear();
      list.replaceChildren();
      const { app, messages } = await house.chat(who);
      if (app === 'not-yet' && messages.length === 0) await house.install(who);
      await update();
    },
    update,
    wear(worn) {
      theme = worn;
      drawn = new Map();
      void update();
    },
    shows: (id) => id === conversation,
  };
}

function unseen(words: string): HTMLElement {
  return make('span', 'unseen', words);
}
