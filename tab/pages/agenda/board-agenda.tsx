import type { ReactNode } from 'react';
import type { Agenda } from '../../../bot/contract/agenda.ts';
import { isForMe } from '../../../bot/contract/item-turn.ts';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { agenda as words } from '../../words-agenda.ts';
import { getBoardAgenda } from './api.ts';
import type { Around } from './item-card.tsx';
import { isUnderWay, ItemLists } from './item-lists.tsx';
import { Contributions } from './contributions.tsx';

/** What networks have raised with the board: what waits for whoever looks comes first. */
export function BoardAgenda(props: {
  organisation: string;
  /** What stands between the items and what chairs said without one. */
  children: ReactNode;
}) {
  const { organisation, children } = props;
  const { view, reload } = useView(getBoardAgenda);
  const acts = useActs(reload);
  return (
    <>
      <Shown view={view} reload={reload} small>
        {(agenda) => <Queue around={{ agenda, organisation, acts, reload }} />}
      </Shown>
      {children}
      {view.kind === 'shown' && hasContributions(view.value) && (
        <Contributions around={{ agenda: view.value, organisation, acts, reload }} />
      )}
      <StatusMessage acts={acts} />
    </>
  );
}

function Queue({ around }: { around: Around }) {
  const { agenda } = around;
  const { mine, others } = sorted(agenda);
  return (
    <>
      <p className="lead">{words.boardLead(mine.length, others.filter(isUnderWay).length)}</p>
      {mine.length > 0 && (
        <section className="card" aria-labelledby="items-mine">
          <h2 id="items-mine">{words.forYou}</h2>
          <ItemLists items={mine} around={around} />
        </section>
      )}
      {others.length > 0 && (
        <section className="card" aria-labelledby="items-others">
          <h2 id="items-others">{words.underWay}</h2>
          <ItemLists items={others} around={around} />
        </section>
      )}
    </>
  );
}

function hasContributions({ records, contributions }: Agenda): boolean {
  return records.length + contributions.length > 0;
}

function sorted({ items }: Agenda) {
  const mine = items.filter(isForMe);
  return { mine, others: items.filter((item) => !mine.includes(item)) };
}
