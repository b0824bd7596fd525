import type { ActData, Outcome } from '../../contract/acts.ts';
import type { PersonId } from '../../domain/facts.ts';
import {
  judgeCorrect,
  judgeSettle,
  judgeTakeBackCorrection,
  whyNotCorrector,
} from '../../domain/judge-settling.ts';
import { waysOf, wayOf } from '../../domain/settling.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import { forgetTeams } from '../goals/has-team.ts';
import type { Caller } from '../ports.ts';
import { findItem } from './settle.ts';

/** Puts right what the staff lists say of somebody, and settles the question that asked for it. */
export async function correctListing(
  house: House,
  caller: Caller,
  asked: ActData['correct-listing'],
): Promise<ActOutcome[]> {
  const person = asked.person as PersonId;
  const supervisor = asked.supervisor as PersonId | undefined;
  const item = asked.item === undefined ? undefined : await findItem(house, caller, asked.item);
  const { what, because, band, assignment } = asked;
  const correcting = {
    ...{ what, because, from: asked.from as PlainDate },
    ...(band === undefined ? {} : { band }),
    ...(assignment === undefined ? {} : { assignment }),
    ...(supervisor === undefined ? {} : { supervisor }),
  };
  let made: string | undefined;
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [person, ...(supervisor === undefined ? [] : [supervisor])],
    things: ['settlement'],
    decide(book) {
      const context = contextOf(house, caller, book, asked.tap);
      // First: whether there is such a person is nobody else's to find out.
      const not = whyNotCorrector([person, supervisor], context);
      if (not !== undefined) return { kind: 'refused', because: not };
      const listed = book.person(person);
      if (listed === undefined) return { kind: 'refused', because: 'no-such-person' };
      if (asked.item !== undefined) {
        if (item === undefined) return { kind: 'refused', because: 'no-such-settle-item' };
        const way = wayOf(what);
        const fits = item.person === person && way !== undefined && waysOf(item).includes(way);
        if (!fits) return { kind: 'refused', because: 'not-settled-that-way' };
      }
      const named = supervisor === undefined ? undefined : book.person(supervisor);
      const verdict = judgeCorrect(correcting, listed, named, context);
      if (verdict.kind === 'refused') return verdict;
      const corrections = verdict.kind === 'done' ? verdict.corrections : [];
      const settles = item === undefined ? {} : { settles: item.id };
      for (const correction of corrections) {
        book.putOwn('correction', person, { ...correction, ...settles });
      }
      const settled =
        item === undefined
          ? undefined
          : judgeSettle(
              { item: item.id, person },
              { to: 'corrected' },
              book.things('settlement').find(({ id }) => id === item.id),
              context,
            );
      if (settled?.kind === 'done') book.putThing('settlement', settled.settlement);
      if (verdict.kind === 'already' && settled?.kind !== 'done') return { kind: 'already' };
      made = corrections[0]?.id;
      book.enter({
        act: 'correct-listing',
        by: caller.person,
        about: {
          person,
          ...(made === undefined ? {} : { correction: made }),
          ...(item === undefined ? {} : { settle: item.id }),
        },
      });
      return { kind: 'done' };
    },
  });
  if (outcome.kind === 'done') tellChanged(house, caller, person);
  return [{ subject: made === undefined ? person : correctionId(person, made), outcome }];
}

/** The staff lists' own word again. A question that it had settled waits again where it still asks. */
export async function takeBackCorrection(
  house: House,
  caller: Caller,
  asked: ActData['take-back-correction'],
): Promise<ActOutcome[]> {
  const [of = '', id = ''] = asked.correction.split('~');
  const person = of as PersonId;
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [person],
    things: ['settlement'],
    decide(book) {
      const context = contextOf(house, caller, book, asked.tap);
      const not = whyNotCorrector([person], context);
      if (not !== undefined) return { kind: 'refused', because: not };
      const known = book.person(person)?.corrections?.find((each) => each.id === id);
      if (known === undefined) return { kind: 'refused', because: 'no-such-correction' };
      const verdict = judgeTakeBackCorrection(known, person, context);
      if (verdict.kind !== 'done') return verdict;
      for (const correction of verdict.corrections) book.putOwn('correction', person, correction);
      const before = book.things('settlement').find((each) => each.id === known.settles);
      if (before !== undefined) {
        const about = { item: before.id, person };
        const again = judgeSettle(about, { to: 'reopened' }, before, context);
        if (again.kind === 'done') book.putThing('settlement', again.settlement);
      }
      book.enter({
        act: 'take-back-correction',
        by: caller.person,
        about: { person, correction: id },
      });
      return { kind: 'done' };
    },
  });
  if (outcome.kind === 'done') tellChanged(house, caller, person);
  return [{ subject: asked.correction, outcome }];
}

/** A correction's id outside storage: whose, and which of theirs. */
export function correctionId(person: PersonId, id: string): string {
  return `${person}~${id}`;
}

function tellChanged(house: House, caller: Caller, person: PersonId): void {
  forgetTeams();
  house.changed(caller.organisation, [`person|${person}`]);
}
