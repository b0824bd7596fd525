import { useState } from 'react';
import type { Pledge } from '../../../bot/contract/pledges.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Pill } from '../../parts/pill.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { WordsForm } from '../../parts/words-form.tsx';
import { pledgeForm as form, pledges as words } from '../../words-pledges.ts';
import { DayForm } from './day-form.tsx';
import { extendRequest, reviewRequest, shareRequest, withdrawRequest } from './pledge-acts.ts';
import { Reviews } from './reviews.tsx';

type Asking = 'nothing' | 'changed' | 'later' | 'withdraw';

/** A pledge of one's own: its words, its day, and what can be done about it. */
export function OnePledge(props: {
  pledge: Pledge;
  today: string;
  organisation: string;
  acts: Acts;
}) {
  const { pledge, today, organisation, acts } = props;
  const { id, text, madeOn, review, due, shared, reviews } = pledge;
  const [asking, ask] = useState<Asking>('nothing');
  const close = () => ask('nothing');
  const about = words.about(text);
  const open = (wish: Asking, label: string, look: 'primary' | 'quiet' = 'quiet') => (
    <Button
      look={look}
      held={acts.busy !== undefined}
      expanded={asking === wish}
      fullLabel={label + about}
      onPress={() => ask(asking === wish ? 'nothing' : wish)}
    >
      {label}
    </Button>
  );
  return (
    <li>
      <div className="row-words">
        <p className="typed">“{text}”</p>
        <span className="soft">
          {words.made(madeOn, today)}{' '}
          {due ? words.isDue : review !== undefined && words.review(review, today)}
        </span>
        <Reviews reviews={reviews} />
      </div>
      <Pill tone={shared ? 'wait' : 'calm'}>{shared ? words.shared : words.private}</Pill>
      <div className="buttons whole">
        {open('changed', form.look, due ? 'primary' : 'quiet')}
        {open('later', form.later)}
        <ActButton
          acts={acts}
          id={`share ${id}`}
          look="quiet"
          request={shareRequest(pledge, organisation)}
          fullLabel={(shared ? words.unshare : words.share) + about}
        >
          {shared ? words.unshare : words.share}
        </ActButton>
        {open('withdraw', words.withdraw)}
      </div>
      {asking === 'changed' && (
        <WordsForm
          id={`review ${id}`}
          label={form.changed}
          hint={shared ? form.changedShared : form.hint}
          missing={form.problems.text}
          most={2000}
          submit={form.save}
          acts={acts}
          requestFor={(written) => reviewRequest(id, written, organisation)}
          close={close}
        />
      )}
      {asking === 'later' && (
        <DayForm
          today={today}
          acts={acts}
          id={`later ${id}`}
          requestFor={(day) => extendRequest(pledge, day, organisation)}
          close={close}
        />
      )}
      {asking === 'withdraw' && (
        <div className="asking">
          <p>{words.sure}</p>
          <div className="buttons">
            <ActButton
              acts={acts}
              id={`withdraw ${id}`}
              request={withdrawRequest(id, organisation)}
            >
              {words.yes}
            </ActButton>
            <Button look="quiet" onPress={close}>
              {words.no}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
