import { drawCard, type Press } from './card.ts';
import type { Theme } from './card-look.ts';
import { answerTo, cardType } from './answers.ts';
import { byId, make } from './element.ts';
import { house, type Message, type Person, type TeamChannel } from './house-calls.ts';
import { createRaiseDialog } from './raise-dialog.ts';

export interface ChannelView {
  /** The channel of the network that the person chairs, or else the first. */
  open(person: Person): Promise<void>;
  update(): Promise<void>;
  wear(theme: Theme): void;
  shows(conversation: string): boolean;
}

/** A staff network's channel, as a team's members see it in Teams; the bot is in it. */
export function createChannelView(given: {
  theme: Theme;
  openLink: (url: string) => void;
  moved: () => void;
}): ChannelView {
  const title = byId('channel-title', HTMLHeadingElement);
  const posts = byId('posts', HTMLOListElement);
  const form = byId('post', HTMLFormElement);
  const text = byId('post-text', HTMLInputElement);
  const raise = createRaiseDialog({ openLink: given.openLink });
  let theme = given.theme;
  let person: Person | undefined;
  let channel: TeamChannel | undefined;
  let drawn = '';

  async function update(): Promise<void> {
    const [who, where] = [person, channel];
    if (who === undefined || where === undefined) return;
    const { messages } = await house.channel(where);
    if (who !== person || where !== channel) return;
    const seen = `${where.id} ${theme} ${messages.map(({ changed }) => changed).join(' ')}`;
    if (seen === drawn) return;
    drawn = seen;
    posts.replaceChildren(...messages.map((message) => draw(who, where, message)));
    posts.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  function draw(who: Person, where: TeamChannel, message: Message): HTMLElement {
    const { by, activity } = message;
    const name = by === 'bot' ? 'Silver Commitments' : (activity.from?.name ?? '');
    const words = (activity.text ?? '').replace(/<at>(.*?)<\/at>/g, '@$1');
    const item = make('li', 'post', make('strong', '', name));
    if (by === 'person') item.append(moreOf(who, where, message, words));
    if (words !== '') item.append(make('p', 'words', words));
    for (const { contentType, content } of activity.attachments ?? []) {
      if (contentType !== cardType) continue;
      const card = drawCard(content, theme, (press) => void pressed(who, where, message, press));
      item.append(card);
    }
    return item;
  }

  /** What Teams has behind a message's three dots. */
  function moreOf(who: Person, where: TeamChannel, message: Message, words: string): HTMLElement {
    const raiseIt = make('button', 'quiet', 'Raise with the board');
    raiseIt.type = 'button';
    const more = make('details', 'more', make('summary', '', 'More'), raiseIt);
    raiseIt.addEventListener('click', () => {
      more.open = false;
      void raise.open({ who, where, theme, message, words }).then(given.moved);
    });
    return more;
  }

  async function pressed(
    who: Person,
    where: TeamChannel,
    { activity }: Message,
    press: Press,
  ): Promise<void> {
    if (press.kind === 'open') return given.openLink(press.url);
    const invoke = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: {
          type: 'Action.Execute',
          verb: press.kind === 'execute' ? press.verb : '',
          data: press.data,
        },
        trigger: 'manual',
      },
    };
    await answerTo(() => house.inChannel(who, where, { ...invoke, replyToId: activity.id }));
    await update();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = text.value.trim();
    const [who, where] = [person, channel];
    if (who === undefined || where === undefined || words === '') return;
    text.value = '';
    void answerTo(() => house.post(who, where, words)).then(update);
  });

  return {
    async open(who) {
      person = who;
      const channels = await house.channels();
      channel =
        channels.find(({ name }) => who.roles.some((role) => role.includes(name))) ?? channels[0];
      title.textContent = channel?.name ?? '';
      drawn = '';
      await update();
    },
    update,
    wear(worn) {
      theme = worn;
      void update();
    },
    shows: (id) => id === channel?.id,
  };
}
