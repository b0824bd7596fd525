import { channelCard } from '../cards/agenda/channel.ts';
import { elsewhereCard } from '../cards/greeting.ts';
import { isChannel } from './incoming.ts';
import type { LinkedRoom } from './meeting-chat.ts';

/** A network's channel: its chair links it, and hears there what the board answers. */
export const channelRoom: LinkedRoom = {
  isHere: isChannel,
  // A thread's id is its channel's, with the message that it began from.
  conversationOf: ({ conversation }) =>
    conversation.conversationId.split(';')[0] ?? conversation.conversationId,
  help: elsewhereCard,
  card: channelCard,
};
