import type { Frame, Meeting, MeetingId, OrganisationRef, PersonId } from '../domain/facts.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { londonDate } from '../domain/time.ts';
import {
  executivesOf,
  isAtWork,
  judgeWatch,
  mayOffer,
  wantsQuestion,
  type WatchVerdict,
} from '../domain/offer.ts';
import { meetingNow } from '../domain/series.ts';
import type { House } from './context.ts';
import { mapAtMost } from './bounded.ts';
import type { Caller, Conversations, Offers } from './ports.ts';

/** One meeting of one organisation's calendar. */
export interface Place {
  readonly organisation: OrganisationRef;
  readonly meeting: MeetingId;
}

/** Somebody to ask Teams about, by name, one at a time. */
export interface Asked {
  readonly caller: Caller;
  /** Entra object id. */
  readonly objectId: string;
}

/** What the bot needs to know while a network meets in Teams. Nothing here is kept of who is there. */
export interface MeetingRoom {
  /** The calendars' meetings that this one in Teams is: of each of the tenant's organisations, one. */
  on(tenant: string, teams: { conversation: string; joinLink?: string }): Promise<Place[]>;
  /** Whether to ask about this meeting now. */
  judge(place: Place): Promise<WatchVerdict>;
  /** The executives of that day whom an offer could reach: nobody else is ever asked about. */
  executives(place: Place): Promise<Asked[]>;
  /** Of those who were there, whom to offer it; empty where it has been offered already. */
  offers(place: Place, there: readonly PersonId[]): Promise<PersonId[]>;
}

/** Organisations or people read at once. */
const AT_ONCE = 8;

type Parts = Pick<House, 'records' | 'directory' | 'clock' | 'isBankHoliday'> & {
  readonly conversations: Pick<Conversations, 'find'>;
  readonly offers: Offers;
};

export function openMeetingRoom(house: Parts): MeetingRoom {
  const frameOf = async (organisation: OrganisationRef): Promise<Frame> =>
    frameAsKnown(await house.records.frame(organisation), BY_NOW);
  const meetingIn = (frame: Frame, { meeting }: Place): Meeting | undefined =>
    frame.meetings.find(({ id }) => id === meeting);

  return {
    async on(tenant, teams) {
      const organisations = await house.directory.organisations(tenant);
      const found = await mapAtMost(AT_ONCE, organisations, async (organisation) => {
        const meeting = meetingNow(await frameOf(organisation), teams, house.clock.now());
        return meeting === undefined ? [] : [{ organisation, meeting: meeting.id }];
      });
      return found.flat();
    },

    async judge(place) {
      const meeting = meetingIn(await frameOf(place.organisation), place);
      if (meeting === undefined) return { kind: 'leave', because: 'cancelled' };
      return judgeWatch(meeting, house.clock.now(), house.isBankHoliday);
    },

    async executives(place) {
      const { organisation } = place;
      const frame = await frameOf(organisation);
      const meeting = meetingIn(frame, place);
      if (meeting === undefined) return [];
      const { people } = await house.records.some(organisation, executivesOf(frame, meeting));
      const asked = people.filter((person) => isAtWork(person, meeting) && wantsQuestion(person));
      const found = await mapAtMost(AT_ONCE, asked, async ({ id: person }) => {
        const caller = { organisation, person };
        const objectId = await house.directory.account(caller);
        if (objectId === undefined) return [];
        // Whom no offer could reach is not asked about.
        if ((await house.conversations.find(caller)) === undefined) return [];
        return [{ caller, objectId }];
      });
      return found.flat();
    },

    async offers(place, there) {
      const { organisation, meeting: id } = place;
      // Noted for every meeting, whoever was there: by itself it says nothing of anybody.
      if (!(await house.offers.once(organisation, id))) return [];
      const { people, frame } = await house.records.some(organisation, [...there]);
      const known = frameAsKnown(frame, BY_NOW, londonDate(house.clock.now()));
      const meeting = meetingIn(known, place);
      if (meeting === undefined) return [];
      const now = house.clock.now();
      return people
        .filter((person) => mayOffer(known, meeting, person, now, house.isBankHoliday))
        .map((person) => person.id);
    },
  };
}
