import type { ActContext } from '../../domain/act-context.ts';
import type { ActData, Outcome } from '../../contract/acts.ts';
import type { PersonId } from '../../domain/facts.ts';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import {
  judgeEdit,
  judgeItem,
  judgeRaise,
  judgeTakeBack,
  type ItemVerdict,
  type MoveDetails,
  type Onward,
} from '../../domain/agenda/judge-item.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Book, Caller } from '../ports.ts';

/** A chair or deputy raises something with the board. */
export async function raiseItem(
  house: House,
  caller: Caller,
  data: ActData['raise-item'],
): Promise<ActOutcome[]> {
  const answer = await house.records.commit<ActOutcome & { network?: string }>(
    caller.organisation,
    {
      reads: [],
      things: ['agenda-item'],
      decide(book) {
        const before = book.things('agenda-item');
        const id = `${book.now.replaceAll(/[^0-9]/g, '')}-${before.length + 1}`;
        const { network, title, text } = data;
        const verdict = judgeRaise(
          { id, network, title, text, confirmNumber: isConfirmed(data.confirmNumber) },
          before,
          contextOf(house, caller, book, data.tap),
        );
        const subject = verdict.kind === 'refused' ? data.network : verdict.item.id;
        return { subject, outcome: record(book, caller, 'raise-item', verdict) };
      },
    },
  );
  if (answer.outcome.kind === 'done') tell(house, caller, data.network);
  return [answer];
}

export function editItem(
  house: House,
  caller: Caller,
  data: ActData['edit-item'],
): Promise<ActOutcome[]> {
  const { title, text, seen } = data;
  const words = { title, text, seen, confirmNumber: isConfirmed(data.confirmNumber) };
  return move(house, caller, 'edit-item', data, (item, context) => judgeEdit(item, words, context));
}

export function takeBackItem(
  house: House,
  caller: Caller,
  data: ActData['take-back-item'],
): Promise<ActOutcome[]> {
  return move(house, caller, 'take-back-item', data, judgeTakeBack);
}

interface MoveData {
  readonly item: string;
  readonly tap?: string | undefined;
  readonly seen?: number | undefined;
  readonly meeting?: string;
  readonly until?: string;
  readonly text?: string;
  readonly reason?: string;
  readonly minute?: string;
  readonly attended?: string | undefined;
  readonly confirmNumber?: boolean | 'true' | 'false' | undefined;
}

/** What moves an item on: the verb, and where it leads. */
export function moveItem(act: string, to: Onward) {
  return (house: House, caller: Caller, data: MoveData): Promise<ActOutcome[]> => {
    const { meeting, until, text, reason, minute, attended, seen } = data;
    const details: MoveDetails = {
      seen,
      meeting,
      until: until as PlainDate | undefined,
      text: text ?? reason ?? minute,
      attended: attended === 'nobody' ? undefined : (attended as PersonId | undefined),
      confirmNumber: isConfirmed(data.confirmNumber),
    };
    return move(house, caller, act, data, (item, context) => judgeItem(item, to, details, context));
  };
}

async function move(
  house: House,
  caller: Caller,
  act: string,
  { item: id, tap }: { item: string; tap?: string | undefined },
  judge: (item: AgendaItem, context: ActContext) => ItemVerdict,
): Promise<ActOutcome[]> {
  const { outcome, network } = await house.records.commit<{ outcome: Outcome; network?: string }>(
    caller.organisation,
    {
      reads: [],
      things: ['agenda-item'],
      decide(book) {
        const item = book.things('agenda-item').find((known) => known.id === id);
        if (item === undefined) return { outcome: noSuchItem };
        const verdict = judge(item, contextOf(house, caller, book, tap));
        return { outcome: record(book, caller, act, verdict), network: item.network };
      },
    },
  );
  if (outcome.kind === 'done' && network !== undefined) tell(house, caller, network);
  return [{ subject: id, outcome }];
}

function record(book: Book, caller: Caller, act: string, verdict: ItemVerdict): Outcome {
  if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
  if (verdict.kind === 'done') {
    const { id, network } = verdict.item;
    book.putThing('agenda-item', verdict.item);
    book.enter({ act, by: caller.person, about: { item: id, network } });
  }
  return { kind: verdict.kind };
}

function tell(house: House, { organisation }: Caller, network: string): void {
  house.changed(organisation, [`network|${network}`]);
}

function isConfirmed(given: MoveData['confirmNumber']): boolean {
  return given === true || given === 'true';
}

const noSuchItem: Outcome = { kind: 'refused', because: 'no-such-item' };
