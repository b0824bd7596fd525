import { answerTo } from './answers.ts';
import { drawCard, field, type Press } from './card.ts';
import type { Theme } from './card-look.ts';
import { byId, make } from './element.ts';
import { house, type Message, type Person, type TeamChannel } from './house-calls.ts';

interface Asked {
  readonly who: Person;
  readonly where: TeamChannel;
  readonly theme: Theme;
  readonly message: Message;
  readonly words: string;
}

/** Teams' dialog for a message's action: the bot fills it, and answers what is sent from it. */
export function createRaiseDialog(given: { openLink: (url: string) => void }): {
  /** Resolves when it is closed. */
  open(asked: Asked): Promise<void>;
} {
  const dialog = byId('dialog', HTMLDialogElement);
  const title = byId('dialog-title', HTMLHeadingElement);
  const place = byId('dialog-card', HTMLDivElement);
  byId('dialog-close', HTMLButtonElement).addEventListener('click', () => dialog.close());

  async function ask(asked: Asked, step: 'fetchTask' | 'submitAction', data?: unknown) {
    const { who, where, message, words } = asked;
    const value = {
      commandId: 'raise-with-the-board',
      commandContext: 'message',
      messagePayload: {
        id: message.activity.id,
        body: { contentType: 'html', content: htmlOf(words) },
      },
      ...(data !== undefined && { data }),
    };
    const invoke = { type: 'invoke', name: `composeExtension/${step}`, value };
    place.setAttribute('aria-busy', 'true');
    const said = await answerTo(
      () => house.inChannel(who, where, invoke),
      (body) => show(asked, field(body, 'task')),
    );
    place.removeAttribute('aria-busy');
    if (said === undefined) return;
    const line = make('p', 'said', said);
    line.setAttribute('role', 'alert');
    place.append(line);
  }

  /** A card to go on with; anything else closes the dialog, as in Teams. */
  function show(asked: Asked, task: unknown): void {
    const value = field(task, 'value');
    const content = field(field(value, 'card'), 'content');
    if (field(task, 'type') !== 'continue' || content === undefined) return dialog.close();
    const named = field(value, 'title');
    if (typeof named === 'string') title.textContent = named;
    const pressed = (press: Press) => {
      if (press.kind === 'open') given.openLink(press.url);
      else if (press.kind === 'submit') void ask(asked, 'submitAction', press.data);
    };
    place.replaceChildren(drawCard(content, asked.theme, pressed));
  }

  return {
    async open(asked) {
      title.textContent = 'Raise with the board';
      place.replaceChildren(make('p', 'soft', 'One moment…'));
      dialog.showModal();
      const closed = new Promise<void>((resolve) => {
        dialog.addEventListener('close', () => resolve(), { once: true });
      });
      await ask(asked, 'fetchTask');
      await closed;
    },
  };
}

/** As Teams hands a message over: its words as HTML. */
function htmlOf(words: string): string {
  return words
    .split('\n')
    .map((line) => {
      const paragraph = make('p', '', line);
      return paragraph.outerHTML;
    })
    .join('');
}
