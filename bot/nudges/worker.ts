import type { TakenWave } from '../use-cases/nudge-ports.ts';
import { deliverTo } from './deliver.ts';
import type { NudgeParts } from './parts.ts';
import { createSlots } from './slots.ts';

/** Waves under way at once: enough that one is always at hand while another ends. */
const MOST_WAVES = 3;
/** People under way at once: the pace times what a send takes, with room to spare. */
const MOST_PEOPLE = 24;
/** A wave that came so often is put aside. */
const MOST_TAKEN = 5;

export interface Worker {
  /** Takes one wave and begins with it; `nothing` where none waits. */
  takeOne(): Promise<'began' | 'nothing'>;
  /** Resolves when fewer waves are under way than there may be. */
  hasRoom(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createWorker(parts: NudgeParts): Worker {
  const { queue, log } = parts;
  const slots = createSlots(parts);
  const waves = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  const underWay = { people: 0 };

  return {
    async takeOne() {
      const [taken] = await queue.take(1);
      if (taken === undefined) return 'nothing';
      const running = run(taken).finally(() => waves.delete(running));
      waves.add(running);
      return 'began';
    },
    async hasRoom() {
      while (waves.size >= MOST_WAVES) await Promise.race(waves);
    },
    async idle() {
      while (waves.size > 0) await Promise.all(waves);
    },
  };

  async function run(taken: TakenWave): Promise<void> {
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
      const outcomes = await Promise.allSettled(
        people.map((person) => withRoom(() => deliverTo(parts, slots, organisation, person))),
      );
      const faults = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      for (const error of faults) {
        log.nudgesFaulted({ organisation: organisation.code, error });
      }
      // With a fault among them the wave comes again: whoever is done is left alone then.
      if (faults.length === 0) await taken.done();
    } catch (error) {
      const organisation = taken.wave?.organisation.code;
      log.nudgesFaulted({ ...(organisation === undefined ? {} : { organisation }), error });
    }
  }

  async function withRoom(work: () => Promise<void>): Promise<void> {
    while (underWay.people >= MOST_PEOPLE) await new Promise<void>((free) => waiting.push(free));
    underWay.people += 1;
    try {
      await work();
    } finally {
      underWay.people -= 1;
      waiting.shift()?.();
    }
  }
}
