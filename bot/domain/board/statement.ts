import type { PersonId } from '../facts.ts';
import { addMonths, type Instant, type PlainDate } from '../time.ts';

/** Silver's lines of which the organisation says itself whether they are in place, with evidence. */
export const statementLines = ['S1.a', 'S1.b', 'S1.c', 'S5.a', 'S5.b'] as const;
export type StatementLine = (typeof statementLines)[number];

/** [ours] A council that met longer ago than this does not count as meeting. */
export const COUNCIL_MONTHS = 6;

/**
 * What the organisation says of one line of the framework: "in place", with its evidence, or
 * "development area"; and who looks after it. Of each the last one not taken back stands.
 */
export interface Statement {
  /** The line that it is of, of any level. */
  readonly id: string;
  readonly moves: readonly [StatementMove, ...StatementMove[]];
}

export interface StatementMove {
  /** `kept`: its owner, review day and note, all three as they are from now on. */
  readonly to: 'in-place' | 'development-area' | 'kept' | 'taken-back';
  readonly at: Instant;
  readonly by: PersonId;
  readonly on: PlainDate;
  /** Where the evidence is to be found, where no item of evidence is kept for it. */
  readonly evidence?: string;
  /** Who looks after the line. It gives them no rights. */
  readonly owner?: PersonId;
  readonly review?: PlainDate;
  readonly note?: string;
  /** Which move is taken back, counted from 0: as if it had never been said. */
  readonly takes?: number;
  readonly tap?: string;
}

/** The leadership council: its terms and its meetings, never its members. */
export interface Council {
  readonly id: 'council';
  readonly moves: readonly [CouncilMove, ...CouncilMove[]];
}

export interface CouncilMove {
  readonly to: 'terms-approved' | 'met' | 'taken-back';
  readonly at: Instant;
  readonly by: PersonId;
  /** The day of the approval or of the meeting. */
  readonly on: PlainDate;
  readonly document: string;
  /** Which move is taken back, counted from 0: as if it had never been recorded. */
  readonly takes?: number;
  readonly tap?: string;
}

/** What is said of a line on a day. `move` is what takes it back. */
export interface StandingStatement {
  readonly state: 'in-place' | 'development-area';
  readonly on: PlainDate;
  readonly evidence?: string;
  readonly move: number;
}

export function standingStatement(
  statement: Statement | undefined,
  on: PlainDate,
): StandingStatement | undefined {
  for (const { to, on: said, evidence, move } of standing(
    statement?.moves ?? [],
    on,
  ).toReversed()) {
    if (to !== 'in-place' && to !== 'development-area') continue;
    return { state: to, on: said, move, ...(evidence === undefined ? {} : { evidence }) };
  }
  return undefined;
}

/** Who looks after a line, when it is looked at again, and what was noted. */
export type Keeping = Pick<StatementMove, 'owner' | 'review' | 'note'>;

export function standingKeeping(statement: Statement | undefined, on: PlainDate): Keeping {
  const last = standing(statement?.moves ?? [], on).findLast(({ to }) => to === 'kept');
  if (last === undefined) return {};
  const { owner, review, note } = last;
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(review === undefined ? {} : { review }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Something of the council's on record: a day, and the document that shows it. */
export interface CouncilRecord {
  readonly on: PlainDate;
  readonly document: string;
  readonly move: number;
}

/** The council on a day: its newest terms, its meetings newest first, and whether it met lately. */
export function councilOn(
  council: Council | undefined,
  on: PlainDate,
): { terms?: CouncilRecord; meetings: readonly CouncilRecord[]; metLately: boolean } {
  const stands = standing(council?.moves ?? [], on);
  const records = (to: CouncilMove['to']): CouncilRecord[] => [
    // Recorded again for the same day: the later document stands.
    ...new Map(
      stands
        .filter((record) => record.to === to)
        .map(({ on: day, document, move }) => [day, { on: day, document, move }] as const),
    ).values(),
  ];
  const newest = (a: CouncilRecord, b: CouncilRecord): number => (a.on > b.on ? -1 : 1);
  const [terms] = records('terms-approved').toSorted(newest);
  const meetings = records('met').toSorted(newest);
  const since = addMonths(on, -COUNCIL_MONTHS);
  return {
    ...(terms === undefined ? {} : { terms }),
    meetings,
    metLately: meetings.some((met) => met.on > since),
  };
}

interface Taking {
  readonly to: string;
  readonly on: PlainDate;
  readonly takes?: number;
}

/** The moves up to a day that were not taken back, each with its number. */
export function standing<Move extends Taking>(
  moves: readonly Move[],
  on: PlainDate,
): (Move & { move: number })[] {
  const taken = new Set(moves.flatMap(({ takes }) => takes ?? []));
  return moves
    .map((made, move) => ({ ...made, move }))
    .filter((made) => made.to !== 'taken-back' && made.on <= on && !taken.has(made.move));
}
