import type { Outcome } from '../../contract/acts.ts';
import type { PersonId } from '../../domain/facts.ts';
import { judgeNameManager } from '../../domain/goals/judge-naming.ts';
import { may } from '../../domain/permissions.ts';
import { londonDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Caller, Subject } from '../ports.ts';
import { forgetTeams } from './has-team.ts';
import { somebodyNamed } from './somebody.ts';

/** Another manager for somebody's goals, from today; without one, the staff list's again. */
export async function nameManager(
  house: House,
  caller: Caller,
  asked: { for: string; manager?: string | undefined; tap?: string | undefined },
): Promise<ActOutcome[]> {
  const person = asked.for as PersonId;
  const named = asked.manager;
  const wanted = named === undefined ? undefined : await somebodyNamed(house, caller, named);
  const reads = [person, ...(wanted === undefined ? [] : [wanted])];
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads,
    decide(book) {
      const context = contextOf(house, caller, book, asked.tap);
      const who = {
        person: caller.person,
        roles: context.frame.roles,
        on: londonDate(context.now),
      };
      // First: whether there is such a person is nobody else's to find out.
      if (!may('name-manager', who)) return { kind: 'refused', because: 'not-allowed' };
      const leader = book.person(person);
      if (leader === undefined || (named !== undefined && wanted === undefined)) {
        return { kind: 'refused', because: 'no-such-person' };
      }
      const manager = wanted === undefined ? undefined : book.person(wanted);
      const verdict = judgeNameManager(leader, manager, wanted, context);
      if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
      if (verdict.kind === 'done') {
        book.putOwn('named-manager', person, verdict.named);
        const about = { person, ...(wanted === undefined ? {} : { manager: wanted }) };
        book.enter({ act: 'name-manager', by: caller.person, about });
      }
      return { kind: verdict.kind };
    },
  });
  if (outcome.kind === 'done') {
    forgetTeams();
    house.changed(
      caller.organisation,
      reads.map((id): Subject => `person|${id}`),
    );
  }
  return [{ subject: person, outcome }];
}
