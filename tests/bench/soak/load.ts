import { setTimeout as pause } from 'node:timers/promises';
import { actAnswerSchema } from '../../../bot/contract/acts.ts';
import type { PracticeTeams } from '../../../infra/local/practice-teams.ts';
import { claimActivity } from '../claim-activity.ts';
import type { GeneratedTrust } from '../generated-trust.ts';
import { createClient } from '../http.ts';
import { typedClaim } from '../typed-claim.ts';
import type { Pair, Pairs } from './pairs.ts';

const kinds = ['tap', 'sentence', 'act', 'withdrawal', 'read'] as const;
export type Kind = (typeof kinds)[number];

/** Of twenty requests: half change something, by each of the doors, and half read. */
const mix: readonly Kind[] = [
  ...(['tap', 'read', 'withdrawal', 'read', 'act', 'read', 'withdrawal', 'read'] as const),
  ...(['tap', 'read', 'withdrawal', 'read', 'sentence', 'read', 'withdrawal', 'read'] as const),
  ...(['tap', 'read', 'withdrawal', 'read'] as const),
];
const reads = ['me/progress', 'me', 'me/waiting', 'me/calendar'];
/** Every so many taps Teams sends one again, before it was answered. */
const TWICE_EVERY = 4;
const saysClaimed = /will confirm it|That’s recorded/;

export interface Load {
  /** Requests that were sent, by kind, and those that nobody acknowledged. */
  readonly sent: Record<Kind, number>;
  readonly failed: { kind: Kind; why: string }[];
  readonly milliseconds: number[];
}

/** Mixed use at a steady rate, whether or not what came before has been answered. */
export async function mixedUse(given: {
  seconds: number;
  perSecond: number;
  origin: string;
  serviceUrl: string;
  teams: PracticeTeams;
  trust: GeneratedTrust;
  pairs: Pairs;
  channelToken: string;
  tokenOf: (pair: Pair) => Promise<string>;
}): Promise<Load> {
  const { origin, serviceUrl, teams, trust, pairs, channelToken, tokenOf } = given;
  const client = createClient();
  const load: Load = {
    sent: { tap: 0, sentence: 0, act: 0, withdrawal: 0, read: 0 },
    failed: [],
    milliseconds: [],
  };

  async function asked(request: Parameters<typeof client.ask>[0]): Promise<string> {
    const { status, text, milliseconds } = await client.ask(request);
    load.milliseconds.push(milliseconds);
    if (status !== 200) throw new Error(`${status} ${text.slice(0, 200)}`);
    return text;
  }
  const post = (path: string, token: string, body: string) =>
    asked({ method: 'POST', url: `${origin}${path}`, token, body });

  async function act(verb: 'claim' | 'withdraw', pair: Pair): Promise<void> {
    const data = { meeting: pair.meeting.id, tap: crypto.randomUUID() };
    const body = JSON.stringify({ verb, data });
    const text = await post('/api/acts', await tokenOf(pair), body);
    const [first] = actAnswerSchema.parse(JSON.parse(text)).outcomes;
    if (first?.outcome.kind !== 'done') throw new Error(text.slice(0, 200));
  }

  async function tap({ sitter, meeting }: Pair): Promise<void> {
    const body = claimActivity(sitter, trust, meeting.id, serviceUrl);
    const times = load.sent.tap % TWICE_EVERY === 0 ? 2 : 1;
    const answers = Array.from({ length: times }, () => post('/api/messages', channelToken, body));
    for (const answer of await Promise.all(answers)) {
      if (!saysClaimed.test(answer)) throw new Error(answer.slice(0, 200));
    }
  }

  async function say({ sitter, meeting }: Pair): Promise<void> {
    const messages = teams.conversations.find(sitter.conversation)?.messages ?? [];
    const before = messages.length;
    await post('/api/messages', channelToken, typedClaim(sitter, meeting, serviceUrl));
    // Nothing but its answer: what the bot said earlier may be of an earlier sentence.
    const answer = JSON.stringify(messages.slice(before));
    if (!saysClaimed.test(answer)) throw new Error(`answered by ${answer.slice(0, 200)}`);
  }

  const claims = { tap, sentence: say, act: (pair: Pair) => act('claim', pair) };

  async function one(kind: Kind): Promise<void> {
    load.sent[kind] += 1;
    const isClaim = kind === 'tap' || kind === 'sentence' || kind === 'act';
    const pair = isClaim ? pairs.toClaim() : kind === 'withdrawal' ? pairs.toWithdraw() : undefined;
    try {
      if (isClaim && pair !== undefined) {
        await claims[kind](pair);
        pairs.claimed(pair, kind);
      } else if (pair !== undefined) {
        await act('withdraw', pair);
        pairs.withdrawn(pair);
      } else await read();
    } catch (error) {
      if (pair !== undefined) pairs.unclear(pair);
      load.failed.push({ kind, why: String(error) });
    }
  }

  async function read(): Promise<void> {
    const reader = pairs.all[load.sent.read % pairs.all.length];
    const path = reads[load.sent.read % reads.length] ?? 'me';
    if (reader === undefined) return;
    await asked({ method: 'GET', url: `${origin}/api/${path}`, token: await tokenOf(reader) });
  }

  const underWay = new Set<Promise<void>>();
  const startedAt = performance.now();
  const total = Math.round(given.seconds * given.perSecond);
  for (let number = 0; number < total; number += 1) {
    const due = startedAt + (number * 1000) / given.perSecond;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    const running = one(mix[number % mix.length] ?? 'read').finally(() => underWay.delete(running));
    underWay.add(running);
  }
  await Promise.all(underWay);
  client.close();
  return load;
}
