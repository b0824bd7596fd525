import { actSchema, type Act, type Verb } from '../../../bot/contract/acts.ts';
import { practice } from '../../../infra/local/practice-ids.ts';
import type { Stage, Who } from '../../http/support/matrix-house.ts';
import { matrix, newVerbs } from '../../http/support/matrix-rows.ts';
import type { NewVerb } from '../../http/support/matrix-ways.ts';
import type { Chance } from '../../support/chance.ts';
import { accountNamed, accountsOf, markedOrganisation, type Marked } from './marked.ts';
import { plainActs } from './plain-acts.ts';
import { servedHouse, type ServedHouse } from './served-house.ts';

/** Something that was asked of an organisation by one of its own people. */
export interface Asked {
  readonly who: Who;
  readonly act: Act;
}

export interface Side extends Marked {
  /** What was asked, with the ids that it named. */
  readonly asked: Asked[];
  /** Answers that said that it was done. */
  done: number;
}

export const allVerbs: readonly Verb[] = [
  ...newVerbs,
  ...Object.keys(plainActs).map((verb) => verb as keyof typeof plainActs),
];
const FAR = '7a1e0000-0000-4000-8000-000000000002';

/**
 * Two organisations of one tenant and a third one of another tenant, whose code is the first one's.
 * The first two's chief nurse is one person with one account.
 */
export async function threeOrganisations() {
  const nurse = accountNamed(practice.tenant, '90001');
  const first = { ...accountsOf(practice.tenant, '1'), nurse };
  const second = { ...accountsOf(practice.tenant, '2'), nurse };
  const third = accountsOf(FAR, '3');
  const all = [first, second, third].flatMap((accounts) => Object.values(accounts));
  const house = await servedHouse([...new Set(all)]);
  const side = async (tenant: string, code: string, mark: string, accounts: Side['accounts']) => {
    const made = await markedOrganisation(house.storage, { tenant, code }, mark, accounts);
    return { ...made, asked: [], done: 0 } satisfies Side;
  };
  const sides: readonly [Side, Side, Side] = [
    await side(practice.tenant, 'ZPV', '1', first),
    await side(practice.tenant, 'ZQX', '2', second),
    await side(FAR, 'ZPV', '3', third),
  ];
  return { house, sides };
}

/** Does something of every verb there, in any order, as whoever may: over HTTP, with their own token. */
export async function doEverything(house: ServedHouse, side: Side, chance: Chance): Promise<void> {
  const { cast, organisation } = side;
  const does: Stage['does'] = async (who, plain) => {
    const act = marked(plain, side.mark);
    side.asked.push({ who, act });
    const body = { verb: act.verb, data: { ...act.data, tap: crypto.randomUUID() } };
    const at = side.accounts[who];
    const { text } = await house.call(at, '/api/acts', { body, organisation: organisation.code });
    const { outcomes } = JSON.parse(text) as { outcomes?: { subject: string; outcome: object }[] };
    const [first] = outcomes ?? [];
    if (text.includes('"kind":"done"')) side.done += 1;
    return first?.subject ?? 'nothing';
  };
  // Time is both organisations': what goes by a later day is left at today's.
  const clock = { now: house.clock.now, moveTo: () => undefined };
  const stage: Stage = { does, clock, cast: { ...cast, stranger: cast.leader } };
  for (const verb of shuffled(allVerbs, chance)) {
    const [who, act] = await actOf(verb, stage);
    await does(who, act);
  }
}

async function actOf(verb: Verb, stage: Stage): Promise<[Who, Act]> {
  if (isPlain(verb)) {
    const [who, data] = plainActs[verb];
    return [who, parsed({ verb, data: await data(stage) })];
  }
  const row = matrix[verb];
  return [row.may[0] ?? 'edi', parsed({ verb, data: await row.ready(stage) })];
}

function isPlain(verb: Verb): verb is Exclude<Verb, NewVerb> {
  return verb in plainActs;
}

function parsed(act: unknown): Act {
  return actSchema.parse(act);
}

/** Each organisation's own words. */
function marked(act: Act, mark: string): Act {
  return parsed(JSON.parse(JSON.stringify(act).replaceAll(/Zq\d?/g, `Zq${mark}`)));
}

export function shuffled<Thing>(things: readonly Thing[], chance: Chance): Thing[] {
  return things
    .map((thing) => ({ thing, at: chance.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
