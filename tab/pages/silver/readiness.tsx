import type { SilverLine } from '../../../bot/contract/silver.ts';
import { Pill } from '../../parts/pill.tsx';
import { organisation } from '../../words-organisation.ts';
import { silver as words } from '../../words-silver.ts';

/** Whether a line's evidence is ready, and how many are to go where it counts them. */
export function Readiness({ line }: { line: SilverLine }) {
  const short = Math.max(0, line.of - line.n);
  if (line.ready) return <Pill tone="good">{words.ready}</Pill>;
  return short > 0 && line.deliverable ? (
    <Pill tone="ask">{organisation.toGo(short)}</Pill>
  ) : (
    <Pill tone="ask">{words.notYet}</Pill>
  );
}
