import { createHash } from 'node:crypto';
import type {
  Claim,
  HistoryEntry,
  Intention,
  Meeting,
  Person,
  PersonId,
  Series,
  Settings,
} from '../domain/facts.ts';
import { claimState } from '../domain/claim.ts';
import { withChange, withoutWord } from '../domain/settings/settings.ts';
import type { Book, Move, Records, Unrecorded } from '../use-cases/ports.ts';
import { assemblePerson, thingsOf } from './assemble.ts';
import { decodeDigest, digestOfPerson, readDigest } from './digest.ts';
import { factOfRow, type FactKind } from './fact.ts';
import { isWholeFrame, readFrameRows, type Frames } from './frames.ts';
import { createKeptPeople } from './kept-people.ts';
import { after, DIGESTS, FRAME, HEAD, keys, partitionOf, THINGS } from './keys.ts';
import type { Desk, Lanes } from './lane.ts';
import { readHead } from './ledger.ts';
import { asking, isToAskAgain } from './note-to-settle.ts';
import { ahead, collect, type Row, type Table } from './table.ts';

/** The organisation's records over a table and its lanes. */
export function createRecords(table: Table, frames: Frames, lanes: Lanes): Records {
  const understand = createKeptPeople();
  async function readFrame(partition: string) {
    return frames.understand(partition, await frames.rowsOf(partition));
  }

  const records: Records = {
    async frame(organisation) {
      return (await readFrame(partitionOf(organisation))).frame;
    },

    lastFrame: (organisation) => frames.last(partitionOf(organisation)),

    async person(organisation, id) {
      const partition = partitionOf(organisation);
      const prefix = keys.person(id);
      const [{ frame, committed }, rows] = await Promise.all([
        readFrame(partition),
        collect(table.range(partition, prefix, after(prefix))),
      ]);
      const person = assemblePerson(id, rows.map(factOfRow), committed);
      return person === undefined ? undefined : { person, frame };
    },

    async people(organisation) {
      const partition = partitionOf(organisation);
      const read = readFrame(partition);
      const rows = ahead(table.range(partition, DIGESTS, after(DIGESTS)));
      const again = (base: string) => readDigest(table, partition, base);
      const [people, { frame }] = await Promise.all([
        understand(partition, { rows, again }, () => read),
        read,
      ]);
      return { people, frame };
    },

    async everything(organisation) {
      const partition = partitionOf(organisation);
      let frameRows: Row[] = [];
      const things: Row[] = [];
      // In the order of their keys: the frame is whole when the first digest comes.
      async function* digests(): AsyncGenerator<Row[]> {
        for await (const page of ahead(table.range(partition, FRAME, after(THINGS)))) {
          const of = (prefix: string) => page.filter(({ key }) => key.startsWith(prefix));
          frameRows.push(...of(FRAME));
          things.push(...of(THINGS));
          const found = of(DIGESTS);
          if (found.length > 0) yield found;
        }
      }
      const read = async () => {
        if (!isWholeFrame(frameRows)) frameRows = await readFrameRows(table, partition);
        return frames.understand(partition, frameRows);
      };
      const again = (base: string) => readDigest(table, partition, base);
      const people = await understand(partition, { rows: digests(), again }, read);
      const { frame } = await read();
      return { people, frame, things: thingsOf(things.map(factOfRow)) };
    },

    async some(organisation, ids) {
      const partition = partitionOf(organisation);
      const [{ frame, committed }, ...found] = await Promise.all([
        readFrame(partition),
        ...ids.map(async (id) => ({
          id,
          facts: decodeDigest(await readDigest(table, partition, digestOfPerson(id))),
        })),
      ]);
      const people = found.map(({ id, facts }) => assemblePerson(id, facts, committed));
      return { people: people.filter((person) => person !== undefined), frame };
    },

    async waiting(organisation, network) {
      const partition = partitionOf(organisation);
      const prefix = keys.workOf(network);
      const rows = await collect(table.range(partition, prefix, after(prefix)));
      return rows.map((row) => claimOfWork(row.key, prefix));
    },

    async things(organisation, kinds) {
      const partition = partitionOf(organisation);
      const [only, ...more] = kinds;
      // They are few, so that one read of all is sooner there than several.
      const prefix = only === undefined || more.length > 0 ? THINGS : keys.things(only);
      const rows = await collect(table.range(partition, prefix, after(prefix)));
      const asked: readonly FactKind[] = kinds;
      return thingsOf(rows.map(factOfRow).filter(({ kind }) => asked.includes(kind)));
    },

    async recordedUntil(organisation) {
      return readHead(await table.get(partitionOf(organisation), HEAD)).at;
    },

    commit<T>(organisation: Parameters<Records['commit']>[0], move: Move<T>): Promise<T> {
      return lanes.commit(organisation, {
        people: move.reads,
        ...(move.things === undefined ? {} : { things: move.things }),
        decide: (desk) => decideOn(desk, move),
      });
    },

    async noteToSettle(organisation, item) {
      const row = await table.get(partitionOf(organisation), keys.settle(item.id));
      if (row === undefined || (await isToAskAgain(records, organisation, item))) {
        await records.commit(organisation, asking(item));
      }
    },
  };
  return records;
}

function decideOn<T>(desk: Desk, move: Move<T>): T {
  const { workspace, frame, now, committed } = desk;
  const rows: [string, string][] = [];
  const people = new Map<PersonId, Person | undefined>();

  function person(id: PersonId): Person | undefined {
    if (!people.has(id)) {
      people.set(id, assemblePerson(id, workspace.facts(digestOfPerson(id)), committed));
    }
    return people.get(id);
  }
  function put(id: PersonId, kind: FactKind, factId: string, body: unknown): void {
    rows.push(workspace.putFact(keys.personFact(id, kind, factId), id, { kind, id: factId, body }));
  }
  function putClaim(claim: Claim): void {
    const before = person(claim.claimant)?.claims.find(({ meeting }) => meeting === claim.meeting);
    put(claim.claimant, 'claim', claim.meeting, claim);
    const network = frame.meetings.find(({ id }) => id === claim.meeting)?.network;
    if (network === undefined) throw new Error(`a claim of a meeting not in the calendar`);
    workspace.setWork(
      keys.work(network, `${claim.claimant}~${claim.meeting}`),
      claimState(claim) === 'claimed',
      before !== undefined && claimState(before) === 'claimed',
    );
    people.delete(claim.claimant);
  }
  function putSettings(body: Settings): void {
    const { earlierSettings: earlier } = frame;
    const kept = { ...body, ...(earlier === undefined ? {} : { earlier }) };
    const fact = { kind: 'settings', id: 'settings', body: kept } as const;
    rows.push(workspace.putFact(keys.settings, undefined, fact));
    desk.settingsChanged(body);
  }
  const book: Book = {
    now,
    frame,
    person,
    putClaim,
    putIntention(intention: Intention) {
      put(intention.person, 'intention', intention.meeting, intention);
      people.delete(intention.person);
    },
    putHistory(entry: HistoryEntry) {
      // Beside the row that an import brought, which stays as its ledger entry says.
      put(entry.person, 'history', `${entry.id}.acts`, entry);
      people.delete(entry.person);
    },
    putNotThere(said) {
      put(said.person, 'not-there', said.meeting, said);
      people.delete(said.person);
    },
    putSnooze(id, snooze) {
      put(id, 'snooze', snooze.nudge, snooze);
      people.delete(id);
    },
    putMute(id, mute) {
      put(id, 'mute', mute.kind, mute);
      people.delete(id);
    },
    putMeeting(meeting: Unrecorded<Meeting>) {
      // Each version is a fact of its own: what was known of the meeting before stays.
      const id = `${meeting.id}.${now.replaceAll(/[^0-9]/g, '')}`;
      const body = { ...meeting, at: now };
      const key = keys.organisationFact('meeting', id);
      rows.push(workspace.putFact(key, undefined, { kind: 'meeting', id, body }));
      desk.meetingChanged({ ...meeting, recordedAt: now });
    },
    putFeed(id, feed) {
      put(id, 'feed', feed.of, feed);
      people.delete(id);
    },
    putSeries(series: Unrecorded<Series>) {
      // Each version is a fact of its own, as with meetings.
      const id = `${digestOfText(series.conversation)}.${now.replaceAll(/[^0-9]/g, '')}`;
      const body = { ...series, at: now };
      const key = keys.organisationFact('series', id);
      rows.push(workspace.putFact(key, undefined, { kind: 'series', id, body }));
    },
    putSettle(item) {
      const fact = { kind: 'settle', id: item.id, body: item } as const;
      rows.push(workspace.putFact(keys.settle(item.id), undefined, fact));
    },
    putGrade(code, meaning) {
      const { settings } = desk.frame;
      const gradeMap = { ...settings.gradeMap, [code]: meaning };
      const gradesSetAt = { ...settings.gradesSetAt, [code]: now };
      const { changes: before, ...plain } = settings;
      const changes = before && { changes: withoutWord(before, { codes: [code] }) };
      putSettings({ ...plain, ...changes, gradeMap, gradesSetAt });
    },
    putSetting(change) {
      putSettings(withChange(desk.frame.settings, change));
    },
    putNetwork(network) {
      // Each version is a fact of its own, as with meetings.
      const id = `${network.id}.${now.replaceAll(/[^0-9]/g, '')}`;
      const body = { ...network, at: now };
      const key = keys.organisationFact('network', id);
      rows.push(workspace.putFact(key, undefined, { kind: 'network', id, body }));
      desk.networkChanged({ ...network, recordedAt: now });
    },
    endLink(owner, { id, ...link }) {
      const fact = { kind: 'link', id, body: { ...link, until: now } } as const;
      rows.push(workspace.putFact(keys.personFact(owner, 'link', id), owner, fact));
    },
    things: (kind) => thingsOf(workspace.things(keys.things(kind)))[kind],
    putThing(kind, thing) {
      if (kind === 'snapshot-part' && book.things(kind).some(({ id }) => id === thing.id)) {
        throw new Error('what a snapshot says is written once');
      }
      rows.push(workspace.putThing(keys.things(kind), { kind, id: thing.id, body: thing }));
    },
    putOwn(kind, id, fact) {
      // Education may be an import's: beside its row, as with history.
      put(id, kind, kind === 'education' ? `${fact.id}.acts` : fact.id, fact);
      // Whoever was found here was found against a frame: their end moves it.
      if ('what' in fact && (fact.what === 'start' || fact.what === 'end')) {
        workspace.setWork(keys.employment, true, false);
      }
      people.delete(id);
    },
    enter({ act, by, about }) {
      desk.enter({ act, by, about, rows: [...rows] });
    },
  };
  return move.decide(book);
}

function claimOfWork(
  key: string,
  prefix: string,
): { claimant: PersonId; meeting: Claim['meeting'] } {
  const [claimant, meeting] = key.slice(prefix.length).split('~');
  return { claimant: claimant as PersonId, meeting: meeting as Claim['meeting'] };
}

/** A name from outside as a key may hold it. */
function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
