import type { Act } from '../../bot/contract/acts.ts';
import type { WaitingClaim } from '../../bot/contract/views.ts';
import type { ActRequest } from '../parts/act-outcome.ts';
import { batches } from '../parts/batches.ts';
import { shell } from '../words.ts';
import { network as words, offTheRecord } from '../words-organisation.ts';

export function confirmRequest(
  claims: readonly WaitingClaim[],
  organisation: string,
  reason?: string,
): ActRequest {
  const names = new Map(claims.map(({ id, name }) => [id, name]));
  const nameOf = (subject: string) => names.get(subject) ?? '';
  const ids = claims.map(({ id }) => id);
  return {
    acts: batches(ids).map((batch) => ({
      verb: 'confirm',
      data: { organisation, claims: batch, reason },
    })),
    done: (subjects) => ({
      text: words.confirmedTold(subjects.length, nameOf(subjects[0] ?? '')),
      undo: {
        label: shell.undo,
        request: reopenRequest(subjects, nameOf(subjects[0] ?? ''), organisation),
      },
    }),
    ...(claims.length > 1 && { nameOf }),
  };
}

export function queryRequest(
  claim: WaitingClaim,
  reason: Extract<Act, { verb: 'query' }>['data']['reason'],
  organisation: string,
): ActRequest {
  return {
    acts: [{ verb: 'query', data: { organisation, claim: claim.id, reason } }],
    done: () => ({ text: words.queriedTold(claim.name) }),
  };
}

/** Takes decisions back, one act each. */
export function reopenRequest(
  claims: readonly string[],
  name: string,
  organisation: string,
): ActRequest {
  return {
    acts: claims.map((claim) => ({ verb: 'reopen', data: { organisation, claim } })),
    done: (subjects) => ({ text: words.reopenedTold(subjects.length, name) }),
  };
}

interface Attended {
  claim: string;
  name: string;
  date: string;
}

/** Takes a confirmed attendance off the record. */
export function takeOffRequest(what: Attended, reason: string, organisation: string): ActRequest {
  const { claim } = what;
  return {
    acts: [{ verb: 'void', data: { organisation, claim, reason } }],
    done: () => ({
      text: offTheRecord.takenOff(what),
      undo: { label: shell.undo, request: putBackRequest(what, organisation) },
    }),
  };
}

export function putBackRequest(what: Attended, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'reopen', data: { organisation, claim: what.claim } }],
    done: () => ({ text: offTheRecord.isBack(what) }),
  };
}
