import type { Verb } from './verbs.ts';
import * as verbWords from './verb-words.ts';

/** What was said of somebody and a meeting; which one, and of which day, is told elsewhere. */
export type Said =
  | 'was-there'
  | 'was-not-there'
  | 'will-come'
  | 'cannot-come'
  | 'take-back'
  /** Yes or no, behind or ahead as the day has it. */
  | 'yes-by-day'
  | 'no-by-day'
  /** Now, where no day is said: `I'm at the network`. */
  | 'is-there'
  | 'unsure'
  /** What was wished or planned once, and says nothing of what came of it. */
  | 'unmet';

/** Auxiliaries and their verb → what they come to. */
export function outcomeOf(auxiliaries: readonly string[], verb: Verb): Said | undefined {
  const said = new Set(auxiliaries);
  const has = (table: ReadonlySet<string>) => auxiliaries.some((word) => table.has(word));
  const isNo = has(verbWords.negations);
  if (verb.request !== undefined) return asked(verb.request.asked, isNo, said);
  if (has(verbWords.unsure)) return 'unsure';
  const isPast = verb.past === true || verb.form === 'past' || isPastBy(said, verb);
  if (has(verbWords.unmet) || isUnmet(said, verb)) return isNo ? 'was-not-there' : 'unmet';
  if (said.has('could')) return isNo ? 'no-by-day' : 'unsure';
  const isRefusal = verb.form === 'away' || verb.form === 'miss' ? !isNo : isNo;
  if (isPast && !said.has('will') && !said.has('shall')) {
    return isRefusal ? 'was-not-there' : 'was-there';
  }
  if (verb.form === 'away' && !isRefusal) return undefined;
  // `lovely to join you yesterday`.
  if (!isRefusal && verbWords.gladly.has(auxiliaries[0] ?? '')) return 'yes-by-day';
  if (isFuture(auxiliaries, verb)) return isRefusal ? 'cannot-come' : 'will-come';
  if (isRefusal) return 'no-by-day';
  return verb.form === 'be' && has(verbWords.presentBe) ? 'is-there' : 'yes-by-day';
}

function asked(
  what: NonNullable<Verb['request']>['asked'],
  isNo: boolean,
  said: ReadonlySet<string>,
): Said | undefined {
  const wasBooked = said.has('was') || said.has('were');
  switch (what) {
    case 'take-back':
      return isNo ? undefined : 'take-back';
    case 'was-there':
      // `I should not have claimed it`.
      if (isNo) return said.has('should') ? 'take-back' : 'unmet';
      return 'was-there';
    case 'by-day':
      return isNo ? 'no-by-day' : 'yes-by-day';
    case 'will-come':
      if (wasBooked) return 'unmet';
      return isNo ? (said.has('have') ? 'unmet' : 'cannot-come') : 'will-come';
    case 'cannot-come':
      return isNo ? 'will-come' : 'no-by-day';
  }
}

function isPastBy(said: ReadonlySet<string>, { form }: Verb): boolean {
  for (const word of verbWords.pastAuxiliaries) if (said.has(word)) return true;
  // `have come` and not `have to come`.
  return said.has('have') && !said.has('to') && (form === 'base' || form === 'be');
}

/** `was going to come`, `was coming`, `would have come`. */
function isUnmet(said: ReadonlySet<string>, { form, isAttending }: Verb): boolean {
  const isPlan = ['going', 'planning', 'hoping', 'intending', 'aiming'].some((one) =>
    said.has(one),
  );
  const isUnderWay = isPlan || (form === 'ing' && isAttending !== true);
  if (isUnderWay && (said.has('was') || said.has('were'))) return true;
  const isCondition = ['would', 'should', 'could', 'must'].some((one) => said.has(one));
  return isCondition && said.has('have');
}

function isFuture(auxiliaries: readonly string[], { form }: Verb): boolean {
  if (auxiliaries.some((word) => verbWords.futureAuxiliaries.has(word))) return true;
  // `attending on 10 June`, `sorry for not attending`: by the day.
  if (form === 'ing') return auxiliaries.some((word) => verbWords.presentBe.has(word));
  if (auxiliaries.some((word) => verbWords.presentBe.has(word))) {
    return auxiliaries.some((word) => word === 'unable' || word === 'able');
  }
  return (form === 'base' && !auxiliaries.includes('not')) || auxiliaries.includes('be');
}
