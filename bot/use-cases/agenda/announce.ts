import type { OrganisationRef, PersonId } from '../../domain/facts.ts';
import { dueAnnouncements, type Announcement } from '../../domain/agenda/channel.ts';
import { BY_NOW, frameAsKnown } from '../../domain/known.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { holdersOf } from '../../domain/roles.ts';
import { networkOfSeries } from '../../domain/series.ts';
import { londonDate } from '../../domain/time.ts';
import type { SendVerdict } from '../nudge-ports.ts';
import type { Caller, Offers, Records } from '../ports.ts';

/** The way into a network's channel in Teams, outside of any turn. */
export interface Announcer {
  /** `as`: who chairs or deputises, on whose behalf the item is read. */
  announce(
    as: readonly Caller[],
    what: { conversation: string; item: string },
  ): Promise<SendVerdict>;
}

/** In the ledger, what nobody did: the channel was gone. */
const THE_APP = 'app' as PersonId;

/**
 * Tells networks' channels what was fed back, once each. A channel that is gone, or that
 * can't be told, is no longer linked: then chair and deputy hear it themselves.
 */
export async function announceAnswers(
  house: { records: Records; offers: Offers; announcer: Announcer },
  organisation: OrganisationRef,
  facts: OrganisationFacts,
): Promise<void> {
  const { frame, now, things } = facts;
  for (const due of dueAnnouncements(things['agenda-item'], frame, now)) {
    const as = (['network-chair', 'network-deputy'] as const)
      .flatMap((role) => holdersOf(frame.roles, role, londonDate(now), { network: due.network }))
      .map((person) => ({ organisation, person }));
    // Nobody of the network: it waits until somebody is there to answer.
    if (as.length === 0) continue;
    if (!(await house.offers.once(organisation, due.id))) continue;
    try {
      const { kind } = await house.announcer.announce(as, due);
      if (kind === 'sent' || kind === 'unknown') continue;
    } catch (error) {
      // Nothing left, and it is not tried again.
      await unlink(house.records, organisation, due);
      throw error;
    }
    await unlink(house.records, organisation, due);
  }
}

async function unlink(
  records: Records,
  organisation: OrganisationRef,
  { conversation, network }: Announcement,
): Promise<void> {
  await records.commit(organisation, {
    reads: [],
    decide(book) {
      const frame = frameAsKnown(book.frame, BY_NOW);
      if (networkOfSeries(frame, conversation) !== network) return;
      book.putSeries({ on: londonDate(book.now), conversation });
      book.enter({ act: 'unlink-series', by: THE_APP, about: { network } });
    },
  });
}
