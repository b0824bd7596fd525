import type { Act } from '../../../bot/contract/acts.ts';
import type { Pledge, Zone } from '../../../bot/contract/pledges.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { shell } from '../../words.ts';
import { pledgeTold as told } from '../../words-pledges.ts';

type PledgeAct = Extract<Act, { verb: keyof typeof told }>;

/** An act, and the one that undoes it where there is one. */
function requestOf(act: PledgeAct, undo?: PledgeAct): ActRequest {
  return {
    acts: [act],
    done: () => ({
      text: told[act.verb],
      ...(undo && { undo: { label: shell.undo, request: requestOf(undo) } }),
    }),
  };
}

export function makeRequest(
  data: { text: string; review: string },
  organisation: string,
): ActRequest {
  const request = requestOf({ verb: 'make-pledge', data: { ...data, organisation } });
  return {
    ...request,
    done: ([pledge = '']) => ({
      text: told['make-pledge'],
      undo: { label: shell.undo, request: withdrawRequest(pledge, organisation) },
    }),
  };
}

export function reviewRequest(pledge: string, text: string, organisation: string): ActRequest {
  return requestOf({ verb: 'review-pledge', data: { organisation, pledge, text } });
}

export function extendRequest(pledge: Pledge, review: string, organisation: string): ActRequest {
  const to = (day: string): PledgeAct => ({
    verb: 'extend-pledge',
    data: { organisation, pledge: pledge.id, review: day },
  });
  return requestOf(to(review), pledge.review && !pledge.due ? to(pledge.review) : undefined);
}

export function shareRequest({ id, shared }: Pledge, organisation: string): ActRequest {
  const data = { organisation, pledge: id };
  const share = { verb: 'share-pledge', data } as const;
  const keep = { verb: 'unshare-pledge', data } as const;
  return shared ? requestOf(keep, share) : requestOf(share, keep);
}

export function withdrawRequest(pledge: string, organisation: string): ActRequest {
  return requestOf({ verb: 'withdraw-pledge', data: { organisation, pledge } });
}

/** No words: the note is deleted. Either way what stood before can be had back. */
export function noteRequest(
  zone: Zone,
  { text, before }: { text: string; before: string },
  organisation: string,
): ActRequest {
  const to = (words: string): PledgeAct =>
    words === ''
      ? { verb: 'forget-note', data: { organisation, zone } }
      : { verb: 'keep-note', data: { organisation, zone, text: words } };
  return requestOf(to(text), to(before));
}
