/** What this process can't do without, by name: each resolves when it answers. */
export type Health = Readonly<Record<string, () => Promise<unknown>>>;

/** A dependency that takes longer is as good as away: Teams waits for no turn that long. */
const answersWithinMs = 1_000;

/** Names of what does not answer, or not in time. */
export async function awayOf(health: Health): Promise<string[]> {
  const checks = Object.entries(health).map(async ([name, check]) =>
    (await answers(check)) === 'in time' ? [] : [name],
  );
  return (await Promise.all(checks)).flat();
}

/** What waits for somebody to look at it, by name; left out where there is none, or no count. */
export async function waitingOf(
  counts: Readonly<Record<string, () => Promise<number>>>,
): Promise<Record<string, number>> {
  const waiting: Record<string, number> = {};
  for (const [name, count] of Object.entries(counts)) {
    const answered = await answers(async () => {
      const found = await count();
      if (found > 0) waiting[name] = found;
    });
    if (answered === 'away') delete waiting[name];
  }
  return waiting;
}

async function answers(check: () => Promise<unknown>): Promise<'in time' | 'away'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'away'>((resolve) => {
    timer = setTimeout(() => resolve('away'), answersWithinMs);
  });
  const asked = (async () => {
    await check();
    return 'in time' as const;
    // Why it is away is its own room's to log; here only that it is.
  })().catch(() => 'away' as const);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
