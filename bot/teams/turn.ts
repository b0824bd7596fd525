import { elsewhereCard, unlinkedCard } from '../cards/greeting.ts';
import type { Card } from '../cards/render.ts';
import { faultCard } from '../cards/trouble.ts';
import type { Speaker } from './adapter.ts';
import { channelRoom } from './channel-room.ts';
import { isChannel, isMeetingChat, isShared, type Incoming } from './incoming.ts';
import { intentOf } from './intents.ts';
import { createMeetingChat } from './meeting-chat.ts';
import { askedByExecute, askedBySubmit, readExecute, readSubmit, type Press } from './press.ts';
import { readMeetingEvent } from './meeting-event.ts';
import { createPressing } from './pressing.ts';
import { askedBy, pressOf } from './sentence.ts';
import { createReception, type Turn, type TurnParts } from './reception.ts';
import { createRaiseFromMessage } from './raise-from-message.ts';
import type { Hold } from './redraw.ts';
import { everyoneOf } from '../use-cases/own-organisations.ts';
import { Refusal } from './refusal.ts';
import { saidOf } from './said-of.ts';

/** What Teams is answered over HTTP. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const taken: Answer = { status: 200 };
/** Longer than this and the person sees that an answer is on its way. */
const silenceMs = 1_500;

export type TakeTurn = (turn: Turn) => Promise<Answer>;

/** Activity → whose → what they want → use case → card. */
export function createTurns(parts: TurnParts): TakeTurn {
  const { redraw, conversations } = parts;
  const reception = createReception(parts);
  const pressing = createPressing(parts, reception);
  const meetingChat = createMeetingChat(parts, reception);
  const channel = createMeetingChat(parts, reception, channelRoom);
  const raiseFromMessage = createRaiseFromMessage(parts, reception);

  return (turn) => {
    const { incoming } = turn;
    switch (incoming.type) {
      case 'message':
        return hasValue(incoming) ? submitted(turn) : said(turn);
      case 'invoke':
        return executed(turn);
      case 'installationUpdate':
        if (incoming.action === 'remove') return uninstalled(turn);
        return incoming.action?.startsWith('add') ? installed(turn) : Promise.resolve(taken);
      case 'conversationUpdate':
        if (tookUsOff(incoming)) return uninstalled(turn);
        return broughtUs(incoming) ? installed(turn) : Promise.resolve(taken);
      // Nothing to answer, but they are there: somebody edits, takes back or reacts.
      case 'messageUpdate':
      case 'messageDelete':
      case 'messageReaction':
        return noticed(turn);
      case 'event':
        return heard(turn);
      default:
        return Promise.resolve(taken);
    }
  };

  /** A meeting began or ended: nobody is answered, and what became of it is in the turn's one line. */
  async function heard(turn: Turn): Promise<Answer> {
    const event = readMeetingEvent(turn.incoming);
    if (event === undefined) return taken;
    const { serviceUrl, conversationId } = turn.conversation;
    const where = { tenant: turn.tenant, serviceUrl, conversationId, meetingId: event.id };
    turn.about.verb = `meeting-${event.kind}`;
    turn.about.outcomes = await parts.watches.hear(event, where);
    return taken;
  }

  async function said(turn: Turn): Promise<Answer> {
    const { incoming, speaker } = turn;
    // Others read along here: what the bot is, and never anything of anybody's own.
    if (isMeetingChat(incoming)) return say(speaker, await meetingChat.said(turn));
    if (isChannel(incoming)) return say(speaker, await channel.said(turn));
    if (isShared(incoming)) return say(speaker, elsewhereCard(reception.stranger(turn)));
    const view = intentOf(incoming.text ?? '');
    const stopTyping = typeAfterAWhile(speaker);
    let card: Card;
    let stand = (_activityId: string): void => {};
    try {
      const look = view === 'organisations' ? ('again' as const) : undefined;
      const who = await reception.identify(turn, look);
      if (who.kind === 'unknown') {
        card = unlinkedCard(reception.stranger(turn), who.because, who.ask);
      } else {
        await reception.remember(who, turn);
        const { caller } = who;
        const text = incoming.text ?? '';
        const viewer = reception.stranger(turn);
        const asked = await askedBy(parts.doors, caller, { intent: view, text, viewer });
        if (asked.kind === 'card') {
          card = await saidOf(parts.doors, caller, asked.card);
        } else {
          const { card: drawn, fresh } = await pressing.answerKnown(turn, caller, pressOf(asked));
          card = drawn;
          stand = (activityId) => {
            if (fresh !== undefined) redraw.stands({ ...fresh, activityId });
          };
        }
      }
    } catch (error) {
      if (error instanceof Refusal) throw error;
      parts.faulted(error, turn);
      const again = { verb: 'show', data: { view, params: {} } };
      card = faultCard(reception.stranger(turn), error, again);
    } finally {
      await stopTyping();
    }
    return say(speaker, card, stand);
  }

  async function executed(turn: Turn): Promise<Answer> {
    const { incoming } = turn;
    if (raiseFromMessage.takes(incoming.name)) return raiseFromMessage.answer(turn);
    if (incoming.name !== 'adaptiveCard/action') throw new Refusal(400, 'unknown-invoke');
    if (isShared(incoming)) {
      const asked = askedByExecute(incoming.value);
      const { card, refused } = await (isChannel(incoming) ? channel : meetingChat).pressed(
        turn,
        asked,
      );
      // The answer is seen by whoever pressed alone; the card is everybody's.
      const pressed = incoming.replyToId;
      if (!refused && pressed !== undefined) await turn.speaker.put(pressed, card);
      return cardAnswer(card);
    }
    const press = readExecute(incoming.value);
    const activityId = incoming.replyToId;
    // What Teams fetches whenever somebody looks changes nothing, so nothing need be redrawn.
    if (press.kind === 'show' && press.asked.verb === 'refresh') {
      return cardAnswer((await pressing.answer(turn, press)).card);
    }
    const hold = holdOf(turn);
    try {
      const { card, fresh } = await pressing.answerOrTryAgain(turn, press);
      if (fresh && activityId !== undefined) hold?.release({ ...fresh, activityId });
      return cardAnswer(card);
    } finally {
      hold?.release();
    }
  }

  /** The same button as a message: the card that was pressed is put anew, or else a new one sent. */
  async function submitted(turn: Turn): Promise<Answer> {
    const { incoming, speaker } = turn;
    if (isShared(incoming)) {
      const asked = askedBySubmit(incoming.value);
      const { card, refused } = await (isChannel(incoming) ? channel : meetingChat).pressed(
        turn,
        asked,
      );
      const pressed = incoming.replyToId;
      if (refused || pressed === undefined) return say(speaker, card);
      return (await speaker.put(pressed, card)) === 'put' ? taken : say(speaker, card);
    }
    const press: Press = readSubmit(incoming.value);
    const pressed = incoming.replyToId;
    const hold = holdOf(turn);
    try {
      const { card, fresh } = await pressing.answerOrTryAgain(turn, press);
      const stand = (activityId: string): void => {
        if (fresh) redraw.stands({ ...fresh, activityId });
      };
      if (pressed === undefined) return await say(speaker, card, stand);
      const put = await speaker.put(pressed, card);
      if (put === 'gone') return await say(speaker, card, stand);
      stand(pressed);
      return taken;
    } finally {
      hold?.release();
    }
  }

  function holdOf({ incoming, conversation }: Turn): Hold | undefined {
    const { replyToId } = incoming;
    return replyToId === undefined
      ? undefined
      : redraw.hold(conversation.conversationId, replyToId);
  }

  /** Teams tells of an installation twice, and again later: one welcome all the same. */
  async function installed(turn: Turn): Promise<Answer> {
    const { incoming, speaker } = turn;
    if (isShared(incoming) || incoming.from.aadObjectId === undefined) return taken;
    const who = await reception.identify(turn);
    if (who.kind === 'unknown') {
      if (reception.greetedStranger(turn) === 'before') return taken;
      // Where everybody gets the app at once, whom nobody knows is told when they write.
      if (!(await parts.welcoming.hasRoom(turn.tenant))) return taken;
      return say(speaker, unlinkedCard(reception.stranger(turn), who.because, who.ask));
    }
    const { caller } = who;
    await reception.remember(who, turn);
    if (await conversations.welcomeOnce(caller, everyoneOf(who))) {
      await parts.welcoming.deliver(caller);
    }
    return taken;
  }

  async function noticed(turn: Turn): Promise<Answer> {
    if (isShared(turn.incoming) || turn.incoming.from.aadObjectId === undefined) return taken;
    const who = await reception.identifyLinked(turn);
    if (who.kind === 'known') await reception.remember(who, turn);
    return taken;
  }

  async function uninstalled(turn: Turn): Promise<Answer> {
    if (isShared(turn.incoming) || turn.incoming.from.aadObjectId === undefined) return taken;
    const who = await reception.identifyLinked(turn);
    if (who.kind === 'known') await reception.forget(who);
    return taken;
  }
}

async function say(
  speaker: Speaker,
  card: Card,
  stand: (activityId: string) => void = () => {},
): Promise<Answer> {
  const activityId = await speaker.say(card);
  if (activityId !== undefined) stand(activityId);
  return taken;
}

/** Shows that an answer is on its way; what it returns makes sure that no typing comes after it. */
function typeAfterAWhile(speaker: Speaker): () => Promise<void> {
  let typing = Promise.resolve();
  const timer = setTimeout(() => {
    // Nobody misses a typing indicator that didn't arrive.
    typing = speaker.typing().catch(() => {});
  }, silenceMs);
  return () => {
    clearTimeout(timer);
    return typing;
  };
}

function hasValue({ value }: Incoming): boolean {
  return value !== undefined && value !== null;
}

function broughtUs({ membersAdded = [], recipient }: Incoming): boolean {
  return membersAdded.some(({ id }) => id === recipient.id);
}

function tookUsOff({ membersRemoved = [], recipient }: Incoming): boolean {
  return membersRemoved.some(({ id }) => id === recipient.id);
}

function cardAnswer(card: Card): Answer {
  const type = 'application/vnd.microsoft.card.adaptive';
  return { status: 200, body: { statusCode: 200, type, value: card } };
}
