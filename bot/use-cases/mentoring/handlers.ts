import type { ActContext } from '../../domain/act-context.ts';
import type { MentoringVerb } from '../../contract/mentoring.ts';
import type { Outcome } from '../../contract/acts.ts';
import type { PersonId } from '../../domain/facts.ts';
import {
  judgeAccept,
  judgeComplete,
  judgeDecline,
  judgeEnd,
  judgeMet,
  judgeNotMet,
  judgePause,
  judgeResume,
  type PairVerdict,
} from '../../domain/mentoring/judge-pair.ts';
import { judgeProposal, type ProposalVerdict } from '../../domain/mentoring/judge-proposal.ts';
import type { Pair } from '../../domain/mentoring/pair.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Handlers } from '../handlers.ts';
import type { Book, Caller } from '../ports.ts';

/**
 * Whose move it was stands on the pair's own row alone: an entry that names a person beside the
 * pair would, with the other's entry, name the two.
 */
const THE_PAIR = 'pair' as PersonId;

type Asked = { pair: string; tap?: string | undefined };

export const mentoringHandlers: Handlers<MentoringVerb> = {
  'propose-pair': propose,
  'accept-pair': (house, caller, data) => move(house, caller, data, judgeAccept),
  'decline-pair': (house, caller, data) => move(house, caller, data, judgeDecline),
  met: (house, caller, data) =>
    move(house, caller, data, (pair, context) => judgeMet(pair, data.date as PlainDate, context)),
  'not-met': (house, caller, data) =>
    move(house, caller, data, (pair, context) =>
      judgeNotMet(pair, data.date as PlainDate, context),
    ),
  'pause-pair': (house, caller, data) => move(house, caller, data, judgePause),
  'resume-pair': (house, caller, data) => move(house, caller, data, judgeResume),
  'end-pair': (house, caller, data) => move(house, caller, data, judgeEnd),
  'complete-pair': (house, caller, data) => move(house, caller, data, judgeComplete),
};

async function propose(
  house: House,
  caller: Caller,
  asked: {
    mentor: string;
    director: string;
    supporter: string;
    time?: string | undefined;
    tap?: string | undefined;
  },
): Promise<ActOutcome[]> {
  const random = (): string => house.imports.newPersonId();
  const named = {
    mentor: asked.mentor as PersonId,
    director: asked.director as PersonId,
    supporter: asked.supporter as PersonId,
  };
  const proposed = {
    id: random(),
    ...named,
    ...(asked.time === undefined ? {} : { time: asked.time }),
    handles: { mentor: random(), director: random(), lead: random() },
  };
  const ids = [...new Set(Object.values(named))];
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: ids,
    things: ['pair'],
    decide(book) {
      const people = new Map(
        ids.flatMap((id) => {
          const person = book.person(id);
          return person === undefined ? [] : [[id, person] as const];
        }),
      );
      const known = { people, pairs: book.things('pair') };
      const verdict = judgeProposal(proposed, known, contextOf(house, caller, book, asked.tap));
      const subject = verdict.kind === 'refused' ? 'pair' : verdict.pair.id;
      return { subject, outcome: record(book, verdict) };
    },
  });
  return [redrawn(house, caller, answer)];
}

async function move(
  house: House,
  caller: Caller,
  { pair: subject, tap }: Asked,
  judge: (pair: Pair, context: ActContext) => PairVerdict,
): Promise<ActOutcome[]> {
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [],
    things: ['pair'],
    decide(book) {
      const pair = book.things('pair').find(({ id }) => id === subject);
      if (pair === undefined) return { kind: 'refused', because: 'no-such-pair' };
      return record(book, judge(pair, contextOf(house, caller, book, tap)));
    },
  });
  return [redrawn(house, caller, { subject, outcome })];
}

function record(book: Book, verdict: PairVerdict | ProposalVerdict): Outcome {
  if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
  if (verdict.kind === 'done') {
    book.putThing('pair', verdict.pair);
    book.enter({ act: 'mentoring', by: THE_PAIR, about: { pair: verdict.pair.id } });
  }
  return { kind: verdict.kind };
}

/** One's own reminder is answered. The other's card says so when they look: nothing links the two. */
function redrawn(house: House, caller: Caller, answer: ActOutcome): ActOutcome {
  if (answer.outcome.kind === 'done') {
    house.changed(caller.organisation, [`person|${caller.person}`]);
  }
  return answer;
}
