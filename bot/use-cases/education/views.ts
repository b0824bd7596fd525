import type { ActContext } from '../../domain/act-context.ts';
import type {
  EducationToVerify,
  Evidence as EvidenceView,
  MyEducation,
  MyRecord,
} from '../../contract/education.ts';
import { countingOn, countsUntil, isLapsing } from '../../domain/education/counting.ts';
import {
  educationState,
  lastEducationMove,
  type Education,
} from '../../domain/education/education.ts';
import {
  educationVerifier,
  isEducationVerifier,
  judgeReopenEducation,
  judgeWithdrawEducation,
  mayHoldEducation,
} from '../../domain/education/judge-education.ts';
import type { Person } from '../../domain/facts.ts';
import { BY_NOW, personAsKnown } from '../../domain/known.ts';
import { isExecutiveOn } from '../../domain/roles.ts';
import { londonDate } from '../../domain/time.ts';
import { readAsAt } from '../as-at.ts';
import { contextOf, type House } from '../context.ts';
import { historyId, type Shown } from '../doors.ts';
import { nameOf } from '../names.ts';
import type { Caller } from '../ports.ts';

/** One's own education, and where it stands. */
export async function myEducation(house: House, caller: Caller): Promise<MyEducation> {
  const { people, frame } = await house.records.some(caller.organisation, [caller.person]);
  const now = house.clock.now();
  const on = londonDate(now);
  const context = contextOf(house, caller, { now, frame });
  const person = people[0] && personAsKnown(people[0], BY_NOW);
  if (person === undefined) {
    return { on, asked: false, mayRecord: false, lapsing: false, records: [] };
  }
  const until = countingOn(person, on);
  return {
    on,
    asked: isExecutiveOn(context.frame.roles, person.id, on),
    mayRecord: mayHoldEducation(person, context.frame, on),
    ...(until === undefined ? {} : { until }),
    lapsing: until !== undefined && isLapsing(until, on),
    records: ownRecords(person, context),
  };
}

function ownRecords({ education }: Person, context: ActContext): MyRecord[] {
  return education
    .flatMap((done): MyRecord[] => {
      const state = educationState(done);
      if (state === 'withdrawn') return [];
      const { reason } = lastEducationMove(done);
      return [
        {
          ...recordView(done),
          state,
          ...(state === 'verified' ? { until: countsUntil(done.on) } : {}),
          ...(state === 'recorded' ? { awaits: educationVerifier(done, context) } : {}),
          ...(reason === undefined ? {} : { reason }),
          mayWithdraw: judgeWithdrawEducation(done, context).kind === 'done',
        },
      ];
    })
    .toSorted(byDate);
}

/** What waits for this person to verify, and what has been answered. */
export async function educationToVerify(
  house: House,
  caller: Caller,
): Promise<Shown<EducationToVerify>> {
  const read = await readAsAt(house, caller, {}, ['see-education-to-verify']);
  if (read.kind === 'refused') return read;
  const context = contextOf(house, caller, { now: house.clock.now(), frame: read.frame });
  const { people } = await house.records.people(caller.organisation);
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  const waiting: EducationToVerify['waiting'] = [];
  const answered: EducationToVerify['answered'] = [];
  for (const person of people) {
    for (const done of personAsKnown(person, BY_NOW).education) {
      if (!isEducationVerifier(done, context)) continue;
      const line = { ...recordView(done), person: person.id, name: nameOf(person) };
      const { to, at, by, reason } = lastEducationMove(done);
      if (to === 'recorded') waiting.push(line);
      if (to !== 'verified' && to !== 'returned') continue;
      answered.push({
        ...line,
        state: to,
        ...(reason === undefined ? {} : { reason }),
        ...(to === 'verified' ? { until: countsUntil(done.on) } : {}),
        answeredAt: at,
        answeredBy: (by && names.get(by)) ?? '',
        mayReopen: judgeReopenEducation(done, context).kind === 'done',
      });
    }
  }
  return {
    kind: 'shown',
    view: { on: read.on, waiting: waiting.toSorted(byDate), answered: answered.toSorted(byDate) },
  };
}

function recordView(done: Education): Pick<MyRecord, 'id' | 'course' | 'date' | 'evidence'> {
  return {
    id: historyId(done),
    course: done.course,
    date: done.on,
    ...(done.evidence === undefined ? {} : { evidence: evidenceView(done.evidence) }),
  };
}

function evidenceView(evidence: NonNullable<Education['evidence']>): EvidenceView {
  switch (evidence.kind) {
    case 'link':
      return { kind: 'link', address: evidence.address };
    case 'file':
      return { kind: 'file', name: evidence.name, size: evidence.size };
    case 'register': {
      const { name, number } = evidence;
      return { kind: 'register', name, ...(number === undefined ? {} : { number }) };
    }
  }
}

/** Newest first; of one day by name, where there is one. */
function byDate(a: { date: string; name?: string }, b: { date: string; name?: string }): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return (a.name ?? '') < (b.name ?? '') ? -1 : 1;
}
