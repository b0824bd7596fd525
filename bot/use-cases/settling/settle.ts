import type { ActData, Outcome } from '../../contract/acts.ts';
import { gradeCode } from '../../domain/grade.ts';
import { judgeSettle } from '../../domain/judge-settling.ts';
import { waysOf, type SettlementMove, type SettleWay } from '../../domain/settling.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Book, Caller, SettleItem } from '../ports.ts';

export async function findItem(
  house: House,
  caller: Caller,
  id: string,
): Promise<SettleItem | undefined> {
  const items = await house.imports.settleList(caller.organisation);
  return items.find((item) => item.id === id);
}

/** Nothing is changed, and why. */
export function leaveItem(house: House, caller: Caller, asked: ActData['leave-item']) {
  const { because } = asked;
  return settle(house, caller, asked, { to: { to: 'left', because }, way: 'leave' });
}

/** It waits again. */
export function reopenItem(house: House, caller: Caller, asked: ActData['reopen-item']) {
  return settle(house, caller, asked, { to: { to: 'reopened' }, way: 'leave' });
}

/** What a grade means, for everybody who holds it. */
export function settleGrade(house: House, caller: Caller, asked: ActData['settle-grade']) {
  return settle(house, caller, asked, {
    to: { to: 'grade-set' },
    way: 'grade-for-all',
    also: (book, { grade = '' }) => book.putGrade(gradeCode(grade), asked.band),
  });
}

/** The account that somebody is linked to isn't theirs: whoever comes next with the address is. */
export async function unlinkAccount(
  house: House,
  caller: Caller,
  asked: ActData['unlink-account'],
) {
  const item = await findItem(house, caller, asked.item);
  const owner = item?.person && { organisation: caller.organisation, person: item.person };
  const links = owner ? await house.directory.links(owner) : [];
  const answer = await settle(house, caller, asked, {
    to: { to: 'unlinked' },
    way: 'unlink',
    also(book, { person }) {
      const live = links.filter(({ until }) => until === undefined);
      if (person !== undefined) for (const link of live) book.endLink(person, link);
    },
  });
  // Also where it was done before: what was stopped half-way goes on.
  const isDone = answer.every(({ outcome }) => outcome.kind !== 'refused');
  if (owner && isDone) await freeAddresses(house, owner);
  return answer;
}

/**
 * Whatever led to somebody by a link that has ended does so no more. Their address as it is listed
 * is freed too, since a colleague who had it before may be linked by it: their own link stays.
 */
async function freeAddresses({ directory, records }: House, owner: Caller): Promise<void> {
  const links = await directory.links(owner);
  const isTheirs = (account: string) =>
    links.some(({ objectId, until }) => objectId === account && until === undefined);
  const { tenant } = owner.organisation;
  const { people } = await records.some(owner.organisation, [owner.person]);
  const listed = await Promise.all(
    people.map(async ({ email: address }) => {
      const objectId = await directory.holder(tenant, address);
      return objectId === undefined ? [] : [{ objectId, address }];
    }),
  );
  for (const link of [...links, ...listed.flat()]) {
    if (!isTheirs(link.objectId)) await directory.release(owner, link);
  }
}

async function settle(
  house: House,
  caller: Caller,
  asked: { item: string; tap?: string | undefined },
  how: {
    to: Pick<SettlementMove, 'to' | 'because'>;
    way: SettleWay;
    also?: (book: Book, item: SettleItem) => void;
  },
): Promise<ActOutcome[]> {
  const item = await findItem(house, caller, asked.item);
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [],
    things: ['settlement'],
    decide(book) {
      const context = contextOf(house, caller, book, asked.tap);
      const before = book.things('settlement').find(({ id }) => id === asked.item);
      const about = { item: asked.item, person: item?.person };
      const verdict = judgeSettle(about, how.to, before, context);
      if (verdict.kind !== 'done') return verdict;
      if (item === undefined) return { kind: 'refused', because: 'no-such-settle-item' };
      if (!waysOf(item).includes(how.way)) {
        return { kind: 'refused', because: 'not-settled-that-way' };
      }
      how.also?.(book, item);
      book.putThing('settlement', verdict.settlement);
      book.enter({ act: how.to.to, by: caller.person, about: { settle: item.id } });
      return { kind: 'done' };
    },
  });
  return [{ subject: asked.item, outcome }];
}
