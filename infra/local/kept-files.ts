import { openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { parseInstant, type Instant } from '../../bot/domain/time.ts';
import { conversationSchema } from './conversations.ts';
import { createPracticeKeys, type PracticeKeys } from './practice-teams.ts';
import { keptSigningKey, readSigningKey } from './signing-key.ts';

const instantSchema = z.custom<Instant>(
  (value) => typeof value === 'string' && parseInstant(value) === value,
);

const stateSchema = z.object({
  /** Practice time when it was last noted. */
  clock: instantSchema,
  port: z.number(),
  /** Whether the fictional trust has been imported. */
  trust: z.enum(['to-import', 'imported']),
  /** The second organisation is there, too. */
  two: z.optional(z.literal(true)),
});
export type State = z.infer<typeof stateSchema>;

const keySchema = z.object({ kid: z.string(), pem: z.string() });
const keysSchema = z.object({ channel: keySchema, unendorsed: keySchema, entra: keySchema });

const runningSchema = z.object({
  pid: z.number(),
  /** Set once it is ready: where its window is, and its storage. */
  ready: z.optional(z.object({ origin: z.string(), storage: z.string(), storagePid: z.number() })),
});
/** Who uses the folder now, and where to reach them. */
export type Running = z.infer<typeof runningSchema>;

/** Storage that lost its house saves and ends by itself; longer than this it is not waited for. */
const storageEndsWithinMs = 10_000;

export type KeptFiles = ReturnType<typeof keptFiles>;

/** What one house keeps between runs, each a JSON file of its folder. */
export function keptFiles(folder: string) {
  const state = jsonFile(join(folder, 'state.json'), stateSchema);
  const running = jsonFile(join(folder, 'running.json'), runningSchema);
  const conversations = jsonFile(join(folder, 'conversations.json'), z.array(conversationSchema));
  const keys = jsonFile(join(folder, 'keys.json'), keysSchema);
  const usedBy = (): Running | undefined => {
    const by = running.read();
    return by !== undefined && by.pid !== process.pid && isAlive(by.pid) ? by : undefined;
  };
  return {
    state,
    conversations,
    running,
    async keys(): Promise<PracticeKeys> {
      const kept = keys.read();
      if (kept !== undefined) {
        return {
          channel: readSigningKey(kept.channel),
          unendorsed: readSigningKey(kept.unendorsed),
          entra: readSigningKey(kept.entra),
        };
      }
      const made = await createPracticeKeys();
      keys.write({
        channel: keptSigningKey(made.channel),
        unendorsed: keptSigningKey(made.unendorsed),
        entra: keptSigningKey(made.entra),
      });
      return made;
    },
    /** Who uses the folder, other than this process. */
    usedBy,
    /** Takes the folder for this process. */
    async take(): Promise<{ kind: 'ours' } | { kind: 'taken'; by: Running }> {
      const by = usedBy();
      if (by !== undefined) return { kind: 'taken', by };
      const orphan = running.read()?.ready?.storagePid;
      if (orphan !== undefined) await endOf(orphan);
      running.write({ pid: process.pid });
      return { kind: 'ours' };
    },
    release: () => rmSync(join(folder, 'running.json'), { force: true }),
    openBotLog: () => openSync(join(folder, 'bot.log'), 'a'),
  };
}

function jsonFile<T>(path: string, schema: z.ZodType<T>) {
  return {
    read(): T | undefined {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (fault) {
        if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
        throw fault;
      }
      return schema.parse(JSON.parse(text));
    },
    /** Whole or not at all: a process killed meanwhile leaves the old file. */
    write(value: T): void {
      writeFileSync(`${path}.new`, JSON.stringify(value));
      renameSync(`${path}.new`, path);
    },
  };
}

async function endOf(pid: number): Promise<void> {
  const until = Date.now() + storageEndsWithinMs;
  while (isAlive(pid) && Date.now() < until) await wait(50);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}
