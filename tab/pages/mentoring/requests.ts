import type { Act } from '../../../bot/contract/acts.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { shell } from '../../words.ts';
import { told } from '../../words-mentoring.ts';

type OfPair = Extract<
  Act['verb'],
  'accept-pair' | 'decline-pair' | 'pause-pair' | 'resume-pair' | 'end-pair' | 'complete-pair'
>;

const does: Record<OfPair, { text: string; undo?: OfPair }> = {
  'accept-pair': { text: told.accepted, undo: 'decline-pair' },
  'decline-pair': { text: told.declined, undo: 'accept-pair' },
  'pause-pair': { text: told.paused, undo: 'resume-pair' },
  'resume-pair': { text: told.resumed },
  'end-pair': { text: told.ended, undo: 'resume-pair' },
  'complete-pair': { text: told.completed, undo: 'resume-pair' },
};

export function pairRequest(verb: OfPair, pair: string, organisation: string): ActRequest {
  const { text, undo } = does[verb];
  return {
    acts: [{ verb, data: { organisation, pair } }],
    done: () => ({
      text,
      ...(undo === undefined
        ? {}
        : { undo: { label: shell.undo, request: undone(undo, pair, organisation) } }),
    }),
  };
}

/** "We met", or taken back. */
export function metRequest(
  verb: 'met' | 'not-met',
  /** `theirs`: the other has said so already. */
  session: { pair: string; date: string; day: string; theirs?: boolean },
  organisation: string,
): ActRequest {
  const { pair, date, day, theirs = false } = session;
  return {
    acts: [{ verb, data: { organisation, pair, date } }],
    done: () =>
      verb === 'not-met'
        ? { text: told.notMet }
        : {
            text: theirs ? told.metBoth(day) : told.met(day),
            undo: { label: shell.undo, request: metRequest('not-met', session, organisation) },
          },
  };
}

export interface Proposal {
  mentor: string;
  director: string;
  supporter: string;
  time?: string;
}

export function proposeRequest(
  proposal: Proposal,
  mentorName: string,
  organisation: string,
): ActRequest {
  return {
    acts: [{ verb: 'propose-pair', data: { organisation, ...proposal } }],
    done: ([pair = '']) => ({
      text: told.proposed(mentorName),
      undo: { label: shell.undo, request: undone('end-pair', pair, organisation) },
    }),
  };
}

function undone(verb: OfPair, pair: string, organisation: string): ActRequest {
  return {
    acts: [{ verb, data: { organisation, pair } }],
    done: () => ({ text: told.takenBack }),
  };
}
