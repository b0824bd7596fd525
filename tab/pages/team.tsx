import { useCallback } from 'react';
import {
  goalTextLength,
  type Goal,
  type Team as TeamView,
  type TeamMember,
} from '../../bot/contract/goals.ts';
import type { Me } from '../../bot/contract/views.ts';
import { ActButton } from '../parts/act-button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Pill, type Tone } from '../parts/pill.tsx';
import { Shown } from '../parts/states.tsx';
import { StatusMessage } from '../parts/status-message.tsx';
import { useActs, type Acts } from '../parts/use-acts.ts';
import { useView } from '../parts/use-view.ts';
import { WordsForm } from '../parts/words-form.tsx';
import { pageNames } from '../words.ts';
import { memberWords, team as words } from '../words-goals.ts';
import { getTeam } from './goals/api.ts';
import { oneRequest, writeRequest } from './goals/goal-acts.ts';
import { GoalText } from './goals/goal-text.tsx';
import { WaitingGoals } from './goals/waiting-goals.tsx';
import { own } from '../words-goals.ts';

/** A manager's leaders: what waits for the manager, then who has what. */
export function Team({ me }: { me: Me }) {
  const load = useCallback(() => getTeam(), []);
  const { view, reload } = useView(load);
  const acts = useActs(reload);
  return (
    <>
      <PageTitle>{pageNames.team}</PageTitle>
      <Shown view={view} reload={reload} small>
        {(team) => <Standing team={team} organisation={me.organisation.code} acts={acts} />}
      </Shown>
      <StatusMessage acts={acts} />
    </>
  );
}

function Standing(props: { team: TeamView; organisation: string; acts: Acts }) {
  const { team, organisation, acts } = props;
  const waiting = team.people
    .flatMap(({ before, goal }) => [before, goal].flatMap((one) => one ?? []))
    .filter(({ waitingSince, may }) => waitingSince !== undefined && mayDecide(may));
  return (
    <>
      <p className="lead">{words.lead(waiting.length, team.people.length)}</p>
      {waiting.length > 0 && (
        <WaitingGoals goals={waiting} organisation={organisation} acts={acts} />
      )}
      {team.people.length > 0 && (
        <section className="card" aria-labelledby="everyone">
          <h2 id="everyone">{words.everyone}</h2>
          <ul className="rows">
            {team.people.map((member) => (
              <Member key={member.person} member={member} organisation={organisation} acts={acts} />
            ))}
          </ul>
        </section>
      )}
      <p className="soft">{words.note}</p>
    </>
  );
}

function mayDecide(may: Goal['may']): boolean {
  return may.includes('agree') || may.includes('confirm');
}

function toneOf({ standing, asked, waits }: TeamMember): Tone {
  if (waits !== undefined) return 'wait';
  if (standing === 'agreed' || standing === 'concluded') return 'good';
  return standing === 'none' && asked ? 'ask' : 'calm';
}

function Member(props: { member: TeamMember; organisation: string; acts: Acts }) {
  const { member, organisation, acts } = props;
  const { name, goal } = member;
  return (
    <li>
      <strong className="row-words">{name}</strong>
      <Pill tone={toneOf(member)}>{memberWords(member)}</Pill>
      {goal !== undefined && member.waits === undefined && (
        <details className="whole-row">
          <summary aria-label={words.readFor(name)}>{words.read}</summary>
          <GoalText goal={goal} />
          {goal.may.includes('note') && (
            <WordsForm
              key={goal.notes.length}
              id={`note ${goal.id}`}
              label={own.noteLabel}
              missing={own.problem.note}
              most={goalTextLength}
              submit={own.note}
              acts={acts}
              requestFor={(text) => writeRequest('note-goal', goal, text, organisation)}
            />
          )}
          {goal.may.includes('pause') && (
            <ActButton
              acts={acts}
              id={`pause ${goal.id}`}
              look="quiet"
              request={oneRequest('pause-goal', goal, organisation, words.told.paused(name))}
              fullLabel={words.pauseFor(name)}
            >
              {words.pause}
            </ActButton>
          )}
          {goal.may.includes('resume') && (
            <ActButton
              acts={acts}
              id={`resume ${goal.id}`}
              request={oneRequest('resume-goal', goal, organisation, words.told.resumed(name))}
              fullLabel={words.resumeFor(name)}
            >
              {words.resume}
            </ActButton>
          )}
        </details>
      )}
    </li>
  );
}
