import type { PersonId } from '../domain/facts.ts';
import type { TakenWave, Wave } from '../use-cases/nudge-ports.ts';
import { deliverTo } from './deliver.ts';
import { createDepartures } from './departures.ts';
import type { NudgeParts } from './parts.ts';
import { createSharedFacts } from './shared-facts.ts';

/** People at hand while others are under way: so many that no slot goes by unused. */
const ENOUGH_AT_HAND = 10;
/** People under way at once, however slowly Teams answers. */
const MOST_PEOPLE = 300;
/** A wave that came so often is put aside. */
const MOST_TAKEN = 5;
/** Well within the time for which a wave is hidden. */
const KEEP_EVERY_MS = 10_000;

export interface Worker {
  /** Takes one wave and begins with it; `nothing` where none waits, or none may be sent for now. */
  takeOne(): Promise<'began' | 'nothing'>;
  /** Resolves when more people may be under way. */
  hasRoom(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createWorker(parts: NudgeParts, stopping: AbortSignal): Worker {
  const { queue, log, tenants } = parts;
  const departures = createDepartures({ ...parts, stopping });
  const delivery = { ...parts, everybody: createSharedFacts(parts) };
  const waves = new Set<Promise<void>>();
  const underWay = { people: 0, atHand: 0 };
  let changed = Promise.withResolvers<void>();
  const note = (): void => {
    changed.resolve();
    changed = Promise.withResolvers();
  };

  return {
    async takeOne() {
      if (stopping.aborted || tenants.every((tenant) => departures.closedFor(tenant) > 0)) {
        return 'nothing';
      }
      const [taken] = await queue.take(1);
      if (taken === undefined) return 'nothing';
      const running = run(taken).finally(() => waves.delete(running));
      waves.add(running);
      return 'began';
    },
    async hasRoom() {
      while (
        !stopping.aborted &&
        (underWay.atHand >= ENOUGH_AT_HAND || underWay.people >= MOST_PEOPLE)
      ) {
        await changed.promise;
      }
    },
    async idle() {
      while (waves.size > 0) await Promise.all(waves);
    },
  };

  async function run(taken: TakenWave): Promise<void> {
    const keeping = setInterval(() => void keep(taken), KEEP_EVERY_MS);
    try {
      if (taken.wave === undefined) {
        await taken.putAside();
        return log.nudgesPutAside({ why: 'unreadable' });
      }
      const { organisation, people } = taken.wave;
      if (taken.taken > MOST_TAKEN) {
        await taken.putAside();
        const why = 'came-too-often';
        return log.nudgesPutAside({ why, organisation: organisation.code, people: people.length });
      }
      await deliver(taken, taken.wave);
    } catch (error) {
      const organisation = taken.wave?.organisation.code;
      log.nudgesFaulted({ ...(organisation === undefined ? {} : { organisation }), error });
    } finally {
      clearInterval(keeping);
    }
  }

  async function deliver(taken: TakenWave, { organisation, people }: Wave): Promise<void> {
    const left: PersonId[] = [];
    const outcomes = await Promise.allSettled(
      people.map(async (person) => {
        if ((await one({ organisation, person })) === 'left') left.push(person);
      }),
    );
    const faults = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    for (const error of faults) {
      log.nudgesFaulted({ organisation: organisation.code, error });
    }
    // With a fault among them the wave comes again: whoever is done is left alone then.
    if (faults.length > 0) return;
    // A message of its own: coming back so is no sign that anything is wrong with it.
    if (left.length > 0) {
      await queue.put([{ organisation, people: left }], departures.closedFor(organisation.tenant));
    }
    await taken.done();
  }

  async function one(to: Parameters<typeof deliverTo>[2]) {
    underWay.people += 1;
    underWay.atHand += 1;
    let atHand = true;
    const gone = (): void => {
      if (atHand) underWay.atHand -= 1;
      atHand = false;
      note();
    };
    try {
      return await deliverTo(
        delivery,
        { take: (tenant) => departures.take(tenant).finally(gone) },
        to,
      );
    } finally {
      underWay.people -= 1;
      gone();
    }
  }

  async function keep(taken: TakenWave): Promise<void> {
    try {
      await taken.keep();
    } catch (error) {
      // It comes again then, and whoever is done is left alone.
      log.nudgesFaulted({ error });
    }
  }
}
