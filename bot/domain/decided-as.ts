import type { ClaimMove, Frame, Meeting } from './facts.ts';
import { holdersOf } from './roles.ts';
import { londonDate } from './time.ts';

/** All who may decide on a claim, those of its network first. */
export const deciders = [
  'network-chair',
  'network-deputy',
  'edi-lead',
  'edi-sponsor',
  'board-chair',
] as const;
export type Decider = (typeof deciders)[number];

/** The role in which somebody decided: one that they held on that day. None where lists say otherwise since. */
export function decidedAs(
  { network }: Pick<Meeting, 'network'>,
  { by, at }: Pick<ClaimMove, 'by' | 'at'>,
  { roles }: Pick<Frame, 'roles'>,
): Decider | undefined {
  return deciders.find((role) => {
    const ofNetwork = role === 'network-chair' || role === 'network-deputy';
    return holdersOf(roles, role, londonDate(at), ofNetwork ? { network } : {}).includes(by);
  });
}
