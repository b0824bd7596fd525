import type { Goal } from '../../../bot/contract/goals.ts';
import { ActButton } from '../../parts/act-button.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { own as words } from '../../words-goals.ts';
import { shareRequest } from './goal-acts.ts';
import { WordsForm } from './words-form.tsx';

/** Shows the goal to somebody by their work address, and ends it again. */
export function GoalSharing(props: { goal: Goal; organisation: string; acts: Acts }) {
  const { goal, organisation, acts } = props;
  return (
    <details>
      <summary>{words.share}</summary>
      <ul className="rows">
        {goal.sharedWith.map(({ id, name }) => (
          <li key={id}>
            <span className="row-words">{words.sharedWith(name)}</span>
            <ActButton
              acts={acts}
              id={`stop ${id}`}
              look="quiet"
              request={shareRequest('unshare-goal', goal, id, organisation)}
              fullLabel={words.stopFor(name)}
            >
              {words.stop}
            </ActButton>
          </li>
        ))}
      </ul>
      <WordsForm
        key={goal.sharedWith.length}
        id="share"
        label={words.shareLabel}
        hint={words.shareHint}
        missing={words.problem.address}
        submit={words.shareAdd}
        line
        acts={acts}
        send={(address) =>
          acts.perform('share', shareRequest('share-goal', goal, address, organisation))
        }
      />
    </details>
  );
}
