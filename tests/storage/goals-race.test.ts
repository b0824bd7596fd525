import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '../../bot/domain/facts.ts';
import { isAgreed } from '../../bot/domain/goals/goal.ts';
import type { ImportedFact } from '../../bot/use-cases/ports.ts';
import { doorsOver } from '../support/house.ts';
import { bring, movableClock, personFacts, smallTrust, ZPV } from '../support/small-trust.ts';
import { inMemory, onAzureProtocol, type Place } from '../support/storages.ts';
import { storageOn } from '../support/storage-on.ts';

const MANAGERS = 6;
const LEADERS_EACH = 10;

describe.each([
  ['memory', inMemory],
  ['Azure Tables protocol', onAzureProtocol],
] as const)('on %s', (_name, open) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  }, 60_000);
  afterAll(() => place.close());

  test('60 goals, agreed by 6 managers through two processes at once: each exactly once, nothing lost', async () => {
    const clock = movableClock();
    // Each has lanes of its own, as two processes have.
    const [ours, theirs] = await Promise.all(
      [0, 1].map(async () => storageOn(await place.tables(clock), { clock })),
    );
    if (ours === undefined || theirs === undefined) throw new Error('two storages');
    await smallTrust(ours);
    const managers = Array.from({ length: MANAGERS }, () => ours.imports.newPersonId());
    const leaders = managers.flatMap((manager) =>
      Array.from({ length: LEADERS_EACH }, () => ({
        leader: ours.imports.newPersonId(),
        manager,
      })),
    );
    const listed = [
      ...managers.flatMap((id, at) => personFacts(id, ['Leader', `001${at}`])),
      ...leaders.flatMap(({ leader, manager }, at) => under(leader, manager, at)),
    ];
    await bring(ours, 'roster', listed);
    const houses = [doorsOver(ours, clock), doorsOver(theirs, clock)];
    const doorsOf = (at: number) => {
      const house = houses[at % houses.length];
      if (house === undefined) throw new Error('no house');
      return house.doors;
    };
    const as = (person: PersonId) => ({ organisation: ZPV, person });

    const drafts = await Promise.all(
      leaders.map(({ leader }, at) =>
        doorsOf(at).perform(as(leader), {
          verb: 'draft-goal',
          data: { text: `The goal of leader ${at}.`, agree: true },
        }),
      ),
    );
    expect(new Set(drafts.map(([one]) => one?.outcome.kind))).toEqual(new Set(['done']));

    // Every goal is agreed twice, in both processes, while its text changes under every tenth.
    const answers = await Promise.all(
      leaders.flatMap(({ leader, manager }, at) => [
        ...(at % 10 === 0
          ? [
              doorsOf(at).perform(as(leader), {
                verb: 'draft-goal',
                data: { text: `Another goal of leader ${at}.` },
              }),
            ]
          : []),
        ...houses.map(({ doors }) =>
          doors.perform(as(manager), {
            verb: 'agree-goal',
            data: { texts: [`${leader}~2026-04-01~1`] },
          }),
        ),
      ]),
    );
    expect(
      answers
        .flat()
        .every(({ outcome }) => outcome.kind !== 'refused' || outcome.because === 'goal-changed'),
    ).toBe(true);

    const { people } = await theirs.records.people(ZPV);
    const goals = people.flatMap((person) => person.goals);
    expect(goals).toHaveLength(leaders.length);
    for (const { moves } of goals) {
      const byManager = moves.filter(({ to }) => to === 'agreed-by-manager');
      expect(byManager.length).toBeLessThanOrEqual(1);
      // What was agreed is the text that stood then: never one that had been replaced.
      const [agreed] = byManager;
      const newest = moves.findLast(({ to, at }) => to === 'drafted' && agreed && at < agreed.at);
      expect(agreed?.version).toBe(agreed && newest?.version);
      const changed = moves.some(({ version }) => version === 2);
      expect(isAgreed(moves)).toBe(!changed);
    }
    expect((await ours.auditor.verify(ZPV)).faults).toEqual([]);
  }, 120_000);
});

function under(person: PersonId, supervisor: PersonId, at: number): ImportedFact[] {
  return personFacts(person, ['Leader', String(at).padStart(5, '0')]).map((fact) =>
    fact.kind === 'assignment' ? { ...fact, fact: { ...fact.fact, supervisor } } : fact,
  );
}
