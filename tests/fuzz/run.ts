import { chanceFrom } from '../support/chance.ts';
import { newVerbs, matrix, readyFor } from '../http/support/matrix-rows.ts';
import { attemptOf, type Attempt } from './attempts.ts';
import { people, type FuzzHouse } from './house.ts';
import { breachesOf } from './judge.ts';
import { send, sendRaw } from './send.ts';

export interface Told {
  readonly attempts: number;
  /** By the kind of attempt and the status of its answer. */
  readonly answers: Readonly<Record<string, number>>;
  /** How many of them changed something, by somebody who may. */
  readonly done: number;
  readonly breaches: readonly string[];
}

/** Each verb in its own house, led to where it can be done, and then so many attempts on it. */
export async function fuzz(
  house: FuzzHouse,
  given: { seed: number; each: number; verbs?: typeof newVerbs; most?: number },
): Promise<Told> {
  const answers: Record<string, number> = {};
  const breaches: string[] = [];
  let attempts = 0;
  let done = 0;
  for (const [index, verb] of (given.verbs ?? newVerbs).entries()) {
    const chance = chanceFrom(given.seed * 1_000 + index);
    const fresh = await house.afresh();
    const act = await readyFor(verb, fresh);
    const { may } = matrix[verb];
    const ids = [
      ...Object.values(fresh.cast),
      ...new Set(JSON.stringify(act.data).match(/[\w~-]{8,}/g)),
    ];
    house.taken();
    let untouched = true;
    for (let time = 0; time < given.each; time += 1) {
      if (attempts >= (given.most ?? Infinity)) return { attempts, answers, done, breaches };
      const attempt = attemptOf(chance, house, { act, may, ids });
      const got = await sendOff(house, attempt);
      attempts += 1;
      const status = typeof got === 'number' ? got : (got?.status ?? 0);
      const key = `${attempt.kind} ${status}`;
      answers[key] = (answers[key] ?? 0) + 1;
      const isDone = house.wrote();
      // What somebody may was changed by those before: only in an untouched house is it sure.
      const { never, ...rest } = attempt;
      const judged = never && (untouched || attempt.kind === 'token') ? { ...rest, never } : rest;
      const found = breachesOf(house, judged, got);
      for (const breach of found) {
        breaches.push(`${verb}, seed ${given.seed}, attempt ${time}: ${breach} ${shown(attempt)}`);
      }
      if (isDone) {
        done += 1;
        untouched = false;
      }
      if (breaches.length > 20) return { attempts, answers, done, breaches };
    }
  }
  return { attempts, answers, done, breaches };
}

async function sendOff(house: FuzzHouse, { sent }: Attempt) {
  return Buffer.isBuffer(sent) ? sendRaw(house.port, sent) : send(house.port, sent);
}

function shown({ sent }: Attempt): string {
  if (Buffer.isBuffer(sent)) return sent.toString('latin1').slice(0, 300);
  const { path, body } = sent;
  return `${path} ${(body ?? Buffer.alloc(0)).toString('utf8').slice(0, 600)}`;
}

/** Everybody's chat is known to Teams, so that the bot can answer there. */
export async function openChats(house: FuzzHouse): Promise<void> {
  for (const who of people) await house.open(who);
  house.lines.splice(0);
}
