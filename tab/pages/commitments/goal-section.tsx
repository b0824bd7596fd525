import { lazy, Suspense, useEffect, useRef } from 'react';
import type { GoalCommitment } from '../../../bot/contract/goals.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { Loading } from '../../parts/states.tsx';

const OwnGoal = lazy(async () => ({ default: (await import('../goals/own-goal.tsx')).OwnGoal }));

/** The goal has a card of its own, open from the start. `asked`: go there now. */
export function GoalSection(props: {
  commitment: GoalCommitment;
  asked: number;
  me: Me;
  reload: () => Promise<void>;
}) {
  const { commitment, asked, me, reload } = props;
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (asked === 0) return;
    box.current?.querySelector<HTMLElement>('textarea, button, summary')?.focus();
  }, [asked]);

  return (
    <div ref={box}>
      <Suspense fallback={<Loading />}>
        <OwnGoal me={me} commitment={commitment} changed={reload} />
      </Suspense>
    </div>
  );
}
