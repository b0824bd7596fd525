import { useId } from 'react';
import type { MyPair } from '../../../bot/contract/mentoring.ts';
import { shortDate } from '../../../bot/contract/dates.ts';
import { ActButton } from '../../parts/act-button.tsx';
import type { Acts } from '../../parts/use-acts.ts';
import { actions, own as words, standsFor } from '../../words-mentoring.ts';
import { MetForm } from './met-form.tsx';
import { metRequest, pairRequest } from './requests.ts';

interface Given {
  pair: MyPair;
  today: string;
  organisation: string;
  acts: Acts;
}

/** One pair, as one of the two sees it: how it stands, when they met, what can be done. */
export function OwnPair(props: Given & { speakUp: string | undefined }) {
  const { pair, today, speakUp } = props;
  const { title, text } = standsFor(pair);
  const id = useId();
  const isAsked = pair.state === 'asked';
  return (
    <section className="pair" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {text !== '' && <p>{text}</p>}
      {isAsked && pair.time !== undefined && <p>{words.time(pair.time)}</p>}
      <Sessions {...props} />
      <Answers {...props} />
      {pair.days !== undefined && !['ended', 'completed'].includes(pair.state) && (
        <MetForm
          // What was said stands above: the field is empty again.
          key={pair.sessions.map(({ date, said }) => `${date} ${said}`).join(', ')}
          {...props}
          days={pair.days}
        />
      )}
      {pair.supporter !== undefined && !isOver(pair) && (
        <p className="soft">
          {words.supporter(pair.supporter)}{' '}
          {speakUp !== undefined && (
            <a href={speakUp} target="_blank" rel="noreferrer">
              {words.speakUp}
            </a>
          )}
        </p>
      )}
      <More {...props} today={today} />
    </section>
  );
}

function isOver({ state }: MyPair): boolean {
  return ['ended', 'completed', 'not-going-ahead'].includes(state);
}

const shown = 3;

/** What both said, and what only one of them has said yet. */
function Sessions({ pair, today, organisation, acts }: Given) {
  const said = (who: MyPair['sessions'][number]['said']) =>
    pair.sessions.filter((session) => session.said === who).map(({ date }) => date);
  const both = said('both');
  const mayTell = pair.may.includes('met');
  return (
    <>
      {both.length > 0 && (
        <p>
          {words.met(both.slice(0, shown), today)}{' '}
          {both.length > shown && words.more(both.length - shown)}
        </p>
      )}
      {mayTell &&
        said('other').map((date) => (
          <div key={date} className="asking">
            <p>{words.theirs(shortDate(date, today), pair.with)}</p>
            <div className="buttons">
              <ActButton
                acts={acts}
                id={`met ${pair.id} ${date}`}
                request={metRequest(
                  'met',
                  { pair: pair.id, date, day: shortDate(date, today), theirs: true },
                  organisation,
                )}
                look="primary"
              >
                {actions.metOn(shortDate(date, today))}
              </ActButton>
            </div>
          </div>
        ))}
      {said('me').map((date) => (
        <div key={date} className="asking">
          <p>{words.mine(shortDate(date, today), pair.with)}</p>
          <ActButton
            acts={acts}
            id={`not-met ${pair.id} ${date}`}
            request={metRequest(
              'not-met',
              { pair: pair.id, date, day: shortDate(date, today) },
              organisation,
            )}
            look="quiet"
            fullLabel={`${actions.notMet}: ${shortDate(date, today)}`}
          >
            {actions.notMet}
          </ActButton>
        </div>
      ))}
    </>
  );
}

/** Yes or no, and a change of mind. */
function Answers({ pair, organisation, acts }: Given) {
  const { state, may, id } = pair;
  const change = state === 'asked' ? undefined : actions.changeMind;
  const isOpen = state === 'asked' || state === 'waiting' || state === 'not-going-ahead';
  if (!isOpen || !(may.includes('accept') || may.includes('decline'))) return null;
  return (
    <div className="buttons">
      {may.includes('accept') && (
        <ActButton
          acts={acts}
          id={`accept ${id}`}
          request={pairRequest('accept-pair', id, organisation)}
          look={change === undefined ? 'primary' : 'quiet'}
        >
          {change ?? actions.accept}
        </ActButton>
      )}
      {may.includes('decline') && (
        <ActButton
          acts={acts}
          id={`decline ${id}`}
          request={pairRequest('decline-pair', id, organisation)}
          look={change === undefined ? 'plain' : 'quiet'}
        >
          {change ?? actions.decline}
        </ActButton>
      )}
    </div>
  );
}

/** Going on, pausing, ending: never with a reason. */
function More({ pair, organisation, acts }: Given) {
  const { id, may, state } = pair;
  const wanted = (['pause', 'complete', 'end'] as const).filter((each) => may.includes(each));
  const button = (each: 'resume' | (typeof wanted)[number], look: 'plain' | 'quiet') => (
    <ActButton
      key={each}
      acts={acts}
      id={`${each} ${id}`}
      request={pairRequest(`${each}-pair`, id, organisation)}
      look={look}
      fullLabel={`${actions[each]}: ${words.pair(pair.with)}`}
    >
      {actions[each]}
    </ActButton>
  );
  if (state === 'asked' || state === 'waiting' || state === 'not-going-ahead') return null;
  return (
    <>
      {may.includes('resume') && <div className="buttons">{button('resume', 'plain')}</div>}
      {wanted.length > 0 && (
        <details>
          <summary>{words.options}</summary>
          <div className="buttons">{wanted.map((each) => button(each, 'plain'))}</div>
        </details>
      )}
    </>
  );
}
