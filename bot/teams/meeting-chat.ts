import { meetingChatCard, seriesCard, type SeriesState } from '../cards/meeting.ts';
import type { Card } from '../cards/render.ts';
import { faultCard } from '../cards/trouble.ts';
import type { Viewer } from '../cards/card.ts';
import type { Act, LinkSeries } from '../contract/acts.ts';
import type { Me } from '../contract/views.ts';
import { everyoneOf } from '../use-cases/own-organisations.ts';
import type { Caller } from '../use-cases/ports.ts';
import { isMeetingChat, type Incoming } from './incoming.ts';
import { seriesIntentOf } from './intents.ts';
import type { Asked } from './press.ts';
import type { Known, Reception, Turn, TurnParts } from './reception.ts';
import { Refusal } from './refusal.ts';

export interface MeetingChat {
  /** One card for whatever is said there: help, or what became of a link. Nothing of anybody's own. */
  said(turn: Turn): Promise<Card>;
  /** The buttons of those cards, and no others. */
  pressed(turn: Turn, asked: Asked): Promise<PressedThere>;
}

interface PressedThere {
  readonly card: Card;
  /** Nothing was changed: for whoever pressed, and the card that all see stays as it is. */
  readonly refused: boolean;
}

/** A place in Teams that a network's chair links, and what its cards say. */
export interface LinkedRoom {
  isHere(incoming: Incoming): boolean;
  /** What is linked, by its id in Teams. */
  conversationOf(turn: Turn): string;
  help(viewer: Viewer): Card;
  card(viewer: Viewer, state: SeriesState): Card;
}

const meetingRoom: LinkedRoom = {
  isHere: isMeetingChat,
  conversationOf: ({ conversation }) => conversation.conversationId,
  help: meetingChatCard,
  card: seriesCard,
};

/** The bot in a meeting's chat, where everybody reads along: a chair links the series there. */
export function createMeetingChat(
  parts: TurnParts,
  reception: Reception,
  room: LinkedRoom = meetingRoom,
): MeetingChat {
  const { doors, teamsAppId } = parts;

  return {
    async said(turn) {
      const intent = seriesIntentOf(turn.incoming.text ?? '');
      if (intent === 'link') return (await orTryAgain(turn, () => link(turn, undefined))).card;
      if (intent === 'unlink') return (await orTryAgain(turn, () => unlink(turn))).card;
      return room.help(reception.stranger(turn));
    },
    async pressed(turn, { verb, data }) {
      const { network, organisation } = data;
      if (verb !== 'link-series' && verb !== 'unlink-series') refuse('personal-chat-only');
      if (!room.isHere(turn.incoming)) refuse('meeting-chat-only');
      if (organisation !== undefined && typeof organisation !== 'string') refuse('unreadable-act');
      const named = organisation || undefined;
      if (verb === 'unlink-series') return orTryAgain(turn, () => unlink(turn, named));
      if (typeof network !== 'string' || network.length > 120) refuse('unreadable-act');
      return orTryAgain(turn, () => link(turn, network, named));
    },
  };

  async function link(
    turn: Turn,
    chosen: string | undefined,
    named?: string,
  ): Promise<PressedThere> {
    const who = await known(turn, named);
    if (who === undefined) return helpOnly(turn);
    const { caller, me, viewer } = who;
    const chaired = networksOf(me);
    const [first, ...others] = chaired;
    if (first === undefined) return shown(viewer, { kind: 'chairs-only' });
    if (chosen === undefined && others.length > 0) {
      return shown(viewer, { kind: 'choose', networks: chaired });
    }
    const network = chosen ?? first.id;
    const conversation = room.conversationOf(turn);
    const refused = await perform(turn, caller, {
      verb: 'link-series',
      data: { network, conversation },
    });
    const name = chaired.find(({ id }) => id === network)?.name ?? '';
    return shown(viewer, refused ?? { kind: 'linked', network: name });
  }

  async function unlink(turn: Turn, named?: string): Promise<PressedThere> {
    const who = await known(turn, named);
    if (who === undefined) return helpOnly(turn);
    const conversation = room.conversationOf(turn);
    const act: Act = { verb: 'unlink-series', data: { conversation } };
    const refused = await perform(turn, who.caller, act);
    return shown(who.viewer, refused ?? { kind: 'unlinked' });
  }

  function shown(viewer: Viewer, state: SeriesState): PressedThere {
    const refused = state.kind === 'refused' || state.kind === 'chairs-only';
    return { card: room.card(viewer, state), refused };
  }

  function helpOnly(turn: Turn): PressedThere {
    return { card: room.help(reception.stranger(turn)), refused: true };
  }

  async function known(
    turn: Turn,
    named: string | undefined,
  ): Promise<{ caller: Caller; me: Me; viewer: Viewer } | undefined> {
    const who = await reception.identify(turn);
    if (who.kind === 'unknown') return undefined;
    // Nobody can tell whose chat it is: the first of their organisations in which they chair a network.
    const asked = named ?? (await organisationOfChair(who));
    const caller = reception.actingIn(turn, who, asked, 'link-series');
    const organisation = caller.organisation.code;
    const viewer = { organisation, user: '', givenName: '', teamsAppId };
    return { caller, me: await doors.me(caller), viewer };
  }

  async function organisationOfChair(who: Known): Promise<string | undefined> {
    if (who.others === undefined) return undefined;
    for (const caller of everyoneOf(who)) {
      if (networksOf(await doors.me(caller)).length > 0) return caller.organisation.code;
    }
    return undefined;
  }

  async function perform(
    turn: Turn,
    caller: Caller,
    act: Act | LinkSeries,
  ): Promise<SeriesState | undefined> {
    const [done] = await doors.perform(caller, act);
    turn.about.verb = act.verb;
    if (done?.outcome.kind !== 'refused') {
      turn.about.outcomes = [done?.outcome.kind ?? 'done'];
      return undefined;
    }
    const { because } = done.outcome;
    turn.about.outcomes = [because];
    return { kind: 'refused', because };
  }

  async function orTryAgain(
    turn: Turn,
    answer: () => Promise<PressedThere>,
  ): Promise<PressedThere> {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      parts.faulted(error, turn);
      return { card: faultCard(reception.stranger(turn), error), refused: true };
    }
  }
}

function refuse(because: string): never {
  throw new Refusal(403, because);
}

function networksOf(me: Me): { id: string; name: string }[] {
  const chaired = me.roles.flatMap(({ role, network }) =>
    (role === 'network-chair' || role === 'network-deputy') && network ? [network] : [],
  );
  return [...new Map(chaired.map((network) => [network.id, network])).values()];
}
