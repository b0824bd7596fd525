import { refused, wasTapped, type ActContext } from './act-context.ts';
import { correctionStands, type Correction, type CorrectionMove } from './corrections.ts';
import type { Assignment, Person, PersonId } from './facts.ts';
import { gradeMeaning } from './grade.ts';
import { isTheirTurn } from './goals/judge-naming.ts';
import { isEmployed } from './goals/managed.ts';
import { may } from './permissions.ts';
import { isSettled, type Settlement, type SettlementMove } from './settling.ts';
import { employmentOn, presenceOn } from './standing.ts';
import { addMonths, londonDate, type PlainDate } from './time.ts';

type Refusal =
  | 'not-allowed'
  | 'own-listing'
  | 'no-such-person'
  | 'no-such-assignment'
  | 'before-it-began'
  | 'ends-before-start'
  | 'not-away'
  | 'band-needed'
  | 'supervisor-needed'
  | 'not-with-oneself'
  | 'day-to-come'
  | 'too-far-ahead';

export type CorrectVerdict =
  | { kind: 'done'; corrections: readonly Correction[] }
  | { kind: 'already' }
  | { kind: 'refused'; because: Refusal };

/** A correction as it is asked for. */
export interface Correcting extends Pick<Correction, 'what' | 'from' | 'because'> {
  readonly assignment?: string;
  readonly band?: string;
  readonly supervisor?: PersonId;
}

/**
 * What a staff list says of somebody, put right from a day on. Nobody corrects their own listing, or
 * names themselves as supervisor: then the EDI sponsor does, then the board chair.
 */
export function judgeCorrect(
  asked: Correcting,
  person: Person,
  supervisor: Person | undefined,
  context: ActContext,
): CorrectVerdict {
  const not = whyNotCorrector([person.id, asked.supervisor], context);
  if (not !== undefined) return refused(not);
  const before = person.corrections ?? [];
  const { tap, now } = context;
  if (tap !== undefined && before.some(({ moves }) => moves.some((move) => move.tap === tap))) {
    return { kind: 'already' };
  }
  const today = londonDate(now);
  const { what, from } = asked;
  if (what !== 'end' && from > today) return refused('day-to-come');
  if (from > addMonths(today, 12)) return refused('too-far-ahead');
  if (what === 'grade' && asked.band === undefined) return refused('band-needed');
  if (what === 'supervisor') {
    if (asked.supervisor === undefined) return refused('supervisor-needed');
    if (asked.supervisor === person.id) return refused('not-with-oneself');
    if (supervisor === undefined || !isEmployed(supervisor, today))
      return refused('no-such-person');
  }
  const concerned = concernedOf(asked, person, today);
  // An absence is there already; only its first day is put right.
  if (what === 'away' && presenceOn(person, today).kind !== 'away') return refused('not-away');
  const fault = concerned.map((one) => faultOf(asked, one)).find((each) => each !== undefined);
  if (concerned.length === 0) return refused('no-such-assignment');
  if (fault !== undefined) return refused(fault);

  const wanted = concerned.map(({ assignment }) => ({
    ...{ assignment, what, from, because: asked.because },
    ...(asked.band === undefined ? {} : { grade: gradeMeaning(asked.band) }),
    ...(what === 'supervisor' && asked.supervisor && { supervisor: asked.supervisor }),
  }));
  const fresh = wanted.filter((one) => !before.some((known) => saysTheSame(known, one)));
  if (fresh.length === 0) return { kind: 'already' };
  return {
    kind: 'done',
    corrections: fresh.map((one, index) => ({
      ...one,
      id: `${now.replaceAll(/[^0-9]/g, '')}-${before.length + index + 1}`,
      moves: [moveTo('made', context)],
    })),
  };
}

export function judgeTakeBackCorrection(
  correction: Correction,
  person: PersonId,
  context: ActContext,
): CorrectVerdict {
  const not = whyNotCorrector([person, correction.supervisor], context);
  if (not !== undefined) return refused(not);
  if (!correctionStands(correction)) return { kind: 'already' };
  const [first, ...later] = correction.moves;
  const moves = [first, ...later, moveTo('taken-back', context)] as const;
  return { kind: 'done', corrections: [{ ...correction, moves }] };
}

/** Whether this person may correct what concerns those people; if not, why. */
export function whyNotCorrector(
  concerned: readonly (PersonId | undefined)[],
  context: ActContext,
): 'not-allowed' | 'own-listing' | undefined {
  const { actor, frame, now } = context;
  const who = { person: actor, roles: frame.roles, on: londonDate(now) };
  if (!may('correct-listing', who)) return 'not-allowed';
  if (concerned.includes(actor)) return 'own-listing';
  return isTheirTurn(concerned, context) ? undefined : 'not-allowed';
}

export type SettleVerdict =
  | { kind: 'done'; settlement: Settlement }
  | { kind: 'already' }
  | { kind: 'refused'; because: 'not-allowed' | 'own-listing' };

/** A question is settled, or waits again. */
export function judgeSettle(
  { item, person }: { item: string; person: PersonId | undefined },
  to: Pick<SettlementMove, 'to' | 'because'>,
  before: Settlement | undefined,
  context: ActContext,
): SettleVerdict {
  const not = whyNotCorrector([person], context);
  if (not !== undefined) return { kind: 'refused', because: not };
  const { actor, now, tap } = context;
  if (wasTapped(before, context)) return { kind: 'already' };
  if (isSettled(before) === (to.to !== 'reopened')) return { kind: 'already' };
  const move = { ...to, at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
  const [first = move, ...later] = [...(before?.moves ?? []), move];
  return { kind: 'done', settlement: { id: item, moves: [first, ...later] } };
}

/** The assignments that are meant: the one named, the main one; for an end all of that day. */
function concernedOf(
  { assignment, what, from }: Correcting,
  person: Person,
  today: PlainDate,
): readonly Assignment[] {
  const employment = employmentOn(person, from < today && what !== 'start' ? from : today);
  const held = employment.kind === 'employed' ? employment.assignments : [];
  if (assignment !== undefined) return held.filter((each) => each.assignment === assignment);
  if (what === 'end') return held;
  const main = held.find(({ primary }) => primary) ?? held[0];
  return main === undefined ? [] : [main];
}

function faultOf({ what, from }: Correcting, held: Assignment): Refusal | undefined {
  if (what === 'start') {
    return held.end !== undefined && from > held.end ? 'ends-before-start' : undefined;
  }
  if (from < held.start) return 'before-it-began';
  return undefined;
}

function saysTheSame(
  known: Correction,
  wanted: Omit<Correction, 'id' | 'moves' | 'because'>,
): boolean {
  return (
    correctionStands(known) &&
    known.assignment === wanted.assignment &&
    known.what === wanted.what &&
    known.from === wanted.from &&
    known.grade === wanted.grade &&
    known.supervisor === wanted.supervisor
  );
}

function moveTo(to: CorrectionMove['to'], { actor, now, tap }: ActContext): CorrectionMove {
  return { to, at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}
