import type { ActContext } from '../domain/act-context.ts';
import type { Outcome } from '../contract/acts.ts';
import type { HistoryEntry, HistoryKind, NetworkId, PersonId } from '../domain/facts.ts';
import {
  judgeEnter,
  judgeReopenHistory,
  judgeVerify,
  judgeWithdrawHistory,
  type HistoryVerdict,
} from '../domain/judge-history.ts';
import type { PlainDate } from '../domain/time.ts';
import { contextOf, type House } from './context.ts';
import { historyId, parseHistoryId, type ActOutcome } from './doors.ts';
import type { Book, Caller } from './ports.ts';

interface ToEnter {
  readonly what: HistoryKind;
  readonly date: string;
  readonly network?: string | undefined;
  readonly course?: string | undefined;
  readonly document: string;
  readonly for?: string | undefined;
  readonly tap?: string | undefined;
}

/** Something from before the app, told by the person or, for them, by the EDI lead. */
export async function enterHistory(
  house: House,
  caller: Caller,
  asked: ToEnter,
): Promise<ActOutcome[]> {
  const person = (asked.for ?? caller.person) as PersonId;
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [person],
    decide(book) {
      const known = book.person(person);
      if (known === undefined) {
        return { subject: person, outcome: { kind: 'refused', because: 'no-such-person' } };
      }
      const entry = {
        id: `${book.now.replaceAll(/[^0-9]/g, '')}-${known.history.length + 1}`,
        person,
        what: asked.what,
        on: asked.date as PlainDate,
        ...(asked.what === 'attendance' && asked.network !== undefined
          ? { network: asked.network as NetworkId }
          : {}),
        ...(asked.what === 'education' && asked.course !== undefined
          ? { course: asked.course }
          : {}),
        document: asked.document,
      };
      const verdict = judgeEnter(entry, known, contextOf(house, caller, book, asked.tap));
      const subject = historyId(verdict.kind === 'refused' ? entry : verdict.entry);
      return { subject, outcome: record(book, caller, 'enter-history', verdict) };
    },
  });
  if (answer.outcome.kind === 'done') house.changed(caller.organisation, [`person|${person}`]);
  return [answer];
}

type Judge = (entry: HistoryEntry, context: ActContext) => HistoryVerdict;

/** Verifies each entry for itself: one refused doesn't hold up the others. */
export function verifyHistory(
  house: House,
  caller: Caller,
  asked: { entries: readonly string[]; tap?: string | undefined },
): Promise<ActOutcome[]> {
  return moveEach(house, caller, 'verify-history', asked, judgeVerify);
}

/** Takes one's own verification back within 24 hours. */
export function reopenHistory(
  house: House,
  caller: Caller,
  asked: { entries: readonly string[]; tap?: string | undefined },
): Promise<ActOutcome[]> {
  return moveEach(house, caller, 'reopen-history', asked, judgeReopenHistory);
}

export function withdrawHistory(
  house: House,
  caller: Caller,
  asked: { entry: string; tap?: string | undefined },
): Promise<ActOutcome[]> {
  const { entry, tap } = asked;
  const one = { entries: [entry], ...(tap === undefined ? {} : { tap }) };
  return moveEach(house, caller, 'withdraw-history', one, judgeWithdrawHistory);
}

/** One move an entry; they wait together, so they are committed together. */
async function moveEach(
  house: House,
  caller: Caller,
  act: string,
  { entries, tap }: { entries: readonly string[]; tap?: string | undefined },
  judge: Judge,
): Promise<ActOutcome[]> {
  const outcomes = await Promise.all(
    [...new Set(entries)].map(async (subject): Promise<ActOutcome> => {
      const named = parseHistoryId(subject);
      if (named === undefined) return { subject, outcome: noSuchHistory };
      const outcome = await house.records.commit<Outcome>(caller.organisation, {
        reads: [named.person],
        decide(book) {
          const person = book.person(named.person);
          if (person === undefined) return noSuchHistory;
          const entry = person.history.find(({ id }) => id === named.entry);
          if (entry === undefined) {
            // As if it were there: of mentoring, not even the EDI lead may ask.
            return named.person === caller.person ? noSuchHistory : notAllowed;
          }
          return record(book, caller, act, judge(entry, contextOf(house, caller, book, tap)));
        },
      });
      return { subject, outcome };
    }),
  );
  const done = outcomes.filter(({ outcome }) => outcome.kind === 'done');
  const people = new Set(done.flatMap(({ subject }) => parseHistoryId(subject)?.person ?? []));
  if (people.size > 0) {
    const subjects = [...people].map((person) => `person|${person}` as const);
    house.changed(caller.organisation, subjects);
  }
  return outcomes;
}

/** The ledger names the entry by an id that says nothing: a mentoring move looks like any other. */
function record(book: Book, caller: Caller, act: string, verdict: HistoryVerdict): Outcome {
  if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
  if (verdict.kind === 'done') {
    const { person, id } = verdict.entry;
    book.putHistory(verdict.entry);
    book.enter({ act, by: caller.person, about: { person, history: id } });
  }
  return { kind: verdict.kind };
}

const noSuchHistory: Outcome = { kind: 'refused', because: 'no-such-history' };
const notAllowed: Outcome = { kind: 'refused', because: 'not-allowed' };
