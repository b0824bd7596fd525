import { useState } from 'react';
import type { Agenda } from '../../../bot/contract/agenda.ts';
import { isForMe } from '../../../bot/contract/item-turn.ts';
import { Button } from '../../parts/button.tsx';
import type { ActRequest } from '../../parts/act-outcome.ts';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { agenda as words, fields, missing, told } from '../../words-agenda.ts';
import { shell } from '../../words.ts';
import { AgendaForm, type Field } from './agenda-form.tsx';
import { getMyAgenda } from './api.ts';
import { itemFields } from './item-acts.ts';
import type { Around } from './item-card.tsx';
import { isUnderWay, ItemLists } from './item-lists.tsx';

/** A network's items for the board, and the way to raise one. */
export function NetworkAgenda({ organisation }: { organisation: string }) {
  const { view, reload } = useView(getMyAgenda);
  const acts = useActs(reload);
  return (
    <>
      <section className="card" aria-labelledby="agenda">
        <h2 id="agenda">{words.networkTitle}</h2>
        <Shown view={view} reload={reload} small>
          {(agenda) => {
            const around = { agenda, organisation, acts, reload };
            return (
              <>
                <p className="agenda-lead">
                  {words.networkLead(
                    agenda.items.filter(isForMe).length,
                    agenda.items.filter(isUnderWay).length,
                  )}
                </p>
                <Raise around={around} />
                <ItemLists items={agenda.items} around={around} />
              </>
            );
          }}
        </Shown>
      </section>
      <StatusMessage acts={acts} />
    </>
  );
}

function Raise({ around }: { around: Around }) {
  const { agenda, organisation, acts, reload } = around;
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div className="buttons">
        <Button onPress={() => setOpen(true)}>{words.raise}</Button>
      </div>
    );
  }
  return (
    <AgendaForm
      title={words.raise}
      fields={[...networkField(agenda), ...itemFields({ title: '', text: '' })]}
      send={words.raise}
      actOf={({ network = agenda.raises[0]?.id ?? '', title = '', text = '' }) => ({
        verb: 'raise-item',
        data: { organisation, network, title, text },
      })}
      done={(item) => ({
        text: told.raise,
        undo: { label: shell.undo, request: withdrawal(item, organisation) },
      })}
      acts={acts}
      reload={reload}
      close={() => setOpen(false)}
    />
  );
}

function networkField({ raises }: Agenda): Field[] {
  if (raises.length < 2) return [];
  const asked = { label: fields.network, missing: missing.network, options: raises };
  return [{ name: 'network', kind: 'choice', ...asked }];
}

function withdrawal(item: string, organisation: string): ActRequest {
  return {
    acts: [{ verb: 'withdraw-item', data: { organisation, item } }],
    done: () => ({ text: told.withdraw }),
  };
}
