import type { Frame, NudgeKind, Person, PersonId } from '../facts.ts';
import type { Instant, PlainDate } from '../time.ts';
import type { Things } from '../things.ts';
import type { IsBankHoliday } from '../working-days.ts';

/** Something that the bot would say unprompted to one person. */
export interface Nudge {
  readonly kind: NudgeKind;
  readonly to: PersonId;
  /**
   * The one thing that it is about, told apart from every other of its kind: a meeting or network;
   * after `~` the day its reminders began; after `.` which change of it.
   */
  readonly about: string;
  /** Which of its reminders: `1`, `2`, `support`; `1-2026-06-12` where they asked for it again then. */
  readonly step: string;
  /** The first day on which it may come. */
  readonly from: PlainDate;
}

/**
 * What is known of an organisation at a moment: of its people at least those whom the rules' needs
 * name. Frame and people are as known by now.
 */
export interface OrganisationFacts {
  readonly frame: Frame;
  readonly people: readonly Person[];
  /** What is nobody's own. */
  readonly things: Things;
  readonly now: Instant;
  readonly isBankHoliday: IsBankHoliday;
}

/** One reminder of domain.md §5. Pure: the same facts at the same moment, the same nudges. */
export interface NudgeRule {
  readonly kind: NudgeKind;
  /**
   * Whose facts decide about somebody's nudge: their own, those of the claims that wait for them,
   * those of all who are or were executive directors, or everybody's. Things are there for every rule.
   */
  readonly needs: 'the-person' | 'waiting-claims' | 'executives' | 'everybody';
  /** All that are wanted now, of each thing the latest step alone. */
  due(facts: OrganisationFacts): Nudge[];
}

/** A reminder's id towards people's cards: the same for all its steps. */
export function nudgeId({ kind, about }: Pick<Nudge, 'kind' | 'about'>): string {
  return `${kind}:${about}`;
}

/** One reminder to one person, once: the key under which it is kept. */
export function nudgeKey({ to, kind, about, step }: Nudge): string {
  return `${to}|${kind}|${about}|${step}`;
}
