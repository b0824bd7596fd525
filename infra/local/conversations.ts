import * as z from 'zod';

/** An activity as it went over the wire: what it holds is for bot and Teams to know. */
export const activitySchema = z.looseObject({ type: z.string(), id: z.optional(z.string()) });
export type Activity = z.infer<typeof activitySchema> & { id: string };

const messageSchema = z.object({
  by: z.enum(['bot', 'person']),
  activity: activitySchema.extend({ id: z.string() }),
  /** Practice time at which it was first shown. */
  shownAt: z.string(),
  /** When it last changed, counted over the whole house. */
  changed: z.number(),
});
type Message = z.infer<typeof messageSchema>;

export const conversationSchema = z.object({
  id: z.string(),
  kind: z.enum(['personal', 'groupChat', 'channel']),
  /** Entra object ids. */
  members: z.array(z.string()),
  /** Installed: the bot may speak. Removed: it is refused, as Teams would. */
  app: z.enum(['not-yet', 'installed', 'removed']),
  messages: z.array(messageSchema),
  /** Typing indicators, each by the count at which it came. */
  typing: z.array(z.number()),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** All that has been said, and how it stands now. */
export interface Conversations {
  /** Opens it where there is none. */
  open(id: string, kind: Conversation['kind'], member: string): Conversation;
  find(id: string): Conversation | undefined;
  all(): Conversation[];
  /** The count so far: what comes later has a higher one. */
  count(): number;
  add(conversation: Conversation, by: Message['by'], activity: Record<string, unknown>): Activity;
  /** Redraws one that stands there; undefined where there is none by that id. */
  replace(
    conversation: Conversation,
    id: string,
    activity: Record<string, unknown>,
  ): Activity | undefined;
  remove(conversation: Conversation, id: string): 'removed' | 'no-such-activity';
  noteTyping(conversation: Conversation): void;
  setApp(conversation: Conversation, app: Conversation['app']): void;
  /** What the bot said or redrew after `count`, oldest first. */
  since(conversation: Conversation, count: number): Activity[];
}

export function createConversations(given: {
  /** What was kept of an earlier run. */
  kept?: readonly Conversation[];
  /** Practice time. */
  now: () => string;
  changed?: (conversation: Conversation) => void;
}): Conversations {
  const byId = new Map((given.kept ?? []).map((each) => [each.id, each]));
  let counted = Math.max(
    0,
    ...[...byId.values()].flatMap(({ messages, typing }) => [
      ...messages.map((message) => message.changed),
      ...typing,
    ]),
  );
  let lastId = 0;

  /** Teams' ids are the milliseconds since 1970. */
  const nextId = () => {
    lastId = Math.max(Date.now(), lastId + 1);
    return String(lastId);
  };
  const tell = (conversation: Conversation) => given.changed?.(conversation);

  return {
    open(id, kind, member) {
      const found = byId.get(id);
      if (found !== undefined) {
        if (!found.members.includes(member)) found.members.push(member);
        return found;
      }
      const opened: Conversation = {
        id,
        kind,
        members: [member],
        app: 'not-yet',
        messages: [],
        typing: [],
      };
      byId.set(id, opened);
      return opened;
    },
    find: (id) => byId.get(id),
    all: () => [...byId.values()],
    count: () => counted,
    add(conversation, by, activity) {
      const added = { ...activitySchema.parse(activity), id: nextId() };
      const message = { by, activity: added, shownAt: given.now(), changed: ++counted };
      conversation.messages.push(message);
      tell(conversation);
      return added;
    },
    replace(conversation, id, activity) {
      const found = conversation.messages.find((message) => message.activity.id === id);
      if (found === undefined) return undefined;
      found.activity = { ...activitySchema.parse(activity), id };
      found.changed = ++counted;
      tell(conversation);
      return found.activity;
    },
    remove(conversation, id) {
      const at = conversation.messages.findIndex((message) => message.activity.id === id);
      if (at < 0) return 'no-such-activity';
      conversation.messages.splice(at, 1);
      counted += 1;
      tell(conversation);
      return 'removed';
    },
    noteTyping(conversation) {
      conversation.typing.push(++counted);
      tell(conversation);
    },
    setApp(conversation, app) {
      conversation.app = app;
      tell(conversation);
    },
    since: (conversation, count) =>
      conversation.messages
        .filter(({ by, changed }) => by === 'bot' && changed > count)
        .map(({ activity }) => activity),
  };
}
