import type { BoardVerb } from '../contract/board.ts';
import type { ActOutcome } from '../use-cases/doors.ts';
import type { Leads } from './pressing.ts';

type Outcomes = readonly ActOutcome[];

const toPapers = (_: unknown, [outcome]: Outcomes) =>
  ({ view: 'papers', params: about(outcome) }) as const;
const toCouncil = (_: unknown, [outcome]: Outcomes) =>
  ({ view: 'council', params: about(outcome) }) as const;

/** After a tap: the view that tells what became of it, and how to undo it. */
export const boardLeads: Leads<BoardVerb> = {
  'plan-paper': toPapers,
  'present-paper': toPapers,
  'record-paper': toPapers,
  'reopen-paper': toPapers,
  'withdraw-paper': toPapers,
  'say-line': toCouncil,
  'take-back-line': toCouncil,
  'approve-terms': toCouncil,
  'record-council-meeting': toCouncil,
  'take-back-council': toCouncil,
};

/** A refusal leads back to the view as it stands. */
function about(outcome: ActOutcome | undefined): { about?: string } {
  return outcome === undefined || outcome.outcome.kind === 'refused'
    ? {}
    : { about: outcome.subject };
}
