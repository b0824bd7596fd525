import * as z from 'zod/mini';

/** What this process can't do without, by name: each resolves when it answers. */
export type Health = Readonly<Record<string, () => Promise<unknown>>>;

/** A dependency that takes longer is as good as away: Teams waits for no turn that long. */
const answersWithinMs = 1_000;

/** What does not answer, or not in time, each with why in a word: never more, since anybody may ask. */
export type Troubles = Readonly<Record<string, string>>;

export async function troublesOf(health: Health): Promise<Troubles> {
  const checks = Object.entries(health).map(async ([name, check]) => {
    const trouble = await answers(check);
    return trouble === undefined ? [] : [[name, trouble] as const];
  });
  return Object.fromEntries((await Promise.all(checks)).flat());
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
    if (answered !== undefined) delete waiting[name];
  }
  return waiting;
}

const troubleSchema = z.object({ trouble: z.string() });

/** Undefined where it answered in time. */
async function answers(check: () => Promise<unknown>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('slow'), answersWithinMs);
  });
  const asked = (async () => {
    await check();
    return undefined;
    // All else that is known of it is for the log of whoever asked in earnest.
  })().catch((error: unknown) => troubleSchema.safeParse(error).data?.trouble ?? 'away');
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Tells of a change once, not of every probe that meets it. */
export function onceForEachChange(
  tell: (now: { ready: boolean; troubles: Troubles }) => void,
): (ready: boolean, troubles: Troubles) => void {
  let told = '[true,{}]';
  return (ready, troubles) => {
    const now = JSON.stringify([ready, troubles]);
    if (now === told) return;
    told = now;
    tell({ ready, troubles });
  };
}
