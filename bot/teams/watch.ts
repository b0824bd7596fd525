import type { PersonId } from '../domain/facts.ts';
import { epochMilliseconds, type Instant } from '../domain/time.ts';
import { mapAtMost } from '../use-cases/bounded.ts';
import type { Asked, MeetingRoom, Place } from '../use-cases/meeting-room.ts';
import type { Caller, Clock } from '../use-cases/ports.ts';
import type { MeetingEvent } from './meeting-event.ts';
import type { Attending } from './participants.ts';

/** Where a meeting in Teams is, and how to ask about it. */
export interface TeamsMeeting {
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly meetingId: string;
}

/** Offers a meeting to somebody who was there: said at once or not at all, never kept for later. */
export type SendOffer = (caller: Caller, user: string, place: Place) => Promise<void>;

export interface Watches {
  /** What became of an event, a code for each meeting that it is about. */
  hear(event: MeetingEvent, where: TeamsMeeting): Promise<string[]>;
  /** Looks where a look is due, and offers where a meeting is over. */
  tick(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Forgets all that run: nothing is offered for them. */
  forget(): void;
}

/** [ours] Each executive is asked about at the start, so often, and at the end. */
const LOOK_EVERY_MS = 10 * 60_000;
/** By real time: a look is taken at the tick that is nearest to ten minutes. */
const TICK_MS = 15_000;
/** Questions to Teams, and offers, at once. */
const AT_ONCE = 5;

interface Watch {
  readonly place: Place;
  readonly where: TeamsMeeting;
  /** Who was there at one of the looks. In memory alone, until the meeting is over. */
  readonly there: Map<PersonId, { caller: Caller; user: string }>;
  ends: Instant;
  lookedAt: number;
  /** Teams said that it ended. */
  ended: boolean;
  work: Promise<void>;
}

/**
 * The meetings that run now. Who was there is known here and nowhere else, and gone with the
 * process; then nothing is offered.
 */
export function createWatches(given: {
  room: MeetingRoom;
  clock: Clock;
  ask(asked: Asked, where: TeamsMeeting): Promise<Attending>;
  send: SendOffer;
  /** A look or an offer that failed: for the log, and without whom it was about. */
  failed(what: { place: Place; step: 'look' | 'offer'; error: unknown }): void;
}): Watches {
  const { room, clock } = given;
  const watches = new Map<string, Watch>();
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const now = (): number => epochMilliseconds(clock.now());

  const keepTime = (): void => {
    if (watches.size === 0) {
      clearInterval(timer);
      timer = undefined;
    } else {
      timer ??= setInterval(() => void tick(), TICK_MS).unref();
    }
  };

  const leave = (watch: Watch): void => {
    watches.delete(keyOf(watch.place, watch.where));
    watch.there.clear();
    keepTime();
  };

  /** One thing at a time for each meeting, in the order in which they came. */
  const then = (watch: Watch, step: () => Promise<void>): void => {
    const work = watch.work.then(async () => {
      if (watches.get(keyOf(watch.place, watch.where)) !== watch) return;
      try {
        await step();
      } catch (error) {
        given.failed({ place: watch.place, step: 'look', error });
      }
    });
    watch.work = work;
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  const look = async (watch: Watch): Promise<void> => {
    const { place, where, there } = watch;
    watch.lookedAt = now();
    const verdict = await room.judge(place);
    if (verdict.kind === 'leave') return leave(watch);
    watch.ends = verdict.ends;
    // Whoever was seen needs no second question, until the end of a meeting has to be guessed.
    const guessing = !watch.ended && now() >= epochMilliseconds(verdict.ends) + LOOK_EVERY_MS;
    const executives = await room.executives(place);
    const asked = executives.filter(({ caller }) => guessing || !there.has(caller.person));
    let failure: { error: unknown } | undefined;
    let anybody = false;
    await mapAtMost(AT_ONCE, asked, async (executive) => {
      try {
        const found = await given.ask(executive, where);
        if (found.kind === 'not-there') return;
        anybody = true;
        const { caller } = executive;
        there.set(caller.person, { caller, user: found.user });
      } catch (error) {
        failure = { error };
      }
    });
    if (failure !== undefined) given.failed({ place, step: 'look', ...failure });
    // Another process may have heard the end: well past the calendar's end, an empty room is one.
    if (guessing && !anybody && failure === undefined) watch.ended = true;
  };

  const conclude = async (watch: Watch): Promise<void> => {
    const { place, there } = watch;
    const verdict = await room.judge(place);
    if (verdict.kind === 'leave') return leave(watch);
    watch.ends = verdict.ends;
    if (!verdict.over) return;
    const offered = await room.offers(place, [...there.keys()]);
    const guests = offered.flatMap((person) => there.get(person) ?? []);
    leave(watch);
    await mapAtMost(AT_ONCE, guests, async ({ caller, user }) => {
      try {
        await given.send(caller, user, place);
      } catch (error) {
        given.failed({ place, step: 'offer', error });
      }
    });
  };

  /** A meeting that ended early is offered once the calendar's end has come: then it can be claimed. */
  const concludeIfOver = (watch: Watch): void => {
    then(watch, async () => {
      if (watch.ended && epochMilliseconds(watch.ends) <= now()) await conclude(watch);
    });
  };

  const started = async (event: MeetingEvent, where: TeamsMeeting): Promise<string[]> => {
    const { conversationId: conversation } = where;
    const places = await room.on(where.tenant, { conversation, joinLink: event.joinLink });
    if (places.length === 0) return ['unknown-meeting'];
    return mapAtMost(AT_ONCE, places, async (place) => {
      const verdict = await room.judge(place);
      if (verdict.kind === 'leave') return verdict.because;
      const key = keyOf(place, where);
      const before = watches.get(key);
      if (before !== undefined && !before.ended) return 'already-running';
      const watch = before ?? begin(place, where, verdict.ends);
      watch.ended = false;
      watches.set(key, watch);
      keepTime();
      then(watch, () => look(watch));
      return 'running';
    });
  };

  const ended = (where: TeamsMeeting): string[] => {
    const about = [...watches.values()].filter(
      (watch) =>
        watch.where.tenant === where.tenant && watch.where.conversationId === where.conversationId,
    );
    if (about.length === 0) return ['start-never-seen'];
    return about.map((watch) => {
      if (watch.ended) return 'already-ended';
      watch.ended = true;
      then(watch, () => look(watch));
      concludeIfOver(watch);
      return 'ended';
    });
  };

  async function tick(): Promise<void> {
    for (const watch of watches.values()) {
      if (!watch.ended && now() - watch.lookedAt >= LOOK_EVERY_MS - TICK_MS) {
        watch.lookedAt = now();
        then(watch, () => look(watch));
      }
      concludeIfOver(watch);
    }
    await idle();
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  return {
    hear: async (event, where) => (event.kind === 'start' ? started(event, where) : ended(where)),
    tick,
    idle,
    forget() {
      for (const watch of watches.values()) leave(watch);
    },
  };

  function begin(place: Place, where: TeamsMeeting, ends: Instant): Watch {
    const there = new Map<PersonId, { caller: Caller; user: string }>();
    return { place, where, there, ends, lookedAt: now(), ended: false, work: Promise.resolve() };
  }
}

function keyOf({ organisation, meeting }: Place, { tenant, conversationId }: TeamsMeeting): string {
  return [tenant, organisation.code, meeting, conversationId].join(' ');
}
