import type { PersonId } from '../../bot/domain/facts.ts';
import type { PlainDate } from '../../bot/domain/time.ts';
import type { ImportedFact } from '../../bot/use-cases/ports.ts';
import { houseInMemory } from './house.ts';
import { bring, personFacts } from './small-trust.ts';

const day = (text: string) => text as PlainDate;

/** The small trust with a board secretary, and leaders of other directorates under its Chief Nurse. */
export async function groupedTrust() {
  const house = await houseInMemory();
  const { storage, cast, doors, as } = house;
  let leaders = 0;
  /** So many who came that day, as a staff list that is imported now has them. */
  const join = async (
    directorate: string,
    many: number,
    from = '2019-04-01',
  ): Promise<PersonId[]> => {
    const people = Array.from({ length: many }, () => storage.imports.newPersonId());
    const facts = people.flatMap((person) => {
      leaders += 1;
      const name: [string, string] = ['Leader', String(leaders).padStart(5, '0')];
      return personFacts(person, name, day(from)).map((fact): ImportedFact => {
        if (fact.kind !== 'assignment') return fact;
        return { ...fact, fact: { ...fact.fact, directorate, supervisor: cast.nurse } };
      });
    });
    await bring(storage, 'roster', facts);
    return people;
  };
  /** Each drafts a goal, and the Chief Nurse agrees it. */
  const agree = async (people: readonly PersonId[]): Promise<void> => {
    for (const person of people) {
      const text = 'From May, panels that I chair have an ethnic minority member.';
      await doors.perform(as(person), { verb: 'draft-goal', data: { text, agree: true } });
      const texts = [`${person}~2026-04-01~1`];
      const [answer] = await doors.perform(as(cast.nurse), { verb: 'agree-goal', data: { texts } });
      if (answer?.outcome.kind !== 'done') throw new Error(JSON.stringify(answer));
    }
  };
  const [secretary] = await join('Trust Board', 1);
  if (secretary === undefined) throw new Error('nobody joined');
  await bring(storage, 'roles', [
    {
      kind: 'role',
      fact: { role: 'board-secretary', person: secretary, on: day('2025-04-01') },
    },
  ]);
  return { ...house, cast: { ...cast, secretary }, join, agree };
}
