import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OrganisationRef } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { mergeOrganisation } from '../../bot/use-cases/merge-organisation.ts';
import { objectIdFor, type Account } from '../../infra/local/accounts.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { APRIL_8, smallTrust } from '../support/small-trust.ts';
import { servedHouse, type ServedHouse } from './support/served-house.ts';

const HERE: OrganisationRef = { tenant: practice.tenant, code: 'ZPV' };
const THERE: OrganisationRef = { tenant: practice.tenant, code: 'ZQX' };
const AWAY: OrganisationRef = { tenant: '7a1e0000-0000-4000-8000-000000000002', code: 'ZQX' };

function account(name: string, tenant: string = practice.tenant): Account {
  const email = `${name.toLowerCase().replace(' ', '.')}@pennine-vale.example`;
  return { id: objectIdFor(`${tenant} ${email}`), tenant, name, email, guest: false };
}
const aoife = account('Aoife Okafor');
const leila = account('Leila Kaur');
const aoifeAway = account('Aoife Okafor', AWAY.tenant);
const visitor = account('Alan Ashworth');

let house: ServedHouse;
beforeEach(async () => {
  house = await servedHouse([aoife, leila, aoifeAway, visitor]);
  await smallTrust(house.storage, HERE);
});
afterEach(() => house.close());

/** The same people in a second organisation, by another name. */
async function second(at: OrganisationRef = THERE) {
  const cast = await smallTrust(house.storage, at);
  const { settings } = await house.storage.records.frame(at);
  await house.storage.organisations.add(at, { ...settings, name: 'Another trust' });
  return cast;
}
async function me(who: Account, organisation?: string) {
  const asked = organisation === undefined ? {} : { organisation };
  const { status, text } = await house.call(who, '/api/me', asked);
  const { organisations } = JSON.parse(text) as {
    organisations?: { code: string; current: boolean }[];
  };
  return {
    status,
    codes: organisations?.map(({ code, current }) => `${code}${current ? '*' : ''}`),
  };
}
const choose = (who: Account, organisation: string) =>
  house.call(who, '/api/me/organisation', { body: {}, organisation });
/** How their claim on 8 April stands in an organisation. */
async function stateIn(at: OrganisationRef): Promise<string | undefined> {
  const { people } = await house.storage.records.people(at);
  const nurse = people.find(({ givenName }) => givenName === 'Aoife');
  return nurse?.claims.find(({ meeting }) => meeting === APRIL_8)?.moves.at(-1)?.to;
}
const last = (who: Account) => {
  const activity = house.cardsOf(who).at(-1);
  return { id: activity?.id ?? '', text: JSON.stringify(activity) };
};
async function pressOn(who: Account, verb: string, data: object) {
  const { id } = last(who);
  const pressed = await house.press(who, id, verb, data);
  await house.idle();
  return pressed;
}

test('whoever is in one organisation sees no switch, and no card names it', async () => {
  expect(await me(aoife)).toEqual({ status: 200, codes: ['ZPV*'] });
  await house.say(aoife, 'meetings');
  expect(last(aoife).text).not.toContain('Pennine Vale NHS');
  await house.say(aoife, 'switch');
  expect(last(aoife).text).toContain('No other organisation lists this account');
});

test('an organisation that lists her later is hers once she looks', async () => {
  expect((await me(aoife)).codes).toEqual(['ZPV*']);
  await second();
  house.clock.moveTo('2026-04-09T08:45:00.000Z');
  expect((await me(aoife)).codes).toEqual(['ZPV*', 'ZQX']);
  await house.say(leila, 'hello');
  await house.say(leila, 'switch');
  expect(last(leila).text).toContain('Switch to Another trust');
});

test('the tab shows the organisation that it names, and keeps the one that she chose', async () => {
  await second();
  expect((await me(aoife)).codes).toEqual(['ZPV*', 'ZQX']);
  expect((await me(aoife, 'ZQX')).codes).toEqual(['ZPV', 'ZQX*']);
  expect((await me(aoife)).codes).toEqual(['ZPV*', 'ZQX']);
  expect((await choose(aoife, 'ZQX')).status).toBe(200);
  expect((await me(aoife)).codes).toEqual(['ZQX*', 'ZPV']);
  await house.call(aoife, '/api/acts', { body: { verb: 'claim', data: { meeting: APRIL_8 } } });
  expect([await stateIn(HERE), await stateIn(THERE)]).toEqual([undefined, 'claimed']);
});

test('what the tab names is looked for among her own: no other is believed, or chosen', async () => {
  await second(AWAY);
  await house.storage.organisations.add(
    { ...HERE, code: 'ZZZ' },
    {
      name: 'A third',
      ...{ yearStartMonth: 4, attendanceTarget: 4, gradeMap: {} },
    },
  );
  for (const organisation of ['ZQX', 'ZZZ', 'zpv', 'ZPV,ZQX', `${AWAY.tenant}|ZQX`, 'none']) {
    expect((await me(aoife, organisation)).status, organisation).toBe(403);
    expect((await choose(aoife, organisation)).status, organisation).toBe(403);
  }
  expect((await me(aoife)).codes).toEqual(['ZPV*']);
  expect((await me(visitor, 'ZPV')).status).toBe(403);
});

test('an account in two tenants is two accounts', async () => {
  await second(AWAY);
  expect((await me(aoife)).codes).toEqual(['ZPV*']);
  expect((await me(aoifeAway)).codes).toEqual(['ZQX*']);
  expect((await me(aoifeAway, 'ZPV')).status).toBe(403);
});

test('a card acts in the organisation that it was made for, whichever is chosen now', async () => {
  await second();
  await house.say(aoife, 'I attended');
  const made = last(aoife);
  expect(made.text).toContain('Pennine Vale NHS Foundation Trust');
  await choose(aoife, 'ZQX');
  const data = { organisation: 'ZPV', meeting: APRIL_8 };
  const { status, body } = await house.press(aoife, made.id, 'claim', data);
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toContain('Pennine Vale NHS Foundation Trust');
  expect([await stateIn(HERE), await stateIn(THERE)]).toEqual(['claimed', undefined]);
  await house.say(aoife, 'I attended');
  expect(last(aoife).text).toContain('Another trust');
});

test('“switch” shows a button for each other organisation, and the tap changes what is typed after it', async () => {
  await second();
  await house.say(aoife, 'which organisation?');
  expect(last(aoife).text).toContain('You are in Pennine Vale NHS Foundation Trust');
  expect((await pressOn(aoife, 'switch', { organisation: 'ZQX' })).status).toBe(200);
  expect(last(aoife).text).toContain('You are in Another trust');
  expect((await me(aoife)).codes).toEqual(['ZQX*', 'ZPV']);
  // What Teams fetches when somebody looks at the old card chooses nothing.
  const look = { organisation: 'ZPV', view: 'organisations', params: {} };
  await pressOn(aoife, 'refresh', look);
  await house.say(aoife, 'help');
  expect(last(aoife).text).toContain('Another trust. Say “switch”');
  expect((await pressOn(aoife, 'switch', { organisation: 'ZZZ' })).status).toBe(403);
  expect((await me(aoife)).codes).toEqual(['ZQX*', 'ZPV']);
});

test('a card is redrawn in its own organisation when something changes there', async () => {
  await second();
  await house.say(aoife, 'I attended');
  const made = last(aoife);
  await house.press(aoife, made.id, 'claim', { organisation: 'ZPV', meeting: APRIL_8 });
  await choose(aoife, 'ZQX');
  await house.say(leila, 'hello');
  const waiting = JSON.parse((await house.call(leila, '/api/me/waiting')).text) as {
    waiting: { id: string }[];
  };
  const claims = waiting.waiting.map(({ id }) => id);
  const body = { verb: 'confirm', data: { claims } };
  expect((await house.call(leila, '/api/acts', { body, organisation: 'ZPV' })).status).toBe(200);
  await house.idle();
  const now = JSON.stringify(house.cardsOf(aoife).find(({ id }) => id === made.id));
  expect(now).toContain('Confirmed');
  expect(now).toContain('Pennine Vale NHS Foundation Trust');
});

test('each organisation reaches her in the one chat, and names itself', async () => {
  const there = await second();
  await house.say(aoife, 'hello');
  const caller = { organisation: THERE, person: there.nurse };
  expect(await house.sender.send(caller, 'meetings', {})).toEqual({ kind: 'sent' });
  expect(last(aoife).text).toContain('Another trust');
  // Their page opens in that organisation.
  expect(decodeURIComponent(last(aoife).text)).toContain('commitments~ZQX');
  await house.teams.channel.send(aoife, { type: 'installationUpdate', action: 'remove' });
  for (const organisation of [HERE, THERE]) {
    const { people } = await house.storage.records.people(organisation);
    const person = people.find(({ givenName }) => givenName === 'Aoife')?.id ?? there.nurse;
    const sent = await house.sender.send({ organisation, person }, 'meetings', {});
    expect(sent).toMatchObject({ kind: 'undeliverable', why: 'nowhere-to-reach' });
  }
});

test('whoever left one organisation is in the other; cards of the one they left say so and do nothing', async () => {
  const there = await second();
  expect((await me(aoife)).codes).toEqual(['ZPV*', 'ZQX']);
  const { people } = await house.storage.records.people(HERE);
  const nurse = people.find(({ givenName }) => givenName === 'Aoife');
  const [assignment] = nurse?.assignments ?? [];
  if (nurse === undefined || assignment === undefined) throw new Error('she is not there');
  const { recordedAt: _, ...fact } = assignment;
  const ended = { ...fact, end: '2026-04-05' as PlainDate };
  const { bring } = await import('../support/small-trust.ts');
  await bring(
    house.storage,
    'roster',
    [{ kind: 'assignment', person: nurse.id, fact: ended }],
    HERE,
  );
  expect((await me(aoife)).codes).toEqual(['ZQX*']);
  expect((await me(aoife, 'ZPV')).status).toBe(403);
  await house.say(aoife, 'I attended');
  const data = { organisation: 'ZPV', meeting: APRIL_8 };
  const { status, body } = await house.press(aoife, last(aoife).id, 'claim', data);
  expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining('no longer on')]);
  expect([await stateIn(HERE), await stateIn(THERE)]).toEqual([undefined, undefined]);
  expect(there.nurse).not.toBe(nurse.id);
});

test('an organisation that went into another is not offered, and can be read', async () => {
  await second();
  await me(aoife);
  await mergeOrganisation(house.storage, HERE, THERE, {
    lastDay: '2026-04-10' as PlainDate,
    apply: true,
  });
  house.clock.moveTo('2026-04-11T09:00:00.000Z');
  expect((await me(aoife)).codes).toEqual(['ZQX*']);
  expect((await me(aoife, 'ZPV')).status).toBe(200);
});
