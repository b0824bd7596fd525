import { setTimeout as pause } from 'node:timers/promises';
import { answeredCard } from '../cards/agenda/channel.ts';
import type { Card } from '../cards/render.ts';
import type { Announcer } from '../use-cases/agenda/announce.ts';
import type { Doors } from '../use-cases/doors.ts';
import type { SendVerdict } from '../use-cases/nudge-ports.ts';
import type { Caller, Conversation, Conversations } from '../use-cases/ports.ts';
import { postCard } from './adapter.ts';
import type { Connectors } from './connectors.ts';
import { verdictOn } from './sender.ts';

const SUMMARY = 'The board has answered';
/** Tries of one message, where Teams asks to come again. */
const waitsMs = [1_000, 5_000];

/** Says what the board answered in a network's channel. */
export function createAnnouncer(given: {
  doors: Pick<Doors, 'agenda'>;
  conversations: Conversations;
  connectors: Connectors;
  teamsAppId: string;
}): Announcer {
  const { doors, conversations, connectors, teamsAppId } = given;

  return {
    async announce(as, { conversation, item }) {
      const [reader] = as;
      const near = await conversationOf(as);
      const card = reader && (await cardOf(reader, item));
      if (near === undefined || card === undefined) {
        return { kind: 'undeliverable', why: 'nowhere-to-reach', silent: false };
      }
      const { serviceUrl, botId, tenant } = near;
      const there = { serviceUrl, botId, tenant, conversationId: conversation };
      const client = await connectors.readyFor(serviceUrl);
      for (const wait of [...waitsMs, undefined]) {
        let verdict: SendVerdict = { kind: 'sent' };
        try {
          await postCard(client, there, card, SUMMARY);
        } catch (error) {
          verdict = verdictOn(error);
        }
        if (verdict.kind !== 'later' || wait === undefined) return verdict;
        await pause(Math.min(verdict.afterMs ?? wait, 10_000));
      }
      return { kind: 'later', why: 'too-busy' };
    },
  };

  /** A tenant has one service address, whoever's chat with the bot tells it. */
  async function conversationOf(as: readonly Caller[]): Promise<Conversation | undefined> {
    for (const caller of as) {
      const known = await conversations.find(caller);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  async function cardOf(reader: Caller, id: string): Promise<Card | undefined> {
    const { items, on } = await doors.agenda(reader);
    const item = items.find((each) => each.id === id);
    const organisation = reader.organisation.code;
    const viewer = { organisation, user: '', givenName: '', teamsAppId };
    return item && answeredCard(viewer, item, on);
  }
}
