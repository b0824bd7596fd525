import type { Silver } from '../../bot/contract/views.ts';
import { shortDate } from '../../bot/contract/dates.ts';
import { Pill } from '../parts/pill.tsx';
import { Why } from '../parts/why.tsx';
import { why } from '../words.ts';
import { inFigures } from '../words-history.ts';
import { organisation as words } from '../words-organisation.ts';

type Line = Silver['lines'][number];

/** One Silver line: what it stands at, what it needs, and each network's part. */
export function SilverLine({ line, today }: { line: Line; today: string }) {
  const short = Math.max(0, line.of - line.n);
  return (
    <section className="card" aria-labelledby={line.code}>
      <div className="card-top">
        <p className="figure">
          <strong>{line.n}</strong>, {words.needed(line.of)}
        </p>
        <div className="card-words">
          <h2 id={line.code}>{line.title}</h2>
          <p>{words.line}</p>
          <p>
            {short === 0 ? words.needsNothing : words.needsMore(short)}{' '}
            {line.nextMeeting ? words.next(shortDate(line.nextMeeting, today)) : words.noNext}
          </p>
          {line.before ? <p className="soft">{inFigures.line(line.before)}</p> : null}
        </div>
        <Pill tone={line.ready ? 'good' : 'ask'}>
          {line.ready ? words.ready : words.toGo(short)}
        </Pill>
      </div>
      {/* Headlines come without it. */}
      {line.networks.length > 0 && (
        <table>
          <caption>{words.byNetwork}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.network}</th>
              <th scope="col">{words.columns.twelve}</th>
              <th scope="col">{words.columns.year}</th>
            </tr>
          </thead>
          <tbody>
            {line.networks.map(({ network, name, n, thisYear }) => (
              <tr key={network}>
                <th scope="row">{name}</th>
                <td>{n}</td>
                <td>{thisYear}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Why framework={line.framework} rule={line.rule}>
        <p>{why.lowest}</p>
      </Why>
    </section>
  );
}
