import type { Act } from '../contract/acts.ts';
import { claimState } from '../domain/claim.ts';
import type { Frame, Meeting, PersonId } from '../domain/facts.ts';
import { BY_NOW, frameAsKnown } from '../domain/known.ts';
import { networkOf } from '../domain/meeting.ts';
import { holdersOf, inForce } from '../domain/roles.ts';
import type { Meaning, Meant, Wish } from '../domain/sentence/meaning.ts';
import { understand } from '../domain/sentence/understand.ts';
import { londonDate } from '../domain/time.ts';
import type { House } from './context.ts';
import type { Heard, HeardMeeting } from './doors.ts';
import { nameOf } from './names.ts';
import type { Caller } from './ports.ts';

/** Meetings that a card offers to choose from, or says that it knows. */
const MOST = 5;

/** What a typed sentence asks for: one act, a choice, or why there is neither. Nothing is changed. */
export async function hearSentence(house: House, caller: Caller, text: string): Promise<Heard> {
  const now = house.clock.now();
  const on = londonDate(now);
  const known = frameAsKnown(await house.records.frame(caller.organisation), BY_NOW);
  const mine = known.roles.filter((role) => role.person === caller.person && inForce(role, on));
  const assisted = mine.flatMap((role) => role.for ?? []);
  const { people } = await house.records.some(caller.organisation, [caller.person, ...assisted]);
  const standing = people.flatMap((person) =>
    person.claims
      .filter((claim) => ['claimed', 'confirmed', 'queried'].includes(claimState(claim)))
      .map((claim) => claim.meeting),
  );
  const meaning = understand(text, {
    networks: known.networks,
    meetings: known.meetings,
    now,
    people: people.filter(({ id }) => assisted.includes(id)).map(asAssisted),
    claimed: standing,
  });
  const isExecutive = holdersOf(known.roles, 'executive-director', on).includes(caller.person);
  return answerTo(meaning, known, caller, isExecutive ? [] : assisted, on);

  function asAssisted(person: (typeof people)[number]) {
    return { id: person.id, name: nameOf(person) };
  }
}

function answerTo(
  meaning: Meaning,
  frame: Frame,
  caller: Caller,
  assisted: readonly PersonId[],
  on: string,
): Heard {
  if (meaning.kind === 'not-a-sentence') return { kind: 'lost' };
  const { whose } = meaning;
  const person = personMeant(whose, assisted);
  const wish = meaning.kind === 'nothing-named' ? meaning.wish : meaning;
  if (person === 'unclear') return { kind: 'whose', view: viewOf(wish) };
  if (meaning.kind === 'nothing-named') return { kind: 'view', view: viewOf(wish), for: person };
  if ('because' in meaning) {
    const open = frame.meetings.filter((meeting) => meeting.openToExecutives);
    const { because, heard } = meaning;
    return { kind: 'none', because, heard, knows: shown(nearest(open, on), frame) };
  }
  const acts = meaning.meetings.map((meeting) => actOf(wish, meeting, caller, person));
  const [only] = acts;
  if (only !== undefined && acts.length === 1) return { kind: 'act', act: only };
  const choices = meaning.meetings
    .map((meeting, index) => ({ meeting, act: acts[index] }))
    .filter(({ meeting }) => meeting.openToExecutives)
    .slice(0, MOST)
    .flatMap(({ meeting, act }) =>
      act === undefined ? [] : shown([meeting], frame).map((said) => ({ ...said, act })),
    );
  return { kind: 'choose', wish: viewOf(wish), choices };
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

/** The meetings about today: the last ones and the next ones. */
function nearest(meetings: readonly Meeting[], on: string): Meeting[] {
  const inOrder = meetings.toSorted((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1));
  const next = inOrder.findIndex(({ date }) => date >= on);
  const middle = next === -1 ? inOrder.length : next;
  return inOrder.slice(Math.max(0, middle - 2)).slice(0, MOST);
}

function shown(meetings: readonly Meeting[], frame: Frame): HeardMeeting[] {
  return meetings.map((meeting) => ({
    id: meeting.id,
    networkName: networkOf(frame, meeting)?.name ?? meeting.network,
    date: meeting.date,
    start: meeting.start,
    end: meeting.end,
  }));
}
