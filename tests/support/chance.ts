/** Numbers that look like chance, the same ones for the same seed. */
export function chanceFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    happens: (share: number): boolean => next() < share,
    oneOf<Thing>(things: readonly [Thing, ...Thing[]]): Thing {
      return things[Math.floor(next() * things.length)] ?? things[0];
    },
    between: (from: number, to: number): number => from + Math.floor(next() * (to - from + 1)),
  };
}

export type Chance = ReturnType<typeof chanceFrom>;
