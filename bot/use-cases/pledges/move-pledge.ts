import type { ActContext } from '../../domain/act-context.ts';
import type { Outcome } from '../../contract/acts.ts';
import type { Zone } from '../../contract/pledges.ts';
import type { Person } from '../../domain/facts.ts';
import {
  judgeMake,
  judgeStep,
  mayPledge,
  type PledgeStep,
  type PledgeVerdict,
} from '../../domain/pledges/judge-pledge.ts';
import { judgeNote } from '../../domain/pledges/note.ts';
import { pledgeWords, reviewWords, type Pledge } from '../../domain/pledges/pledge.ts';
import { BY_NOW, personAsKnown } from '../../domain/known.ts';
import type { PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Book, Caller } from '../ports.ts';

type Tapped = { readonly tap?: string | undefined };

export function makePledge(
  house: House,
  caller: Caller,
  asked: { text: string; review: string } & Tapped,
): Promise<ActOutcome[]> {
  return ofOwn(house, caller, asked, (book, me, context) => {
    const id = `${book.now.replaceAll(/[^0-9]/g, '')}-${me.pledges.length + 1}`;
    const verdict = judgeMake(id, asked.review as PlainDate, me, context);
    const words = { [pledgeWords(id)]: asked.text };
    return record(book, caller, 'make-pledge', verdict, words);
  });
}

/** A later step of one's own pledge, with what they wrote about it. */
export function movePledge(
  house: House,
  caller: Caller,
  asked: { pledge: string; text?: string; review?: string } & Tapped,
  act: { verb: string; to: PledgeStep },
): Promise<ActOutcome[]> {
  return ofOwn(house, caller, asked, (book, me, context) => {
    const pledge = me.pledges.find(({ id }) => id === asked.pledge);
    if (pledge === undefined) {
      return { subject: asked.pledge, outcome: { kind: 'refused', because: 'no-such-pledge' } };
    }
    const review = asked.review as PlainDate | undefined;
    const verdict = judgeStep(pledge, act.to, me, context, review);
    const said: Record<string, string> =
      act.to === 'withdrawn'
        ? // What is taken back leaves no words behind.
          Object.fromEntries(writtenIn(pledge).map((id) => [id, '']))
        : asked.text === undefined
          ? {}
          : { [reviewWords(pledge.id, pledge.moves.length)]: asked.text };
    return record(book, caller, act.verb, verdict, said);
  });
}

/** Under which ids its words are kept: its own, and those of each review. */
function writtenIn({ id, moves }: Pledge): string[] {
  const reviews = moves.flatMap(({ to }, at) => (to === 'reviewed' ? [reviewWords(id, at)] : []));
  return [pledgeWords(id), ...reviews];
}

/** A note to oneself: new words, or none. */
export async function noteToSelf(
  house: House,
  caller: Caller,
  asked: { zone: Zone; text?: string } & Tapped,
): Promise<ActOutcome[]> {
  const { zone, text, tap } = asked;
  const read = await house.records.person(caller.organisation, caller.person);
  const written = read?.person.words ?? [];
  return ofOwn(house, caller, asked, (book, me, context) => {
    if (text !== undefined && !mayPledge(me, context)) {
      return { subject: zone, outcome: { kind: 'refused', because: 'not-a-leader' } };
    }
    const writing = tap ?? book.now.replaceAll(/[^0-9]/g, '');
    const verdict = judgeNote(written, { zone, text }, writing, book.now);
    if (verdict.kind === 'refused') return { subject: zone, outcome: verdict };
    if (verdict.kind === 'done') {
      for (const row of verdict.rows) book.putOwn('words', caller.person, row);
      // Neither the zone, nor whether it was written or forgotten.
      book.enter({ act: 'note', by: caller.person, about: { person: caller.person } });
    }
    return { subject: zone, outcome: { kind: verdict.kind } };
  });
}

async function ofOwn(
  house: House,
  caller: Caller,
  { tap }: Tapped,
  decide: (book: Book, me: Person, context: ActContext) => ActOutcome,
): Promise<ActOutcome[]> {
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [caller.person],
    decide(book) {
      const found = book.person(caller.person);
      if (found === undefined) {
        return { subject: caller.person, outcome: { kind: 'refused', because: 'not-a-leader' } };
      }
      const me = personAsKnown(found, BY_NOW);
      return decide(book, me, contextOf(house, caller, book, tap));
    },
  });
  if (answer.outcome.kind === 'done') {
    house.changed(caller.organisation, [`person|${caller.person}`]);
  }
  return [answer];
}

function record(
  book: Book,
  caller: Caller,
  act: string,
  verdict: PledgeVerdict,
  words: Readonly<Record<string, string>>,
): ActOutcome {
  if (verdict.kind === 'refused') {
    return { subject: caller.person, outcome: { kind: 'refused', because: verdict.because } };
  }
  const { id } = verdict.pledge;
  if (verdict.kind === 'done') {
    book.putOwn('pledge', caller.person, verdict.pledge);
    for (const [wordsId, text] of Object.entries(words)) {
      book.putOwn('words', caller.person, { id: wordsId, text, at: book.now });
    }
    book.enter({ act, by: caller.person, about: { person: caller.person, pledge: id } });
  }
  const outcome: Outcome = { kind: verdict.kind };
  return { subject: id, outcome };
}
