import type { ActContext } from '../domain/act-context.ts';
import type { History, MyHistory } from '../contract/history.ts';
import type { Progress } from '../contract/views.ts';
import {
  historyKinds,
  type Frame,
  type HistoryEntry,
  type Person,
  type PersonId,
} from '../domain/facts.ts';
import { historyState, lastHistoryMove } from '../domain/history.ts';
import {
  isVerifier,
  judgeReopenHistory,
  judgeWithdrawHistory,
  mayEnter,
  verifierOf,
} from '../domain/judge-history.ts';
import { BY_NOW, personAsKnown } from '../domain/known.ts';
import { readAsAt } from './as-at.ts';
import { contextOf, type House } from './context.ts';
import { historyId, type Shown } from './doors.ts';
import { nameOf } from './names.ts';
import type { Caller } from './ports.ts';

/** What happened before the app: what waits for this person to verify, and what is verified. */
export async function history(house: House, caller: Caller): Promise<Shown<History>> {
  const read = await readAsAt(house, caller, {}, ['see-history-to-verify']);
  if (read.kind === 'refused') return read;
  const { frame, on } = read;
  const context = contextOf(house, caller, { now: house.clock.now(), frame });
  const { people } = await house.records.people(caller.organisation);
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  const waiting: History['waiting'] = [];
  const verified: History['verified'] = [];
  for (const person of people.map((known) => personAsKnown(known, BY_NOW))) {
    for (const entry of person.history.filter((each) => isVerifier(each, context))) {
      const line = { ...historyLine(entry, frame), person: person.id, name: nameOf(person) };
      const state = historyState(entry);
      if (state === 'entered') waiting.push(line);
      if (state === 'verified') verified.push({ ...line, ...verification(entry, names, context) });
    }
  }
  return {
    kind: 'shown',
    view: {
      on,
      waiting: waiting.toSorted(byDate),
      verified: verified.toSorted(byDate),
      ...forOthers(context),
    },
  };
}

/** What this person may enter for somebody else, whoever it is. */
function forOthers(context: ActContext): Pick<History, 'mayEnter'> {
  const { networks } = context.frame;
  const kinds = historyKinds.filter((what) => mayEnter(what, undefined, context));
  if (kinds.length === 0) return {};
  return { mayEnter: { kinds, networks: networks.map(({ id, name }) => ({ id, name })) } };
}

function verification(
  entry: HistoryEntry,
  names: ReadonlyMap<PersonId, string>,
  context: ActContext,
): Pick<History['verified'][number], 'verifiedAt' | 'verifiedBy' | 'mayReopen'> {
  const { at, by } = lastHistoryMove(entry);
  return {
    verifiedAt: at,
    verifiedBy: (by && names.get(by)) ?? '',
    mayReopen: judgeReopenHistory(entry, context).kind === 'done',
  };
}

/** One's own, newest first; an assistant sees their executive's meetings and enters nothing. */
export function ownHistory(
  person: Person,
  frame: Frame,
  context: ActContext,
): Pick<Progress, 'history' | 'mayEnter'> {
  const self = person.id === context.actor;
  const shown = person.history
    .filter((entry) => historyState(entry) !== 'withdrawn')
    .filter(({ what }) => self || what === 'attendance')
    .map((entry): MyHistory => {
      const line = historyLine(entry, frame);
      return {
        ...line,
        ...(line.state === 'entered' ? { awaits: verifierOf(entry, context) } : {}),
        mayWithdraw: judgeWithdrawHistory(entry, context).kind === 'done',
      };
    })
    .toSorted(byDate);
  return {
    ...(shown.length === 0 ? {} : { history: shown }),
    ...(self
      ? { mayEnter: { networks: frame.networks.map(({ id, name }) => ({ id, name })) } }
      : {}),
  };
}

/** What is told of an entry, but for whose it is. */
export function historyLine(
  entry: HistoryEntry,
  frame: Frame,
): Omit<MyHistory, 'awaits' | 'mayWithdraw'> {
  const { what, on: date, network, course, document } = entry;
  const name = frame.networks.find(({ id }) => id === network)?.name ?? network;
  return {
    id: historyId(entry),
    what,
    date,
    ...(network === undefined || name === undefined ? {} : { network, networkName: name }),
    ...(course === undefined ? {} : { course }),
    document,
    state: historyState(entry) === 'verified' ? 'verified' : 'entered',
  };
}

/** Newest first; of one day by name, where there is one. */
function byDate(a: { date: string; name?: string }, b: { date: string; name?: string }): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return (a.name ?? '') < (b.name ?? '') ? -1 : 1;
}
