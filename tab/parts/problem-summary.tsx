import { useEffect, useRef } from 'react';
import { calendar as words } from '../words-calendar.ts';

export interface Problem {
  /** The id of the field that mends it. */
  field: string;
  text: string;
}

/** What is wrong with a form, with a link to each field; the keyboard goes on from here. */
export function ProblemSummary({ problems }: { problems: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="problems" role="alert" tabIndex={-1} ref={box}>
      <h3>{words.problem}</h3>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={field + text}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
