import { mayHoldEducation } from '../../domain/education/judge-education.ts';
import { BY_NOW, frameAsKnown } from '../../domain/known.ts';
import { londonDate } from '../../domain/time.ts';
import type { House } from '../context.ts';
import { keepUnnamed, type Sent } from '../kept-files.ts';
import type { Caller } from '../ports.ts';

/** Keeps a leader's file of evidence until a record of theirs names it. */
export async function sendFile(
  house: House,
  caller: Caller,
  given: { name: string; bytes: Uint8Array },
): Promise<Sent> {
  const { people, frame } = await house.records.some(caller.organisation, [caller.person]);
  const [person] = people;
  if (person === undefined) return { kind: 'refused', because: 'no-such-person' };
  const today = londonDate(house.clock.now());
  if (!mayHoldEducation(person, frameAsKnown(frame, BY_NOW, today), today)) {
    return { kind: 'refused', because: 'leaders-only' };
  }
  const named = person.education.flatMap(({ evidence }) =>
    evidence?.kind === 'file' ? [evidence.id] : [],
  );
  return keepUnnamed(house, caller, new Set(named), given);
}
