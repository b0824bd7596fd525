import { useCallback } from 'react';
import type { Programme } from '../../../bot/contract/mentoring.ts';
import { shortDate } from '../../../bot/contract/dates.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Pill, type Tone } from '../../parts/pill.tsx';
import { Shown } from '../../parts/states.tsx';
import { StatusMessage } from '../../parts/status-message.tsx';
import { useActs, type Acts } from '../../parts/use-acts.ts';
import { useView } from '../../parts/use-view.ts';
import { programme as words } from '../../words-mentoring.ts';
import { getProgramme } from './api.ts';
import { ProposalForm } from './proposal-form.tsx';
import { pairRequest } from './requests.ts';

type Line = Programme['pairs'][number];

/** All pairs, for whoever leads the programme, and a form to propose one. */
export function MentoringProgramme({ organisation }: { organisation: string }) {
  const load = useCallback(() => getProgramme(), []);
  const { view, reload } = useView(load);
  const acts = useActs(reload);
  return (
    <section aria-label={words.title}>
      <Shown view={view} reload={reload} small>
        {({ pairs, people, on }) => (
          <>
            <p>{pairs.length === 0 ? words.none : words.standing(pairs)}</p>
            <p className="soft">{words.private}</p>
            {pairs.length > 0 && (
              <ul className="rows">
                {pairs.map((pair) => (
                  <Row
                    key={pair.id}
                    pair={pair}
                    today={on}
                    organisation={organisation}
                    acts={acts}
                  />
                ))}
              </ul>
            )}
            <ProposalForm
              // A new pair makes a new, empty form.
              key={pairs.length}
              people={people}
              organisation={organisation}
              acts={acts}
            />
          </>
        )}
      </Shown>
      <StatusMessage acts={acts} />
    </section>
  );
}

function toneOf({ state, quiet }: Line): Tone {
  if (quiet) return 'ask';
  if (state === 'active' || state === 'completed') return 'good';
  return state.endsWith('-asked') || state === 'matched' ? 'wait' : 'calm';
}

function Row(props: { pair: Line; today: string; organisation: string; acts: Acts }) {
  const { pair, today, organisation, acts } = props;
  const { id, mentor, director, supporter, state, since, sessions, last, quiet, may } = pair;
  return (
    <li>
      <div className="row-words">
        <strong>{words.pair(mentor, director)}</strong>
        <span>
          {last === undefined
            ? words.since(shortDate(since, today))
            : words.sessions(sessions, shortDate(last, today))}
        </span>
        <span className="soft">{words.supportedBy(supporter)}</span>
      </div>
      <Pill tone={toneOf(pair)}>{quiet ? words.quiet : words.states[state]}</Pill>
      {may.includes('end') && (
        <ActButton
          acts={acts}
          id={`end ${id}`}
          request={pairRequest('end-pair', id, organisation)}
          look="quiet"
          fullLabel={words.endFor(mentor, director)}
        >
          {words.end}
        </ActButton>
      )}
      {may.includes('resume') && (
        <ActButton
          acts={acts}
          id={`resume ${id}`}
          request={pairRequest('resume-pair', id, organisation)}
          look="quiet"
          fullLabel={words.resumeFor(mentor, director)}
        >
          {words.resume}
        </ActButton>
      )}
    </li>
  );
}
