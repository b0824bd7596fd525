import type { ReactNode } from 'react';
import { years as words } from '../words.ts';

/** This year's and, while last year's are still open, both under headings of their own. */
export function ByYear<Dated extends { date: string }>(props: {
  of: readonly Dated[];
  year: { start: string };
  children: (dated: readonly Dated[]) => ReactNode;
}) {
  const { of, year, children } = props;
  const before = of.filter(({ date }) => date < year.start);
  if (before.length === 0) return children(of);
  const since = of.filter(({ date }) => date >= year.start);
  return (
    <>
      {since.length > 0 && (
        <>
          <h3>{words.since(year.start)}</h3>
          {children(since)}
        </>
      )}
      <h3>{words.before(year.start)}</h3>
      {children(before)}
    </>
  );
}
