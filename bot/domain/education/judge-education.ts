import { refused, wasTapped, type ActContext } from '../act-context.ts';
import type { Person, PersonId, Role, Settings } from '../facts.ts';
import { verifierOf, type Verifier } from '../judge-history.ts';
import { may } from '../permissions.ts';
import { holdersOf, isExecutiveOn } from '../roles.ts';
import { standingOn } from '../standing.ts';
import { londonDate, type PlainDate } from '../time.ts';
import {
  educationState,
  isSameEducation,
  lastEducationMove,
  type Education,
  type EducationMove,
  type ReturnReason,
} from './education.ts';
import { isOfLastDay } from '../take-back.ts';

/** [ours] Long enough that whatever is older has been counted and has lapsed. */
const OLDEST = '2000-01-01' as PlainDate;

export type EducationRefusal =
  | 'leaders-only'
  | 'course-needed'
  | 'day-to-come'
  | 'day-too-old'
  | 'evidence-not-a-link'
  | 'own-education'
  | 'not-yours'
  | 'not-allowed'
  | 'already-verified'
  | 'already-returned'
  | 'education-withdrawn'
  | 'education-by-register'
  | 'too-late-to-undo';

/** A move is done by adding it; `already` adds nothing. */
export type EducationVerdict =
  | {
      kind: 'done';
      education: Education;
      /** A returned record that this one takes the place of, withdrawn with it. */
      replaces?: Education;
    }
  | { kind: 'already'; education: Education }
  | { kind: 'refused'; because: EducationRefusal };

/** It is asked of executive directors; any leader may record theirs, and nobody else's is kept. */
export function mayHoldEducation(
  person: Pick<Person, 'id' | 'assignments'>,
  {
    roles,
    settings,
  }: { readonly roles: readonly Role[]; readonly settings: Pick<Settings, 'gradeMap'> },
  on: PlainDate,
): boolean {
  if (isExecutiveOn(roles, person.id, on)) return true;
  const { kind } = standingOn(person, on, settings.gradeMap);
  return kind === 'leader' || kind === 'unknown-grade';
}

/**
 * Somebody's own education, with what shows it. `instead` names a returned record that this one
 * mends. What was withdrawn can be recorded anew.
 */
export function judgeRecord(
  education: Omit<Education, 'moves'>,
  person: Person,
  context: ActContext,
  instead?: string,
): EducationVerdict {
  const { actor, frame, now } = context;
  const on = londonDate(now);
  const who = { person: actor, roles: frame.roles, on };
  if (!may('record-education', who, { owner: education.person })) return refused('not-yours');
  const tapped = person.education.find((known) => wasTapped(known, context));
  if (tapped !== undefined) return { kind: 'already', education: tapped };
  if (!mayHoldEducation(person, frame, on)) return refused('leaders-only');
  if (education.course === '') return refused('course-needed');
  if (education.on > on) return refused('day-to-come');
  if (education.on < OLDEST) return refused('day-too-old');
  const { evidence } = education;
  if (evidence?.kind === 'link' && !isSafeLink(evidence.address)) {
    return refused('evidence-not-a-link');
  }
  const standing = person.education.find(
    (known) => isSameEducation(known, education) && isIn(known, ['recorded', 'verified']),
  );
  if (standing !== undefined) return { kind: 'already', education: standing };
  const mended = person.education.find(
    (known) =>
      educationState(known) === 'returned' &&
      (known.id === instead || isSameEducation(known, education)),
  );
  return {
    kind: 'done',
    education: { ...education, moves: [moveTo('recorded', context)] },
    ...(mended === undefined ? {} : { replaces: withMove(mended, moveTo('withdrawn', context)) }),
  };
}

/** Somebody else has seen what shows it: from now on it counts. */
export function judgeVerifyEducation(education: Education, context: ActContext): EducationVerdict {
  return (
    before(education, context, ['verified']) ??
    (educationState(education) === 'returned'
      ? refused('already-returned')
      : done(education, moveTo('verified', context)))
  );
}

/** Back to the person, with a reason from the list. */
export function judgeReturnEducation(
  education: Education,
  reason: ReturnReason,
  context: ActContext,
): EducationVerdict {
  return (
    before(education, context, ['returned']) ??
    (educationState(education) === 'verified'
      ? refused('already-verified')
      : done(education, { ...moveTo('returned', context), reason }))
  );
}

/** Undoing one's own answer within a day: the record waits again. */
export function judgeReopenEducation(education: Education, context: ActContext): EducationVerdict {
  const answered = before(education, context, ['recorded']);
  if (answered !== undefined) return answered;
  const last = lastEducationMove(education);
  if (last.by !== context.actor) return refused('not-yours');
  if (!isOfLastDay(last.at, context.now)) return refused('too-late-to-undo');
  return done(education, moveTo('recorded', context));
}

/**
 * Taken off the record: by whoever verifies it, and by the person concerned, unless a learning
 * system brought it and it is verified.
 */
export function judgeWithdrawEducation(
  education: Education,
  context: ActContext,
): EducationVerdict {
  const isOwn = education.person === context.actor;
  const not = isOwn ? undefined : whyNotVerifier(education, context);
  if (not !== undefined) return refused(not);
  if (wasTapped(education, context)) return { kind: 'already', education };
  const state = educationState(education);
  if (state === 'withdrawn') return { kind: 'already', education };
  const byRegister = education.moves[0].by === undefined;
  if (isOwn && state === 'verified' && byRegister) return refused('education-by-register');
  return done(education, moveTo('withdrawn', context));
}

/** Whose turn it is to verify: the EDI lead; of their own the EDI sponsor, then the board chair. */
export function educationVerifier(
  { person }: Pick<Education, 'person'>,
  context: Pick<ActContext, 'frame' | 'now'>,
): Verifier {
  return verifierOf({ person, what: 'education' }, context);
}

/** Whether it is this person's to verify, today. */
export function isEducationVerifier(
  education: Pick<Education, 'person'>,
  context: ActContext,
): boolean {
  return whyNotVerifier(education, context) === undefined;
}

/** Only https, without a name or password in it. */
export function isSafeLink(address: string): boolean {
  const link = URL.parse(address);
  return link?.protocol === 'https:' && link.username === '' && link.password === '';
}

/** What every answer of a verifier is held to first; undefined where it can go on. */
function before(
  education: Education,
  context: ActContext,
  already: readonly Education['moves'][number]['to'][],
): EducationVerdict | undefined {
  const not = whyNotVerifier(education, context);
  if (not !== undefined) return refused(not);
  if (wasTapped(education, context) || isIn(education, already)) {
    return { kind: 'already', education };
  }
  return educationState(education) === 'withdrawn' ? refused('education-withdrawn') : undefined;
}

function whyNotVerifier(
  { person }: Pick<Education, 'person'>,
  context: ActContext,
): 'own-education' | 'not-allowed' | undefined {
  const { actor, frame, now } = context;
  if (person === actor) return 'own-education';
  const on = londonDate(now);
  const turn: PersonId[] = holdersOf(frame.roles, educationVerifier({ person }, context), on);
  return turn.includes(actor) && may('verify-education', { person: actor, roles: frame.roles, on })
    ? undefined
    : 'not-allowed';
}

function isIn(education: Education, states: readonly EducationMove['to'][]): boolean {
  return states.includes(educationState(education));
}

function moveTo(to: EducationMove['to'], { actor, now, tap }: ActContext): EducationMove {
  return { to, at: now, by: actor, ...(tap === undefined ? {} : { tap }) };
}

function withMove(education: Education, move: EducationMove): Education {
  return { ...education, moves: [...education.moves, move] };
}

function done(education: Education, move: EducationMove): EducationVerdict {
  return { kind: 'done', education: withMove(education, move) };
}
