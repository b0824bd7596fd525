/** One line of the bench: ours beside what it is held against, both measured in the same run. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly baseline: number;
  /** What the baseline is. */
  readonly against: string;
  /** Ours by the baseline. */
  readonly ratio: number;
  /** What ours is held to, as people read it. */
  readonly hold: string;
  readonly verdict: 'held' | 'broken';
  /** What stands beside it in the same run. */
  readonly beside: Readonly<Record<string, number>>;
}

interface Sides {
  readonly unit: string;
  readonly ours: number;
  readonly baseline: number;
  readonly against: string;
  readonly beside?: Readonly<Record<string, number>>;
}

/** Ours is at least `times` the baseline: for rates. */
export function atLeast(name: string, times: number, sides: Sides): Row {
  const held = sides.ours >= times * sides.baseline;
  return rowOf(name, sides, `at least ${times} ×`, held);
}

/** Ours is at most `times` the baseline, or the baseline itself where left out: for times and sizes. */
export function atMost(name: string, sides: Sides & { times?: number }): Row {
  const { times = 1 } = sides;
  return rowOf(name, sides, `at most ${times} ×`, sides.ours <= times * sides.baseline);
}

/** Ours is at most the baseline and `more` of the same unit. */
export function atMostAnd(name: string, more: number, sides: Sides): Row {
  const held = sides.ours <= sides.baseline + more;
  return rowOf(name, sides, `at most + ${more} ${sides.unit}`, held);
}

function rowOf(name: string, sides: Sides, hold: string, held: boolean): Row {
  const { unit, ours, baseline, against, beside = {} } = sides;
  const verdict = held ? 'held' : 'broken';
  return { name, unit, ours, baseline, against, ratio: ours / baseline, hold, verdict, beside };
}
