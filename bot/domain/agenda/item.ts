import type { NetworkId, PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';

export const itemSteps = [
  'raised',
  'edited',
  'withdrawn',
  'triaged',
  'scheduled',
  'deferred',
  'sent-for-decline',
  'declined',
  'review-asked',
  'discussed',
  'fed-back',
  'acknowledged',
  'taken-back',
] as const;
export type ItemStep = (typeof itemSteps)[number];

/** Where an item can stand: an edit moves it nowhere, and what was taken back no longer stands. */
export type ItemState = Exclude<ItemStep, 'edited' | 'taken-back'>;

export interface ItemMove {
  readonly to: ItemStep;
  readonly at: Instant;
  readonly by: PersonId;
  /** The board meeting that it is scheduled to, or was discussed at. */
  readonly meeting?: string;
  /** The date that it is deferred to. */
  readonly until?: PlainDate;
  /** A reason, the minute, or what was fed back: text for those who may see the item. */
  readonly text?: string;
  /** Chair or deputy of the network who was at the board when it was discussed. */
  readonly attended?: PersonId;
  readonly tap?: string;
  /** Its network's channel may not have heard it: so chair and deputy are told. */
  readonly untold?: true;
}

/** Something that a network wants the board to hear, and its whole way there and back. */
export interface AgendaItem {
  readonly id: string;
  readonly network: NetworkId;
  readonly title: string;
  readonly text: string;
  readonly moves: readonly [ItemMove, ...ItemMove[]];
}

/** A board or committee meeting at which a network's chair spoke without an item of their own. */
export interface Contribution {
  readonly id: string;
  readonly network: NetworkId;
  readonly person: PersonId;
  /** What met, in the organisation's own words: "Board of Directors", "People Committee". */
  readonly body: string;
  readonly on: PlainDate;
  /** Where the minute is to be found. */
  readonly minute: string;
  readonly moves: readonly [ContributionMove, ...ContributionMove[]];
}

export interface ContributionMove {
  readonly to: 'recorded' | 'withdrawn';
  readonly at: Instant;
  readonly by: PersonId;
  readonly tap?: string;
}
