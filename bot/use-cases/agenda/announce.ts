import type { OrganisationRef, PersonId } from '../../domain/facts.ts';
import {
  dueAnnouncements,
  untoldInChannel,
  type Announcement,
} from '../../domain/agenda/channel.ts';
import { BY_NOW, frameAsKnown } from '../../domain/known.ts';
import type { OrganisationFacts } from '../../domain/nudges/nudge.ts';
import { holdersOf } from '../../domain/roles.ts';
import { networkOfSeries } from '../../domain/series.ts';
import { epochMilliseconds, londonDate, type Instant } from '../../domain/time.ts';
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

/** Telling takes seconds, and its facts may be minutes old: begun longer ago, whoever began has gone. */
const TELLING_MS = 5 * 60_000;

/** For the log: nobody knows whether it arrived, so chair and deputy hear it as well. */
class Unheard extends Error {
  override readonly name = 'Unheard';
  readonly code = 'channel-unheard';
}

/**
 * Tells networks' channels what was fed back, once each. A channel that is gone, or that
 * can't be told, is no longer linked: then chair and deputy hear it themselves. So they do where it
 * may not have heard; that is thrown, once the others are told.
 */
export async function announceAnswers(
  house: { records: Records; offers: Offers; announcer: Announcer },
  organisation: OrganisationRef,
  facts: OrganisationFacts,
): Promise<void> {
  const { records, offers, announcer } = house;
  const { frame, now, things } = facts;
  let unheard = 0;
  for (const due of dueAnnouncements(things['agenda-item'], frame, now)) {
    const as = (['network-chair', 'network-deputy'] as const)
      .flatMap((role) => holdersOf(frame.roles, role, londonDate(now), { network: due.network }))
      .map((person) => ({ organisation, person }));
    // Nobody of the network: it waits until somebody is there to answer.
    if (as.length === 0) continue;
    const telling = await offers.begin(organisation, due.id, now);
    if (telling.kind === 'ended') continue;
    let verdict: SendVerdict['kind'] = 'unknown';
    if (telling.kind === 'begun') {
      try {
        verdict = (await announcer.announce(as, due)).kind;
      } catch (error) {
        // Nothing left, and it is not tried again.
        await unlink(records, organisation, due);
        await offers.end(organisation, due.id, 'not-told');
        throw error;
      }
    } else if (isUnderWay(telling.at, now)) continue;
    if (verdict === 'unknown') {
      unheard += 1;
      await noteUntold(records, organisation, due);
    } else if (verdict !== 'sent') await unlink(records, organisation, due);
    await offers.end(organisation, due.id, verdict === 'sent' ? 'told' : 'not-told');
  }
  if (unheard > 0) throw new Unheard('a channel may not have heard what the board answered');
}

function isUnderWay(since: Instant, now: Instant): boolean {
  return Math.abs(epochMilliseconds(now) - epochMilliseconds(since)) <= TELLING_MS;
}

async function noteUntold(
  records: Records,
  organisation: OrganisationRef,
  { item: id, move, network }: Announcement,
): Promise<void> {
  await records.commit(organisation, {
    reads: [],
    things: ['agenda-item'],
    decide(book) {
      const item = book.things('agenda-item').find((known) => known.id === id);
      if (item === undefined || item.moves[move]?.untold === true) return;
      book.putThing('agenda-item', untoldInChannel(item, move));
      book.enter({ act: 'note-untold', by: THE_APP, about: { item: id, network } });
    },
  });
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
