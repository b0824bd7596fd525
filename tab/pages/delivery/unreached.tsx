import { unreachedWhySchema, type Delivery } from '../../../bot/contract/delivery.ts';
import { delivery as words, unreachedWhys } from '../../words-delivery.ts';

/** Whom no reminder reaches, and what to do about each. */
export function Unreached({ reach }: Pick<Delivery, 'reach'>) {
  const { of, unreached } = reach;
  return (
    <section aria-labelledby="delivery-reach">
      <h3 id="delivery-reach">{words.toReach}</h3>
      <p>{unreached.length === 0 ? words.allReached(of) : words.unreached(unreached.length, of)}</p>
      {unreached.length > 0 && (
        <ul className="rows">
          {unreachedWhySchema.options.map((why) => (
            <Because key={why} why={why} people={unreached.filter((one) => one.why === why)} />
          ))}
        </ul>
      )}
    </section>
  );
}

type Person = Delivery['reach']['unreached'][number];

/** Few names stand there at once. */
const FEW = 8;

function Because({ why, people }: { why: Person['why']; people: readonly Person[] }) {
  if (people.length === 0) return null;
  const { say, next } = unreachedWhys[why];
  const names = people.map(({ name }) => name).join(', ');
  return (
    <li>
      <div className="row-words">
        {people.length > FEW ? (
          <details>
            <summary>{words.namesFor(say, people.length)}</summary>
            <p>{names}</p>
          </details>
        ) : (
          <>
            <strong>{say}</strong>
            <span>{names}</span>
          </>
        )}
        <span className="soft">{next}</span>
      </div>
    </li>
  );
}
