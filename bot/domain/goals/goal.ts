import type { PersonId, Settings } from '../facts.ts';
import type { Employment } from '../standing.ts';
import { endOfDay, londonDate, yearOf, type Instant, type PlainDate, type Year } from '../time.ts';

export const goalOutcomes = ['achieved', 'partly', 'not-achieved'] as const;
export type GoalOutcome = (typeof goalOutcomes)[number];

/** What can happen to a goal; where two must, each says it for themselves. */
export const goalSteps = [
  'drafted',
  'agreed-by-leader',
  'agreed-by-manager',
  'noted',
  'paused',
  'resumed',
  'proposed',
  'confirmed',
  'disputed',
  'commented',
  'shared',
  'unshared',
  'taken-back',
] as const;
export type GoalStep = (typeof goalSteps)[number];

export interface GoalMove {
  readonly to: GoalStep;
  readonly at: Instant;
  readonly by: PersonId;
  /** The version of the text that was drafted, or that this person agreed. */
  readonly version?: number;
  /** What was proposed or confirmed. */
  readonly outcome?: GoalOutcome;
  /** With whom the leader shares it. */
  readonly with?: PersonId;
  readonly tap?: string;
}

/**
 * A leader's equality goal for one appraisal year, and all that became of it. Its words are kept
 * apart (`textId`), so that pages of many people never carry them.
 */
export interface Goal {
  readonly id: string;
  readonly person: PersonId;
  /** First day of the appraisal year. */
  readonly year: PlainDate;
  /** Last day of the appraisal year, unless an earlier one was agreed. */
  readonly due: PlainDate;
  readonly moves: readonly [GoalMove, ...GoalMove[]];
}

/** The moves that stand, up to and with a day: what was taken back later never was. */
export function movesUpTo(goal: Goal, on: PlainDate): readonly GoalMove[] {
  const last = endOfDay(on);
  return standingMoves(goal.moves).filter(({ at }) => at <= last);
}

/** Where a goal stands; whose turn it is follows from it. */
export type GoalStanding =
  | 'draft'
  /** The leader agreed the newest text, the manager hasn't yet. */
  | 'with-manager'
  /** The manager agreed it first. */
  | 'with-leader'
  | 'agreed'
  | 'paused'
  /** The leader said how it went. */
  | 'proposed'
  /** The manager sees it differently: the leader says again, or agrees. */
  | 'answered'
  | 'concluded';

/** The moves that still stand, but for whom it is shared with: what was taken back is not among them. */
export function standingMoves(moves: readonly GoalMove[]): readonly GoalMove[] {
  const standing: GoalMove[] = [];
  for (const move of moves) {
    if (move.to === 'taken-back') standing.pop();
    else if (move.to !== 'shared' && move.to !== 'unshared') standing.push(move);
  }
  return standing;
}

/** The number of the newest text. */
export function versionOf(moves: readonly GoalMove[]): number {
  return moves.findLast(({ to }) => to === 'drafted')?.version ?? 0;
}

/** Both have agreed the newest text, each in their own time. */
export function isAgreed(moves: readonly GoalMove[]): boolean {
  return hasAgreed(moves, 'agreed-by-leader') && hasAgreed(moves, 'agreed-by-manager');
}

/** Whether that side has agreed the newest text. */
export function hasAgreed(
  moves: readonly GoalMove[],
  to: 'agreed-by-leader' | 'agreed-by-manager',
): boolean {
  return agreedIn(standingMoves(moves), to, versionOf(moves));
}

/** Both have agreed one text of it, whatever was drafted since: nobody drafts a goal away. */
export function wasAgreed(moves: readonly GoalMove[]): boolean {
  const standing = standingMoves(moves);
  return standing.some(
    ({ to, version }) =>
      to === 'agreed-by-leader' && agreedIn(standing, 'agreed-by-manager', version),
  );
}

function agreedIn(
  standing: readonly GoalMove[],
  to: GoalStep,
  version: number | undefined,
): boolean {
  return standing.some((move) => move.to === to && move.version === version);
}

/** What both have said that it came to; undefined until then. */
export function confirmedOutcome(moves: readonly GoalMove[]): GoalOutcome | undefined {
  const { proposed, answer } = conclusionOf(moves);
  return proposed === answer ? answer : undefined;
}

/** What the leader last said that it came to, and the manager's answer to it. */
export function conclusionOf(moves: readonly GoalMove[]): {
  proposed?: GoalOutcome;
  answer?: GoalOutcome;
} {
  const said = sinceDrafted(moves);
  const proposed = said.findLast(({ to }) => to === 'proposed')?.outcome;
  const answer = said.findLast(({ to }) => to === 'confirmed' || to === 'disputed')?.outcome;
  return {
    ...(proposed === undefined ? {} : { proposed }),
    ...(answer === undefined ? {} : { answer }),
  };
}

/** What was said of a text before it belongs to that text. */
function sinceDrafted(moves: readonly GoalMove[]): readonly GoalMove[] {
  const standing = standingMoves(moves);
  return standing.slice(standing.findLastIndex(({ to }) => to === 'drafted') + 1);
}

export function isPaused(moves: readonly GoalMove[]): boolean {
  const last = standingMoves(moves).findLast(({ to }) => to === 'paused' || to === 'resumed');
  return last?.to === 'paused';
}

export function goalStanding(moves: readonly GoalMove[]): GoalStanding {
  if (!isAgreed(moves)) {
    if (hasAgreed(moves, 'agreed-by-leader')) return 'with-manager';
    return hasAgreed(moves, 'agreed-by-manager') ? 'with-leader' : 'draft';
  }
  if (confirmedOutcome(moves) !== undefined) return 'concluded';
  if (isPaused(moves)) return 'paused';
  const last = sinceDrafted(moves).findLast(({ to }) => to === 'proposed' || to === 'disputed');
  if (last === undefined) return 'agreed';
  return last.to === 'proposed' ? 'proposed' : 'answered';
}

/** What waits for the manager: a text to agree, or how it went to confirm; and since when. */
export function waitsForManager(
  moves: readonly GoalMove[],
): { what: 'agree' | 'confirm'; since: PlainDate } | undefined {
  const standing = goalStanding(moves);
  if (standing !== 'with-manager' && standing !== 'proposed') return undefined;
  const to = standing === 'proposed' ? 'proposed' : 'agreed-by-leader';
  const since = standingMoves(moves).findLast((move) => move.to === to)?.at;
  if (since === undefined) return undefined;
  return { what: standing === 'proposed' ? 'confirm' : 'agree', since: londonDate(since) };
}

/** With whom the leader shares it. */
export function sharedWith(goal: Pick<Goal, 'moves'>): PersonId[] {
  const shared = new Set<PersonId>();
  for (const { to, with: other } of goal.moves) {
    if (other === undefined) continue;
    if (to === 'shared') shared.add(other);
    if (to === 'unshared') shared.delete(other);
  }
  return [...shared];
}

/** Of somebody who has left before it was due: it closes by itself, and nobody decides it any more. */
export function isClosed(goal: Pick<Goal, 'due'>, employment: Employment): boolean {
  return employment.kind === 'left' && employment.on < goal.due;
}

/** The appraisal year that holds a day. */
export function appraisalYear(settings: Settings, on: PlainDate): Year {
  return yearOf(on, settings.appraisalStartMonth ?? settings.yearStartMonth);
}

/** Where the words of a goal's text are kept; of a note, by its place among the moves. */
export function textId(goal: Pick<Goal, 'id'>, version: number): string {
  return `goal.${goal.id}.${version}`;
}
export function noteId(goal: Pick<Goal, 'id'>, index: number): string {
  return `goal.${goal.id}.note.${index}`;
}
