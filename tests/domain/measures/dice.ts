/** Chance that is the same every time: a seed gives the same throws on any day and machine. */
export function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(of: readonly T[]): T => {
    const one = of[below(of.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const chance = (of: number): boolean => next() < of;
  /** A day, both ends included. */
  const day = (from: string, to: string): string => {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    return new Date(Date.parse(from) + below(days + 1) * 86_400_000).toISOString().slice(0, 10);
  };
  const shuffled = <T>(of: readonly T[]): T[] =>
    of
      .map((one) => ({ one, at: next() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ one }) => one);
  return { below, pick, chance, day, shuffled };
}
export type Dice = ReturnType<typeof dice>;
