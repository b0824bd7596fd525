import { londonMoment } from '../../../bot/contract/dates.ts';
import type { Silver } from '../../../bot/contract/silver.ts';
import { Button } from '../../parts/button.tsx';
import { glance as words, inWords, needsOf } from '../../words-glance.ts';
import { organisation } from '../../words-organisation.ts';
import { lineNames, silver as silverWords } from '../../words-silver.ts';
import { Readiness } from './readiness.tsx';

/** The five deliverables: where each stands, what it needs, and of whom. */
export function Glance(props: {
  silver: Silver;
  /** As the page was asked for; left out: now. */
  known: string | undefined;
  today: string;
}) {
  const { silver, known, today } = props;
  const lines = silver.lines.filter(({ deliverable }) => deliverable);
  const knownAt = known === undefined ? undefined : londonMoment(silver.known);
  return (
    <>
      <p className="lead" role="status">
        {silverWords.standing(lines.filter(({ ready }) => ready).length, lines.length)}{' '}
        {organisation.asAt(silver.on, knownAt)}
      </p>
      <p className="printed-head">
        {words.printed(
          londonMoment(silver.known),
          silver.lines.map(({ rule }) => rule),
        )}
      </p>
      <section className="card" aria-label={words.title}>
        <ul className="rows glance">
          {lines.map((line) => {
            const supporting = silver.lines.filter(({ code }) => code.startsWith(`${line.code}.`));
            const needs = needsOf(line, supporting, today);
            return (
              <li key={line.code}>
                <span className="glance-line">
                  <strong>{lineNames[line.code]}</strong>
                  <span>{inWords(line)}</span>
                </span>
                <span className="row-words">
                  {needs.length === 0 && <span className="soft">{words.nothing}</span>}
                  {needs.map(({ who, what }) => (
                    <span key={what}>
                      <strong>{who}:</strong> {what}
                    </span>
                  ))}
                </span>
                <Readiness line={line} />
              </li>
            );
          })}
        </ul>
      </section>
      <div className="buttons glance-print">
        <Button onPress={() => window.print()}>{words.print}</Button>
      </div>
    </>
  );
}
