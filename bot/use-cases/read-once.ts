import type { Doors } from './doors.ts';
import type { Caller } from './ports.ts';

/**
 * The same doors, of which each of these readings is asked once: for the few cards that are drawn
 * at one moment. Whoever holds it for longer shows what is no longer so.
 */
export function readOnce(doors: Doors): Doors {
  return {
    ...doors,
    me: once((caller) => doors.me(caller)),
    progress: once((caller, forPerson) => doors.progress(caller, forPerson)),
    waiting: once((caller) => doors.waiting(caller)),
  };
}

function once<More extends readonly (string | undefined)[], Answer>(
  read: (caller: Caller, ...more: More) => Promise<Answer>,
): (caller: Caller, ...more: More) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (caller, ...more) => {
    const key = JSON.stringify([caller, more]);
    const answer = answers.get(key) ?? read(caller, ...more);
    answers.set(key, answer);
    return answer;
  };
}
