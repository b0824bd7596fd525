import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { Erased, Erasures, Feeds, Files } from '../use-cases/ports.ts';
import { digestOfPerson } from './digest.ts';
import type { createDirectory } from './directory.ts';
import { dueOn, type Due, type DueTogether } from './due-rows.ts';
import { deleteAll, toldDue } from './erase-told.ts';
import { bodies } from './fact.ts';
import type { Frames } from './frames.ts';
import { after, keys, partitionOf } from './keys.ts';
import type { Desk, Lanes } from './lane.ts';
import type { ErasedRow } from './ledger.ts';
import type { Tables } from './open.ts';
import { collect, type Table } from './table.ts';

/** Facts in one transaction: each takes its row, and its entry's text grows with it. */
const AT_ONCE = 40;

interface Places {
  readonly tables: Tables;
  readonly lanes: Lanes;
  readonly frames: Frames;
  readonly files: Files;
  readonly feeds: Feeds;
  readonly directory: Pick<ReturnType<typeof createDirectory>, 'forget'>;
}

export function createErasures(places: Places): Erasures {
  return {
    async due(organisation, on) {
      const counts = new Map<string, number>();
      for await (const { due } of dueOn(
        { records: places.tables.records, frames: places.frames },
        organisation,
        on,
      ))
        count(counts, due);
      return told(counts, await toldDue(places.tables, organisation, on, { erase: false }));
    },

    async erase(organisation, on, by, progress = () => undefined) {
      const counts = new Map<string, number>();
      let done = 0;
      for await (const together of dueOn(
        { records: places.tables.records, frames: places.frames },
        organisation,
        on,
      )) {
        // What is kept beside the records goes first: stopped in between, the rows still lead to it.
        await eraseBeside(places, organisation, together);
        for (let start = 0; start < together.due.length; start += AT_ONCE) {
          const some = together.due.slice(start, start + AT_ONCE);
          await places.lanes.commit(organisation, {
            people: together.person === undefined ? [] : [together.person],
            ...(together.things === undefined ? {} : { things: [together.things] }),
            decide: (desk) => drop(desk, { ...together, due: some }, by),
          });
          done += some.length;
          progress(done);
        }
        if (together.isAll) await dropDigest(places, organisation, together.person);
        count(counts, together.due);
      }
      return told(counts, await toldDue(places.tables, organisation, on, { erase: true }));
    },
  };
}

/** Takes the rows away, and enters that: an entry without a name of anybody. */
function drop({ workspace, enter }: Desk, { person, things, due }: DueTogether, by: string): void {
  const erased: ErasedRow[] = [];
  for (const { row, fact, work } of due) {
    if (things !== undefined) workspace.dropThing(keys.things(things), fact);
    else workspace.dropFact(row.key, person, fact);
    if (work !== undefined) workspace.setWork(work, false, true);
    const { hash = '', order = '0', import: broughtBy = '' } = row.properties;
    erased.push([row.key, hash, broughtBy, Number(order)]);
  }
  enter({ act: 'erase', by, about: {}, rows: [], erased });
}

/** Evidence files of the records that go; and where all goes, what else leads to the person. */
async function eraseBeside(
  { tables, files, feeds, directory }: Places,
  organisation: OrganisationRef,
  { person, due, isAll }: DueTogether,
): Promise<void> {
  if (person === undefined) return;
  const owner = { organisation, person };
  for (const { fact } of due) {
    if (fact.kind !== 'education') continue;
    const { evidence } = bodies.education.parse(fact.body);
    if (evidence?.kind === 'file') await files.remove(owner, evidence.id);
  }
  if (!isAll) return;
  for (const { id } of await files.list(owner)) await files.remove(owner, id);
  const addresses: string[] = [];
  const accounts: string[] = [];
  for (const { fact } of due) {
    if (fact.kind === 'person') addresses.push(bodies.person.parse(fact.body).email);
    if (fact.kind === 'link') {
      const { objectId, address } = bodies.link.parse(fact.body);
      addresses.push(address);
      accounts.push(objectId);
    }
    if (fact.kind === 'feed') {
      const { hash } = bodies.feed.parse(fact.body);
      if (hash !== undefined) await feeds.forget(hash);
    }
  }
  await directory.forget(owner, { addresses, accounts });
  const partition = partitionOf(organisation);
  for (const prefix of [`n|${person}|`, `a|${person}|`, `d|${person}|`]) {
    await emptyUnder(tables.nudges, partition, prefix);
  }
  await emptyUnder(tables.conversations, partition, person);
  await emptyUnder(tables.cards, partition, `person|${person}|`);
  await eraseCardsShownTo(tables.cards, partition, person);
}

/** Cards stand under what they are about: a chair's under a network, an assistant's under another. */
async function eraseCardsShownTo(table: Table, partition: string, person: PersonId): Promise<void> {
  for await (const page of table.range(partition, '', after(''))) {
    const theirs = page.filter(({ properties }) => properties['body']?.includes(person));
    await deleteAll(table, partition, theirs);
  }
}

async function emptyUnder(table: Table, partition: string, prefix: string): Promise<void> {
  await deleteAll(table, partition, await collect(table.range(partition, prefix, after(prefix))));
}

/** With the last of a person's facts gone, an empty digest says nothing but their id. */
async function dropDigest(
  { tables: { records } }: Places,
  organisation: OrganisationRef,
  person: PersonId | undefined,
): Promise<void> {
  if (person !== undefined) {
    await emptyUnder(records, partitionOf(organisation), digestOfPerson(person));
  }
}

function count(counts: Map<string, number>, due: readonly Due[]): void {
  for (const { fact } of due) counts.set(fact.kind, (counts.get(fact.kind) ?? 0) + 1);
}

function told(...counts: ReadonlyMap<string, number>[]): Erased[] {
  return counts.flatMap((each) => [...each]).map(([kind, facts]) => ({ kind, facts }));
}
