import { later } from '../../parts/later.tsx';
import { useCallback, useEffect, useRef, useState } from 'react';
import { goalTextLength, type GoalCommitment, type MyGoal } from '../../../bot/contract/goals.ts';
import type { Me } from '../../../bot/contract/views.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Pill, type Tone } from '../../parts/pill.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { WordsForm } from '../../parts/words-form.tsx';
import { Why } from '../../parts/why.tsx';
import { own as words, standingLine, standingWords } from '../../words-goals.ts';
import { getMyGoal } from './api.ts';
import { oneRequest, outcomeRequest, ownAgreeRequest, writeRequest } from './goal-acts.ts';
import { GoalForm } from './goal-form.tsx';
import { GoalSharing } from './goal-sharing.tsx';
import { GoalSteps } from './goal-steps.tsx';
import { GoalText } from './goal-text.tsx';
import { OutcomeForm } from './outcome-form.tsx';

const tones: Record<GoalCommitment['status'], Tone> = {
  'not-asked': 'calm',
  met: 'good',
  paused: 'calm',
  waiting: 'wait',
  'out-of-reach': 'calm',
  'to-do': 'ask',
  'on-track': 'good',
};

const Microsoft365Check = later(
  async () => (await import('../microsoft-365/check.tsx')).Microsoft365Check,
);
const SharedGoals = later(async () => (await import('./shared-goals.tsx')).SharedGoals);

/** The leader's own goal: where it stands, its steps, and the one thing to do next. */
export function OwnGoal(props: {
  me: Me;
  commitment: GoalCommitment;
  /** How often the page asked to open it. */
  asked: number;
  /** The page is to be read again. */
  changed: () => Promise<void>;
}) {
  const { me, commitment, asked, changed } = props;
  const load = useCallback(() => getMyGoal(), []);
  const { view, reload } = useView(load);
  const both = useCallback(async () => {
    await Promise.all([reload(), changed()]);
  }, [reload, changed]);
  const acts = useActs(both);
  const [looking, setLooking] = useState(false);
  const [checking, setChecking] = useState(false);
  const card = useRef<HTMLElement>(null);
  // Asked for before the goal was read, it opens once it is.
  useEffect(() => {
    if (asked > 0 && view.kind !== 'loading') openNext(card.current);
  }, [asked, view.kind]);
  const { status, standing, graceUntil, why } = commitment;
  const manager = view.kind === 'shown' ? view.value.manager : undefined;
  const goal = view.kind === 'shown' ? view.value.goal : undefined;
  return (
    <>
      <section className="card" aria-labelledby="goal" ref={card}>
        <div className="card-top">
          <div className="card-words">
            <h2 id="goal">{words.title}</h2>
            <p>{standingLine(standing, goal, manager)}</p>
            {graceUntil !== undefined && <p className="soft">{words.graceUntil(graceUntil)}</p>}
          </div>
          <Pill tone={tones[status]}>{pillWords(commitment)}</Pill>
        </div>
        <GoalSteps goal={goal} />
        <Shown view={view} reload={reload} small>
          {(mine) => <Doing mine={mine} organisation={me.organisation.code} acts={acts} />}
        </Shown>
        <details onToggle={(event) => setLooking(event.currentTarget.open)}>
          <summary>{words.shared}</summary>
          {looking && <SharedGoals />}
        </details>
        {me.microsoft365 === true && (
          <details onToggle={(event) => setChecking(event.currentTarget.open)}>
            <summary>{words.check}</summary>
            {checking && <Microsoft365Check organisation={me.organisation.code} />}
          </details>
        )}
        <Why framework={why.framework} rule={why.rule}>
          {null}
        </Why>
      </section>
      <StatusMessage acts={acts} />
    </>
  );
}

/** Where the next thing is done; without one, the card. */
function openNext(card: HTMLElement | null): void {
  const next = card?.querySelector('.goal-next');
  if (next instanceof HTMLDetailsElement) next.open = true;
  const first =
    next?.querySelector<HTMLElement>('textarea, input, button') ??
    card?.querySelector<HTMLElement>('button, summary');
  first?.focus();
}

function pillWords({ standing, status }: GoalCommitment): string {
  if (standing === 'none') return status === 'to-do' ? 'Needs a goal' : 'Nothing to do';
  if (standing === 'with-leader' || standing === 'answered') return 'Your turn';
  return standing === 'with-manager' || standing === 'proposed'
    ? 'With your manager'
    : standingWords[standing];
}

/** What can be done now: one thing open, the others on request. */
function Doing({ mine, organisation, acts }: { mine: MyGoal; organisation: string; acts: Acts }) {
  const { goal } = mine;
  if (goal === undefined) {
    return mine.mayDraft ? (
      <details className="goal-next">
        <summary>{words.write}</summary>
        <GoalForm key="new" mine={mine} organisation={organisation} acts={acts} />
      </details>
    ) : null;
  }
  const may = new Set(goal.may);
  return (
    <>
      <GoalText goal={goal} />
      <div className={goal.standing === 'answered' ? 'buttons' : 'buttons goal-next'}>
        {may.has('agree') && (
          <ActButton
            acts={acts}
            id="agree"
            look="primary"
            request={ownAgreeRequest(goal, organisation)}
          >
            {words.agree}
          </ActButton>
        )}
        {may.has('undo') && (
          <ActButton
            acts={acts}
            id="undo-goal"
            look="quiet"
            request={oneRequest('undo-goal', goal, organisation, words.told.undone)}
          >
            {words.undo}
          </ActButton>
        )}
      </div>
      {may.has('propose') && goal.standing !== 'proposed' && (
        <details className={goal.standing === 'answered' ? 'goal-next' : undefined}>
          <summary>{goal.standing === 'answered' ? words.answerAgain : words.propose}</summary>
          <OutcomeForm
            id="propose"
            acts={acts}
            send={(outcome) =>
              acts.perform('propose', outcomeRequest('propose-goal', goal, outcome, organisation))
            }
          />
        </details>
      )}
      {may.has('note') && (
        <details key={`notes ${goal.notes.length}`}>
          <summary>{words.note}</summary>
          <WordsForm
            id="note"
            label={words.noteLabel}
            missing={words.problem.note}
            most={goalTextLength}
            submit={words.add}
            acts={acts}
            requestFor={(text) => writeRequest('note-goal', goal, text, organisation)}
          />
        </details>
      )}
      {may.has('comment') && (
        <details key={`comments ${goal.notes.length}`}>
          <summary>{words.comment}</summary>
          <WordsForm
            id="comment"
            label={words.commentLabel}
            missing={words.problem.note}
            most={goalTextLength}
            submit={words.add}
            acts={acts}
            requestFor={(text) => writeRequest('comment-goal', goal, text, organisation)}
          />
        </details>
      )}
      {may.has('draft') && (
        <details key={`version ${goal.version}`}>
          <summary>{words.change}</summary>
          <GoalForm mine={mine} organisation={organisation} acts={acts} />
        </details>
      )}
      {may.has('share') && <GoalSharing goal={goal} organisation={organisation} acts={acts} />}
    </>
  );
}
