import type { Act } from '../contract/acts.ts';
import { claimState } from '../domain/claim.ts';
import type { Meeting, Person, PersonId } from '../domain/facts.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { startOf } from '../domain/meeting.ts';
import { holdersOf, inForce } from '../domain/roles.ts';
import type { Meaning, Meant, Wish } from '../domain/sentence/meaning.ts';
import { isUndo } from '../domain/sentence/undo.ts';
import { understand } from '../domain/sentence/understand.ts';
import { londonDate } from '../domain/time.ts';
import type { House } from './context.ts';
import type { Heard } from './doors.ts';
import { hearOtherwise, noneOf, shown, type Hearing } from './hear-otherwise.ts';
import { hearUndo } from './hear-undo.ts';
import { nameOf } from './names.ts';
import type { Caller } from './ports.ts';

/** Meetings that a card offers to choose from. */
const MOST = 5;

/** What a typed sentence asks for: one act, a choice, or why there is neither. Nothing is changed. */
export async function hearSentence(house: House, caller: Caller, text: string): Promise<Heard> {
  const now = house.clock.now();
  const on = londonDate(now);
  const { records } = house;
  const spoken = await records.some(caller.organisation, [caller.person]);
  const known = frameAsKnown(spoken.frame, BY_NOW, on);
  const mine = known.roles.filter((role) => role.person === caller.person && inForce(role, on));
  const assisted = mine.flatMap((role) => role.for ?? []);
  // Most people act for nobody else: a reading less.
  const others =
    assisted.length > 0 ? await records.some(caller.organisation, assisted) : undefined;
  const people = [...spoken.people, ...(others?.people ?? [])];
  const given = {
    networks: known.networks,
    meetings: known.meetings,
    now,
    people: people.filter(({ id }) => assisted.includes(id)).map(asAssisted),
    claimed: people.flatMap(standingClaims),
  };
  const isExecutive = holdersOf(known.roles, 'executive-director', on).includes(caller.person);
  const hearing: Hearing = {
    given,
    frame: known,
    on,
    isExecutive,
    assisted: isExecutive ? [] : assisted,
    isChair: mine.some(({ role }) => role === 'network-chair' || role === 'network-deputy'),
  };
  if (isUndo(text)) return hearUndo(people, caller, hearing);
  const meaning = understand(text, given);
  if (meaning.kind === 'not-a-sentence') return hearOtherwise(text, meaning.because, hearing);
  return answerTo(meaning, caller, hearing);
}

function asAssisted(person: Person) {
  return { id: person.id, name: nameOf(person) };
}

function standingClaims({ claims }: Person) {
  return claims
    .filter((claim) => ['claimed', 'confirmed', 'queried'].includes(claimState(claim)))
    .map((claim) => claim.meeting);
}

function answerTo(
  meaning: Exclude<Meaning, { kind: 'not-a-sentence' }>,
  caller: Caller,
  hearing: Hearing,
): Heard {
  const { frame, assisted } = hearing;
  const person = personMeant(meaning.whose, assisted);
  const wish = meaning.kind === 'nothing-named' ? meaning.wish : meaning;
  if (person === 'unclear') {
    const meetings = 'meetings' in meaning ? meaning.meetings.map(({ id }) => id) : [];
    const view = meetings.length === 0 ? viewOf(wish) : 'about';
    return { kind: 'whose', view, meetings: meetings.slice(0, MOST), why: 'asked' };
  }
  if (meaning.kind === 'nothing-named') return { kind: 'view', view: viewOf(wish), for: person };
  if ('because' in meaning) return noneOf(meaning, wish.kind === 'intend', hearing);
  if (wish.kind === 'intend' && isOver(meaning.meetings, hearing)) {
    const meetings = meaning.meetings.map(({ id }) => id);
    return { kind: 'about', meetings, why: 'over', for: person };
  }
  const acts = meaning.meetings.map((meeting) => actOf(wish, meeting, caller, person));
  const [only] = acts;
  if (only !== undefined && acts.length === 1) {
    const { isTogether = false } = meaning;
    return { kind: 'act', act: only, ...(isTogether ? { isTogether } : {}) };
  }
  const choices = meaning.meetings
    .map((meeting, index) => ({ meeting, act: acts[index] }))
    .filter(({ meeting }) => meeting.openToExecutives)
    .slice(0, MOST)
    .flatMap(({ meeting, act }) =>
      act === undefined ? [] : shown([meeting], frame).map((said) => ({ ...said, act })),
    );
  return { kind: 'choose', wish: viewOf(wish), choices };
}

/** `I'll come`, of a meeting that has begun: no answer counts any more. */
function isOver(meetings: readonly Meeting[], { given }: Hearing): boolean {
  return meetings.every((meeting) => startOf(meeting) <= given.now && meeting.openToExecutives);
}

function personMeant(
  whose: Meant,
  assisted: readonly PersonId[],
): PersonId | 'unclear' | undefined {
  if (whose.kind === 'executive') return whose.person;
  if (whose.kind === 'unclear') return 'unclear';
  // An assistant who says "I" speaks of the one executive for whom they act.
  if (assisted.length > 1) return 'unclear';
  return assisted[0];
}

function viewOf(wish: Wish): 'attended' | 'withdraw' | 'meetings' {
  if (wish.kind === 'claim') return 'attended';
  return wish.kind === 'withdraw' ? 'withdraw' : 'meetings';
}

function actOf(wish: Wish, meeting: Meeting, caller: Caller, person: PersonId | undefined): Act {
  const data = {
    organisation: caller.organisation.code,
    meeting: meeting.id,
    ...(person === undefined ? {} : { for: person }),
  };
  return wish.kind === 'intend'
    ? { verb: 'intend', data: { ...data, answer: wish.answer } }
    : { verb: wish.kind, data };
}
