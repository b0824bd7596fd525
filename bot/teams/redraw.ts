import { createHash } from 'node:crypto';
import { defined } from '../cards/card.ts';
import { paramsSchema, viewSchema } from '../cards/views.ts';
import type { Card } from '../cards/render.ts';
import type {
  Caller,
  Cards,
  Changed,
  Clock,
  Conversation,
  Conversations,
  ShownCard,
  Subject,
} from '../use-cases/ports.ts';
import { tracesOn } from '../use-cases/nudge-trace.ts';
import type { Draw } from './draw.ts';
import { createReadings, type Shows } from './readings.ts';
import { severalOf } from './several-of.ts';

/** A card where it stands. */
export interface Standing extends Shows {
  readonly conversation: Conversation;
  readonly activityId: string;
}

/** A card that a turn has just drawn, from facts read no earlier than `readAt`. */
export interface Fresh extends Standing {
  readonly subjects: readonly Subject[];
  readonly card: Card;
  readonly readAt: number;
}

/** Keeps a card as it is until the turn that answers it has drawn it anew. */
export interface Hold {
  release(fresh?: Fresh): void;
}

export interface Redraw {
  readonly changed: Changed;
  hold(conversationId: string, activityId: string): Hold;
  /** A card that has just been sent, or put in another's place. */
  stands(fresh: Fresh): void;
  /** Runs something that a turn need not wait for. */
  later(work: Promise<void>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

interface Slot {
  standing: Standing | undefined;
  /** When the facts on the card were read, and when they last changed. */
  readAt: number;
  changedAt: number;
  /** Drawn already, to be put in place. */
  fresh: Fresh | undefined;
  /** What this process put there last, while nobody has tapped it. */
  put: { readonly print: string; readonly at: number } | undefined;
  busy: boolean;
}

/** Cards of which this process knows how they stand; of others, storage does. */
const kept = 5_000;

/** Another process may have put another card there: one that came out the same is left for so long. */
const leftMs = 60_000;

/**
 * Draws cards again when what they show has changed: one drawing at a time for each, the latest
 * facts win. Where that fails, the card's own refresh mends it when somebody looks.
 */
export function createRedraw(given: {
  /** A way to draw from facts that are read from now on, each of them once. */
  reading: () => Draw;
  cards: Cards;
  conversations: Conversations;
  /** Nobody's old card shows what happened after they left. */
  isHere(caller: Caller): Promise<boolean>;
  clock: Clock;
  put(conversation: Conversation, activityId: string, card: Card): Promise<void>;
  failed(what: {
    organisation: string;
    view: string;
    traces?: readonly string[];
    error: unknown;
  }): void;
}): Redraw {
  const slots = new Map<string, Slot>();
  const readings = createReadings(given.reading);
  /** When a subject changed last, while its cards are looked for. */
  const changes = new Map<string, number>();
  const underWay = new Set<Promise<void>>();

  const later = (work: Promise<void>): void => {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  };

  const slotOf = (conversationId: string, activityId: string): Slot => {
    const key = `${conversationId} ${activityId}`;
    const slot = slots.get(key) ?? emptySlot();
    slots.delete(key);
    slots.set(key, slot);
    for (const [oldest, { busy }] of slots) {
      if (slots.size <= kept) break;
      if (!busy) slots.delete(oldest);
    }
    return slot;
  };

  const run = (slot: Slot): void => {
    if (slot.busy || !isDue(slot)) return;
    slot.busy = true;
    later(
      work(slot).finally(() => {
        slot.busy = false;
        run(slot);
      }),
    );
  };

  const work = async (slot: Slot): Promise<void> => {
    while (isDue(slot)) {
      const { fresh, standing } = slot;
      slot.fresh = undefined;
      if (standing === undefined) {
        slot.readAt = performance.now();
        return;
      }
      const { caller, view, conversation, activityId } = standing;
      try {
        const card = fresh?.card ?? (await drawAnew(slot, standing));
        const print = printOf(card);
        if (print === slot.put?.print && performance.now() - slot.put.at < leftMs) continue;
        // Until it has arrived, nobody knows which of the two is there.
        slot.put = undefined;
        await given.put(conversation, activityId, card);
        slot.put = { print, at: performance.now() };
      } catch (error) {
        const traces = tracesOn(caller, standing.params.nudges);
        given.failed({
          organisation: caller.organisation.code,
          view,
          ...(traces.length > 0 ? { traces } : {}),
          error,
        });
      }
    }
  };

  const drawAnew = (slot: Slot, standing: Standing): Promise<Card> => {
    const { card, readAt } = readings.draw(standing, slot.changedAt);
    slot.readAt = readAt;
    return card;
  };

  const remember = async (fresh: Fresh): Promise<void> => {
    const { caller, user, view, params, conversation, activityId } = fresh;
    try {
      for (const subject of fresh.subjects) {
        await given.cards.remember(caller.organisation, {
          subject,
          person: caller.person,
          view,
          params: { ...defined(params), viewer: user },
          conversationId: conversation.conversationId,
          activityId,
          shownAt: given.clock.now(),
        });
      }
    } catch (error) {
      given.failed({ organisation: caller.organisation.code, view, error });
    }
  };

  const stand = (fresh: Fresh): Slot => {
    const { caller, user, conversation, activityId, view, params } = fresh;
    const slot = slotOf(conversation.conversationId, activityId);
    slot.standing = { caller, user, conversation, activityId, view, params };
    slot.readAt = fresh.readAt;
    later(remember(fresh));
    return slot;
  };

  /** Looks for the cards of what has changed: one look at a time, and one more for all that changed meanwhile. */
  const lookFor = async (
    organisation: Caller['organisation'],
    subject: Subject,
    key: string,
  ): Promise<void> => {
    let changedAt = changes.get(key);
    while (changedAt !== undefined) {
      try {
        await redrawAll(organisation, await given.cards.showing(organisation, subject), changedAt);
      } catch (error) {
        given.failed({ organisation: organisation.code, view: 'all', error });
      }
      const latest = changes.get(key);
      changedAt = latest === changedAt ? undefined : latest;
    }
    changes.delete(key);
  };

  const redrawAll = async (
    organisation: Caller['organisation'],
    cards: readonly ShownCard[],
    changedAt: number,
  ): Promise<void> => {
    const byPerson = Map.groupBy(cards, ({ person }) => person);
    for (const [person, theirs] of byPerson) {
      const conversation = await given.conversations.find({ organisation, person });
      if (conversation === undefined) continue;
      const caller = { organisation, person, ...severalOf(conversation) };
      if (!(await given.isHere(caller))) continue;
      for (const shown of theirs) {
        const slot = slotOf(shown.conversationId, shown.activityId);
        // A turn of this process may have moved the card on since the row was read.
        slot.standing ??= standingOf(shown, caller, conversation);
        slot.changedAt = Math.max(slot.changedAt, changedAt);
        run(slot);
      }
    }
  };

  return {
    changed(organisation, subjects) {
      for (const subject of subjects) {
        const key = keyOf(organisation, subject);
        const underWayAlready = changes.has(key);
        changes.set(key, performance.now());
        if (!underWayAlready) later(lookFor(organisation, subject, key));
      }
    },
    hold(conversationId, activityId) {
      const slot = slotOf(conversationId, activityId);
      const mine = !slot.busy;
      slot.busy = true;
      // Its taps are being used: what comes next has new ones, and is put there even if it looks the same.
      slot.put = undefined;
      let held = true;
      return {
        release(fresh) {
          if (!held) return;
          held = false;
          if (fresh !== undefined) {
            stand(fresh);
            slot.fresh = fresh;
          }
          if (mine) slot.busy = false;
          run(slot);
        },
      };
    },
    stands(fresh) {
      stand(fresh).put = { print: printOf(fresh.card), at: performance.now() };
    },
    later,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function emptySlot(): Slot {
  const none = { standing: undefined, fresh: undefined, put: undefined };
  return { ...none, readAt: 0, changedAt: 0, busy: false };
}

function keyOf({ tenant, code }: Caller['organisation'], subject: Subject): string {
  return `${tenant} ${code} ${subject}`;
}

/** The same for cards that look and work the same: each drawing has taps of its own. */
function printOf(card: Card): string {
  const text = JSON.stringify(card, (name, value: unknown) => (name === 'tap' ? '' : value));
  return createHash('sha256').update(text).digest('base64');
}

function isDue(slot: Slot): boolean {
  return slot.fresh !== undefined || slot.changedAt > slot.readAt;
}

function standingOf(shown: ShownCard, caller: Caller, conversation: Conversation): Standing {
  const { viewer = '', ...params } = shown.params;
  return {
    caller,
    user: viewer,
    conversation: { ...conversation, conversationId: shown.conversationId },
    activityId: shown.activityId,
    view: viewSchema.parse(shown.view),
    params: paramsSchema.parse(params),
  };
}
