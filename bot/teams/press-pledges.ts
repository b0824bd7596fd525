import type { Leads } from './pressing.ts';

type PledgeVerb =
  | 'make-pledge'
  | 'review-pledge'
  | 'extend-pledge'
  | 'share-pledge'
  | 'unshare-pledge'
  | 'withdraw-pledge'
  | 'keep-note'
  | 'forget-note';

const toPledge = ({ pledge }: { pledge: string }) => ({
  view: 'pledge' as const,
  params: { about: pledge },
});
const toAny = () => ({ view: 'pledge' as const, params: {} });

/** After a tap: the pledge as it stands. Notes are kept in the tab: no card has them. */
export const pledgeLeads: Leads<PledgeVerb> = {
  'make-pledge': (_, outcomes) => {
    const [made] = outcomes;
    return made?.outcome.kind === 'done' ? toPledge({ pledge: made.subject }) : toAny();
  },
  'review-pledge': toPledge,
  'extend-pledge': toPledge,
  'share-pledge': toPledge,
  'unshare-pledge': toPledge,
  'withdraw-pledge': toAny,
  'keep-note': toAny,
  'forget-note': toAny,
};
