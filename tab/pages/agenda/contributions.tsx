import { useState } from 'react';
import { fullDate } from '../../../bot/contract/dates.ts';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { fields, missing, spoke as words } from '../../words-agenda.ts';
import { shell } from '../../words.ts';
import { AgendaForm, type Field } from './agenda-form.tsx';
import type { Around } from './item-card.tsx';

/** When a network's chair spoke at a board or committee without an item of their own. */
export function Contributions({ around }: { around: Around }) {
  const { agenda, organisation, acts, reload } = around;
  const [open, setOpen] = useState(false);
  const people = agenda.records.flatMap(({ id, name, people: them }) =>
    them.map((person) => ({ id: `${id} ${person.id}`, name: `${person.name}, ${name}` })),
  );
  return (
    <section className="card" aria-labelledby="spoke">
      <h2 id="spoke">{words.title}</h2>
      <p className="soft">{words.note}</p>
      {agenda.contributions.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {agenda.contributions.map((made) => (
          <li key={made.id}>
            <div className="row-words">
              <strong>{made.name}</strong>
              <span className="soft">
                {made.networkName}. {made.body}, {fullDate(made.date)}. {made.minute}
              </span>
            </div>
            {made.mayWithdraw && (
              <ActButton
                acts={acts}
                id={`${made.id} off`}
                request={takeOff(made.id, organisation)}
                fullLabel={words.takeOffFor(made.name, fullDate(made.date))}
              >
                {words.takeOff}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      {people.length > 0 && !open && (
        <div className="buttons">
          <Button onPress={() => setOpen(true)}>{words.add}</Button>
        </div>
      )}
      {open && (
        <AgendaForm
          title={words.add}
          fields={asked(people)}
          send={words.send}
          actOf={({ who = '', body = '', date = '', minute = '' }) => {
            const [network = '', person = ''] = who.split(' ');
            const data = { organisation, network, person, body, date, minute };
            return { verb: 'record-contribution', data };
          }}
          done={(made) => ({
            text: words.done,
            undo: { label: shell.undo, request: takeOff(made, organisation) },
          })}
          acts={acts}
          reload={reload}
          close={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function asked(people: NonNullable<Field['options']>): Field[] {
  const { body, bodyHint, date, minuteAt, minuteHint, person } = fields;
  return [
    { name: 'who', kind: 'choice', label: person, missing: missing.person, options: people },
    { name: 'body', kind: 'line', label: body, hint: bodyHint, missing: missing.body, most: 200 },
    { name: 'date', kind: 'date', label: date, missing: missing.date },
    {
      ...{ name: 'minute', kind: 'line', label: minuteAt, hint: minuteHint, most: 200 },
      missing: missing.minute,
    },
  ];
}

function takeOff(contribution: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'withdraw-contribution', data: { organisation, contribution } }],
    done: () => ({ text: words.undone }),
  };
}
