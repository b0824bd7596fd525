import { hasSmall, isTold, sumOf, type Counts, type ToldGroup } from './suppression.ts';

/** Somebody in a figure's N: which group of each cut they are of, and whether the figure has them. */
export interface Cut {
  readonly first: string;
  readonly second: string;
  readonly isIn: boolean;
}
export const bothCuts = ['first', 'second'] as const;
export type Told = Readonly<Record<(typeof bothCuts)[number], readonly ToldGroup[]>>;

/** A group that is hidden, by its cut and name. */
export interface HiddenGroup {
  readonly cut: (typeof bothCuts)[number];
  readonly name: string;
}

/** Groups that are hidden and have a count of 1 to 9. */
export function smallHidden(people: readonly Cut[], told: Told): HiddenGroup[] {
  return bothCuts.flatMap((cut) => {
    const groups = Map.groupBy(people, (person) => person[cut]);
    return told[cut]
      .filter((group) => !isTold(group) && hasSmall(countsOf(groups.get(group.name) ?? [])))
      .map(({ name }) => ({ cut, name }));
  });
}

/**
 * Among how many neighbouring counts a hidden group's own lies, to somebody who knows how large each
 * group and each crossing of two is, and what is told: exactly, as people shared out over crossings
 * are a flow. 0: it is known.
 */
export function rangeOf(group: HiddenGroup, people: readonly Cut[], told: Told): number {
  const own = countsOf(people.filter((person) => person[group.cut] === group.name));
  const may = (n: number): boolean => isPossible(group, n, people, told);
  return furthest(own.n, own.of, may) - furthest(own.n, 0, may);
}

/** From what is so towards `end`, as far as it may be: what may be lies together. */
function furthest(from: number, end: number, may: (n: number) => boolean): number {
  let [can, cannot] = [from, end + Math.sign(end - from || 1)];
  while (Math.abs(cannot - can) > 1) {
    const between = Math.trunc((can + cannot) / 2);
    if (may(between)) can = between;
    else cannot = between;
  }
  return can;
}

/** Whether everybody who is in can be shared out so that all that is told holds, with `n` of the group. */
function isPossible(group: HiddenGroup, n: number, people: readonly Cut[], told: Told): boolean {
  const total = people.filter(({ isIn }) => isIn).length;
  const pipes: Pipe[] = [];
  for (const cut of bothCuts) {
    const pipe = (outer: string, inner: string, room: number) =>
      pipes.push(
        cut === 'first' ? { from: outer, to: inner, room } : { from: inner, to: outer, room },
      );
    const groups = Map.groupBy(people, (person) => person[cut]);
    const fixed = new Map(
      told[cut].filter(isTold).map(({ name }) => [name, countsOf(groups.get(name) ?? []).n]),
    );
    if (group.cut === cut) fixed.set(group.name, n);
    const rest = total - [...fixed.values()].reduce((sum, each) => sum + each, 0);
    if (rest < 0) return false;
    for (const [name, members] of groups) {
      const known = fixed.get(name);
      if (known === undefined) pipe(`${cut} hidden`, `${cut} ${name}`, members.length);
      else pipe(cut, `${cut} ${name}`, known);
    }
    pipe(cut, `${cut} hidden`, rest);
  }
  for (const crossing of Map.groupBy(
    people,
    ({ first, second }) => `${first}|${second}`,
  ).values()) {
    const [one] = crossing;
    if (one === undefined) continue;
    const [from, to] = [`first ${one.first}`, `second ${one.second}`];
    pipes.push({ from, to, room: crossing.length });
  }
  return mostThrough(pipes, 'first', 'second') === total;
}

interface Pipe {
  readonly from: string;
  readonly to: string;
  readonly room: number;
}

/** The largest flow, by shortest ways (Edmonds and Karp). */
function mostThrough(pipes: readonly Pipe[], source: string, sink: string): number {
  const room = new Map<string, Map<string, number>>();
  const widen = (from: string, to: string, by: number): void => {
    const out = room.get(from) ?? new Map<string, number>();
    room.set(from, out.set(to, (out.get(to) ?? 0) + by));
  };
  for (const { from, to, room: most } of pipes) {
    widen(from, to, most);
    widen(to, from, 0);
  }
  for (let through = 0; ;) {
    const way = wayThrough(room, source, sink);
    if (way === undefined) return through;
    const more = Math.min(...way.map(([from, to]) => room.get(from)?.get(to) ?? 0));
    for (const [from, to] of way) {
      widen(from, to, -more);
      widen(to, from, more);
    }
    through += more;
  }
}

function wayThrough(
  room: ReadonlyMap<string, ReadonlyMap<string, number>>,
  source: string,
  sink: string,
): [from: string, to: string][] | undefined {
  const cameFrom = new Map<string, string>();
  const next = [source];
  for (const here of next) {
    for (const [to, left] of room.get(here) ?? []) {
      if (left <= 0 || to === source || cameFrom.has(to)) continue;
      cameFrom.set(to, here);
      next.push(to);
    }
  }
  const way: [string, string][] = [];
  for (let at = sink; at !== source;) {
    const before = cameFrom.get(at);
    if (before === undefined) return undefined;
    way.unshift([before, at]);
    at = before;
  }
  return way;
}

export function countsOf(people: readonly Cut[]): Counts {
  return sumOf(people.map(({ isIn }) => ({ n: isIn ? 1 : 0, of: 1 })));
}
