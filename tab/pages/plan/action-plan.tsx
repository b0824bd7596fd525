import { useId, useState } from 'react';
import type { Plan } from '../../../bot/contract/plan.ts';
import { Button } from '../../parts/button.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { ChoiceField } from '../../parts/text-fields.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { levelNames, levelsOf, plan as words, planForm, stateNames } from '../../words-plan.ts';
import { getPlan } from './api.ts';
import { LineForm } from './line-form.tsx';
import { PlanTable } from './plan-table.tsx';

/** The organisation's action plan: what is on it, and what the EDI lead adds. */
export function ActionPlan({ organisation }: { organisation: string }) {
  const { view, reload } = useView(getPlan);
  const acts = useActs(reload);
  return (
    <>
      <Shown view={view} reload={reload} small>
        {(plan) => <Lines plan={plan} organisation={organisation} acts={acts} />}
      </Shown>
      <StatusMessage acts={acts} />
    </>
  );
}

const states = ['open', 'in-progress', 'done'] as const;

function Lines(props: { plan: Plan; organisation: string; acts: Acts }) {
  const { plan, organisation, acts } = props;
  const { lines, without } = plan;
  const [level, setLevel] = useState('');
  const [state, setState] = useState('');
  const [adding, setAdding] = useState(false);
  const id = useId();
  const shown = lines.filter(
    (line) =>
      (level === '' || line.framework.level === level) && (state === '' || line.state === state),
  );
  const passed = lines.filter((line) => line.passed).length;
  const areas = without?.filter(({ developmentArea }) => developmentArea).length ?? 0;
  return (
    <>
      <p className="plan-lead">
        {words.lead(lines)} {passed > 0 && words.passed(passed)} {areas > 0 && words.without(areas)}
      </p>
      {without !== undefined && !adding && (
        <div className="buttons">
          <Button onPress={() => setAdding(true)}>{planForm.add}</Button>
        </div>
      )}
      {without !== undefined && adding && (
        <LineForm
          without={without}
          today={plan.on}
          organisation={organisation}
          acts={acts}
          close={() => setAdding(false)}
        />
      )}
      {lines.length > 1 && (
        <div className="plan-choices">
          <ChoiceField
            id={`${id}-level`}
            label={words.level}
            fault={undefined}
            value={level}
            set={setLevel}
            choose={words.allLevels}
            choices={levelsOf(lines).map((each) => ({ id: each, name: levelNames[each] }))}
          />
          <ChoiceField
            id={`${id}-state`}
            label={words.state}
            fault={undefined}
            value={state}
            set={setState}
            choose={words.allStates}
            choices={states.map((each) => ({ id: each, name: stateNames[each] }))}
          />
        </div>
      )}
      {lines.length > 0 && shown.length === 0 && <p role="status">{words.noneSuch}</p>}
      {shown.length > 0 && (
        <PlanTable plan={plan} lines={shown} organisation={organisation} acts={acts} />
      )}
    </>
  );
}
