import { useCallback, useEffect, type ReactNode } from 'react';
import { londonMoment } from '../../../bot/contract/dates.ts';
import type { Silver, SilverCode } from '../../../bot/contract/silver.ts';
import type { Me } from '../../../bot/contract/views.ts';
import type { AsAt } from '../../api.ts';
import { Shown } from '../../parts/states.tsx';
import { useView } from '../../parts/use-view.ts';
import { organisation } from '../../words-organisation.ts';
import { lineNext, silver as words } from '../../words-silver.ts';
import { DateChoice } from '../date-choice.tsx';
import { getSilver } from './api.ts';
import { SilverCard } from './silver-card.tsx';

/** Where the organisation stands, the one thing to do next, and the five lines. */
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
  // What somebody verified on this page changes its figures.
  useEffect(() => {
    if (changes > 0) void reload();
  }, [changes, reload]);
  return (
    <>
      {view.kind === 'shown' && <Standing silver={view.value} known={asAt.known} today={me.on} />}
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
                work={work[line.code]}
              />
            ))
        }
      </Shown>
    </>
  );
}

function Standing(props: { silver: Silver; known: string | undefined; today: string }) {
  const { silver, known, today } = props;
  const lines = silver.lines.filter(({ deliverable }) => deliverable);
  const open = lines.find(({ ready }) => !ready);
  const knownAt = known === undefined ? undefined : londonMoment(silver.known);
  return (
    <div role="status">
      <p className="lead">
        {words.standing(lines.filter(({ ready }) => ready).length, lines.length)}{' '}
        {organisation.asAt(silver.on, knownAt)}
      </p>
      {open !== undefined && (
        <p className="next">
          <span>
            <strong>{words.next}:</strong> {lineNext(open, today)}
          </span>
        </p>
      )}
    </div>
  );
}
