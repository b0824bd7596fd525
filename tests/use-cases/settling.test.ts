import { expect, test } from 'vitest';
import type { Act } from '../../bot/contract/acts.ts';
import type { SettleList } from '../../bot/contract/settle.ts';
import type { PersonId } from '../../bot/domain/facts.ts';
import { personAsKnown } from '../../bot/domain/known.ts';
import { standingOn } from '../../bot/domain/standing.ts';
import type { Instant } from '../../bot/domain/time.ts';
import { day, pennineVale, trustFile } from '../roster/support/trust-house.ts';
import { doorsOver } from '../support/house.ts';
import { TENANT, ZPV } from '../support/small-trust.ts';

/** Pennine Vale with its questions, and its EDI lead to answer them. */
async function questions() {
  const house = await pennineVale('october');
  const rows = Buffer.from(await trustFile('roster-2026-10-01.csv'))
    .toString()
    .split('\r\n');
  /** The next list, without one who was in it. */
  const without = rows.filter((row) => !row.startsWith('00011713,')).join('\r\n');
  const { doors } = doorsOver(house.storage, house.clock);
  const caller = (person: PersonId) => ({ organisation: ZPV, person });
  const edi = caller((await house.named('Zainab Khan')).id);
  async function list(): Promise<SettleList> {
    const shown = await doors.settleList(edi);
    if (shown.kind !== 'shown') throw new Error('refused');
    return shown.view;
  }
  async function does(act: Act, by = edi) {
    const [answer] = await doors.perform(by, act);
    if (answer === undefined) throw new Error('no answer');
    return answer;
  }
  const first = async (problem: string) => {
    const found = (await list()).items.find((item) => item.problem === problem);
    if (found === undefined) throw new Error(`nothing to settle: ${problem}`);
    return found;
  };
  const faults = async () => (await house.storage.auditor.verify(ZPV)).faults;
  const next = (on: string) => house.bring('roster', on, without);
  return { ...house, doors, edi, caller, list, does, first, faults, next };
}

test('a grade settled for everybody answers every question about it, and not as known before', async () => {
  const house = await questions();
  const { list, does, first, storage } = house;
  const item = await first('unknown-grade');
  const known = house.clock.now();
  house.clock.moveTo('2026-10-01T12:00:00.000Z');
  expect(
    (await does({ verb: 'settle-grade', data: { item: item.id, band: '8b' } })).outcome,
  ).toEqual({ kind: 'done' });
  expect((await list()).items.map(({ problem }) => problem)).not.toContain('unknown-grade');
  const person = (await storage.records.person(ZPV, item.person as PersonId))?.person;
  if (person === undefined) throw new Error('nobody');
  const { settings } = await storage.records.frame(ZPV);
  expect(standingOn(person, day('2026-09-01'), settings.gradeMap)).toMatchObject({ band: '8b' });
  const silver = async (at?: Instant) => {
    const shown = await house.doors.silver(house.edi, {
      on: day('2026-09-01'),
      ...(at && { known: at }),
    });
    return shown.kind === 'shown' ? shown.view.lines.find(({ code }) => code === 'S2')?.of : -1;
  };
  expect(Number(await silver())).toBeGreaterThan(Number(await silver(known)));
  expect(await house.faults()).toEqual([]);
});

test('one person’s grade is corrected from a day on; taken back, the question waits again', async () => {
  const { list, does, first, storage, faults, clock } = await questions();
  const { id: item, person = '' } = await first('unknown-grade');
  const known = clock.now();
  clock.moveTo('2026-10-01T12:00:00.000Z');
  const data = { person, item, what: 'grade', from: '2026-06-01', band: '8a' } as const;
  const act = { verb: 'correct-listing', data: { ...data, because: 'wrong-on-the-list' } } as const;
  const made = await does(act);
  expect(made.outcome).toEqual({ kind: 'done' });
  expect((await does(act)).outcome).toEqual({ kind: 'already' });
  const [correction] = (await list()).corrections;
  expect(correction).toMatchObject({ id: made.subject, to: '8a', from: '2026-06-01' });
  expect((await list()).items.map(({ id }) => id)).not.toContain(item);
  const standing = async (at?: Instant) => {
    const found = await storage.records.person(ZPV, person as PersonId);
    if (found === undefined) throw new Error('nobody');
    const listed = at === undefined ? found.person : personAsKnown(found.person, at);
    return standingOn(listed, day('2026-09-01'), found.frame.settings.gradeMap).kind;
  };
  expect(await standing()).toBe('leader');
  expect(await standing(known)).toBe('unknown-grade');

  const back = { verb: 'take-back-correction', data: { correction: made.subject } } as const;
  expect((await does(back)).outcome).toEqual({ kind: 'done' });
  expect(await standing()).toBe('unknown-grade');
  expect((await list()).items.map(({ id }) => id)).toContain(item);
  expect(await faults()).toEqual([]);
});

test('somebody no longer listed has left on a day, and the next list doesn’t ask again', async () => {
  const { list, does, first, next, named, faults } = await questions();
  await next('2026-10-02');
  const { id: item, person = '', name = '' } = await first('person-no-longer-listed');
  const data = { person, item, what: 'end', from: '2026-08-31', because: 'told-by-hr' } as const;
  expect((await does({ verb: 'correct-listing', data })).outcome).toEqual({ kind: 'done' });
  expect((await named(name)).assignments.map(({ end }) => end)).toContain('2026-08-31');
  await next('2026-10-03');
  expect((await list()).items.map(({ id }) => id)).not.toContain(item);
  expect(await faults()).toEqual([]);
});

test('a question left as it is stays answered when the same list comes again, until it is reopened', async () => {
  const { list, does, first, next, faults } = await questions();
  await next('2026-10-02');
  const { id: item } = await first('person-no-longer-listed');
  const leave = { verb: 'leave-item', data: { item, because: 'still-here' } } as const;
  expect((await does(leave)).outcome).toEqual({ kind: 'done' });
  expect((await does(leave)).outcome).toEqual({ kind: 'already' });
  await next('2026-10-03');
  expect((await list()).items.map(({ id }) => id)).not.toContain(item);
  expect((await list()).left).toMatchObject([{ id: item, because: 'still-here' }]);
  expect((await does({ verb: 'reopen-item', data: { item } })).outcome).toEqual({ kind: 'done' });
  expect((await list()).items.map(({ id }) => id)).toContain(item);
  expect(await faults()).toEqual([]);
});

test('only the EDI lead settles, and nobody their own: then the EDI sponsor does', async () => {
  const { does, first, named, edi, caller } = await questions();
  const { id: item } = await first('unknown-grade');
  const leave = { verb: 'leave-item', data: { item, because: 'right-as-it-is' } } as const;
  const chair = caller((await named('Leila Kaur')).id);
  const sponsor = caller((await named('Claire Schofield')).id);
  expect((await does(leave, chair)).outcome).toMatchObject({ because: 'not-allowed' });
  expect((await does(leave, sponsor)).outcome).toMatchObject({ because: 'not-allowed' });
  const data = {
    person: edi.person,
    what: 'end',
    from: '2026-03-31',
    because: 'told-by-hr',
  } as const;
  const own = { verb: 'correct-listing', data } as const;
  expect((await does(own)).outcome).toMatchObject({ because: 'own-listing' });
  expect((await does(own, sponsor)).outcome).toEqual({ kind: 'done' });
});

test('a correction says what it needs, and nothing else is changed', async () => {
  const { does, first, list } = await questions();
  const { id: item, person = '' } = await first('unknown-grade');
  const ask = async (said: object) => {
    const base = { person, what: 'grade', from: '2026-06-01', because: 'wrong-on-the-list' };
    const answer = await does({ verb: 'correct-listing', data: { ...base, ...said } } as Act);
    return answer.outcome.kind === 'refused' ? answer.outcome.because : answer.outcome.kind;
  };
  expect(await ask({})).toBe('band-needed');
  expect(await ask({ band: '8a', from: '2099-01-01' })).toBe('day-to-come');
  expect(await ask({ band: '8a', from: '2000-01-01' })).toBe('no-such-assignment');
  expect(await ask({ what: 'supervisor' })).toBe('supervisor-needed');
  expect(await ask({ what: 'supervisor', supervisor: person })).toBe('not-with-oneself');
  expect(await ask({ what: 'supervisor', supervisor: 'nobody' })).toBe('no-such-person');
  expect(await ask({ what: 'away' })).toBe('not-away');
  expect(await ask({ what: 'end', item })).toBe('not-settled-that-way');
  expect(await ask({ band: '8a', item: 'none' })).toBe('no-such-settle-item');
  expect(await ask({ band: '8a', person: 'nobody' })).toBe('no-such-person');
  expect((await list()).corrections).toEqual([]);
});

test('an account linked to somebody by mistake is undone, and theirs takes its place', async () => {
  const { doors, list, does, first, named, faults } = await questions();
  const { email, id } = await named('Aoife Okafor');
  const account = (objectId: string) => ({
    ...{ tenant: TENANT, objectId },
    address: () => Promise.resolve({ address: email, guest: false }),
  });
  await doors.identify(account('wrong'));
  expect(await doors.identify(account('right'))).toMatchObject({ because: 'address-taken' });
  const { id: item } = await first('address-taken');
  expect((await does({ verb: 'unlink-account', data: { item } })).outcome).toEqual({
    kind: 'done',
  });
  expect((await does({ verb: 'unlink-account', data: { item } })).outcome).toEqual({
    kind: 'already',
  });
  expect((await list()).items.map((each) => each.id)).not.toContain(item);
  expect(await doors.identify(account('right'))).toMatchObject({
    kind: 'known',
    caller: { person: id },
  });
  expect(await doors.identify(account('wrong'))).toMatchObject({ because: 'address-taken' });
  expect(await faults()).toEqual([]);
});

/** Aoife Okafor had the address by which she is linked; the next lists give it to Leila Kaur. */
async function passedOn() {
  const house = await questions();
  const address = 'aoife.okafor@pennine-vale.example';
  const account = (objectId: string) => ({
    ...{ tenant: TENANT, objectId },
    address: () => Promise.resolve({ address, guest: false }),
  });
  const come = (objectId: string) => house.doors.identify(account(objectId));
  await come('hers before');
  const first = String(Buffer.from(await trustFile('roster-2026-10-01.csv')));
  const hers = first.replaceAll(address, 'aoife.clarke@pennine-vale.example');
  await house.bring('roster', '2026-10-02', hers);
  const theirs = hers.replaceAll('leila.kaur@pennine-vale.example', address);
  await house.bring('roster', '2026-10-03', theirs);
  const { id } = await house.named('Leila Kaur');
  const item = `address-taken-${id}`;
  const isAsked = async () => (await house.list()).items.some((each) => each.id === item);
  const unlink = async () => {
    house.clock.moveTo(new Date(Date.parse(house.clock.now()) + 60_000).toISOString());
    return (await house.does({ verb: 'unlink-account', data: { item } })).outcome.kind;
  };
  return { ...house, id, come, isAsked, unlink };
}

test('an address that a colleague had before is free for whoever has it now, once that is settled', async () => {
  const { come, isAsked, unlink, id, named, faults } = await passedOn();
  expect(await come('theirs')).toMatchObject({ because: 'address-taken' });
  expect(await isAsked()).toBe(true);
  expect(await unlink()).toBe('done');
  expect(await come('theirs')).toMatchObject({ kind: 'known', caller: { person: id } });
  const colleague = await named('Aoife Okafor');
  expect(await come('hers before')).toMatchObject({
    kind: 'known',
    caller: { person: colleague.id },
  });
  expect(await faults()).toEqual([]);
});

test('another account that comes with an address after it was unlinked is asked about again', async () => {
  const { come, isAsked, unlink, id, faults, storage } = await passedOn();
  await come('theirs');
  await unlink();
  await come('theirs');
  expect(await isAsked()).toBe(false);
  expect(await come('a third')).toMatchObject({ because: 'address-taken' });
  expect(await isAsked()).toBe(true);
  const items = await storage.imports.settleList(ZPV);
  expect(items.find((each) => each.id === `address-taken-${id}`)?.detail).toBe('a third');
  expect(await unlink()).toBe('done');
  expect(await come('a third')).toMatchObject({ kind: 'known', caller: { person: id } });
  expect(await faults()).toEqual([]);
});

test('a question that was left as it is stays so, whoever comes with the address', async () => {
  const { come, isAsked, does, id } = await passedOn();
  await come('theirs');
  const data = { item: `address-taken-${id}`, because: 'right-as-it-is' } as const;
  await does({ verb: 'leave-item', data });
  expect(await come('theirs')).toMatchObject({ because: 'address-taken' });
  expect(await isAsked()).toBe(false);
});

test('unlinking once more, from a page that is old, unlinks nobody who came since', async () => {
  const { come, unlink, id } = await passedOn();
  await come('theirs');
  expect(await unlink()).toBe('done');
  await come('theirs');
  expect(await unlink()).toBe('already');
  expect(await come('theirs')).toMatchObject({ kind: 'known', caller: { person: id } });
  expect(await come('a third')).toMatchObject({ because: 'address-taken' });
});
