import type { Goal } from '../../../bot/contract/goals.ts';
import { outcomeWords, steps as words } from '../../words-goals.ts';

interface Step {
  name: string;
  done: boolean;
  told?: string | undefined;
}

/** A goal's way from the first text to its conclusion, each step with its state in words. */
export function GoalSteps({ goal }: { goal: Goal | undefined }) {
  const steps = stepsOf(goal);
  // Paused, nothing comes next.
  const next = goal?.standing === 'paused' ? -1 : steps.findIndex(({ done }) => !done);
  return (
    <ol className="line" aria-label={words.label}>
      {steps.map(({ name, done, told }, at) => (
        <li key={name} className={done ? 'confirmed' : at === next ? 'claimed' : 'upcoming'}>
          <span className="sign" aria-hidden="true">
            {done ? '✓' : at === next ? '…' : ''}
          </span>
          <span>{name}</span>{' '}
          <span className="line-state">
            {done ? (told ?? words.done()) : at === next ? words.next : words.later}
          </span>
        </li>
      ))}
    </ol>
  );
}

function stepsOf(goal: Goal | undefined): Step[] {
  const { agreedByLeader: leader, agreedByManager: manager } = goal ?? {};
  const agreed: Step[] = [
    { name: words.you, done: leader !== undefined, told: leader && words.done(leader) },
    { name: words.manager, done: manager !== undefined, told: manager && words.done(manager) },
  ];
  // Whoever was first stands first.
  const isManagerFirst = leader === undefined && manager !== undefined;
  const concluded = goal?.standing === 'concluded';
  return [
    { name: words.written, done: goal !== undefined },
    ...(isManagerFirst ? agreed.toReversed() : agreed),
    {
      name: words.concluded,
      done: concluded,
      told: goal?.answer && outcomeWords[goal.answer],
    },
  ];
}
