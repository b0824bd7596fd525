import type { Count, Spell } from '../campaign/connector.ts';
import { ownConnector } from '../campaign/own-connector.ts';
import { runCampaign, type Campaign, type Outcome } from '../campaign/run.ts';
import { createClient } from '../http.ts';
import { inParallel } from '../figures.ts';
import { atMost, type Row } from '../row.ts';

const people = 2_000;
/** The bot's own default. Fewer in the runs with faults, which are about who hears, not how soon. */
const perSecond = 25;
const fewer = 500;
const connector = { latencyMs: 80, perSecond: 50, spells: [] };
const minute = 60_000;

/** 2,000 people reminded, as they should be; then killed, shared and through a connector's bad day. */
export async function campaign(): Promise<Row[]> {
  const afterAnother = await baseline(200, 1);
  const atOnce = await baseline(people, people);
  const whole = await run({ people });
  return [
    atMost(`campaign of ${people}`, {
      unit: 's',
      ours: whole.count.wallMs / 1000,
      baseline: people / perSecond,
      times: 1.05,
      against: `${perSecond} a second`,
      beside: {
        ...besideOf(whole),
        'planned and begun after, s': whole.untilFirstMs / 1000,
        'one after another, a second': rateOf(afterAnother),
      },
    }),
    atMost(`campaign of ${people}: lost, or heard twice`, {
      unit: 'people',
      ours: whole.lost + whole.twice + whole.untrue,
      baseline: people - Object.keys(atOnce.heard).length,
      times: 0,
      against: 'lost when all are sent at once',
    }),
    ...(await killed()),
    ...(await shared(2)),
    ...(await shared(4)),
    ...(await badDay()),
  ];
}

function run(given: Partial<Campaign>): Promise<Outcome> {
  const usual = { people: fewer, perSecond, bots: 1, connector, atMostMs: 8 * minute };
  return runCampaign({ ...usual, ...given });
}

/** Two bots, one of them killed three times and another begun in its place. */
async function killed(): Promise<Row[]> {
  const killsAt = [1, 2, 3].map((part) => (part * fewer) / 4);
  const outcome = await run({ killsAt });
  return [
    atMost('campaign, killed three times: unknown', {
      unit: 'people',
      ours: outcome.unknown,
      baseline: outcome.inFlight,
      against: 'on their way at the kills',
      beside: besideOf(outcome),
    }),
    wrong('campaign, killed three times', outcome),
  ];
}

async function shared(bots: number): Promise<Row[]> {
  const outcome = await run({ bots });
  const name = `campaign of ${fewer}, ${bots} bots`;
  return [
    atMost(name, {
      unit: 's',
      ours: outcome.count.wallMs / 1000,
      baseline: fewer / perSecond,
      times: 1.05,
      against: `${perSecond} a second in all`,
      beside: besideOf(outcome),
    }),
    wrong(name, outcome),
  ];
}

async function badDay(): Promise<Row[]> {
  const spells: Spell[] = [
    {
      fromMs: 3_000,
      untilMs: 33_000,
      does: { kind: 'refuses', status: 429, retryAfterSeconds: 2 },
    },
    { fromMs: 50_000, untilMs: 60_000, does: { kind: 'refuses', status: 502 } },
    { fromMs: 75_000, untilMs: 80_000, does: { kind: 'drops' } },
    { fromMs: 84_000, untilMs: 144_000, does: { kind: 'is-away' } },
  ];
  const outcome = await run({ people: 1_500, connector: { ...connector, spells } });
  return [wrong('campaign through 429, 502, drops and a minute away', outcome)];
}

/** Nobody may be lost, hear twice, or be shown what isn't so. */
function wrong(name: string, outcome: Outcome): Row {
  return atMost(`${name}: lost, or heard twice`, {
    unit: 'people',
    ours: outcome.lost + outcome.twice + outcome.untrue,
    baseline: Object.keys(outcome.count.heard).length,
    times: 0,
    against: 'who heard',
    beside: besideOf(outcome),
  });
}

function besideOf({ states, lost, twice, untrue, count }: Outcome): Record<string, number> {
  const { overLimit, busiestSecond, asked } = count;
  return {
    lost,
    twice,
    untrue,
    asked,
    'over the limit': overLimit,
    'busiest second': busiestSecond,
    ...states,
  };
}

function rateOf({ heard, wallMs }: Count): number {
  return (Object.keys(heard).length * 1000) / wallMs;
}

/** The same messages without a queue, a pace or a second try: so many under way at once. */
async function baseline(messages: number, width: number): Promise<Count> {
  const own = await ownConnector(connector);
  const client = createClient();
  const text = JSON.stringify({
    type: 'message',
    attachments: [
      { content: { refresh: { action: { data: { params: { nudges: 'were-you-there:it' } } } } } },
    ],
  });
  const sends = Array.from({ length: messages }, (_, n) => async () => {
    const url = `${own.serviceUrl}v3/conversations/leader-${n}/activities`;
    await client.ask({ method: 'POST', url, token: 'none', body: text });
  });
  await inParallel(sends, width);
  const count = await own.count();
  client.close();
  await own.close();
  return count;
}
