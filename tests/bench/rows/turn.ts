import * as z from 'zod';
import { startBot } from '../../../infra/local/bot.ts';
import { askForCard, claimActivity, type Sitter } from '../claim-activity.ts';
import { startEcho } from '../echo.ts';
import { alternate, inParallel, median, quantile } from '../figures.ts';
import { generateTrust, type GeneratedTrust } from '../generated-trust.ts';
import { createClient, type Ask } from '../http.ts';
import { atLeast, atMost, type Row } from '../row.ts';
import type { Practice, Stage } from '../stage.ts';
import { inWords, planOf, type Plan } from '../storage-plan.ts';
import { recordStorage } from '../storage-recorder.ts';

const rounds = 8;
const warmingUp = 2;
const executives = 12;
const meetings = 10;
/** Taps under way at once. */
const atOnce = 8;

/** An executive's tap on "I was there", from the activity to the card that says so. */
export async function turn(stage: Stage): Promise<Row[]> {
  const house = await stage.practice();
  const { teams, origin, bot, environment } = house;
  const serviceUrl = `${origin}/connector/`;
  const token = await teams.channelIssuer.mint({ origin, serviceUrl });
  const client = createClient();
  stage.atTheEnd(async () => client.close());

  const plan = await recordTurn(stage, house, client.ask, token, serviceUrl);
  const echo = await startEcho(stage, environment, plan);
  const trusts: Seated[] = [];
  for (let number = 0; number < warmingUp + rounds; number += 1) {
    trusts.push(await seated(stage, house, `TURN${number}`));
  }
  const ours = sideOf(`${bot.origin}/api/messages`, client.ask, token, serviceUrl);
  const echoed = sideOf(`${echo}/api/messages`, client.ask, token, serviceUrl);
  const trustOf = (round: number): Seated => {
    const trust = trusts[round];
    if (trust === undefined) throw new Error('more rounds than trusts');
    return trust;
  };
  await alternate(
    warmingUp,
    (round) => ours.claimAll(trustOf(round)),
    (round) => echoed.claimAll(trustOf(round)),
  );
  ours.forget();
  echoed.forget();
  await alternate(
    rounds,
    (round) => ours.claimAll(trustOf(warmingUp + round)),
    (round) => echoed.claimAll(trustOf(warmingUp + round)),
  );
  for (const { trust } of trusts) await checkRecorded(house, trust);
  const against = `echo bot: ${inWords(plan)}`;
  return [
    atLeast('turn, throughput', 0.6, {
      unit: 'a second',
      ours: median(ours.rates),
      baseline: median(echoed.rates),
      against,
    }),
    atMost('turn, 99 of 100 within', {
      unit: 'ms',
      times: 2,
      ours: quantile(ours.times, 0.99),
      baseline: quantile(echoed.times, 0.99),
      against: 'echo bot',
      beside: {
        'half within, ms': median(ours.times),
        'echo bot, half within, ms': median(echoed.times),
      },
    }),
  ];
}

interface Seated {
  readonly trust: GeneratedTrust;
  readonly sitters: readonly Sitter[];
}

async function seated(stage: Stage, house: Practice, code: string): Promise<Seated> {
  const shape = { code, executives, networks: 2, meetings };
  const trust = await generateTrust(house.storage, { ...shape, firstLeader: stage.leaders(100) });
  const sitters: Sitter[] = [];
  for (const leader of trust.executives) sitters.push(await askForCard(house, leader));
  return { trust, sitters };
}

/** What one of our turns asks of storage, as most turns do it. */
async function recordTurn(
  stage: Stage,
  house: Practice,
  ask: Ask,
  token: string,
  serviceUrl: string,
): Promise<Plan> {
  const recorder = await recordStorage(await stage.azurite());
  stage.atTheEnd(() => recorder.close());
  const environment = house.teams.environment(recorder.connection);
  const bot = await startBot({ environment, offset: stage.offset, log: house.log });
  stage.atTheEnd(() => bot.kill());
  const { trust, sitters } = await seated(stage, house, 'RECORDED');
  const url = `${bot.origin}/api/messages`;
  const plans = new Map<string, Plan[]>();
  for (const sitter of sitters.slice(0, 4)) {
    for (const [index, { id }] of trust.meetings.slice(0, 6).entries()) {
      const body = claimActivity(sitter, trust, id, serviceUrl);
      assertClaimed((await ask({ method: 'POST', url, token, body })).text);
      const answeredAt = performance.now();
      const plan = planOf(await recorder.take(), answeredAt);
      // The first turns also read what the bot keeps from then on.
      if (index >= 2) plans.set(inWords(plan), [...(plans.get(inWords(plan)) ?? []), plan]);
    }
  }
  await bot.stop();
  await recorder.close();
  const most = [...plans.values()].toSorted((a, b) => b.length - a.length)[0]?.at(-1);
  if (most === undefined) throw new Error('no turn was recorded');
  return most;
}

function sideOf(url: string, ask: Ask, token: string, serviceUrl: string) {
  const rates: number[] = [];
  const times: number[] = [];
  return {
    rates,
    times,
    forget() {
      rates.length = 0;
      times.length = 0;
    },
    /** Every executive taps for every meeting. */
    async claimAll({ trust, sitters }: Seated): Promise<void> {
      const bodies = trust.meetings.flatMap(({ id }) =>
        sitters.map((sitter) => claimActivity(sitter, trust, id, serviceUrl)),
      );
      const taps = bodies.map((body) => async (): Promise<void> => {
        const answer = await ask({ method: 'POST', url, token, body });
        assertClaimed(answer.text);
        times.push(answer.milliseconds);
      });
      const started = performance.now();
      await inParallel(taps, atOnce);
      rates.push((1000 * taps.length) / (performance.now() - started));
    },
  };
}

const answerSchema = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.looseObject({ type: z.literal('AdaptiveCard') }),
});

function assertClaimed(text: string): void {
  const read = answerSchema.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`no card came back: ${text.slice(0, 300)}`);
}

/** A bench that measured refusals would say nothing. */
async function checkRecorded({ storage }: Practice, trust: GeneratedTrust): Promise<void> {
  let recorded = 0;
  for (const network of trust.networks) {
    recorded += (await storage.records.waiting(trust.organisation, network)).length;
  }
  if (recorded !== executives * meetings) {
    throw new Error(`${recorded} claims were recorded of ${executives * meetings}`);
  }
}
