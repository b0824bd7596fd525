import { setTimeout as wait } from 'node:timers/promises';

interface Process {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface Kept<P extends Process> {
  /** Undefined while it is being started again. */
  current(): P | undefined;
  /** Ends it and doesn't start it again. */
  stop(): Promise<void>;
}

/** A process that lived this long starts again at once; one that keeps dying waits longer each time. */
const healthyMs = 10_000;
const longestWaitMs = 5_000;

/** Starts a process, and starts it again whenever it dies. Only the first start may fail. */
export async function keepRunning<P extends Process>(
  start: () => Promise<P>,
  died: () => void,
): Promise<Kept<P>> {
  let current: P | undefined = await start();
  let stopping = false;
  const stopped = watch(current);

  async function watch(first: P): Promise<void> {
    let process = first;
    let pause = 0;
    for (;;) {
      const startedAt = performance.now();
      await process.ended;
      current = undefined;
      if (stopping) return;
      died();
      pause = performance.now() - startedAt > healthyMs ? 0 : pause;
      const again = await startAgain(start, pause, () => stopping);
      if (again === undefined) return;
      pause = Math.min(longestWaitMs, pause * 2 + 100);
      process = current = again;
    }
  }

  return {
    current: () => current,
    async stop() {
      stopping = true;
      await current?.stop();
      await stopped;
      // It may have come up while we were asked to stop.
      await current?.stop();
    },
  };
}

async function startAgain<P>(
  start: () => Promise<P>,
  firstPause: number,
  isStopping: () => boolean,
): Promise<P | undefined> {
  let pause = firstPause;
  while (!isStopping()) {
    await wait(pause);
    try {
      return await start();
    } catch (fault) {
      console.error(fault instanceof Error ? fault.message : fault);
      pause = Math.min(longestWaitMs, pause * 2 + 100);
    }
  }
  return undefined;
}
