import * as z from 'zod';
import { startBot } from '../../../infra/local/bot.ts';
import { askForCard, claimActivity, type Sitter } from '../claim-activity.ts';
import { typedClaim } from '../typed-claim.ts';
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
/** Turns under way at once. */
const atOnce = 8;

/** How somebody says that they were there, and where the card is that answers. */
interface Way {
  readonly name: string;
  /** Begins the codes of its trusts. */
  readonly code: string;
  body(sitter: Sitter, trust: GeneratedTrust, meeting: Meeting, serviceUrl: string): string;
  /** The cards among which this turn's is. */
  cards(answer: string, sitter: Sitter, house: Practice): unknown[];
}

type Meeting = GeneratedTrust['meetings'][number];

const tap: Way = {
  name: 'turn',
  code: 'TURN',
  body: (sitter, trust, { id }, serviceUrl) => claimActivity(sitter, trust, id, serviceUrl),
  cards: (answer) => [answerSchema.parse(JSON.parse(answer)).value],
};

const sentence: Way = {
  name: 'turn, typed sentence',
  code: 'TYPED',
  body: (sitter, _trust, meeting, serviceUrl) => typedClaim(sitter, meeting, serviceUrl),
  cards(_answer, { conversation }, { teams }) {
    // The echo bot speaks in the same chat, and a send of its that was reset comes again late.
    const all = teams.conversations.find(conversation)?.messages ?? [];
    const said = all.filter(({ by }) => by === 'bot').slice(-3);
    return said.map(({ activity }) => messageSchema.parse(activity).attachments[0]?.content);
  },
};

/** "I was there" by tap and by sentence, from the activity to the card that says so. */
export async function turn(stage: Stage): Promise<Row[]> {
  return [...(await turnBy(tap, stage)), ...(await turnBy(sentence, stage))];
}

async function turnBy(way: Way, stage: Stage): Promise<Row[]> {
  const house = await stage.practice();
  const { teams, origin, bot, environment } = house;
  const serviceUrl = `${origin}/connector/`;
  const token = await teams.channelIssuer.mint({ origin, serviceUrl });
  const client = createClient();
  stage.atTheEnd(async () => client.close());

  const plan = await recordTurn(way, stage, house, client.ask, token, serviceUrl);
  const echo = await startEcho(stage, environment, plan);
  const trusts: Seated[] = [];
  for (let number = 0; number < warmingUp + rounds; number += 1) {
    trusts.push(await seated(stage, house, `${way.code}${number}`));
  }
  const sideAt = (botOrigin: string, says: RegExp) =>
    sideOf(way, house, `${botOrigin}/api/messages`, client.ask, token, serviceUrl, says);
  const ours = sideAt(bot.origin, saysClaimed);
  const echoed = sideAt(echo, /./);
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
    atLeast(`${way.name}, throughput`, 0.6, {
      unit: 'a second',
      ours: median(ours.rates),
      baseline: median(echoed.rates),
      against,
    }),
    atMost(`${way.name}, 99 of 100 within`, {
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
  way: Way,
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
  const { trust, sitters } = await seated(stage, house, `${way.code}RECORDED`);
  const url = `${bot.origin}/api/messages`;
  const plans = new Map<string, Plan[]>();
  for (const sitter of sitters.slice(0, 4)) {
    for (const [index, meeting] of trust.meetings.slice(0, 6).entries()) {
      const body = way.body(sitter, trust, meeting, serviceUrl);
      const { text } = await ask({ method: 'POST', url, token, body });
      const answeredAt = performance.now();
      assertSays(way.cards(text, sitter, house), saysClaimed);
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

function sideOf(
  way: Way,
  house: Practice,
  url: string,
  ask: Ask,
  token: string,
  serviceUrl: string,
  says: RegExp,
) {
  const rates: number[] = [];
  const times: number[] = [];
  return {
    rates,
    times,
    forget() {
      rates.length = 0;
      times.length = 0;
    },
    /** Every executive was at every meeting. */
    async claimAll({ trust, sitters }: Seated): Promise<void> {
      const said = trust.meetings.flatMap((meeting) =>
        sitters.map((sitter) => ({
          sitter,
          body: way.body(sitter, trust, meeting, serviceUrl),
        })),
      );
      const turns = said.map(({ sitter, body }) => async (): Promise<void> => {
        const answer = await ask({ method: 'POST', url, token, body });
        assertSays(way.cards(answer.text, sitter, house), says);
        times.push(answer.milliseconds);
      });
      const started = performance.now();
      await inParallel(turns, atOnce);
      rates.push((1000 * turns.length) / (performance.now() - started));
    },
  };
}

const answerSchema = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.unknown(),
});
const messageSchema = z.object({ attachments: z.array(z.object({ content: z.unknown() })) });
const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard') });
/** The second where it was recorded and reading it back took too long. */
const saysClaimed = /will confirm it|That’s recorded/;

function assertSays(cards: readonly unknown[], says: RegExp): void {
  const text = JSON.stringify(z.array(cardSchema).min(1).parse(cards));
  if (!says.test(text)) throw new Error(`another card came back: ${text.slice(0, 300)}`);
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
