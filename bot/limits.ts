/** Whether somebody may go on; if not, in how many seconds, and whether to tell it (again). */
export type Taken = { kind: 'taken' } | { kind: 'spent'; seconds: number; tell: boolean };

/** So much at once, and then so much a second, for each key by itself. */
export interface Allowance {
  take(key: string): Taken;
  /** The same, and nothing is used up. */
  look(key: string): Taken;
}

/** How many may be inside at once, in all and of each key. */
export interface Gate {
  /** What leaves again; undefined where there is no room. Leaving twice is leaving once. */
  enter(key: string): (() => void) | undefined;
}

/**
 * What one process lets anybody take of it. Each process counts for itself: two instances give
 * twice as much, and a restart forgets. That is enough against floods, which is all it is for.
 */
export interface Limits {
  /** Of one verified person, by tenant and object id: acts, taps and readings together. */
  readonly people: Allowance;
  /** Of one person, under way at once. */
  readonly underWay: Gate;
  /**
   * What an address asked for without showing who it is. A good token is never refused for it: a
   * hospital may be one address, and one computer in it a nuisance.
   */
  readonly unproven: Allowance;
  /** Looks at readiness, which anybody may ask for: beyond it the last answer is given again. */
  readonly probes: Allowance;
  /** Everything that is under way in the process. */
  readonly all: Gate;
  /** Files on their way in: each is 10 MB in memory. */
  readonly filesIn: Gate;
  /** Files on their way out, until the last byte is gone. */
  readonly filesOut: Gate;
  /** Evidence packs being made. */
  readonly packs: Gate;
}

/** Keys that one allowance remembers: who asks longest ago is forgotten first. */
const most = 10_000;
/** Whoever is refused over and over is told, and logged, this often. */
const tellAgainMs = 10_000;

export function createLimits(now: () => number = () => performance.now()): Limits {
  return {
    // Opening the tab asks for a dozen things; nobody taps twenty times a second.
    people: createAllowance({ burst: 100, perSecond: 20, now }),
    underWay: createGate({ all: Infinity, each: 24 }),
    unproven: createAllowance({ burst: 200, perSecond: 5, now }),
    // Several proxies probe every second or so; each look asks storage, queues, files and keys.
    probes: createAllowance({ burst: 20, perSecond: 10, now }),
    all: createGate({ all: 500, each: Infinity }),
    filesIn: createGate({ all: 4, each: 2 }),
    filesOut: createGate({ all: 16, each: 4 }),
    packs: createGate({ all: 2, each: 1 }),
  };
}

interface Bucket {
  left: number;
  at: number;
  toldAt: number;
}

export function createAllowance(given: {
  burst: number;
  perSecond: number;
  now: () => number;
  most?: number;
}): Allowance {
  const { burst, perSecond, now } = given;
  const buckets = new Map<string, Bucket>();

  function filled(key: string): Bucket {
    const at = now();
    const bucket = buckets.get(key) ?? { left: burst, at, toldAt: -Infinity };
    const left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);
    return { ...bucket, left, at };
  }

  function keep(key: string, bucket: Bucket): void {
    buckets.delete(key);
    buckets.set(key, bucket);
    for (const oldest of buckets.keys()) {
      if (buckets.size <= (given.most ?? most)) break;
      buckets.delete(oldest);
    }
  }

  function spent({ left, at, toldAt }: Bucket): Taken {
    const seconds = Math.max(1, Math.ceil((1 - left) / perSecond));
    return { kind: 'spent', seconds, tell: at - toldAt >= tellAgainMs };
  }

  return {
    take(key) {
      const bucket = filled(key);
      if (bucket.left >= 1) {
        keep(key, { ...bucket, left: bucket.left - 1 });
        return { kind: 'taken' };
      }
      const answer = spent(bucket);
      const told = answer.kind === 'spent' && answer.tell;
      keep(key, told ? { ...bucket, toldAt: bucket.at } : bucket);
      return answer;
    },
    look(key) {
      const bucket = filled(key);
      return bucket.left >= 1 ? { kind: 'taken' } : { ...spent(bucket), tell: false };
    },
  };
}

export function createGate(given: { all: number; each: number }): Gate {
  const inside = new Map<string, number>();
  let all = 0;
  return {
    enter(key) {
      const ofKey = inside.get(key) ?? 0;
      if (all >= given.all || ofKey >= given.each) return undefined;
      all += 1;
      inside.set(key, ofKey + 1);
      let isInside = true;
      return () => {
        if (!isInside) return;
        isInside = false;
        all -= 1;
        const left = (inside.get(key) ?? 1) - 1;
        if (left === 0) inside.delete(key);
        else inside.set(key, left);
      };
    },
  };
}
