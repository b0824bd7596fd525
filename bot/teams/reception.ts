import type { Viewer } from '../cards/card.ts';
import type { Doors, Identified } from '../use-cases/doors.ts';
import { actingIn, everyoneOf } from '../use-cases/own-organisations.ts';
import type { Caller, Conversation, Conversations } from '../use-cases/ports.ts';
import type { Speaker } from './adapter.ts';
import type { Draw } from './draw.ts';
import type { Incoming } from './incoming.ts';
import type { Redraw } from './redraw.ts';
import { severalOf } from './several-of.ts';
import { Refusal } from './refusal.ts';
import type { Watches } from './watch.ts';

/** What a turn was about, for the log: ids and codes alone. */
export interface About {
  organisation?: string;
  person?: string;
  verb?: string;
  outcomes?: readonly string[];
  /** Of a reminder's card: which reminders it showed. */
  traces?: readonly string[];
}

/** One activity, let in and read. */
export interface Turn {
  readonly incoming: Incoming;
  readonly tenant: string;
  /** Their id in Teams. */
  readonly user: string;
  readonly conversation: Conversation;
  readonly correlationId: string;
  readonly speaker: Speaker;
  readonly about: About;
}

export interface TurnParts {
  readonly doors: Doors;
  readonly conversations: Conversations;
  readonly draw: Draw;
  readonly redraw: Redraw;
  readonly watches: Pick<Watches, 'hear'>;
  readonly teamsAppId: string;
  readonly reached: Reached;
  readonly welcoming: Welcoming;
  /** A fault that the person is told of kindly, so that the HTTP answer doesn't show it. */
  readonly faulted: (error: unknown, turn: Turn) => void;
}

export type Known = Extract<Identified, { kind: 'known' }>;
/** Welcomes leave at the pace that all messages keep. */
export interface Welcoming {
  /** Resolves when it was said, or soon, where others are first: it is said in its turn then. */
  deliver(caller: Caller): Promise<void>;
  /** Whether one more message may leave about now. */
  hasRoom(tenant: string): Promise<boolean>;
}

export interface Reception {
  /** `again`: also whether another organisation lists them by now. */
  identify(turn: Turn, look?: 'again'): Promise<Identified>;
  /** Without asking Teams, which no longer answers once the app is removed. */
  identifyLinked(turn: Turn): Promise<Identified>;
  /** Who they are in the organisation that a card names; refused where it is none of theirs. */
  actingIn(turn: Turn, who: Known, named: string | undefined, verb: string): Caller;
  /**
   * Where they can be reached, in each of their organisations: it is the one chat. Written only when
   * it isn't as this process saw it last.
   */
  remember(who: Known, turn: Turn): Promise<void>;
  forget(who: Known): Promise<void>;
  /** Somebody who isn't known, or not yet. */
  stranger(turn: Turn): Viewer;
  /** Whether this chat has been told already whom to ask. */
  greetedStranger(turn: Turn): 'now' | 'before';
}

/** Where this process has noted people to be reached; let go, they are noted again when heard from. */
export interface Reached {
  is(caller: Caller, conversation: string): boolean;
  note(caller: Caller, conversation: string): void;
  letGo(caller: Caller): void;
}

export function createReached(): Reached {
  const reached = new Map<string, { conversation: string; at: number }>();
  return {
    is(caller, conversation) {
      const noted = reached.get(keyOf(caller));
      return (
        noted?.conversation === conversation && performance.now() - noted.at < forgottenAfterMs
      );
    },
    note: (caller, conversation) =>
      keep(reached, keyOf(caller), { conversation, at: performance.now() }),
    letGo: (caller) => void reached.delete(keyOf(caller)),
  };
}

/** Another process may have found that they are gone: what is noted here holds for so long. */
const forgottenAfterMs = 10 * 60_000;

/** People and chats of which this process remembers what it did last. */
const kept = 10_000;

export function createReception(parts: TurnParts): Reception {
  const { doors, conversations, teamsAppId, reached } = parts;
  const greeted = new Map<string, true>();

  const identifyWith = async (
    turn: Turn,
    address: () => Promise<{ address: string; guest: boolean } | undefined>,
    look?: 'again',
  ): Promise<Identified> => {
    const objectId = turn.incoming.from.aadObjectId;
    if (objectId === undefined) throw new Refusal(403, 'nobody-named');
    const atHand = look === 'again' ? { atHand: true as const } : {};
    const who = await doors.identify({ tenant: turn.tenant, objectId, address, ...atHand });
    if (who.kind === 'known') {
      turn.about.organisation = who.caller.organisation.code;
      turn.about.person = who.caller.person;
    } else {
      turn.about.outcomes = [who.because];
    }
    return who;
  };

  return {
    identify: (turn, look) => identifyWith(turn, () => turn.speaker.member(), look),
    identifyLinked: (turn) => identifyWith(turn, async () => undefined),
    actingIn(turn, who, named, verb) {
      const caller = actingIn(who, named);
      if (caller === undefined) throw new Refusal(403, 'other-organisation', verb);
      turn.about.organisation = caller.organisation.code;
      turn.about.person = caller.person;
      return caller;
    },
    async remember(who, { conversation }) {
      for (const caller of everyoneOf(who)) {
        const theirs = { ...conversation, ...severalOf(caller) };
        const now = JSON.stringify(theirs);
        if (reached.is(caller, now)) continue;
        await conversations.remember(caller, theirs);
        reached.note(caller, now);
      }
    },
    async forget(who) {
      for (const caller of everyoneOf(who)) {
        reached.letGo(caller);
        await conversations.forget(caller);
      }
    },
    stranger: ({ user }) => ({ organisation: '', user, givenName: '', teamsAppId }),
    greetedStranger({ conversation, incoming }) {
      const key = `${conversation.conversationId} ${incoming.from.id}`;
      if (greeted.has(key)) return 'before';
      keep(greeted, key, true);
      return 'now';
    },
  };
}

function keyOf({ organisation, person }: Caller): string {
  return `${organisation.tenant} ${organisation.code} ${person}`;
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= kept) break;
    map.delete(oldest);
  }
}
