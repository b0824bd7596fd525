import { useId, useMemo, useState, type SyntheticEvent } from 'react';
import type { Programme } from '../../../bot/contract/mentoring.ts';
import { Button } from '../../parts/button.tsx';
import { PersonField } from '../../parts/person-picker.tsx';
import { ProblemSummary } from '../../parts/problem-summary.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { programme as words } from '../../words-mentoring.ts';
import { proposeRequest } from './requests.ts';

type Person = Programme['people'][number];
const roles = ['mentor', 'director', 'supporter'] as const;
type Role = (typeof roles)[number];

const nobody = { mentor: '', director: '', supporter: '', time: '' };

/** Proposes a pair: who mentors whom, and who supports the mentor. */
export function ProposalForm(props: {
  people: readonly Person[];
  organisation: string;
  acts: Acts;
}) {
  const { people, organisation, acts } = props;
  const [filled, fill] = useState(nobody);
  const [faults, setFaults] = useState<readonly { role: Role; text: string }[]>([]);
  const id = useId();
  // The same as long as the faults are: the summary takes the focus when it is new.
  const problems = useMemo(
    () => faults.map(({ role, text }) => ({ field: `${id}-${role}`, text })),
    [faults, id],
  );
  const directors = people.filter(({ director }) => director);
  const hints = {
    mentor: words.mentorHint,
    director: words.directorHint,
    supporter: words.supporterHint,
  };

  function propose(event: SyntheticEvent): void {
    event.preventDefault();
    const found = faultsIn(filled);
    setFaults(found);
    if (found.length > 0) return;
    const { time, ...three } = filled;
    const name = people.find((person) => person.id === filled.mentor)?.name ?? '';
    const said = time.trim();
    const proposal = { ...three, ...(said === '' ? {} : { time: said }) };
    acts.perform('propose', proposeRequest(proposal, name, organisation));
  }

  return (
    <details>
      <summary>{words.open}</summary>
      <ProblemSummary problems={problems} />
      <form className="stacked" noValidate onSubmit={propose}>
        {roles.map((role) => (
          <PersonField
            key={role}
            id={`${id}-${role}`}
            label={words[role]}
            hint={hints[role]}
            fault={faults.find((fault) => fault.role === role)?.text}
            people={role === 'director' ? directors : people}
            chosen={people.find((person) => person.id === filled[role])}
            choose={(person) => fill((before) => ({ ...before, [role]: person?.id ?? '' }))}
          />
        ))}
        <TextField
          id={`${id}-time`}
          label={words.time}
          hint={words.timeHint}
          fault={undefined}
          most={100}
          value={filled.time}
          set={(time) => fill({ ...filled, time })}
        />
        <div className="buttons">
          <Button
            look="primary"
            submits
            busy={acts.busy === 'propose'}
            held={acts.busy !== undefined}
          >
            {words.propose}
          </Button>
        </div>
      </form>
    </details>
  );
}

function faultsIn(filled: typeof nobody): { role: Role; text: string }[] {
  const missing = roles.filter((role) => filled[role] === '');
  if (missing.length > 0) return missing.map((role) => ({ role, text: words.faults[role] }));
  const { mentor, director, supporter } = filled;
  if (mentor === director) return [{ role: 'director', text: words.faults.three }];
  if (supporter === mentor || supporter === director) {
    return [{ role: 'supporter', text: words.faults.three }];
  }
  return [];
}
