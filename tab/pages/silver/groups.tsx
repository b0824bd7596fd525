import { useCallback } from 'react';
import type { Breakdown } from '../../../bot/contract/silver-breakdown.ts';
import { CoverageBar } from '../../parts/coverage-bar.tsx';
import { Shown } from '../../parts/states.tsx';
import { useView } from '../../parts/use-view.ts';
import { groups as words } from '../../words-year.ts';
import { getBreakdown } from './api.ts';

/** A figure by band and by directorate, as far as that tells of nobody. */
export function Groups({ line, on }: { line: Breakdown['line']; on: string | undefined }) {
  return (
    <>
      <p className="soft">{words.why}</p>
      <GroupsBy line={line} by="band" on={on} />
      <GroupsBy line={line} by="directorate" on={on} />
    </>
  );
}

function GroupsBy(props: { line: Breakdown['line']; by: Breakdown['by']; on: string | undefined }) {
  const { line, by, on } = props;
  const load = useCallback(() => getBreakdown(line, by, on), [line, by, on]);
  const { view, reload } = useView(load);
  return (
    <section className="sub" aria-label={`${words.title[line]}, ${words.by[by]}`}>
      <h3>{words.by[by]}</h3>
      <Shown view={view} reload={reload} small>
        {(breakdown) => <Told breakdown={breakdown} />}
      </Shown>
    </section>
  );
}

function Told({ breakdown }: { breakdown: Breakdown }) {
  const { by, groups, of } = breakdown;
  const told = groups.flatMap((group) => ('hidden' in group ? [] : [group]));
  const hidden = groups.flatMap((group) => ('hidden' in group ? [words.name(by, group.name)] : []));
  return (
    <>
      <p className="soft">{words.asOf(breakdown)}</p>
      {of === 0 && <p>{words.nobody}</p>}
      {of > 0 && told.length === 0 && <p>{words.none}</p>}
      {told.length > 0 && (
        <ul className="groups">
          {told.map((group) => (
            <li key={group.name}>
              <span>{words.name(by, group.name)}</span>
              <CoverageBar n={group.n} of={group.of} label={words.name(by, group.name)} />
            </li>
          ))}
        </ul>
      )}
      {told.length > 0 && hidden.length > 0 && <p>{words.hidden(hidden)}</p>}
    </>
  );
}
