import { useCallback } from 'react';
import { Shown } from '../../parts/states.tsx';
import { useView } from '../../parts/use-view.ts';
import { own as words } from '../../words-goals.ts';
import { getSharedGoals } from './api.ts';
import { GoalText } from './goal-text.tsx';

/** Goals that others show to this person. */
export function SharedGoals() {
  const load = useCallback(() => getSharedGoals(), []);
  const { view, reload } = useView(load);
  return (
    <Shown view={view} reload={reload} small>
      {({ goals }) =>
        goals.length === 0 ? (
          <p>{words.noneShared}</p>
        ) : (
          goals.map((goal) => (
            <article key={goal.id}>
              <h3>{goal.leader.name}</h3>
              <GoalText goal={goal} />
            </article>
          ))
        )
      }
    </Shown>
  );
}
