import type { Act } from '../contract/acts.ts';
import type { Person } from '../domain/facts.ts';
import { personAsKnown, BY_NOW } from '../domain/known.ts';
import { isUndoneAtAWord, lastDone, type LastDone } from '../domain/last-done.ts';
import { startOf } from '../domain/meeting.ts';
import type { Heard } from './doors.ts';
import type { Hearing } from './hear-otherwise.ts';
import type { Caller } from './ports.ts';

/** "Undo": what they did last goes back at once, or is shown as it stands; else what can be taken back. */
export function hearUndo(people: readonly Person[], caller: Caller, hearing: Hearing): Heard {
  const { given, frame } = hearing;
  const known = people.map((person) => personAsKnown(person, BY_NOW));
  const last = lastDone(known, caller.person);
  const meeting = frame.meetings.find(({ id }) => id === last?.meeting);
  if (last === undefined || meeting === undefined) {
    return { kind: 'view', view: 'withdraw', for: undefined };
  }
  const forPerson = last.person === caller.person ? undefined : last.person;
  const { undo } = last;
  if (undo !== undefined && isUndoneAtAWord(last, meeting, given.now)) {
    const data = {
      organisation: caller.organisation.code,
      meeting: meeting.id,
      ...(forPerson === undefined ? {} : { for: forPerson }),
    };
    return { kind: 'act', act: actOf(undo, data) };
  }
  const isBack = undo === undefined && startOf(meeting) > given.now;
  return {
    kind: 'about',
    meetings: [meeting.id],
    why: isBack ? 'taken-back' : 'asked',
    for: forPerson,
  };
}

function actOf(
  undo: NonNullable<LastDone['undo']>,
  data: { organisation: string; meeting: string; for?: string },
): Act {
  return undo.verb === 'undo-intention'
    ? { verb: undo.verb, data: { ...data, answer: undo.answer } }
    : { verb: undo.verb, data };
}
