import { defined } from '../cards/card.ts';
import { paramsSchema, viewSchema, type Params, type View } from '../cards/views.ts';
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
import type { Draw } from './draw.ts';

/** A card where it stands. */
export interface Standing {
  readonly caller: Caller;
  /** The viewer's id in Teams. */
  readonly user: string;
  readonly conversation: Conversation;
  readonly activityId: string;
  readonly view: View;
  readonly params: Params;
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
  busy: boolean;
}

/** Cards of which this process knows how they stand; of others, storage does. */
const kept = 5_000;

/**
 * Draws cards again when what they show has changed: one drawing at a time for each, the latest
 * facts win. Where that fails, the card's own refresh mends it when somebody looks.
 */
export function createRedraw(given: {
  draw: Draw;
  cards: Cards;
  conversations: Conversations;
  clock: Clock;
  put(conversation: Conversation, activityId: string, card: Card): Promise<void>;
  failed(what: { organisation: string; view: string; error: unknown }): void;
}): Redraw {
  const slots = new Map<string, Slot>();
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
      if (fresh === undefined) slot.readAt = performance.now();
      if (standing === undefined) return;
      const { caller, user, view, params, conversation, activityId } = standing;
      try {
        const { card } = fresh ?? (await given.draw(caller, user, view, params));
        await given.put(conversation, activityId, card);
      } catch (error) {
        given.failed({ organisation: caller.organisation.code, view, error });
      }
    }
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

  const stands = (fresh: Fresh): void => {
    const slot = slotOf(fresh.conversation.conversationId, fresh.activityId);
    slot.standing = fresh;
    slot.readAt = fresh.readAt;
    later(remember(fresh));
  };

  const redrawAll = async (
    organisation: Caller['organisation'],
    subjects: readonly Subject[],
    changedAt: number,
  ): Promise<void> => {
    try {
      for (const subject of subjects) {
        for (const shown of await given.cards.showing(organisation, subject)) {
          const caller = { organisation, person: shown.person };
          const conversation = await given.conversations.find(caller);
          if (conversation === undefined) continue;
          const slot = slotOf(shown.conversationId, shown.activityId);
          // A turn of this process may have moved the card on since the row was read.
          slot.standing ??= standingOf(shown, caller, conversation);
          slot.changedAt = Math.max(slot.changedAt, changedAt);
          run(slot);
        }
      }
    } catch (error) {
      given.failed({ organisation: organisation.code, view: 'all', error });
    }
  };

  return {
    changed(organisation, subjects) {
      later(redrawAll(organisation, subjects, performance.now()));
    },
    hold(conversationId, activityId) {
      const slot = slotOf(conversationId, activityId);
      const mine = !slot.busy;
      slot.busy = true;
      let held = true;
      return {
        release(fresh) {
          if (!held) return;
          held = false;
          if (fresh !== undefined) {
            stands(fresh);
            slot.fresh = fresh;
          }
          if (mine) slot.busy = false;
          run(slot);
        },
      };
    },
    stands,
    later,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function emptySlot(): Slot {
  return { standing: undefined, readAt: 0, changedAt: 0, fresh: undefined, busy: false };
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
