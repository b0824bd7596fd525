import type { ActData, Outcome } from '../../contract/acts.ts';
import { judgePropose } from '../../domain/judge-entra.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Caller, SettleItem, SignedIn } from '../ports.ts';
import { compare, readEntra, type Compared } from './compare.ts';

/**
 * Asks the EDI lead to correct the staff list. What Entra says is read anew: nobody can propose what
 * it doesn't say. The record itself stays as it is.
 */
export async function proposeCorrection(
  house: House,
  caller: Caller,
  asked: ActData['propose-correction'],
  signedIn?: SignedIn,
): Promise<ActOutcome[]> {
  const read = await readEntra(house, caller, signedIn?.token);
  if (read.kind === 'consent') return answer({ kind: 'refused', because: 'microsoft-365-consent' });
  if (read.kind === 'refused') return answer({ kind: 'refused', because: read.because });
  const found = await house.records.person(caller.organisation, caller.person);
  if (found === undefined) throw new Error('who is signed in is on no record');
  const compared = (await compare(house, caller, found, read.says))[asked.what];
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [],
    things: ['settlement'],
    decide(book) {
      const before = book.things('settlement').find(({ id }) => id === compared.item);
      const context = contextOf(house, caller, book, asked.tap);
      const verdict = judgePropose(compared, caller.person, before, context);
      if (verdict.kind !== 'done') return verdict;
      book.putSettle(itemOf(compared, caller, asked.what));
      book.putThing('settlement', verdict.settlement);
      const { person } = caller;
      book.enter({ act: 'propose-correction', by: person, about: { settle: compared.item } });
      return { kind: 'done' };
    },
  });
  return answer(outcome);

  function answer(given: Outcome): ActOutcome[] {
    return [{ subject: asked.what, outcome: given }];
  }
}

/** Of a manager who isn't listed nothing is kept: the EDI lead asks the person. */
function itemOf(
  { item: id, entra = '', proposed }: Compared,
  { person }: Caller,
  what: ActData['propose-correction']['what'],
): SettleItem {
  if (what === 'address') {
    return { id, person, problem: 'entra-address-differs', detail: `Microsoft 365 has ${entra}.` };
  }
  return {
    ...{ id, person, problem: 'entra-manager-differs' },
    detail:
      proposed === undefined
        ? 'Microsoft 365 names somebody who is not on the staff list.'
        : 'Microsoft 365 names another manager.',
    ...(proposed === undefined ? {} : { proposed }),
  };
}
