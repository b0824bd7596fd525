import { expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import type { ImportedFact } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from '../support/house.ts';
import { bring, personFacts } from '../support/small-trust.ts';

type House = Awaited<ReturnType<typeof houseInMemory>>;
const day = (text: string) => text as PlainDate;

/** Somebody at a grade, on the staff list until a day. */
async function listed(
  house: House,
  name: [string, string],
  assignment: { title: string; grade: string; end?: PlainDate },
): Promise<PersonId> {
  const person = house.storage.imports.newPersonId();
  const facts = personFacts(person, name).map((fact): ImportedFact =>
    fact.kind === 'assignment' ? { ...fact, fact: { ...fact.fact, ...assignment } } : fact,
  );
  await bring(house.storage, 'roster', facts);
  return person;
}

async function namesFor(house: House, person: PersonId): Promise<string[] | string> {
  const shown = await house.doors.people(house.as(person));
  return shown.kind === 'shown' ? shown.view.people.map(({ name }) => name) : shown.because;
}

test('the EDI lead chooses from leaders and directors, by family name, and from nobody else', async () => {
  const house = await houseInMemory();
  await listed(house, ['Leader', '00017'], { title: 'Matron', grade: 'VSM' });
  await listed(house, ['Leader', '00018'], { title: 'Nurse', grade: 'XR05' });
  const left = { title: 'Director', grade: 'VSM', end: day('2026-03-31') };
  await listed(house, ['Leader', '00019'], left);
  const director = await listed(house, ['Leader', '00020'], left);
  const role = { role: 'executive-director', person: director, to: day('2026-03-31') } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: { ...role, on: day('2025-04-01') } }]);

  const shown = await house.doors.people(house.as(house.cast.edi));
  if (shown.kind !== 'shown') throw new Error('the EDI lead sees them');
  const { people } = shown.view;
  expect(people.slice(0, 3)).toEqual([
    { id: expect.any(String), name: 'Leader 00017', title: 'Matron' },
    { id: director, name: 'Leader 00020', left: true },
    { id: house.cast.operating, name: 'Gareth Hargreaves', title: 'Director' },
  ]);
  const names = people.map(({ name }) => name);
  expect(names).not.toContain('Leader 00018');
  expect(names).not.toContain('Leader 00019');
});

test('names are for the EDI lead and the programme lead of the day, and for nobody else', async () => {
  const house = await houseInMemory();
  const { edi, interim, ...others } = house.cast;
  const lead = { role: 'programme-lead', person: interim, on: day('2026-04-10') } as const;
  await bring(house.storage, 'roles', [{ kind: 'role', fact: lead }]);
  expect(await namesFor(house, interim)).toBe('not-yours');
  house.clock.moveTo('2026-04-10T08:30:00.000Z');
  expect(await namesFor(house, interim)).toEqual(await namesFor(house, edi));
  for (const person of Object.values(others)) {
    expect(await namesFor(house, person)).toBe('not-yours');
  }
});

test('a leader has a page, last, where they can add what was before; who is no leader has none', async () => {
  const house = await houseInMemory();
  const pagesOf = async (person: PersonId) => (await house.doors.me(house.as(person))).pages;
  const leader = await listed(house, ['Leader', '00017'], { title: 'Matron', grade: 'VSM' });
  const nurse = await listed(house, ['Leader', '00018'], { title: 'Nurse', grade: 'XR05' });
  expect(await pagesOf(leader)).toEqual(['commitments']);
  expect(await pagesOf(nurse)).toEqual([]);
  expect(await pagesOf(house.cast.chair)).toEqual(['network', 'organisation', 'commitments']);
  const shown = await house.doors.progress(house.as(leader));
  expect(shown).toMatchObject({ view: { commitments: [{ code: 'S2' }], mayEnter: {} } });
});
