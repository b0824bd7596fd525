import type { Item } from '../../../bot/contract/agenda.ts';
import {
  stepDay,
  stepLabel,
  stepsAhead,
  stepSentence,
} from '../../../bot/contract/agenda-words.ts';
import { shortDate } from '../../../bot/contract/dates.ts';
import { agenda as words } from '../../words-agenda.ts';

/** More steps than stand side by side. */
const mostSideBySide = 7;

/** An item's way as a line: what was, with its days; what it waits for; what is still to come. */
export function ItemJourney({ item, today }: { item: Item; today: string }) {
  const ahead = stepsAhead(item.state);
  const long = item.journey.length + ahead.length > mostSideBySide;
  return (
    <ol className={long ? 'line journey long' : 'line journey'}>
      {item.journey.map(({ step, on }, index) => (
        <li key={index} className="confirmed">
          <span className="sign" aria-hidden="true">
            ✓
          </span>
          <span>{stepLabel(step)}</span>
          <span className="line-state">{shortDate(on, today)}</span>
        </li>
      ))}
      {ahead.map((step, index) => (
        <li key={step} className={index === 0 ? 'will-come' : 'upcoming'}>
          <span className="sign" aria-hidden="true">
            {index === 0 ? '…' : ''}
          </span>
          <span>{stepLabel(step)}</span>
          <span className="line-state">{index === 0 ? nextWords(item, today) : words.still}</span>
        </li>
      ))}
    </ol>
  );
}

/** How long the next step is waited for; or its day, where it has one. */
function nextWords({ awaited, state, meeting, until, days }: Item, today: string): string {
  if (awaited === 'board' && meeting !== undefined) return shortDate(meeting.date, today);
  if (state === 'deferred' && awaited === 'nobody' && until !== undefined) {
    return words.after(shortDate(until, today));
  }
  return words.waits(days);
}

/** The same in words: who did what, and how long it had waited for that. */
export function ItemTimeline({ item, today }: { item: Item; today: string }) {
  return (
    <ol className="bare timeline">
      {item.journey.map((step, index) => (
        <li key={index}>
          <strong>{stepSentence(step, today)}</strong>{' '}
          <span className="soft">{stepDay(step, today)}</span>
          {step.text !== undefined && <blockquote className="typed">{step.text}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
