import { expect, test } from 'vitest';
import type { Subject } from '../../bot/use-cases/ports.ts';
import { endOfDay, type PlainDate } from '../../bot/domain/time.ts';
import { bring } from '../support/small-trust.ts';
import { mentoringHouse, type House } from './mentoring-house.ts';

type Who = keyof House['cast'];

/** All that somebody can read here; Aoife's too, for whoever may see it. */
async function allThat(house: House, who: Who): Promise<string> {
  const { doors, as, cast } = house;
  const caller = as(cast[who]);
  const on = { on: '2026-04-09' as PlainDate, known: endOfDay('2026-04-10' as PlainDate) };
  const shown = await Promise.all([
    doors.me(caller),
    doors.progress(caller),
    doors.progress(caller, cast.nurse),
    doors.waiting(caller),
    doors.reminders(caller),
    doors.attendance(caller, on),
    doors.silver(caller, on),
    doors.settleList(caller),
    doors.history(caller),
    doors.calendar(caller),
    doors.mentoring(caller),
    doors.programme(caller),
  ]);
  // One director's yes or no is what the organisation's own figure may tell.
  return JSON.stringify(shown).replaceAll(/\{"code":"S3\.b"[^}]*\}[^}]*\}/g, '');
}

/** The programme lead is Ngozi; Zainab, the EDI lead, is not. */
async function ledByNgozi() {
  const house = await mentoringHouse();
  const { cast } = house;
  const lead = { role: 'programme-lead', person: cast.interim, on: '2026-04-01' as PlainDate };
  await bring(house.storage, 'roles', [
    { kind: 'role', fact: { ...lead, role: 'programme-lead' } },
  ]);
  const played = async (): Promise<string> => {
    const { chair: mentor, nurse: director, boardChair: supporter } = cast;
    const [answer] = await house.doors.perform(house.as(cast.interim), {
      verb: 'propose-pair',
      data: { mentor, director, supporter },
    });
    const pair = answer?.subject ?? '';
    for (const who of ['chair', 'nurse'] as const) await house.does(who, 'accept-pair', pair);
    for (const who of ['chair', 'nurse'] as const) await house.met(who, pair, '2026-04-09');
    return pair;
  };
  return { ...house, played };
}

const others: readonly Who[] = [
  ...(['edi', 'sponsor', 'boardChair', 'deputy', 'assistant', 'operating'] as const),
];

test('what everybody else sees is the same before and after: the EDI lead, the supporter, the assistant', async () => {
  const house = await ledByNgozi();
  const before = await Promise.all(others.map((who) => allThat(house, who)));
  const pair = await house.played();
  const after = await Promise.all(others.map((who) => allThat(house, who)));
  expect(after).toEqual(before);
  expect(after.join()).not.toContain(pair);
});

test('the director’s own commitment tells a date, and neither with whom nor on which side', async () => {
  const house = await ledByNgozi();
  const pair = await house.played();
  const own = JSON.stringify(await house.commitment('nurse'));
  expect(own).toContain('2026-04-09');
  expect(own).not.toMatch(/Leila|Kaur|mentor"|director"/);
  expect(own).not.toContain(pair);
  expect(own).not.toContain(house.cast.chair);
});

test('no notice of a change names the two together', async () => {
  const house = await ledByNgozi();
  const { chair, nurse } = house.cast;
  const known: Subject[] = [`person|${chair}`, `person|${nurse}`];
  const pair = await house.played();
  house.changes.length = 0;
  await house.does('chair', 'pause-pair', pair);
  expect(house.changes).toEqual([known[0]]);
  house.changes.length = 0;
  await house.does('nurse', 'end-pair', pair);
  expect(house.changes).toEqual([known[1]]);
});

test('each ledger entry of the pair says the same: a mentoring move', async () => {
  const house = await ledByNgozi();
  const pair = await house.played();
  const told = (await house.entries())
    .map(({ properties }) => JSON.parse(properties['body'] ?? '') as Record<string, unknown>)
    .filter((entry) => JSON.stringify(entry).includes(pair))
    .map(({ act, by, about }) => JSON.stringify({ act, by, about }));
  expect(told).toHaveLength(5);
  expect(new Set(told)).toEqual(
    new Set([JSON.stringify({ act: 'mentoring', by: 'pair', about: { pair } })]),
  );
});
