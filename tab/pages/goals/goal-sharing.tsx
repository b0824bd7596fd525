import type { Goal } from '../../../bot/contract/goals.ts';
import { ActButton } from '../../parts/act-button.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { WordsForm } from '../../parts/words-form.tsx';
import { own as words } from '../../words-goals.ts';
import { shareRequest } from './goal-acts.ts';

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
        most={120}
        submit={words.shareAdd}
        line
        acts={acts}
        requestFor={(address) => shareRequest('share-goal', goal, address, organisation)}
      />
    </details>
  );
}
