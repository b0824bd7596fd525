import {
  awaitedHolders,
  endedWithEmployment,
  leavingsOf,
  type Leavings,
} from '../domain/role-ends.ts';
import type { Frame, OrganisationRef, Person } from '../domain/facts.ts';
import type { Records } from '../use-cases/ports.ts';
import { partitionOf } from './keys.ts';

/**
 * A role ends with its holder's employment, though nobody ended it: whoever stands in then is named,
 * asked and reminded instead. Holders are read once for each frame: a list or a corrected end makes
 * another one.
 */
export function endingWithEmployment(records: Records): Records {
  const ended = new WeakMap<Frame, Frame>();
  const passing = new WeakMap<Frame, Frame>();
  const lastKnown = new Map<string, Leavings>();

  async function shown(
    organisation: OrganisationRef,
    frame: Frame,
    everybody?: readonly Person[],
  ): Promise<Frame> {
    const before = ended.get(frame);
    if (before !== undefined) return before;
    const holders = awaitedHolders(frame.roles);
    const people =
      everybody?.filter(({ id }) => holders.has(id)) ??
      (await records.some(organisation, [...holders])).people;
    const leavings = leavingsOf(people);
    lastKnown.set(partitionOf(organisation), leavings);
    const made = until(frame, leavings);
    ended.set(frame, made);
    return made;
  }

  async function withFrame<Read extends { frame: Frame }>(
    organisation: OrganisationRef,
    read: Read,
  ): Promise<Read> {
    return { ...read, frame: await shown(organisation, read.frame) };
  }

  const { things, waiting, recordedUntil, noteToSettle } = records;
  // Each named: whatever else comes to read a frame must say here what becomes of its roles.
  return {
    ...{ things, waiting, recordedUntil, noteToSettle },
    frame: async (organisation) => shown(organisation, await records.frame(organisation)),
    lastFrame(organisation) {
      const last = records.lastFrame(organisation);
      return last && ended.get(last);
    },
    async person(organisation, id) {
      const read = await records.person(organisation, id);
      return read && withFrame(organisation, read);
    },
    some: async (organisation, ids) =>
      withFrame(organisation, await records.some(organisation, ids)),
    async people(organisation) {
      const read = await records.people(organisation);
      return { ...read, frame: await shown(organisation, read.frame, read.people) };
    },
    async everything(organisation) {
      const read = await records.everything(organisation);
      return { ...read, frame: await shown(organisation, read.frame, read.people) };
    },
    async commit(organisation, move) {
      const last = records.lastFrame(organisation);
      if (last === undefined || !ended.has(last)) {
        await shown(organisation, last ?? (await records.frame(organisation)));
      }
      return records.commit(organisation, {
        ...move,
        decide(book) {
          // A move before it in the same transaction, or another process, may have changed the
          // frame: who was there a moment ago is near enough, and is not kept for it.
          const known = ended.get(book.frame) ?? passing.get(book.frame);
          const frame = known ?? until(book.frame, lastKnown.get(partitionOf(organisation)));
          passing.set(book.frame, frame);
          return move.decide({ ...book, frame });
        },
      });
    },
  };
}

function until(frame: Frame, leavings: Leavings = new Map()): Frame {
  const roles = endedWithEmployment(frame.roles, leavings);
  return roles === frame.roles ? frame : { ...frame, roles };
}
