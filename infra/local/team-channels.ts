import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { Account, Accounts } from './accounts.ts';
import type { Channel } from './channel.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { ok, readJson, Refused, route, type Route } from './http.ts';
import type { PracticePerson } from './people.ts';

const networkRow = z.object({ Network: z.string() });
const saySchema = z.object({ person: z.string(), channel: z.string(), text: z.string().min(1) });

/** So that there is something in it to raise with the board. */
const openers = [
  'Nights and weekends fall to the same people, ward after ward.\nCould the board look at how rotas are agreed?',
  'Notes of our last meeting are in Files.',
];

interface TeamChannel {
  readonly id: string;
  readonly name: string;
}

/**
 * Each staff network's channel in practice Teams. The bot is in it, and hears what mentions it, as
 * in Teams. Whoever is played may look in: nobody's membership is kept here.
 */
export async function openTeamChannels(given: {
  trust: string;
  people: readonly PracticePerson[];
  accounts: Accounts;
  conversations: Conversations;
  channel: Pick<Channel, 'send'>;
  botName: string;
}): Promise<readonly Route[]> {
  const { accounts, conversations } = given;
  const rows: unknown = parse(await readFile(join(given.trust, 'networks.csv')), {
    bom: true,
    columns: true,
  });
  const channels = z
    .array(networkRow)
    .parse(rows)
    .map(({ Network: name }) => ({
      id: `19:${name.toLowerCase().replaceAll(' ', '-')}@thread.tacv2`,
      name,
    }));

  const get = (id: string): TeamChannel => {
    const found = channels.find((each) => each.id === id);
    if (found === undefined) throw new Refused(404, 'GET /local/channels lists every channel.');
    return found;
  };

  /** With the first messages in it, by its own chair, the first time that somebody looks. */
  const opened = ({ id, name }: TeamChannel): Conversation => {
    const known = conversations.find(id);
    if (known !== undefined && known.messages.length > 0) return known;
    const chair = given.people.find(({ roles }) =>
      roles.some((role) => role.startsWith(`Network chair, ${name}`)),
    );
    const conversation = conversations.open(id, 'channel', chair?.id ?? '');
    for (const text of chair === undefined ? [] : openers) note(conversation, chair, text);
    return conversation;
  };

  const note = (conversation: Conversation, by: Account | undefined, text: string) =>
    by &&
    conversations.add(conversation, 'person', { type: 'message', text, from: { name: by.name } });

  return [
    route('GET', '/local/channels', () => ok(channels)),
    route('GET', '/local/channel', ({ url }) => {
      const channel = get(url.searchParams.get('channel') ?? '');
      return ok({ ...channel, messages: opened(channel).messages });
    }),
    route('POST', '/local/channel', async ({ request }) => {
      const { person, channel, text } = saySchema.parse(await readJson(request));
      const account = accounts.get(person);
      const conversation = opened(get(channel));
      const mention = `@${given.botName}`;
      if (!text.includes(mention)) {
        note(conversation, account, text);
        return ok({ status: 200, body: '', activities: [] });
      }
      const said = text.replaceAll(mention, `<at>${given.botName}</at>`);
      const { id } = conversation;
      return ok(
        await given.channel.send(account, {
          type: 'message',
          text: said,
          conversation: {
            id,
            conversationType: 'channel',
            isGroup: true,
            tenantId: account.tenant,
          },
        }),
      );
    }),
  ];
}
