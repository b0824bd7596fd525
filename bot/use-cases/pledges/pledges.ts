import {
  zoneSchema,
  type Pledge as PledgeView,
  type Pledges,
  type SharedPledges,
} from '../../contract/pledges.ts';
import type { Person } from '../../domain/facts.ts';
import { BY_NOW, frameAsKnown, personAsKnown } from '../../domain/known.ts';
import { isLeaderOrDirector } from '../../domain/leaders.ts';
import { mayPledge } from '../../domain/pledges/judge-pledge.ts';
import { notesOf } from '../../domain/pledges/note.ts';
import { pledgeState, pledgeWords, reviewWords, type Pledge } from '../../domain/pledges/pledge.ts';
import { londonDate, type PlainDate } from '../../domain/time.ts';
import { contextOf, type House } from '../context.ts';
import { nameOf } from '../names.ts';
import type { Shown } from '../doors.ts';
import type { Caller } from '../ports.ts';

/** So many shared pledges are shown at once, the newest. */
const mostShared = 20;

/** One's own pledges, and the notes that are for oneself alone. */
export async function ownPledges(house: House, caller: Caller): Promise<Shown<Pledges>> {
  const now = house.clock.now();
  const found = await house.records.person(caller.organisation, caller.person);
  if (found === undefined) return leadersOnly;
  const frame = frameAsKnown(found.frame, BY_NOW, londonDate(now));
  const person = personAsKnown(found.person, BY_NOW);
  const mayMake = mayPledge(person, contextOf(house, caller, { now, frame }));
  const pledges = standing(person);
  const notes = notesOf(person.words ?? []);
  // What somebody wrote stays theirs to read, whatever they are today.
  if (!mayMake && pledges.length === 0 && notes.length === 0) return leadersOnly;
  const on = londonDate(now);
  return {
    kind: 'shown',
    view: {
      on,
      pledges: pledges.map((pledge) => viewOf(pledge, person, on)),
      mayMake,
      notes: zoneSchema.options.map((zone) => ({
        zone,
        text: notes.find((note) => note.zone === zone)?.text ?? '',
      })),
    },
  };
}

/** What colleagues chose to share: the leaders of the organisation read it. */
export async function sharedPledges(house: House, caller: Caller): Promise<Shown<SharedPledges>> {
  const { people, frame: recorded } = await house.records.people(caller.organisation);
  const on = londonDate(house.clock.now());
  const frame = frameAsKnown(recorded, BY_NOW, on);
  const isLeader = (person: Person): boolean =>
    isLeaderOrDirector(person, frame.roles, on, frame.settings.gradeMap);
  const known = people.map((person) => personAsKnown(person, BY_NOW));
  const me = known.find(({ id }) => id === caller.person);
  if (me === undefined || !isLeader(me)) return leadersOnly;
  const shared = known
    .filter(({ id }) => id !== caller.person)
    .flatMap((person) => standing(person).map((pledge) => ({ person, pledge })))
    .filter(({ pledge }) => pledgeState(pledge).shared)
    .toSorted((a, b) => (pledgeState(a.pledge).madeAt < pledgeState(b.pledge).madeAt ? 1 : -1));
  const chosen = shared.slice(0, mostShared);
  const read = await Promise.all(
    chosen.map(async ({ person, pledge }) => {
      const own = await house.records.person(caller.organisation, person.id);
      // Taken back or kept private meanwhile: what is read now decides.
      const now = own?.person.pledges.find(({ id }) => id === pledge.id);
      if (own === undefined || now === undefined || !pledgeState(now).shared) return [];
      const { id, text, madeOn, reviews } = viewOf(now, own.person, on);
      return [{ id, name: nameOf(person), text, madeOn, reviews }];
    }),
  );
  return {
    kind: 'shown',
    view: { on, pledges: read.flat(), more: shared.length - chosen.length },
  };
}

const leadersOnly = {
  kind: 'refused',
  because: 'not-yours',
  belongsTo: ['leader', 'director'],
} as const;

function standing({ pledges }: Person): Pledge[] {
  return pledges
    .filter((pledge) => !pledgeState(pledge).withdrawn)
    .toSorted((a, b) => (pledgeState(a).madeAt < pledgeState(b).madeAt ? 1 : -1));
}

function viewOf(pledge: Pledge, { words = [] }: Person, on: PlainDate): PledgeView {
  const { madeAt, review, shared } = pledgeState(pledge);
  const textOf = (id: string): string => words.find((written) => written.id === id)?.text ?? '';
  return {
    id: pledge.id,
    text: textOf(pledgeWords(pledge.id)),
    madeOn: londonDate(madeAt),
    ...(review === undefined ? {} : { review }),
    due: review !== undefined && review <= on,
    shared,
    reviews: pledge.moves.flatMap(({ to, at }, index) =>
      to === 'reviewed'
        ? [{ on: londonDate(at), text: textOf(reviewWords(pledge.id, index)) }]
        : [],
    ),
  };
}
