import type { Goal } from '../../../bot/contract/goals.ts';
import { fullDate } from '../../../bot/contract/dates.ts';

/** A goal's words and what was noted since, as they were typed. */
export function GoalText({ goal }: { goal: Goal }) {
  return (
    <>
      <blockquote className="typed">{goal.text}</blockquote>
      {goal.notes.length > 0 && (
        <ul className="rows">
          {goal.notes.map(({ by, on, text }, at) => (
            // Notes are only ever added.
            <li key={at}>
              <div className="row-words">
                <span className="typed">{text}</span>
                <span className="soft">
                  {by}, {fullDate(on)}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
