import type { Goal } from '../../../bot/contract/goals.ts';
import { ActButton } from '../../parts/act-button.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { team as words } from '../../words-goals.ts';
import { agreeRequest, confirmRequest, outcomeRequest } from './goal-acts.ts';
import { GoalText } from './goal-text.tsx';
import { OutcomeForm } from './outcome-form.tsx';

/** What waits for a manager, each with its words: agreed or confirmed one by one, or all at once. */
export function WaitingGoals(props: { goals: readonly Goal[]; organisation: string; acts: Acts }) {
  const { goals, organisation, acts } = props;
  const agreeing = goals.filter(({ may }) => may.includes('agree'));
  const confirming = goals.filter(({ may }) => may.includes('confirm'));
  return (
    <section className="card" aria-labelledby="goals-waiting">
      <div className="card-top">
        <h2 id="goals-waiting">{words.waitingTitle}</h2>
        <div className="buttons">
          {agreeing.length > 1 && (
            <ActButton
              acts={acts}
              id="agree all"
              look="primary"
              request={agreeRequest(agreeing, organisation)}
            >
              {words.agreeAll(agreeing.length)}
            </ActButton>
          )}
          {confirming.length > 1 && (
            <ActButton
              acts={acts}
              id="confirm all"
              look={agreeing.length > 1 ? 'plain' : 'primary'}
              request={confirmRequest(confirming, organisation)}
            >
              {words.confirmAll(confirming.length)}
            </ActButton>
          )}
        </div>
      </div>
      <ul className="rows">
        {goals.map((goal) => (
          <WaitingGoal
            key={goal.id}
            goal={goal}
            organisation={organisation}
            acts={acts}
            only={goals.length === 1}
          />
        ))}
      </ul>
    </section>
  );
}

function WaitingGoal(props: { goal: Goal; organisation: string; acts: Acts; only: boolean }) {
  const { goal, organisation, acts, only } = props;
  const { leader, proposed = 'achieved', waitingSince } = goal;
  const { name } = leader;
  const look = only ? 'primary' : 'plain';
  return (
    <li>
      <div className="row-words">
        <strong>{name}</strong>
        {waitingSince !== undefined && <span className="soft">{words.since(waitingSince)}</span>}
        <GoalText goal={goal} />
        {goal.may.includes('confirm') && <p>{words.says(name, proposed)}</p>}
      </div>
      {goal.may.includes('agree') && (
        <ActButton
          acts={acts}
          id={`agree ${goal.id}`}
          look={look}
          request={agreeRequest([goal], organisation)}
          fullLabel={words.agreeFor(name)}
        >
          {words.agree}
        </ActButton>
      )}
      {goal.may.includes('confirm') && (
        <>
          <ActButton
            acts={acts}
            id={`confirm ${goal.id}`}
            look={look}
            request={confirmRequest([goal], organisation)}
            fullLabel={words.confirmFor(name, proposed)}
          >
            {words.confirm(proposed)}
          </ActButton>
          <details className="whole-row">
            <summary aria-label={words.differentlyFor(name)}>{words.differently}</summary>
            <OutcomeForm
              id={`answer ${goal.id}`}
              acts={acts}
              send={(outcome) =>
                acts.perform(
                  `answer ${goal.id}`,
                  outcomeRequest('answer-goal', goal, outcome, organisation),
                )
              }
            />
          </details>
        </>
      )}
    </li>
  );
}
