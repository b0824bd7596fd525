import type { SettingsAct } from '../../contract/settings.ts';
import type { Network } from '../../domain/facts.ts';
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
  const answer = await house.records.commit<ActOutcome>(caller.organisation, {
    reads: [],
    decide(book) {
      const verdict = judgeSettingsAct(act, contextOf(house, caller, book, tap));
      // Whoever may not do it is told so, whatever tap it comes with.
      const isTheirs = verdict.kind !== 'refused' || verdict.because !== 'not-allowed';
      const tapped = isTheirs ? tappedBefore(book, tap) : undefined;
      if (tapped !== undefined) return { subject: tapped.id, outcome: { kind: 'already' } };
      if (verdict.kind === 'refused') return { subject: act.verb, outcome: verdict };
      const { id } = ('network' in verdict ? verdict.network : verdict.change) ?? { id: act.verb };
      if (verdict.kind === 'done') {
        const isNetwork = 'network' in verdict;
        if (isNetwork) book.putNetwork(verdict.network);
        else book.putSetting(verdict.change);
        const about = { [isNetwork ? 'network' : 'setting']: id };
        book.enter({ act: act.verb, by: caller.person, about });
      }
      return { subject: id, outcome: { kind: verdict.kind } };
    },
  });
  return [answer];
}

/** Also of a version that another has followed: the same tap, sent late, is the same act. */
function tappedBefore({ frame }: Book, tap: string | undefined): Network | undefined {
  return frame.networks.find(({ changed }) => tap !== undefined && changed?.tap === tap);
}
