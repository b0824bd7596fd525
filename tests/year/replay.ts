import { runAdmin } from '../../bot/admin/main.ts';
import type { Act } from '../../bot/contract/acts.ts';
import type { OrganisationRef, PersonId } from '../../bot/domain/facts.ts';
import { thingKinds } from '../../bot/domain/things.ts';
import { epochMilliseconds, instantFrom, type Instant } from '../../bot/domain/time.ts';
import { openPacks } from '../../bot/evidence/open.ts';
import { readers } from '../../bot/roster/readers.ts';
import type { Storage } from '../../bot/storage/open.ts';
import type { Caller, Clock } from '../../bot/use-cases/ports.ts';
import { doorsOver, memoryTables } from '../support/house.ts';
import { movableClock } from '../support/small-trust.ts';
import { storageOn } from '../support/storage-on.ts';

/** What was caused from outside, and the moment that its facts were recorded from. */
type Step = { readonly at: Instant } & (
  { readonly argv: readonly string[] } | { readonly caller: Caller; readonly act: Act }
);

/** All that a year is made of: what was done, when, and the chance that gave ids. */
export interface Steps {
  readonly steps: readonly Step[];
  readonly ids: readonly PersonId[];
}

/** Notes down each step as it is taken. */
export function stepsOf(storage: Storage, clock: Clock, organisation: OrganisationRef) {
  const steps: Step[] = [];
  const ids: PersonId[] = [];
  const { newPersonId } = storage.imports;
  return {
    taken: { steps, ids } satisfies Steps,
    storage: givingIds(storage, () => {
      const id = newPersonId();
      ids.push(id);
      return id;
    }),
    imports: (argv: readonly string[]) => void steps.push({ at: clock.now(), argv }),
    async acts(caller: Caller, act: Act): Promise<void> {
      // Recorded moments only go up: what is recorded next is later than all before.
      const last = await storage.records.recordedUntil(organisation);
      const now = clock.now();
      const at = now > last ? now : instantFrom(epochMilliseconds(last) + 1);
      steps.push({ at, caller, act });
    },
  };
}

/** The same steps by the same doors, on storage that was empty. */
export async function replayed({ steps, ids }: Steps): Promise<Storage> {
  const clock = movableClock();
  const left = [...ids];
  const storage = givingIds(storageOn(memoryTables(), { clock }), () => {
    const id = left.shift();
    if (id === undefined) throw new Error('the first time, fewer ids were given');
    return id;
  });
  const { doors } = doorsOver(storage, clock);
  const tools = { packs: openPacks('0.0.0'), open: async () => ({ ...storage, readers }) };
  for (const step of steps) {
    clock.moveTo(step.at);
    if ('act' in step) await doors.perform(step.caller, step.act);
    else {
      const code = await runAdmin(step.argv, { ...tools, clock, print: () => undefined });
      if (code !== 0) throw new Error(`${step.argv.join(' ')} was refused`);
    }
  }
  return storage;
}

function givingIds(storage: Storage, newPersonId: () => PersonId): Storage {
  return { ...storage, imports: { ...storage.imports, newPersonId } };
}

/** Every fact of an organisation, a line each. */
export async function factsIn(
  { records }: Pick<Storage, 'records'>,
  organisation: OrganisationRef,
): Promise<string[]> {
  const [{ people, frame }, things] = await Promise.all([
    records.people(organisation),
    records.things(organisation, thingKinds),
  ]);
  const lines = (about: string, facts: object): string[] =>
    Object.entries(facts).flatMap(([name, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).map(
        (fact: unknown) => `${about} ${name} ${JSON.stringify(fact, inOrder)}`,
      ),
    );
  return [
    ...people.flatMap((person) => lines(person.id, person)),
    ...lines('organisation', frame),
    ...lines('things', things),
  ].toSorted();
}

/** The order in which an object got its keys says nothing. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries<unknown>({ ...value }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
