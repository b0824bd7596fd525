import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import { openDoors } from '../../bot/use-cases/open-doors.ts';
import { objectIdFor, type Account } from '../../infra/local/accounts.ts';
import { practice } from '../../infra/local/practice-ids.ts';
import { APRIL_8, bring, personFacts, smallTrust, type Cast } from '../support/small-trust.ts';
import { readings } from './support/readings.ts';
import { servedHouse, type ServedHouse } from './support/served-house.ts';
import { storageOn } from '../support/storage-on.ts';

const HERE: OrganisationRef = { tenant: practice.tenant, code: 'ZPV' };

function account(name: string): Account {
  const email = `${name.toLowerCase().replace(' ', '.')}@pennine-vale.example`;
  return { id: objectIdFor(email), tenant: practice.tenant, name, email, guest: false };
}
const aoife = account('Aoife Okafor');
const leila = account('Leila Kaur');
const zainab = account('Zainab Khan');

let house: ServedHouse;
let cast: Cast;
beforeEach(async () => {
  house = await servedHouse([aoife, leila, zainab]);
  cast = await smallTrust(house.storage, HERE);
});
afterEach(() => house.close());

/** The staff list says that their last day was then; the roles’ list still has them. */
async function leaves(person: PersonId, end: string, storage = house.storage): Promise<void> {
  const { people } = await storage.records.people(HERE);
  const [assignment] = people.find(({ id }) => id === person)?.assignments ?? [];
  if (assignment === undefined) throw new Error('they were never here');
  const { recordedAt: _, ...fact } = assignment;
  const ended = { ...fact, end: end as PlainDate };
  await bring(storage, 'roster', [{ kind: 'assignment', person, fact: ended }], HERE);
}
const last = (who: Account) => house.cardsOf(who).at(-1);
const textOf = (who: Account) => JSON.stringify(last(who));
const GONE = /no longer on the staff list/;

test('whoever left is told so by the next request, in the tab and in the chat, whatever role the list still gives them', async () => {
  await house.say(zainab, 'hello');
  expect((await house.call(zainab, '/api/organisation/settle')).status).toBe(200);
  await leaves(cast.edi, '2026-04-08');

  for (const path of ['/api/me', '/api/organisation/settle', '/api/organisation/people']) {
    const { status, text } = await house.call(zainab, path);
    expect([path, status]).toEqual([path, 403]);
    expect(text).toMatch(GONE);
  }
  await house.say(zainab, 'silver');
  expect(textOf(zainab)).toMatch(GONE);
  // Nobody is sent to ask somebody who isn’t there.
  expect(textOf(zainab)).not.toContain('ask Zainab');
});

test('whoever left by a correction of the list is told so by the next request', async () => {
  await house.say(zainab, 'hello');
  await house.say(aoife, 'hello');
  expect((await house.call(aoife, '/api/me')).status).toBe(200);
  const data = { person: cast.nurse, what: 'end', from: '2026-04-08', because: 'told-by-hr' };
  const corrected = await house.call(zainab, '/api/acts', {
    body: { verb: 'correct-listing', data },
  });
  expect(corrected.status).toBe(200);
  const { status, text } = await house.call(aoife, '/api/me');
  expect(status).toBe(403);
  expect(text).toMatch(GONE);

  // Taken back they are here again, and the ledger knows of all of it.
  const { subject } = (JSON.parse(corrected.text) as { outcomes: [{ subject: string }] })
    .outcomes[0];
  const back = { verb: 'take-back-correction', data: { correction: subject } };
  expect((await house.call(zainab, '/api/acts', { body: back })).status).toBe(200);
  expect((await house.call(aoife, '/api/me')).status).toBe(200);
  expect((await house.storage.auditor.verify(HERE)).faults).toEqual([]);
});

test('whoever left by what another process took in reads nothing more, whatever they ask for', async () => {
  const another = storageOn(house.tables, { clock: house.clock });
  const given = new Set<string>();
  for (const [who, person] of [
    [zainab, cast.edi],
    [aoife, cast.nurse],
  ] as const) {
    for (const path of readings) {
      // So that nobody asks for too much at once.
      house.clock.moveTo(new Date(Date.parse(house.clock.now()) + 1000).toISOString());
      const { status } = await house.call(who, path);
      if (status !== 200) continue;
      given.add(path);
      await leaves(person, '2026-04-08', another);
      const { status: then, text } = await house.call(who, path);
      expect([path, then]).toEqual([path, 403]);
      expect(text).toMatch(GONE);
      await leaves(person, '2027-03-31', another);
      // Nor does what was not given out keep its place.
      expect([path, (await house.call(who, path)).status]).toEqual([path, 200]);
    }
  }
  expect(given.size).toBeGreaterThan(20);
}, 120_000);

test('whoever left by what another process took in does nothing more, and is told so', async () => {
  const another = storageOn(house.tables, { clock: house.clock });
  expect((await house.call(aoife, '/api/me')).status).toBe(200);
  await leaves(cast.nurse, '2026-04-08', another);
  const body = { verb: 'claim', data: { meeting: APRIL_8 } };
  const { status, text } = await house.call(aoife, '/api/acts', { body });
  expect([status, text]).toEqual([403, expect.stringMatching(GONE)]);
  const { people } = await house.storage.records.people(HERE);
  expect(people.find(({ id }) => id === cast.nurse)?.claims).toEqual([]);
});

test('an end that is corrected while somebody is looked for is no reason to remember them', async () => {
  const { records } = house.storage;
  const caller = { organisation: HERE, person: cast.nurse };
  await records.frame(HERE);
  const before = await records.some(HERE, [cast.nurse]);
  await leaves(cast.nurse, '2026-04-08');
  // Who they are was read before the list came in, and the frame after it.
  const torn = { people: before.people, frame: await records.frame(HERE) };
  let isTorn = true;
  const doors = openDoors({
    ...house.given,
    records: {
      ...records,
      some: (...asked) => (isTorn ? Promise.resolve(torn) : records.some(...asked)),
      // As this process understood it before that read.
      lastFrame: () => (isTorn ? before.frame : torn.frame),
    },
  });
  expect(await doors.isStillHere(caller)).toBe(true);
  isTorn = false;
  expect(await doors.isStillHere(caller)).toBe(false);
});

test('the last day itself is still theirs', async () => {
  await house.say(aoife, 'hello');
  await leaves(cast.nurse, '2026-04-09');
  expect((await house.call(aoife, '/api/me')).status).toBe(200);
  house.clock.moveTo('2026-04-09T23:30:00.000Z');
  expect((await house.call(aoife, '/api/me')).status).toBe(403);
});

test('an old card of theirs changes nothing and says why', async () => {
  await house.say(aoife, 'I attended');
  const id = last(aoife)?.id ?? '';
  await leaves(cast.nurse, '2026-04-08');
  const data = { organisation: 'ZPV', meeting: APRIL_8 };
  const pressed = await house.press(aoife, id, 'claim', data);
  expect(JSON.stringify(pressed.body)).toMatch(GONE);
  const body = { verb: 'claim', data: { meeting: APRIL_8 } };
  expect((await house.call(aoife, '/api/acts', { body })).status).toBe(403);
  const { people } = await house.storage.records.people(HERE);
  expect(people.find(({ id: each }) => each === cast.nurse)?.claims).toEqual([]);
});

test('their cards are not drawn anew with what others do after them', async () => {
  await house.call(aoife, '/api/me');
  await house.say(leila, 'claims');
  const before = textOf(leila);
  await leaves(cast.chair, '2026-04-08');
  const body = { verb: 'claim', data: { meeting: APRIL_8 } };
  expect((await house.call(aoife, '/api/acts', { body })).status).toBe(200);
  await house.idle();
  expect(textOf(leila)).toBe(before);
});

test('a calendar address of theirs answers no more', async () => {
  const address = 'a'.repeat(43);
  const body = { verb: 'follow-calendar', data: { calendar: 'own', secret: address } };
  expect((await house.call(aoife, '/api/acts', { body })).status).toBe(200);
  expect(await house.doors.followedFeed(address)).toBeDefined();
  await leaves(cast.nurse, '2026-04-08');
  expect(await house.doors.followedFeed(address)).toBeUndefined();
});

test('it is logged once, as a refusal and why, by nobody’s name', async () => {
  await house.call(aoife, '/api/me');
  await leaves(cast.nurse, '2026-04-08');
  const before = house.lines.length;
  await house.call(aoife, '/api/me');
  const said = house.lines.slice(before);
  expect(said).toHaveLength(1);
  expect(JSON.parse(said[0] ?? '')).toMatchObject({
    status: 403,
    because: 'unlinked-left',
    detail: 'left',
  });
  const typed = house.lines.length;
  await house.say(aoife, 'hello');
  const lines = house.lines.slice(typed).map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([expect.objectContaining({ outcomes: ['left'] })]);
});

test('whoever comes back is known again', async () => {
  await house.call(aoife, '/api/me');
  await leaves(cast.nurse, '2026-04-08');
  expect((await house.call(aoife, '/api/me')).status).toBe(403);
  await leaves(cast.nurse, '2027-03-31');
  expect((await house.call(aoife, '/api/me')).status).toBe(200);
});

test('a guest is told so in both doors, and linked to nobody', async () => {
  const guest = { ...account('Leila Kaur'), id: objectIdFor('leila as a guest'), guest: true };
  const elsewhere = await servedHouse([guest]);
  try {
    await smallTrust(elsewhere.storage, HERE);
    const { status, text } = await elsewhere.call(guest, '/api/me');
    expect([status, text]).toEqual([403, expect.stringContaining('This is a guest account')]);
    await elsewhere.say(guest, 'hello');
    expect(JSON.stringify(elsewhere.cardsOf(guest).at(-1))).toContain('This is a guest account');
    expect(await elsewhere.storage.directory.linked(HERE.tenant, guest.id)).toEqual([]);
  } finally {
    await elsewhere.close();
  }
});

test('an address that two people of the list have lets neither in, and both doors say why', async () => {
  const another = personFacts(house.storage.imports.newPersonId(), ['Aoife', 'Okafor']);
  await bring(house.storage, 'roster', another, HERE);
  const { status, text } = await house.call(aoife, '/api/me');
  expect([status, text]).toEqual([
    403,
    expect.stringContaining('on the staff list more than once'),
  ]);
  await house.say(aoife, 'hello');
  expect(textOf(aoife)).toContain('on the staff list more than once');
  expect(textOf(aoife)).toContain('Zainab Khan');
});
