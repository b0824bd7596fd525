import type { Outcome } from '../../contract/acts.ts';
import { goalsMet, judgeReport } from '../../domain/goals/reporting.ts';
import { personAsKnown } from '../../domain/known.ts';
import { endOfDay, type PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Caller } from '../ports.ts';

/** The yearly percentage, reported on a day: stored as n of N, as that day knew them. */
export async function reportGoals(
  house: House,
  caller: Caller,
  asked: { year: string; date: string; document: string; tap?: string | undefined },
): Promise<ActOutcome[]> {
  const year = asked.year as PlainDate;
  const on = asked.date as PlainDate;
  const { people } = await house.records.people(caller.organisation);
  const { n, of } = goalsMet(
    people.map((person) => personAsKnown(person, endOfDay(on))),
    year,
    on,
  );
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [],
    things: ['goal-report'],
    decide(book) {
      const before = book.things('goal-report').find(({ id }) => id === year);
      const context = contextOf(house, caller, book, asked.tap);
      const { document } = asked;
      const verdict = judgeReport({ year, on, document }, before, { n, of }, context);
      if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
      if (verdict.kind === 'done') {
        book.putThing('goal-report', verdict.report);
        book.enter({ act: 'report-goals', by: caller.person, about: { year } });
      }
      return { kind: verdict.kind };
    },
  });
  return [{ subject: year, outcome }];
}
