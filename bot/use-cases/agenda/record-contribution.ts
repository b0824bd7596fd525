import type { ActData, Outcome } from '../../contract/acts.ts';
import type { PersonId } from '../../domain/facts.ts';
import {
  judgeContribution,
  judgeWithdrawContribution,
  type ContributionVerdict,
} from '../../domain/agenda/contribution.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Book, Caller } from '../ports.ts';

/** A network's chair spoke at a board or committee: noted by its minute. */
export async function recordContribution(
  house: House,
  caller: Caller,
  data: ActData['record-contribution'],
): Promise<ActOutcome[]> {
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [],
    things: ['contribution'],
    decide(book) {
      const before = book.things('contribution');
      const { network, body, minute } = data;
      const asked = {
        id: `${book.now.replaceAll(/[^0-9]/g, '')}-${before.length + 1}`,
        on: data.date as PlainDate,
        person: data.person as PersonId,
        ...{ network, body, minute },
      };
      const verdict = judgeContribution(asked, before, contextOf(house, caller, book, data.tap));
      const subject = verdict.kind === 'refused' ? network : verdict.contribution.id;
      return { subject, outcome: record(book, caller, 'record-contribution', verdict) };
    },
  });
  if (answer.outcome.kind === 'done') tell(house, caller, data.network);
  return [answer];
}

export async function withdrawContribution(
  house: House,
  caller: Caller,
  { contribution: id, tap }: ActData['withdraw-contribution'],
): Promise<ActOutcome[]> {
  const { outcome, network } = await house.records.commit<{ outcome: Outcome; network?: string }>(
    caller.organisation,
    {
      reads: [],
      things: ['contribution'],
      decide(book) {
        const made = book.things('contribution').find((known) => known.id === id);
        const verdict = judgeWithdrawContribution(made, contextOf(house, caller, book, tap));
        return {
          outcome: record(book, caller, 'withdraw-contribution', verdict),
          ...(made === undefined ? {} : { network: made.network }),
        };
      },
    },
  );
  if (outcome.kind === 'done' && network !== undefined) tell(house, caller, network);
  return [{ subject: id, outcome }];
}

function record(book: Book, caller: Caller, act: string, verdict: ContributionVerdict): Outcome {
  if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
  if (verdict.kind === 'done') {
    const { contribution } = verdict;
    const { id, network } = contribution;
    book.putThing('contribution', contribution);
    book.enter({ act, by: caller.person, about: { contribution: id, network } });
  }
  return { kind: verdict.kind };
}

function tell(house: House, { organisation }: Caller, network: string): void {
  house.changed(organisation, [`network|${network}`]);
}
