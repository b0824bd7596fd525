import { useCallback, useEffect, type ReactNode } from 'react';
import type { SilverCode } from '../../../bot/contract/silver.ts';
import type { Me } from '../../../bot/contract/views.ts';
import type { AsAt } from '../../api.ts';
import { Shown } from '../../parts/states.tsx';
import { useView } from '../../parts/use-view.ts';
import { DateChoice } from '../date-choice.tsx';
import { getSilver, getSilverYear } from './api.ts';
import { Glance } from './glance.tsx';
import { SilverCard } from './silver-card.tsx';

/** Where the organisation stands and what that needs, at a glance; then the five lines one by one. */
export function SilverFigures(props: {
  me: Me;
  asAt: AsAt;
  choose: (asAt: AsAt) => void;
  changes: number;
  /** What whoever looks may see or do about a line. */
  work: Partial<Record<SilverCode, ReactNode>>;
  /** What the organisation says itself of a line's supporting actions, today. */
  statements: Partial<Record<SilverCode, ReactNode>> | false;
}) {
  const { me, asAt, choose, changes, work } = props;
  const isToday = asAt.on === undefined && asAt.known === undefined;
  const statements = isToday && props.statements ? props.statements : {};
  const load = useCallback(() => getSilver(asAt), [asAt]);
  const { view, reload } = useView(load);
  const loadYear = useCallback(() => getSilverYear(asAt), [asAt]);
  const { view: year, reload: reloadYear } = useView(loadYear);
  // What somebody verified on this page changes its figures.
  useEffect(() => {
    if (changes === 0) return;
    void reload();
    void reloadYear();
  }, [changes, reload, reloadYear]);
  return (
    <>
      {view.kind === 'shown' && <Glance silver={view.value} known={asAt.known} today={me.on} />}
      <DateChoice asAt={asAt} today={me.on} choose={choose} />
      <Shown view={view} reload={reload} small>
        {({ lines }) =>
          lines
            .filter(({ deliverable }) => deliverable)
            .map((line) => (
              <SilverCard
                key={line.code}
                line={line}
                supporting={lines.filter(({ code }) => code.startsWith(`${line.code}.`))}
                today={me.on}
                statements={statements[line.code]}
                // Without it, the page says the same of its day.
                year={year.kind === 'shown' ? year.value : undefined}
                work={work[line.code]}
              />
            ))
        }
      </Shown>
    </>
  );
}
