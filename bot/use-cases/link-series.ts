import type { ActContext } from '../domain/act-context.ts';
import type { Outcome } from '../contract/acts.ts';
import { judgeLink, judgeUnlink, type SeriesVerdict } from '../domain/series.ts';
import { contextOf, type House } from './context.ts';
import type { Caller } from './ports.ts';

/** "The meetings of this chat are our network's": once for a series, by its chair or deputy. */
export function linkSeries(
  house: House,
  caller: Caller,
  asked: { network: string; conversation: string },
): Promise<Outcome> {
  return moveSeries(house, caller, 'link-series', (context) =>
    judgeLink(asked.network, asked.conversation, context),
  );
}

/** Takes that back. */
export function unlinkSeries(
  house: House,
  caller: Caller,
  asked: { conversation: string },
): Promise<Outcome> {
  return moveSeries(house, caller, 'unlink-series', (context) =>
    judgeUnlink(asked.conversation, context),
  );
}

function moveSeries(
  house: House,
  caller: Caller,
  act: 'link-series' | 'unlink-series',
  judge: (context: ActContext) => SeriesVerdict,
): Promise<Outcome> {
  return house.records.commit<Outcome>(caller.organisation, {
    reads: [],
    decide(book) {
      const verdict = judge(contextOf(house, caller, book));
      if (verdict.kind === 'refused') return { kind: 'refused', because: verdict.because };
      if (verdict.kind === 'done') {
        const { network } = verdict.series;
        book.putSeries(verdict.series);
        book.enter({ act, by: caller.person, about: network === undefined ? {} : { network } });
      }
      return { kind: verdict.kind };
    },
  });
}
