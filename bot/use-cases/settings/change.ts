import type { Outcome } from '../../contract/acts.ts';
import type { SettingsAct } from '../../contract/settings.ts';
import { contextOf, type House } from '../context.ts';
import type { ActOutcome } from '../doors.ts';
import type { Book, Caller } from '../ports.ts';
import { judgeSettingsAct } from './judge.ts';

/** Sets one thing, or changes a network. The ledger has which, never the words. */
export async function changeSettings(
  house: House,
  caller: Caller,
  act: SettingsAct,
): Promise<ActOutcome[]> {
  const { tap } = act.data;
  let subject: string = act.verb;
  const outcome = await house.records.commit<Outcome>(caller.organisation, {
    reads: [],
    decide(book) {
      if (tap !== undefined && hasTap(book, tap)) return { kind: 'already' };
      const verdict = judgeSettingsAct(act, contextOf(house, caller, book, tap));
      if (verdict.kind !== 'done') return verdict;
      if ('change' in verdict) {
        subject = verdict.change.id;
        book.putSetting(verdict.change);
        book.enter({ act: act.verb, by: caller.person, about: { setting: subject } });
      } else {
        subject = verdict.network.id;
        book.putNetwork(verdict.network);
        book.enter({ act: act.verb, by: caller.person, about: { network: subject } });
      }
      return { kind: 'done' };
    },
  });
  return [{ subject, outcome }];
}

/** Also of a version that another has followed: the same tap, sent late, is the same act. */
function hasTap({ frame }: Book, tap: string): boolean {
  return frame.networks.some(({ changed }) => changed?.tap === tap);
}
