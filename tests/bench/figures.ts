/** The value that `share` of all are no greater than. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Milliseconds that it takes. */
export async function timed(what: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await what();
  return performance.now() - start;
}

/** Both sides one after the other, each in turn first: so that the machine's noise hits both. */
export async function alternate(
  rounds: number,
  ours: (round: number) => Promise<void>,
  baseline: (round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [ours, baseline] : [baseline, ours];
    await first(round);
    await second(round);
  }
}

/** Runs all, `width` at a time. */
export async function inParallel(
  tasks: readonly (() => Promise<void>)[],
  width: number,
): Promise<void> {
  const waiting = tasks.values();
  const worker = async (): Promise<void> => {
    for (const task of waiting) await task();
  };
  await Promise.all(Array.from({ length: width }, worker));
}
