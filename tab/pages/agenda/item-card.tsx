import { useId, useState } from 'react';
import type { Agenda, Item } from '../../../bot/contract/agenda.ts';
import { whereItStands } from '../../../bot/contract/agenda-words.ts';
import { isForMe } from '../../../bot/contract/item-turn.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Pill, type Tone } from '../../parts/pill.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { actName, agenda as words } from '../../words-agenda.ts';
import { AgendaForm } from './agenda-form.tsx';
import { doneWith, formOf, formTitle, requestOf, type ItemAct } from './item-acts.ts';
import { ItemJourney, ItemTimeline } from './item-journey.tsx';

/** What the page around an item gives it. */
export interface Around {
  readonly agenda: Agenda;
  readonly organisation: string;
  readonly acts: Acts;
  readonly reload: () => Promise<void>;
}

/** Undo stands in the message after an act, and here for the day after that. */
const primary: readonly ItemAct[] = ['triage', 'discuss', 'feed-back', 'acknowledge', 'decline'];

/** One item: where it stands, its way as a line, and what this person can do with it. */
export function ItemCard({ item, around }: { item: Item; around: Around }) {
  const { agenda, organisation, acts, reload } = around;
  const [asking, ask] = useState<ItemAct>();
  const id = useId();
  const open = item.may.includes(asking ?? 'take-back') ? asking : undefined;
  const form = open && formOf(open, item, agenda, organisation);
  const isMine = isForMe(item);
  const newest = newestWords(item);
  const isRead = isMine && newest === item.text;
  return (
    <article className="item" aria-labelledby={id}>
      <div className="card-top">
        <div className="card-words">
          <h3 id={id}>{item.title}</h3>
          <p className="soft">{item.networkName}</p>
        </div>
        <Pill tone={toneOf(item, isMine)}>{whereItStands(item, agenda.on)}</Pill>
      </div>
      <ItemJourney item={item} today={agenda.on} />
      {isMine && <p className="typed">{newest}</p>}
      <details>
        <summary>{isRead ? words.days : words.wordsAndDays}</summary>
        {!isRead && <p className="typed">{item.text}</p>}
        <ItemTimeline item={item} today={agenda.on} />
      </details>
      {form === undefined || open === undefined ? (
        <div className="buttons">
          {item.may.map((act) => {
            const request = requestOf(act, item, organisation);
            const look = lookOf(act, item);
            const label = `${actName(act, item)}: ${item.title}`;
            return request === undefined ? (
              <Button key={act} look={look} fullLabel={label} onPress={() => ask(act)}>
                {actName(act, item)}
              </Button>
            ) : (
              <ActButton
                key={act}
                look={look}
                acts={acts}
                id={`${item.id} ${act}`}
                request={request}
                fullLabel={label}
              >
                {actName(act, item)}
              </ActButton>
            );
          })}
        </div>
      ) : (
        <AgendaForm
          key={open}
          {...form}
          title={formTitle(open, item)}
          send={actName(open, item)}
          done={() => doneWith(open, item.id, organisation)}
          acts={acts}
          reload={reload}
          close={() => ask(undefined)}
        />
      )}
    </article>
  );
}

/** Where to place an item is one choice of three: the usual one leads. */
function lookOf(act: ItemAct, { state }: Item): 'primary' | 'plain' | 'quiet' {
  if (act === 'take-back') return 'quiet';
  const leads = act === 'schedule' && (state === 'triaged' || state === 'review-asked');
  return leads || primary.includes(act) ? 'primary' : 'plain';
}

/** What somebody who decides must read: the item, or what was said back. */
function newestWords(item: Item): string {
  const said = item.journey.findLast(({ step }) => step === 'fed-back');
  return item.state === 'fed-back' ? (said?.text ?? item.text) : item.text;
}

function toneOf({ state, awaited }: Item, isMine: boolean): Tone {
  if (isMine) return 'ask';
  if (state === 'acknowledged') return 'good';
  return awaited === 'nobody' ? 'calm' : 'wait';
}
