import type { ActContext } from '../../domain/act-context.ts';
import type { Outcome } from '../../contract/acts.ts';
import type { Education } from '../../domain/education/education.ts';
import {
  isEducationVerifier,
  type EducationVerdict,
} from '../../domain/education/judge-education.ts';
import type { PersonId } from '../../domain/facts.ts';
import { mapAtMost } from '../bounded.ts';
import { contextOf, type House } from '../context.ts';
import { parseHistoryId, type ActOutcome } from '../doors.ts';
import type { Book, Caller } from '../ports.ts';

const noSuchEducation: Outcome = { kind: 'refused', because: 'no-such-education' };

/** One act at a time beside others' acts, so that none waits long. */
const atOnce = 20;

/** Moves each record for itself. */
export async function moveEducation(
  house: House,
  caller: Caller,
  act: string,
  { entries, tap }: { entries: readonly string[]; tap?: string | undefined },
  judge: (education: Education, context: ActContext) => EducationVerdict,
): Promise<ActOutcome[]> {
  const outcomes = await mapAtMost(atOnce, entries, async (subject): Promise<ActOutcome> => {
    const named = parseHistoryId(subject);
    if (named === undefined) return { subject, outcome: noSuchEducation };
    const outcome = await house.records.commit<Outcome>(caller.organisation, {
      reads: [named.person],
      decide(book) {
        const education = book.person(named.person)?.education.find(({ id }) => id === named.entry);
        const context = contextOf(house, caller, book, tap);
        if (education === undefined) return noneFor(caller, named, context);
        const verdict = judge(education, context);
        return enterEducation(book, caller, act, verdict);
      },
    });
    return { subject, outcome };
  });
  const moved = outcomes.filter(({ outcome }) => outcome.kind === 'done');
  const people = new Set(moved.flatMap(({ subject }) => parseHistoryId(subject)?.person ?? []));
  // Whoever decided sees it on their own card, too.
  if (people.size > 0) {
    const subjects = [caller.person, ...people].map((person) => `person|${person}` as const);
    house.changed(caller.organisation, subjects);
  }
  return outcomes;
}

/** Whoever may not see somebody's records isn't told whether there is one. */
function noneFor(caller: Caller, { person }: { person: PersonId }, context: ActContext): Outcome {
  const isTheirs = person === caller.person || isEducationVerifier({ person }, context);
  return isTheirs ? noSuchEducation : { kind: 'refused', because: 'not-allowed' };
}

/** The ledger names the record by an id that says nothing. */
export function enterEducation(
  book: Book,
  caller: Caller,
  act: string,
  verdict: EducationVerdict,
): Outcome {
  if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
  if (verdict.kind === 'done') {
    const { education, replaces } = verdict;
    const { person, id } = education;
    if (replaces !== undefined) book.putOwn('education', person, replaces);
    book.putOwn('education', person, education);
    const instead = replaces === undefined ? {} : { instead: replaces.id };
    book.enter({ act, by: caller.person, about: { person, education: id, ...instead } });
  }
  return { kind: verdict.kind };
}
