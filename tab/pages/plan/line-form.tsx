import { useId, useState, type SyntheticEvent } from 'react';
import type { Plan, PlanLine } from '../../../bot/contract/plan.ts';
import type { ListedPerson } from '../../../bot/contract/people.ts';
import { Button } from '../../parts/button.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { ProblemSummary, type Problem } from '../../parts/problem-summary.tsx';
import { ChoiceField, DateField, TextField, WordsField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { levelNames, planForm as words } from '../../words-plan.ts';
import { getPlanPeople } from './api.ts';
import { addRequest, editRequest, type Details } from './plan-requests.ts';

type Field = keyof typeof words.missing;

/** A new line of the plan, or another wording of one. What is typed stays until it is recorded. */
export function LineForm(props: {
  line?: PlanLine;
  without: NonNullable<Plan['without']>;
  today: string;
  organisation: string;
  acts: Acts;
  close: () => void;
}) {
  const { line, without, today, organisation, acts, close } = props;
  const id = useId();
  const [of, setOf] = useState(line?.framework.id ?? '');
  const [action, setAction] = useState(line?.action ?? '');
  const [kind, setKind] = useState(line !== undefined && !line.owner.id ? 'team' : 'person');
  const [person, setPerson] = useState<ListedPerson>();
  const [team, setTeam] = useState(line?.owner.id === undefined ? (line?.owner.name ?? '') : '');
  const [timescale, setTimescale] = useState(line?.timescale ?? '');
  const [target, setTarget] = useState(line?.target ?? '');
  const [comments, setComments] = useState(line?.comments ?? '');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const key = `save ${line?.id ?? 'new'}`;
  const held = acts.busy !== undefined;
  const owner = person?.id ?? line?.owner.id;
  const fault = (name: Field) => problems.find(({ field }) => field === `${id}-${name}`)?.text;

  function send(event: SyntheticEvent): void {
    event.preventDefault();
    const missing: [Field, boolean][] = [
      ['line', of === ''],
      ['action', action.trim() === ''],
      ['owner', kind === 'person' && owner === undefined],
      ['team', kind === 'team' && team.trim() === ''],
      ['target', target === ''],
    ];
    const found = missing.flatMap(([name, isMissing]) =>
      isMissing ? [{ field: `${id}-${name}`, text: words.missing[name] }] : [],
    );
    setProblems(found);
    if (found.length > 0) return;
    const details: Details = {
      action: action.trim(),
      ...(kind === 'team' ? { team: team.trim() } : { owner }),
      timescale: timescale.trim(),
      target,
      comments: comments.trim(),
    };
    const request =
      line === undefined
        ? addRequest(of, details, organisation)
        : editRequest(line, details, organisation);
    acts.perform(key, request, close);
  }

  const title = line === undefined ? words.addTitle : words.editTitle;
  return (
    <form className="asking stacked" noValidate onSubmit={send} aria-label={title}>
      <h3>{title}</h3>
      <ProblemSummary problems={problems} />
      {line === undefined && (
        <ChoiceField
          id={`${id}-line`}
          label={words.line}
          fault={fault('line')}
          value={of}
          set={setOf}
          choose={words.choose}
          choices={without.map(choiceOf)}
        />
      )}
      <WordsField
        id={`${id}-action`}
        label={words.action}
        most={500}
        fault={fault('action')}
        value={action}
        set={setAction}
      />
      <ChoiceField
        id={`${id}-kind`}
        label={words.carried}
        fault={undefined}
        value={kind}
        set={setKind}
        choices={[
          { id: 'person', name: words.person },
          { id: 'team', name: words.team },
        ]}
      />
      {kind === 'person' ? (
        <>
          <PersonPicker
            id={`${id}-owner`}
            label={words.personField}
            fault={fault('owner')}
            chosen={person}
            choose={setPerson}
            load={getPlanPeople}
          />
          {person === undefined && line?.owner.id !== undefined && (
            <p className="soft">{words.keeps(line.owner.name)}</p>
          )}
        </>
      ) : (
        <TextField
          id={`${id}-team`}
          label={words.teamField}
          most={120}
          fault={fault('team')}
          value={team}
          set={setTeam}
        />
      )}
      <DateField
        id={`${id}-target`}
        label={words.target}
        fault={fault('target')}
        min={today}
        value={target}
        set={setTarget}
      />
      <TextField
        id={`${id}-timescale`}
        label={words.timescale}
        hint={words.timescaleHint}
        most={120}
        fault={undefined}
        value={timescale}
        set={setTimescale}
      />
      <WordsField
        id={`${id}-comments`}
        label={words.comments}
        hint={words.commentsHint}
        most={1000}
        fault={undefined}
        value={comments}
        set={setComments}
      />
      <div className="buttons">
        <Button look="primary" submits busy={acts.busy === key} held={held}>
          {words.save}
        </Button>
        <Button look="quiet" held={held} onPress={close}>
          {words.notNow}
        </Button>
      </div>
    </form>
  );
}

/** "S1.b, Silver: Must have set targets …", cut where a list would. */
function choiceOf({ id, level, text, developmentArea }: NonNullable<Plan['without']>[number]) {
  const short = text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text;
  const area = developmentArea ? ` (${words.area})` : '';
  return { id, name: `${id}, ${levelNames[level]}${area}: ${short}` };
}
