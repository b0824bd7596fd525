import type { OrganisationRef, PersonId } from '../domain/facts.ts';
import type { Erased, Erasures, Feeds, Files } from '../use-cases/ports.ts';
import { digestOfPerson } from './digest.ts';
import type { createDirectory } from './directory.ts';
import { allOf, dueOn, type Due, type DueTogether } from './due-rows.ts';
import { deleteAll, toldDue } from './erase-told.ts';
import { bodies, type Fact } from './fact.ts';
import type { Frames } from './frames.ts';
import { after, keys, partitionOf } from './keys.ts';
import type { Desk, EntryDraft, Lanes } from './lane.ts';
import { lapsedOn, letLapse } from './lapsed.ts';
import type { ErasedRow } from './ledger.ts';
import type { Tables } from './open.ts';
import { collect, type Table } from './table.ts';

/** Facts in one transaction: each takes its row, and its entry's text grows with it. */
const AT_ONCE = 40;

export interface Places {
  readonly tables: Tables;
  readonly lanes: Lanes;
  readonly frames: Frames;
  readonly files: Files;
  readonly feeds: Feeds;
  readonly directory: Pick<ReturnType<typeof createDirectory>, 'forget' | 'removeOrganisation'>;
}

/** Of people and of single facts; a whole organisation is in `erase-organisation.ts`. */
export function createErasures(
  places: Places,
): Omit<Erasures, 'organisationKept' | 'eraseOrganisation'> {
  const { frames } = places;
  const { records } = places.tables;
  return {
    async due(organisation, on) {
      const lapsed = await lapsedOn(records, partitionOf(organisation), on);
      const counts = await counted(dueOn({ records, frames, lapsed }, organisation, on));
      return told(counts, await toldDue(places.tables, organisation, on, { erase: false }));
    },

    async erase(organisation, on, by, progress) {
      const lapsed = await letLapse(records, partitionOf(organisation), on);
      const due = dueOn({ records, frames, lapsed }, organisation, on);
      const counts = await eraseAll(places, organisation, due, { by }, progress);
      return told(counts, await toldDue(places.tables, organisation, on, { erase: true }));
    },

    async keptOf(caller) {
      const files = await places.files.list(caller);
      return told(
        await counted(allOf(records, caller)),
        new Map(files.length > 0 ? [['file', files.length]] : []),
      );
    },

    async erasePerson(caller, because, by, progress) {
      const files = await places.files.list(caller);
      const entry = { by, about: { because } };
      const all = allOf(records, caller);
      const counts = await eraseAll(places, caller.organisation, all, entry, progress);
      return told(counts, new Map(files.length > 0 ? [['file', files.length]] : []));
    },
  };
}

/** What each erasure's entry says beside keys and hashes: ids and codes alone. */
type EntryWords = Pick<EntryDraft, 'by'> & Partial<Pick<EntryDraft, 'about'>>;

async function eraseAll(
  places: Places,
  organisation: OrganisationRef,
  all: AsyncIterable<DueTogether>,
  entry: EntryWords,
  progress: (facts: number) => void = () => undefined,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let done = 0;
  for await (const together of all) {
    // What is kept beside the records goes first: stopped in between, the rows still lead to it.
    await eraseBeside(places, organisation, together);
    for (let start = 0; start < together.due.length; start += AT_ONCE) {
      const some = together.due.slice(start, start + AT_ONCE);
      await places.lanes.commit(organisation, {
        people: together.person === undefined ? [] : [together.person],
        ...(together.things === undefined ? {} : { things: [together.things] }),
        decide: (desk) => drop(desk, { ...together, due: some }, entry),
      });
      done += some.length;
      progress(done);
    }
    if (together.isAll) await dropDigest(places, organisation, together.person);
    count(counts, together.due);
  }
  return counts;
}

async function counted(all: AsyncIterable<DueTogether>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { due } of all) count(counts, due);
  return counts;
}

/** Takes the rows away, and enters that: an entry without a name of anybody. */
function drop(
  { workspace, enter }: Desk,
  { person, things, due }: DueTogether,
  words: EntryWords,
): void {
  const erased: ErasedRow[] = [];
  for (const { row, fact, work } of due) {
    if (things !== undefined) workspace.dropThing(keys.things(things), fact);
    else workspace.dropFact(row.key, person, fact);
    if (work !== undefined) workspace.setWork(work, false, true);
    const { hash = '', order = '0', import: broughtBy = '' } = row.properties;
    erased.push([row.key, hash, broughtBy, Number(order)]);
  }
  enter({ act: 'erase', about: {}, ...words, rows: [], erased });
}

/** Evidence files of the records that go; and where all goes, what else leads to the person. */
export async function eraseBeside(
  { tables, files, feeds, directory }: Places,
  organisation: OrganisationRef,
  { person, due, isAll, stays = [] }: DueTogether,
): Promise<void> {
  if (person === undefined) return;
  const owner = { organisation, person };
  for (const { fact } of due) {
    if (fact.kind !== 'education') continue;
    const { evidence } = bodies.education.parse(fact.body);
    if (evidence?.kind === 'file') await files.remove(owner, evidence.id);
  }
  const [goes, kept] = [leadingTo(due.map(({ fact }) => fact)), leadingTo(stays)];
  // An address that they had before goes with the list that said it.
  const addresses = goes.addresses.filter((address) => !kept.addresses.includes(address));
  await directory.forget(owner, { addresses, accounts: goes.accounts });
  if (!isAll) return;
  for (const { id } of await files.list(owner)) await files.remove(owner, id);
  for (const { fact } of due) {
    if (fact.kind !== 'feed') continue;
    const { hash } = bodies.feed.parse(fact.body);
    if (hash !== undefined) await feeds.forget(hash);
  }
  const partition = partitionOf(organisation);
  for (const prefix of [`n|${person}|`, `a|${person}|`, `d|${person}|`]) {
    await emptyUnder(tables.nudges, partition, prefix);
  }
  await emptyUnder(tables.conversations, partition, person);
  await emptyUnder(tables.cards, partition, `person|${person}|`);
  await eraseCardsShownTo(tables.cards, partition, person);
}

/** The addresses and accounts by which `directory` leads to whoever the facts are of. */
function leadingTo(facts: readonly Fact[]): { addresses: string[]; accounts: string[] } {
  const addresses: string[] = [];
  const accounts: string[] = [];
  for (const fact of facts) {
    if (fact.kind === 'person') addresses.push(bodies.person.parse(fact.body).email.toLowerCase());
    if (fact.kind !== 'link') continue;
    const { objectId, address } = bodies.link.parse(fact.body);
    addresses.push(address.toLowerCase());
    accounts.push(objectId);
  }
  return { addresses, accounts };
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
